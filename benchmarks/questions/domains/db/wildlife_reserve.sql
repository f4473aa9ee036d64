CREATE SCHEMA wildlife_reserve; SET search_path TO wildlife_reserve;
CREATE TABLE zone (
  zone_id bigint, zone_name text, area_km2 double precision, habitat text, fenced text,
  PRIMARY KEY (zone_id)
);
INSERT INTO zone VALUES
(1,'North Marsh',42.5,'Wetland','F'),
(2,'Red Plains',130.0,'Savanna','F'),
(3,'Old Forest',88.2,'Forest','T'),
(4,'River Bend',42.5,'Wetland','T'),
(5,'Stone Hills',61.0,'Scrub','F'),
(6,'Salt Pan',20.4,'Desert','F');
CREATE TABLE ranger (
  ranger_id bigint, first_name text, last_name text, age bigint, hometown text, hire_year bigint, monthly_salary double precision, zone_id bigint, supervisor_id bigint,
  PRIMARY KEY (ranger_id),
  FOREIGN KEY (zone_id) REFERENCES zone (zone_id),
  FOREIGN KEY (supervisor_id) REFERENCES ranger (ranger_id)
);
INSERT INTO ranger VALUES
(101,'Thandi','Okoro',51,'Lakeside',1999,3900,2,NULL),
(102,'Marco','Silva',34,'Port Elm',2012,2700,2,101),
(103,'Ines','Duarte',29,'Lakeside',2018,2450,1,101),
(104,'Paul','Kimani',45,'Graywater',2004,3300,3,101),
(105,'Ruth','Okoro',38,'Port Elm',2010,2950,3,104),
(106,'Dmitri','Vale',29,'Lakeside',2019,2400,4,104),
(107,'Salma','Reyes',41,'Graywater',2008,3100,2,101),
(108,'Joel','Banks',26,'Hill Top',2021,2200,NULL,104);
CREATE TABLE species (
  species_id bigint, common_name text, family text, diet text, average_weight double precision, conservation_status text,
  PRIMARY KEY (species_id)
);
INSERT INTO species VALUES
(1,'African Elephant','Elephantidae','Herbivore',5000,'Endangered'),
(2,'Plains Zebra','Equidae','Herbivore',300,'Near Threatened'),
(3,'Lion','Felidae','Carnivore',190,'Vulnerable'),
(4,'Leopard','Felidae','Carnivore',60,'Vulnerable'),
(5,'Warthog','Suidae','Omnivore',75,'Least Concern'),
(6,'Grey Crane','Gruidae','Omnivore',3.5,'Endangered'),
(7,'Black Rhino','Rhinocerotidae','Herbivore',1100,'Critical'),
(8,'Serval','Felidae','Carnivore',12,'Least Concern');
CREATE TABLE sighting (
  sighting_id bigint, species_id bigint, zone_id bigint, ranger_id bigint, sighting_date date, number_seen bigint, weather text,
  PRIMARY KEY (sighting_id),
  FOREIGN KEY (species_id) REFERENCES species (species_id),
  FOREIGN KEY (zone_id) REFERENCES zone (zone_id),
  FOREIGN KEY (ranger_id) REFERENCES ranger (ranger_id)
);
INSERT INTO sighting VALUES
(1,1,2,102,'2022-01-14',12,'Sunny'),
(2,2,2,102,'2022-01-14',40,'Sunny'),
(3,3,2,107,'2022-02-03',4,'Cloudy'),
(4,6,1,103,'2022-02-11',25,'Rainy'),
(5,4,3,104,'2022-03-08',1,'Cloudy'),
(6,1,2,101,'2022-03-20',7,'Sunny'),
(7,5,5,107,'2022-04-02',6,'Sunny'),
(8,6,4,106,'2022-05-19',13,'Rainy'),
(9,2,2,107,'2022-06-30',55,'Sunny'),
(10,3,3,105,'2022-07-01',2,'Cloudy'),
(11,1,3,105,'2022-07-15',3,'Sunny'),
(12,5,2,102,'2022-08-09',9,'Cloudy');
