CREATE SCHEMA recycling; SET search_path TO recycling;
CREATE TABLE District (
  DistrictCode text, DistrictName text, Population bigint, AreaKm2 double precision, Mayor text, PRIMARY KEY (DistrictCode));
INSERT INTO District VALUES
('NW','Northwood',41200,12.4,'Ellen Park'),('SB','South Bank',67800,8.1,'Viktor Lang'),('HV','Hillview',22950,19.7,'Rosa Adeyemi'),('OM','Old Market',35400,3.3,'Carl Jensen'),('LK','Lakeside',18100,10.2,'Rosa Adeyemi');
CREATE TABLE Driver (
  DriverID bigint, FName text, LName text, LicenceClass text, HiredYear bigint, Salary bigint, PRIMARY KEY (DriverID));
INSERT INTO Driver VALUES
(1,'Peter','Lowe','C',2008,39000),(2,'Sandra','Ortiz','CE',2014,41500),(3,'Ahmed','Farouk','C',2019,34800),(4,'Linda','Chow','C',2011,37200),(5,'Peter','Szabo','CE',2005,44100);
CREATE TABLE Truck (
  TruckNo bigint, Make text, CapacityTons double precision, BoughtYear bigint, FuelType text, PRIMARY KEY (TruckNo));
INSERT INTO Truck VALUES
(11,'Volvo',12,2012,'Diesel'),(12,'Scania',14,2016,'Diesel'),(13,'Volvo',12,2018,'Gas'),(14,'Mercedes',9,2020,'Electric'),(15,'MAN',10.5,2009,'Diesel'),(16,'Volvo',9,2021,'Electric');
CREATE TABLE WasteType (
  WasteCode text, WasteName text, Recyclable text, PricePerTon double precision, PRIMARY KEY (WasteCode));
INSERT INTO WasteType VALUES ('PA','Paper','T',85),('GL','Glass','T',40),('PL','Plastic','T',120),('OR','Organic','T',15),('RE','Residual','F',NULL);
CREATE TABLE Route (
  RouteID bigint, DistrictCode text, TruckNo bigint, DriverID bigint, Weekday text, LengthKm double precision, PRIMARY KEY (RouteID));
INSERT INTO Route VALUES
(1,'NW',11,1,'Monday',42),(2,'NW',13,4,'Thursday',38.5),(3,'SB',12,2,'Monday',55),(4,'SB',14,2,'Wednesday',21),(5,'HV',15,3,'Tuesday',63),(6,'OM',14,1,'Friday',12.5),(7,'SB',12,4,'Friday',47);
CREATE TABLE Collection (
  CollectionID bigint, RouteID bigint, WasteCode text, CollectedOn date, Tons double precision, PRIMARY KEY (CollectionID));
INSERT INTO Collection VALUES
(1,1,'PA','2023-02-06',5.2),(2,1,'GL','2023-02-06',3.1),(3,2,'PL','2023-02-09',4.4),(4,3,'RE','2023-02-06',11.9),(5,3,'PA','2023-02-13',7.6),
(6,4,'OR','2023-02-08',6.3),(7,5,'RE','2023-02-07',9.8),(8,6,'PA','2023-02-10',2.2),(9,6,'GL','2023-02-10',1.7),(10,1,'PA','2023-02-13',4.9),(11,5,'OR','2023-02-14',8);
ALTER TABLE Route ADD FOREIGN KEY (DistrictCode) REFERENCES District(DistrictCode);
ALTER TABLE Route ADD FOREIGN KEY (TruckNo) REFERENCES Truck(TruckNo);
ALTER TABLE Route ADD FOREIGN KEY (DriverID) REFERENCES Driver(DriverID);
ALTER TABLE Collection ADD FOREIGN KEY (RouteID) REFERENCES Route(RouteID);
ALTER TABLE Collection ADD FOREIGN KEY (WasteCode) REFERENCES WasteType(WasteCode);
