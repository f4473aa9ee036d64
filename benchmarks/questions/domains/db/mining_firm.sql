CREATE SCHEMA mining_firm; SET search_path TO mining_firm;
CREATE TABLE mine (
  mine_code text, mine_name text, region text, depth bigint, opened bigint, kind text, manager_id bigint,
  PRIMARY KEY (mine_code)
);
INSERT INTO mine VALUES
('M1','Copper Ridge','Northern Range',620,1978,'Underground',4),
('M2','Silver Gulch','Western Basin',340,1994,'Underground',2),
('M3','Big Pit','Northern Range',210,2005,'Open pit',7),
('M4','Lone Pine','Eastern Slope',480,1967,'Underground',4),
('M5','Dry Creek','Western Basin',95,2016,'Open pit',NULL);
CREATE TABLE mineral (
  min_id bigint, min_name text, symbol text, price_per_ton double precision,
  PRIMARY KEY (min_id)
);
INSERT INTO mineral VALUES
(1,'Copper','Cu',8500),
(2,'Silver','Ag',780000),
(3,'Zinc','Zn',2600),
(4,'Coal',NULL,130),
(5,'Nickel','Ni',18000),
(6,'Salt',NULL,60);
CREATE TABLE worker (
  worker_id bigint, name text, job_title text, hourly_rate double precision, birth_date date, mine_code text, gender text,
  PRIMARY KEY (worker_id),
  FOREIGN KEY (mine_code) REFERENCES mine (mine_code)
);
INSERT INTO worker VALUES
(1,'Abel Cruz','Driller',28.5,'1980-03-12','M1','M'),
(2,'Bonnie Tate','Engineer',46,'1976-11-02','M2','F'),
(3,'Colin Shaw','Driller',27,'1990-06-24','M2','M'),
(4,'Dora Klein','Engineer',52,'1968-01-17','M1','F'),
(5,'Ed Munroe','Truck driver',24,'1985-09-30','M3','M'),
(6,'Fay Lopez','Blaster',33,'1982-12-05','M4','F'),
(7,'Gus Weaver','Engineer',44,'1972-05-21','M3','M'),
(8,'Hal Ibsen','Truck driver',24,'1993-08-08','M3','M'),
(9,'Ida Novak','Blaster',31.5,'1988-02-14','M1','F'),
(10,'Jim Osei','Driller',26,'1995-04-19',NULL,'M');
CREATE TABLE yearly_output (
  mine_code text, min_id bigint, year bigint, tons bigint,
  PRIMARY KEY (mine_code, min_id, year),
  FOREIGN KEY (mine_code) REFERENCES mine (mine_code),
  FOREIGN KEY (min_id) REFERENCES mineral (min_id)
);
INSERT INTO yearly_output VALUES
('M1',1,2019,42000),('M1',1,2020,39500),('M1',1,2021,44100),
('M2',2,2019,35),('M2',2,2020,28),('M2',2,2021,31),
('M2',3,2020,5200),
('M3',4,2019,210000),('M3',4,2020,180000),('M3',4,2021,175000),
('M4',1,2020,12700),('M4',3,2021,9000),('M4',5,2021,3100);
CREATE TABLE shift (
  shift_no bigint, mine_code text, shift_type text, shift_date date, supervisor_id bigint, hours bigint, accidents bigint,
  PRIMARY KEY (shift_no),
  FOREIGN KEY (mine_code) REFERENCES mine (mine_code),
  FOREIGN KEY (supervisor_id) REFERENCES worker (worker_id)
);
INSERT INTO shift VALUES
(1,'M1','Day','2021-05-03',4,8,0),
(2,'M1','Night','2021-05-03',9,10,1),
(3,'M2','Day','2021-05-03',2,8,0),
(4,'M3','Day','2021-05-04',7,12,0),
(5,'M3','Night','2021-05-04',7,12,2),
(6,'M4','Day','2021-05-05',6,8,0),
(7,'M1','Day','2021-05-06',4,8,0),
(8,'M2','Night','2021-05-06',2,10,0);
CREATE TABLE works_shift (
  worker_id bigint, shift_no bigint, overtime_hours double precision,
  PRIMARY KEY (worker_id, shift_no),
  FOREIGN KEY (worker_id) REFERENCES worker (worker_id),
  FOREIGN KEY (shift_no) REFERENCES shift (shift_no)
);
INSERT INTO works_shift VALUES
(1,1,0),(1,2,2),(9,2,0),(3,3,1.5),(5,4,0),(8,4,0),(5,5,3),(8,5,1),(6,6,0),(1,7,0),(3,8,2);
