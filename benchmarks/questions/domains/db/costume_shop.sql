CREATE SCHEMA costume_shop; SET search_path TO costume_shop;
CREATE TABLE designers (designer_id bigint, name text, birth_year bigint, nationality text, PRIMARY KEY (designer_id));
INSERT INTO designers VALUES
(1,'Clara Voss',1970,'German'),(2,'Jean Morel',1955,'French'),(3,'Aiko Tanaka',1982,'Japanese'),(4,'Bruno Falk',1964,'German'),(5,'Lucie Arnaud',1991,'French'),(6,'Sam Whitby',1978,'British');
CREATE TABLE ref_garment_types (garment_type_code text, garment_type_description text, PRIMARY KEY (garment_type_code));
INSERT INTO ref_garment_types VALUES ('GWN','Gown'),('CLK','Cloak'),('HAT','Hat'),('SUT','Suit'),('ARM','Armour');
CREATE TABLE plays (play_id bigint, title text, playwright text, premiere_year bigint, genre text, PRIMARY KEY (play_id));
INSERT INTO plays VALUES
(1,'The Glass Crown','Ed Marlow',2009,'Tragedy'),(2,'Two Left Shoes','Nora Pike',2014,'Comedy'),(3,'Winter Orchard','Ed Marlow',2017,'Drama'),(4,'The Silent Duke','Ivan Roth',2012,'Tragedy'),(5,'Moonlit Thieves','Nora Pike',2019,'Comedy'),(6,'Paper Kingdom','Ivan Roth',2020,'Drama');
CREATE TABLE costumes (costume_id bigint, costume_name text, garment_type_code text, designer_id bigint, color text, size text, rental_price double precision, year_made bigint, PRIMARY KEY (costume_id), FOREIGN KEY (garment_type_code) REFERENCES ref_garment_types(garment_type_code), FOREIGN KEY (designer_id) REFERENCES designers(designer_id));
INSERT INTO costumes VALUES
(1,'Queen Gown','GWN',1,'red','M',95,2008),(2,'Duke Cloak','CLK',2,'black','L',60,2011),(3,'Jester Hat','HAT',3,'green','S',15,2013),(4,'Knight Armour','ARM',4,'silver','XL',150,2009),(5,'Wedding Gown','GWN',1,'white','S',120,2016),(6,'Thief Cloak','CLK',3,'black','M',45,2018),(7,'Banker Suit','SUT',2,'grey','L',70,2014),(8,'Feather Hat','HAT',1,'red','M',25,2017),(9,'Night Gown','GWN',6,'blue','L',80,2019),(10,'Groom Suit','SUT',6,'black','M',70,2016);
CREATE TABLE play_costumes (play_id bigint, costume_id bigint, act_number bigint, FOREIGN KEY (play_id) REFERENCES plays(play_id), FOREIGN KEY (costume_id) REFERENCES costumes(costume_id));
INSERT INTO play_costumes VALUES (1,1,1),(1,4,2),(2,3,1),(2,7,1),(2,8,3),(3,5,2),(3,10,2),(4,2,1),(4,4,3),(5,6,1),(5,3,2),(5,2,3);
CREATE TABLE customers (customer_id bigint, customer_name text, city text, is_school text, PRIMARY KEY (customer_id));
INSERT INTO customers VALUES (1,'Old Mill Players','Leeds','F'),(2,'Ridgeway High','York','T'),(3,'City Mummers','Leeds','F'),(4,'Harper Academy','Hull','T'),(5,'The Lamplighters','York','F');
CREATE TABLE rentals (rental_id bigint, costume_id bigint, customer_id bigint, rental_date date, days bigint, amount_paid double precision, PRIMARY KEY (rental_id), FOREIGN KEY (costume_id) REFERENCES costumes(costume_id), FOREIGN KEY (customer_id) REFERENCES customers(customer_id));
INSERT INTO rentals VALUES
(1,1,1,'2018-03-01',3,285),(2,3,2,'2018-04-12',5,75),(3,1,3,'2018-05-20',2,190),(4,5,1,'2018-06-02',1,120),(5,2,2,'2019-01-15',4,240),(6,8,4,'2019-02-10',7,175),(7,6,1,'2019-03-03',3,135),(8,1,4,'2019-10-30',1,95),(9,7,3,'2020-01-09',2,140),(10,4,1,'2020-02-14',2,300);
