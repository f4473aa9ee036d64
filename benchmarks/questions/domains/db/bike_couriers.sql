CREATE SCHEMA bike_couriers; SET search_path TO bike_couriers;
CREATE TABLE Zones (
  ZoneID bigint, ZoneName text, BaseFee double precision, Hilly text,
  PRIMARY KEY (ZoneID)
);
INSERT INTO Zones VALUES
(1,'Old Town',4.5,'N'),
(2,'Harbor Side',5.0,'N'),
(3,'Upper Hill',7.5,'Y'),
(4,'University',4.5,'N'),
(5,'Airport Road',9.0,'Y');
CREATE TABLE Couriers (
  CourierID bigint, FirstName text, LastName text, BirthYear bigint, BikeType text, Rating double precision, HomeZoneID bigint,
  PRIMARY KEY (CourierID),
  FOREIGN KEY (HomeZoneID) REFERENCES Zones (ZoneID)
);
INSERT INTO Couriers VALUES
(1,'Ana','Petrova',1995,'Cargo Bike',4.8,1),
(2,'Bilal','Khan',1999,'Road Bike',4.2,4),
(3,'Chris','Doyle',1987,'E-Bike',4.6,3),
(4,'Dana','Weiss',1992,'Road Bike',3.9,1),
(5,'Eli','Moreno',2001,'E-Bike',4.4,2),
(6,'Faith','Doyle',1990,'Cargo Bike',4.6,NULL);
CREATE TABLE Customers (
  CustomerID bigint, CustomerName text, CustomerType text, Email text, ZoneID bigint, DateRegistered date,
  PRIMARY KEY (CustomerID),
  FOREIGN KEY (ZoneID) REFERENCES Zones (ZoneID)
);
INSERT INTO Customers VALUES
(1,'Green Leaf Bakery','Business','orders@greenleaf.example',1,'2020-02-01'),
(2,'Marta Simmons','Person','marta@mail.example',2,'2021-07-15'),
(3,'Quick Print','Business','hello@quickprint.example',4,'2019-11-20'),
(4,'Dr. Rahul Sen','Person',NULL,3,'2022-01-09'),
(5,'Blue Door Books','Business','info@bluedoor.example',1,'2021-03-30'),
(6,'Tara West','Person','tara@mail.example',4,'2022-05-05');
CREATE TABLE Deliveries (
  DeliveryID bigint, CustomerID bigint, CourierID bigint, PickupZoneID bigint, DropoffZoneID bigint, DeliveryDate date, WeightKg double precision, Distance double precision, Status text,
  PRIMARY KEY (DeliveryID),
  FOREIGN KEY (CustomerID) REFERENCES Customers (CustomerID),
  FOREIGN KEY (CourierID) REFERENCES Couriers (CourierID),
  FOREIGN KEY (PickupZoneID) REFERENCES Zones (ZoneID),
  FOREIGN KEY (DropoffZoneID) REFERENCES Zones (ZoneID)
);
INSERT INTO Deliveries VALUES
(1,1,1,1,4,'2022-06-01',3.2,2.5,'Delivered'),
(2,1,1,1,2,'2022-06-01',8.0,3.1,'Delivered'),
(3,3,2,4,3,'2022-06-02',1.1,5.4,'Late'),
(4,2,5,2,1,'2022-06-03',0.4,3.0,'Delivered'),
(5,5,1,1,3,'2022-06-03',12.5,4.2,'Delivered'),
(6,3,3,4,5,'2022-06-05',2.0,9.8,'Cancelled'),
(7,1,4,1,1,'2022-06-06',1.5,0.9,'Delivered'),
(8,4,3,3,4,'2022-06-07',0.3,5.0,'Late'),
(9,5,6,1,2,'2022-06-09',15.0,3.3,'Delivered'),
(10,1,3,1,3,'2022-06-10',2.2,4.4,'Delivered');
CREATE TABLE Invoices (
  InvoiceID bigint, CustomerID bigint, InvoiceDate date, Amount double precision, Paid text,
  PRIMARY KEY (InvoiceID),
  FOREIGN KEY (CustomerID) REFERENCES Customers (CustomerID)
);
INSERT INTO Invoices VALUES
(1,1,'2022-06-30',145.50,'Y'),
(2,3,'2022-06-30',62.00,'N'),
(3,2,'2022-06-30',18.25,'Y'),
(4,5,'2022-06-30',88.00,'N'),
(5,1,'2022-07-31',120.75,'N'),
(6,4,'2022-07-31',22.40,'Y'),
(7,3,'2022-07-31',62.00,'Y');
