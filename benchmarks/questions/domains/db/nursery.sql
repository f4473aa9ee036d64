CREATE SCHEMA nursery; SET search_path TO nursery;
CREATE TABLE supplier (
  supplier_id bigint, supplier_name text, town text, phone text, since_year bigint, PRIMARY KEY (supplier_id));
INSERT INTO supplier VALUES
(1,'Green Valley Seeds','Ashford','555-0101',1999),(2,'Rootstock Ltd','Milton','555-0144',2005),(3,'Alpine Flora','Grantham','555-0172',2011),(4,'Van Dijk Bulbs','Milton','555-0199',2011);
CREATE TABLE species (
  species_id bigint, common_name text, latin_name text, family text, plant_type text, max_height_cm bigint, sun_need text, PRIMARY KEY (species_id));
INSERT INTO species VALUES
(1,'English Lavender','Lavandula angustifolia','Lamiaceae','Shrub',60,'Full Sun'),
(2,'Rosemary','Salvia rosmarinus','Lamiaceae','Shrub',150,'Full Sun'),
(3,'Lady Fern','Athyrium filix-femina','Athyriaceae','Fern',90,'Shade'),
(4,'Daffodil','Narcissus poeticus','Amaryllidaceae','Bulb',45,'Half Shade'),
(5,'Snowdrop','Galanthus nivalis','Amaryllidaceae','Bulb',20,'Half Shade'),
(6,'Silver Birch','Betula pendula','Betulaceae','Tree',2500,'Full Sun'),
(7,'Common Ivy','Hedera helix','Araliaceae','Climber',3000,'Shade'),
(8,'Edelweiss','Leontopodium nivale','Asteraceae','Perennial',20,'Full Sun'),
(9,'Thyme','Thymus vulgaris','Lamiaceae','Shrub',30,'Full Sun');
CREATE TABLE bed (
  bed_no text, greenhouse text, area_sqm double precision, heated text, PRIMARY KEY (bed_no));
INSERT INTO bed VALUES ('A1','East',12,'T'),('A2','East',8.5,'T'),('B1','West',20,'F'),('B2','West',15,'F'),('C1','Outdoor',60,'F');
CREATE TABLE stock (
  stock_id bigint, species_id bigint, bed_no text, supplier_id bigint, quantity bigint, unit_price double precision, planted_on date, PRIMARY KEY (stock_id));
INSERT INTO stock VALUES
(1,1,'A1',1,120,4.5,'2022-03-01'),(2,2,'A1',1,80,5,'2022-03-05'),(3,3,'B1',3,40,7.25,'2022-02-20'),(4,4,'C1',4,500,1.2,'2021-10-10'),
(5,5,'C1',4,750,0.9,'2021-10-12'),(6,6,'C1',2,15,38,'2020-11-01'),(7,8,'B2',3,60,6.8,'2022-04-02'),(8,9,'A2',1,200,3.5,'2022-03-11'),(9,1,'A2',2,45,4.9,'2022-04-15');
CREATE TABLE customer (
  customer_id bigint, name text, town text, trade text, PRIMARY KEY (customer_id));
INSERT INTO customer VALUES (1,'Harold Finch','Ashford','F'),(2,'Parkside Gardens','Milton','T'),(3,'Mina Shah','Ashford','F'),(4,'City Landscapes','Ashford','T'),(5,'Oliver Tate','Kelby','F');
CREATE TABLE sale (
  sale_id bigint, stock_id bigint, customer_id bigint, sold_on date, qty bigint, discount_pct double precision, PRIMARY KEY (sale_id));
INSERT INTO sale VALUES
(1,1,1,'2022-05-01',3,0),(2,6,2,'2022-05-03',6,15),(3,4,2,'2022-09-20',200,20),(4,8,3,'2022-05-07',5,0),(5,3,4,'2022-05-11',12,10),(6,9,4,'2022-06-01',20,10),(7,2,1,'2022-06-04',2,NULL),(8,7,3,'2022-06-12',4,0),(9,5,2,'2022-09-20',300,20);
ALTER TABLE stock ADD FOREIGN KEY (species_id) REFERENCES species(species_id);
ALTER TABLE stock ADD FOREIGN KEY (bed_no) REFERENCES bed(bed_no);
ALTER TABLE stock ADD FOREIGN KEY (supplier_id) REFERENCES supplier(supplier_id);
ALTER TABLE sale ADD FOREIGN KEY (stock_id) REFERENCES stock(stock_id);
ALTER TABLE sale ADD FOREIGN KEY (customer_id) REFERENCES customer(customer_id);
