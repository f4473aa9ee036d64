CREATE SCHEMA marathon_2; SET search_path TO marathon_2;
CREATE TABLE club (
  id bigint, name text, city text, founded bigint, PRIMARY KEY (id));
INSERT INTO club VALUES
(1,'Harbour Harriers','Bergen',1952),
(2,'Fjord Runners','Bergen',1987),
(3,'City Striders','Oslo',1979),
(4,'Northern Lights RC','Tromso',2001),
(5,'Lakeside Joggers','Hamar',1995);
CREATE TABLE runner (
  id bigint, name text, gender text, birth_year bigint, country text, club_id bigint, PRIMARY KEY (id));
INSERT INTO runner VALUES
(1,'Ingrid Dahl','F',1988,'Norway',1),
(2,'Samuel Kiptoo','M',1994,'Kenya',3),
(3,'Lars Moen','M',1979,'Norway',1),
(4,'Anke Visser','F',1991,'Netherlands',2),
(5,'Jonas Falk','M',1985,'Sweden',3),
(6,'Mary Chebet','F',1997,'Kenya',3),
(7,'Erik Holm','M',1968,'Norway',NULL),
(8,'Sofie Lund','F',2000,'Denmark',4),
(9,'Pieter Smit','M',1991,'Netherlands',2);
CREATE TABLE race (
  id bigint, name text, city text, race_date date, distance_km double precision, entry_fee bigint, PRIMARY KEY (id));
INSERT INTO race VALUES
(1,'Spring Marathon','Oslo','2021-04-25',42.2,90),
(2,'Harbour Half','Bergen','2021-06-06',21.1,50),
(3,'Midnight Run','Tromso','2021-06-21',10,35),
(4,'Spring Marathon','Oslo','2022-04-24',42.2,95),
(5,'Lake Loop','Hamar','2022-05-15',30,50),
(6,'Winter Dash','Oslo','2022-12-11',10,25);
CREATE TABLE result (
  race_id bigint, runner_id bigint, bib bigint, finish_minutes double precision, place bigint, status text, PRIMARY KEY (race_id, runner_id));
INSERT INTO result VALUES
(1,2,101,131.5,1,'Finished'),(1,1,102,168.2,2,'Finished'),(1,5,103,175,3,'Finished'),(1,3,104,NULL,NULL,'Did not finish'),
(2,6,11,70.4,1,'Finished'),(2,4,12,81.9,2,'Finished'),(2,3,13,95.3,3,'Finished'),
(3,8,5,39.8,1,'Finished'),(3,1,6,41.2,2,'Finished'),
(4,2,201,129.9,1,'Finished'),(4,6,202,142.7,2,'Finished'),(4,9,203,NULL,NULL,'Disqualified'),(4,1,204,165.8,3,'Finished'),
(5,5,31,118.5,1,'Finished'),(5,4,32,125.1,2,'Finished'),(5,9,33,NULL,NULL,'Did not finish');
CREATE TABLE sponsor (
  sponsor_id bigint, company text, sector text, PRIMARY KEY (sponsor_id));
INSERT INTO sponsor VALUES (1,'Nordic Bank','Finance'),(2,'Alpine Water','Drinks'),(3,'Stride Shoes','Sportswear'),(4,'Polar Tech','Sportswear');
CREATE TABLE sponsorship (
  race_id bigint, sponsor_id bigint, amount bigint);
INSERT INTO sponsorship VALUES (1,1,50000),(1,3,20000),(2,2,8000),(4,1,60000),(4,3,15000),(5,2,8000),(3,3,5000);
ALTER TABLE runner ADD FOREIGN KEY (club_id) REFERENCES club(id);
ALTER TABLE result ADD FOREIGN KEY (race_id) REFERENCES race(id);
ALTER TABLE result ADD FOREIGN KEY (runner_id) REFERENCES runner(id);
ALTER TABLE sponsorship ADD FOREIGN KEY (race_id) REFERENCES race(id);
ALTER TABLE sponsorship ADD FOREIGN KEY (sponsor_id) REFERENCES sponsor(sponsor_id);
