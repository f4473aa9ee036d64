CREATE SCHEMA shipping_port; SET search_path TO shipping_port;
CREATE TABLE Captains (
  captain_id bigint, name text, nationality text, years_of_experience bigint, license_class text,
  PRIMARY KEY (captain_id)
);
INSERT INTO Captains VALUES
(1,'Erik Larsen','Norwegian',22,'A'),
(2,'Maria Papadaki','Greek',15,'A'),
(3,'Chen Wei','Chinese',9,'B'),
(4,'Omar Haddad','Lebanese',18,'B'),
(5,'Nikos Vassos','Greek',30,'A'),
(6,'Anna Brandt','German',5,'C');
CREATE TABLE Ships (
  ship_id bigint, name text, type text, built_year bigint, tonnage bigint, length_m double precision, flag text, captain_id bigint,
  PRIMARY KEY (ship_id),
  FOREIGN KEY (captain_id) REFERENCES Captains (captain_id)
);
INSERT INTO Ships VALUES
(1,'Northern Star','Container ship',2008,54000,262.5,'Norway',1),
(2,'Aegean Pearl','Tanker',1999,81000,274.0,'Greece',2),
(3,'Golden Lotus','Bulk carrier',2015,38000,189.9,'Panama',3),
(4,'Cedar Queen','Container ship',2003,47000,240.0,'Panama',4),
(5,'Poseidon','Tanker',2011,95000,290.3,'Greece',5),
(6,'Blue Heron','Ferry',1995,9000,120.4,'Norway',1),
(7,'Iron Duke','Bulk carrier',1988,41000,200.1,'Liberia',NULL),
(8,'Lady Marigold','Ferry',2015,11000,131.0,'Greece',2);
CREATE TABLE Docks (
  dock_id bigint, dock_name text, location text, depth_m double precision, crane_count bigint, has_cold_storage text,
  PRIMARY KEY (dock_id)
);
INSERT INTO Docks VALUES
(1,'Alpha','North Basin',14.5,6,'yes'),
(2,'Bravo','North Basin',12.0,3,'no'),
(3,'Charlie','South Basin',16.2,8,'yes'),
(4,'Delta','Oil Terminal',18.0,0,'no'),
(5,'Echo','South Basin',9.5,2,'no');
CREATE TABLE Dockings (
  docking_id bigint, ship_id bigint, dock_id bigint, arrival_date text, departure_date text, fee double precision,
  PRIMARY KEY (docking_id),
  FOREIGN KEY (ship_id) REFERENCES Ships (ship_id),
  FOREIGN KEY (dock_id) REFERENCES Docks (dock_id)
);
INSERT INTO Dockings VALUES
(1,1,1,'2021-03-01','2021-03-04',12000),
(2,2,4,'2021-03-02','2021-03-03',15500),
(3,3,2,'2021-03-10','2021-03-15',8000),
(4,1,3,'2021-04-11','2021-04-13',12500),
(5,4,3,'2021-04-20','2021-04-22',11000),
(6,5,4,'2021-05-01','2021-05-02',17500),
(7,6,5,'2021-05-05','2021-05-05',1500),
(8,6,5,'2021-05-12','2021-05-12',1500),
(9,3,1,'2021-06-01','2021-06-07',8600),
(10,1,1,'2021-06-15','2021-06-17',12000);
CREATE TABLE Cargoes (
  cargo_id bigint, docking_id bigint, description text, weight_tons double precision, hazardous text, origin_country text,
  PRIMARY KEY (cargo_id),
  FOREIGN KEY (docking_id) REFERENCES Dockings (docking_id)
);
INSERT INTO Cargoes VALUES
(1,1,'Furniture',320,'no','Norway'),
(2,1,'Frozen fish',150,'no','Norway'),
(3,2,'Crude oil',62000,'yes','Egypt'),
(4,3,'Iron ore',21000,'no','Brazil'),
(5,4,'Machine parts',410,'no','Norway'),
(6,5,'Textiles',275,'no','Turkey'),
(7,6,'Crude oil',78000,'yes','Egypt'),
(8,9,'Wheat',18500,'no','Brazil'),
(9,10,'Batteries',95,'yes','China'),
(10,5,'Chemicals',120,'yes','Turkey');
