CREATE SCHEMA design_studio; SET search_path TO design_studio;
CREATE TABLE Clients (
  ClientID bigint, ClientName text, ClientType text, City text, Phone text,
  PRIMARY KEY (ClientID)
);
INSERT INTO Clients VALUES
(1,'Harbor Trust','Company','Boston','555-0101'),
(2,'City of Salem','Public','Salem','555-0102'),
(3,'Jane Whitmore','Private','Boston','555-0103'),
(4,'Oak Grove School','Public','Lowell','555-0104'),
(5,'Summit Hotels','Company','Portland','555-0105'),
(6,'Leo Grant','Private','Salem',NULL);
CREATE TABLE Architects (
  ArchID bigint, FName text, LName text, Title text, Salary bigint, City text, YearJoined bigint,
  PRIMARY KEY (ArchID)
);
INSERT INTO Architects VALUES
(10,'Helen','Park','Principal',142000,'Boston',1998),
(11,'Victor','Amadi','Senior Architect',104000,'Salem',2006),
(12,'Clara','Nunes','Senior Architect',99000,'Boston',2009),
(13,'Tom','Becker','Junior Architect',61000,'Lowell',2018),
(14,'Yuki','Mori','Junior Architect',61000,'Boston',2019),
(15,'Grace','Park','Principal',150000,'Salem',1996),
(16,'Ivan','Petrov','Draftsman',48000,'Lowell',2020);
CREATE TABLE Buildings (
  BuildingID bigint, BName text, Purpose text, Floors bigint, Budget bigint, City text, ClientID bigint, LeadArchID bigint, CompletionYear bigint,
  PRIMARY KEY (BuildingID),
  FOREIGN KEY (ClientID) REFERENCES Clients (ClientID),
  FOREIGN KEY (LeadArchID) REFERENCES Architects (ArchID)
);
INSERT INTO Buildings VALUES
(1,'Harbor Tower','Office',32,86000000,'Boston',1,10,2012),
(2,'Salem Library','Library',4,12500000,'Salem',2,15,2016),
(3,'Whitmore House','Residence',2,1400000,'Boston',3,12,2019),
(4,'Oak Grove Gym','School',2,5200000,'Lowell',4,11,2017),
(5,'Summit Grand','Hotel',18,47000000,'Portland',5,10,2020),
(6,'Summit Bay','Hotel',9,21000000,'Salem',5,11,2021),
(7,'Town Hall Annex','Office',5,9800000,'Salem',2,15,2014),
(8,'Pier Nine','Office',12,30500000,'Boston',1,12,NULL),
(9,'Summit Lodge','Hotel',3,6400000,'Portland',5,11,2022);
CREATE TABLE Phases (
  PhaseID bigint, BuildingID bigint, PhaseName text, StartDate date, EndDate date, Cost bigint, Status text,
  PRIMARY KEY (PhaseID),
  FOREIGN KEY (BuildingID) REFERENCES Buildings (BuildingID)
);
INSERT INTO Phases VALUES
(1,1,'Concept','2008-01-10','2008-06-01',400000,'Done'),
(2,1,'Construction','2009-02-01','2012-03-15',80000000,'Done'),
(3,2,'Concept','2013-05-01','2013-09-20',150000,'Done'),
(4,2,'Construction','2014-03-03','2016-08-30',11900000,'Done'),
(5,3,'Concept','2017-02-14','2017-05-01',40000,'Done'),
(6,5,'Construction','2018-01-05','2020-11-11',44000000,'Done'),
(7,6,'Permits','2018-09-01','2019-02-01',90000,'Done'),
(8,8,'Concept','2021-04-01',NULL,220000,'Open'),
(9,8,'Permits','2021-10-10',NULL,75000,'Delayed'),
(10,6,'Construction','2019-03-01','2021-07-07',19900000,'Done');
CREATE TABLE WorksOn (
  ArchID bigint, BuildingID bigint, Role text, Hours bigint,
  PRIMARY KEY (ArchID, BuildingID),
  FOREIGN KEY (ArchID) REFERENCES Architects (ArchID),
  FOREIGN KEY (BuildingID) REFERENCES Buildings (BuildingID)
);
INSERT INTO WorksOn VALUES
(10,1,'Design',900),
(12,1,'Detailing',1400),
(13,2,'Drafting',300),
(15,2,'Design',500),
(12,3,'Design',420),
(14,3,'Drafting',210),
(11,4,'Design',350),
(13,4,'Drafting',260),
(10,5,'Design',800),
(14,5,'Drafting',700),
(11,6,'Design',610),
(12,8,'Design',150),
(13,8,'Drafting',80);
