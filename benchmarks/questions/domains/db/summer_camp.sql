CREATE SCHEMA summer_camp; SET search_path TO summer_camp;
CREATE TABLE cabin (
  id bigint, name text, capacity bigint, side_of_lake text, built bigint,
  PRIMARY KEY (id)
);
INSERT INTO cabin VALUES
(1,'Beaver',8,'East',1992),
(2,'Falcon',10,'East',2004),
(3,'Otter',8,'West',1992),
(4,'Moose',12,'West',2011),
(5,'Lynx',6,'North',2016);
CREATE TABLE counselor (
  id bigint, name text, age bigint, college text, certified text, cabin_id bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (cabin_id) REFERENCES cabin (id)
);
INSERT INTO counselor VALUES
(1,'Becky Lowe',21,'State College','yes',1),
(2,'Jordan Pike',23,'Bay University','yes',2),
(3,'Kim Tran',20,'State College','no',3),
(4,'Luis Ortiz',22,'Bay University','yes',4),
(5,'Megan Frost',19,'Hill College','no',4),
(6,'Noah Reed',24,'State College','yes',NULL);
CREATE TABLE camper (
  id bigint, fname text, lname text, age bigint, hometown text, state text, cabin_id bigint, allergy text,
  PRIMARY KEY (id),
  FOREIGN KEY (cabin_id) REFERENCES cabin (id)
);
INSERT INTO camper VALUES
(1,'Ava','Berg',10,'Fairview','OH',1,NULL),
(2,'Ben','Cho',11,'Fairview','OH',2,'Peanuts'),
(3,'Cleo','Diaz',9,'Salem','OR',1,NULL),
(4,'Drew','Ellis',12,'Salem','MA',4,'Bee stings'),
(5,'Emma','Berg',13,'Fairview','OH',4,NULL),
(6,'Finn','Gale',10,'Dover','DE',3,'Peanuts'),
(7,'Gia','Hart',11,'Dover','DE',2,NULL),
(8,'Hank','Ito',14,'Akron','OH',4,NULL),
(9,'Iris','Jones',9,'Salem','OR',1,'Milk'),
(10,'Jack','Kerr',12,'Akron','OH',NULL,NULL);
CREATE TABLE activity (
  id bigint, name text, category text, minutes bigint, min_age bigint, fee double precision, counselor_id bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (counselor_id) REFERENCES counselor (id)
);
INSERT INTO activity VALUES
(1,'Canoeing','Water',90,10,15,2),
(2,'Archery','Sport',60,11,12.5,4),
(3,'Pottery','Craft',75,8,20,1),
(4,'Swimming','Water',60,8,0,2),
(5,'Rock Climbing','Sport',120,12,25,6),
(6,'Bird Watching','Nature',45,8,0,3),
(7,'Astronomy','Nature',60,10,5,NULL);
CREATE TABLE signup (
  camper_id bigint, activity_id bigint, week bigint, rating bigint,
  FOREIGN KEY (camper_id) REFERENCES camper (id),
  FOREIGN KEY (activity_id) REFERENCES activity (id)
);
INSERT INTO signup VALUES
(1,3,1,5),(1,4,1,4),(2,1,1,5),(2,4,2,3),(3,4,1,5),(3,6,2,2),(4,2,1,4),(4,5,2,5),(5,5,1,4),(5,1,2,4),(6,3,1,3),(6,4,2,5),(7,1,1,5),(8,5,2,5),(8,2,2,3),(9,6,1,4),(1,1,2,4);
