CREATE SCHEMA library_loans; SET search_path TO library_loans;
CREATE TABLE branch (
  branch_id bigint, branch_name text, district text, opened_year bigint, floor_area double precision, PRIMARY KEY (branch_id));
INSERT INTO branch VALUES
(1,'Central Library','Old Town',1921,4200.5),
(2,'Riverside','Harbour',1974,900),
(3,'Oak Hill','North End',1988,650),
(4,'Mill Lane','North End',2003,1200),
(5,'Station Square','Harbour',2015,1200);
CREATE TABLE author (
  author_id bigint, first_name text, last_name text, birth_year bigint, nationality text, PRIMARY KEY (author_id));
INSERT INTO author VALUES
(1,'Marta','Lindqvist',1955,'Swedish'),
(2,'Owen','Hargreave',1970,'British'),
(3,'Lucia','Ferrante',1948,'Italian'),
(4,'Tomas','Berg',1981,'Swedish'),
(5,'Priya','Nair',1990,'Indian'),
(6,'Edith','Crane',1932,'British');
CREATE TABLE book (
  isbn text, title text, author_id bigint, genre text, pub_year bigint, pages bigint, PRIMARY KEY (isbn));
INSERT INTO book VALUES
('978-1','Winter Harbour',1,'Crime',1998,320),
('978-2','The Glass Orchard',2,'Novel',2009,412),
('978-3','Letters from Pisa',3,'Biography',1987,250),
('978-4','Salt and Iron',1,'Crime',2004,355),
('978-5','A Field Guide to Moss',6,'Nature',1971,180),
('978-6','Northern Lines',4,'Novel',2016,298),
('978-7','The Quiet Tide',5,'Novel',2019,320),
('978-8','Paper Boats',5,'Children',2021,48),
('978-9','Dark Water',2,'Crime',2012,401);
CREATE TABLE copy (
  copy_id bigint, isbn text, branch_id bigint, condition text, PRIMARY KEY (copy_id));
INSERT INTO copy VALUES
(1,'978-1',1,'Good'),(2,'978-1',2,'Worn'),(3,'978-2',1,'New'),(4,'978-3',1,'Worn'),(5,'978-4',3,'Good'),
(6,'978-5',1,'Damaged'),(7,'978-6',4,'New'),(8,'978-7',2,'New'),(9,'978-7',1,'Good'),(10,'978-8',4,'Good'),(11,'978-2',3,'Worn'),(12,'978-7',4,'Good');
CREATE TABLE member (
  member_id bigint, first_name text, last_name text, city text, date_of_birth date, joined_on date, home_branch_id bigint, PRIMARY KEY (member_id));
INSERT INTO member VALUES
(1,'Anna','Petrov','Larchmont','1985-03-12','2015-01-10',1),
(2,'Ben','Oduya','Larchmont','1999-07-30','2018-05-02',2),
(3,'Clara','Moss','Easton','1962-11-05','2009-09-21',1),
(4,'David','Kim','Easton','2010-02-14','2020-03-03',4),
(5,'Elena','Rossi','Brookfield','1978-12-01','2015-06-17',3),
(6,'Farid','Haddad','Larchmont','1991-04-22','2021-10-11',1),
(7,'Grace','Moss','Easton','1990-08-08','2019-04-04',NULL);
CREATE TABLE loan (
  loan_id bigint, copy_id bigint, member_id bigint, loan_date date, due_date date, return_date date, fine double precision, PRIMARY KEY (loan_id));
INSERT INTO loan VALUES
(1,1,1,'2022-01-05','2022-01-26','2022-01-20',0),
(2,3,1,'2022-02-01','2022-02-22','2022-03-01',1.4),
(3,4,3,'2022-02-03','2022-02-24','2022-02-20',0),
(4,8,2,'2022-03-10','2022-03-31',NULL,3.5),
(5,9,3,'2022-03-12','2022-04-02','2022-04-02',0),
(6,10,4,'2022-04-01','2022-04-22','2022-04-15',0),
(7,2,1,'2022-04-20','2022-05-11','2022-05-20',1.8),
(8,5,5,'2022-05-05','2022-05-26','2022-05-30',0.8),
(9,12,4,'2022-06-01','2022-06-22',NULL,NULL),
(10,3,3,'2022-06-15','2022-07-06','2022-07-01',0);
ALTER TABLE book ADD FOREIGN KEY (author_id) REFERENCES author(author_id);
ALTER TABLE copy ADD FOREIGN KEY (isbn) REFERENCES book(isbn);
ALTER TABLE copy ADD FOREIGN KEY (branch_id) REFERENCES branch(branch_id);
ALTER TABLE member ADD FOREIGN KEY (home_branch_id) REFERENCES branch(branch_id);
ALTER TABLE loan ADD FOREIGN KEY (copy_id) REFERENCES copy(copy_id);
ALTER TABLE loan ADD FOREIGN KEY (member_id) REFERENCES member(member_id);
