CREATE SCHEMA daily_paper; SET search_path TO daily_paper;
CREATE TABLE ref_plan_types (
  plan_type_code text, plan_type_description text, price_per_month double precision,
  PRIMARY KEY (plan_type_code)
);
INSERT INTO ref_plan_types VALUES
('PRT','Print only',24.0),
('DIG','Digital only',12.5),
('ALL','Print and digital',30.0),
('STU','Student',6.0);
CREATE TABLE section (
  section_id bigint, section_name text, editor_id bigint,
  PRIMARY KEY (section_id)
);
INSERT INTO section VALUES
(1,'Politics',3),
(2,'Sport',5),
(3,'Culture',1),
(4,'Business',3),
(5,'Travel',NULL);
CREATE TABLE journalist (
  journalist_id bigint, name text, gender text, birth_year bigint, email text, section_id bigint, freelance text,
  PRIMARY KEY (journalist_id),
  FOREIGN KEY (section_id) REFERENCES section (section_id)
);
INSERT INTO journalist VALUES
(1,'Laura Finch','F',1975,'finch@paper.example',3,'no'),
(2,'Dan Ortega','M',1988,'ortega@paper.example',1,'no'),
(3,'Priya Nair','F',1969,'nair@paper.example',1,'no'),
(4,'Sam Holt','M',1990,'holt@paper.example',2,'yes'),
(5,'Greta Lund','F',1981,'lund@paper.example',2,'no'),
(6,'Felix Roy','M',1990,'roy@paper.example',3,'yes'),
(7,'Mona Aziz','F',1994,'aziz@paper.example',4,'no'),
(8,'Carl Dunn','M',1965,NULL,1,'yes');
CREATE TABLE article (
  article_id bigint, title text, section_id bigint, published_date date, word_count bigint, page_views bigint,
  PRIMARY KEY (article_id),
  FOREIGN KEY (section_id) REFERENCES section (section_id)
);
INSERT INTO article VALUES
(1,'Budget Passes Narrowly',1,'2023-01-04',950,12000),
(2,'Mayor Resigns',1,'2023-01-09',1200,45000),
(3,'Cup Final Thriller',2,'2023-01-10',700,38000),
(4,'A Season of Injuries',2,'2023-02-01',1500,9000),
(5,'The New Opera House',3,'2023-02-02',1100,7000),
(6,'Ten Books for Spring',3,'2023-03-03',800,15500),
(7,'Rates Rise Again',4,'2023-03-05',650,21000),
(8,'Factory to Close',4,'2023-03-06',900,21000),
(9,'Elections in Review',1,'2023-04-01',2100,18000),
(10,'Interview with a Coach',2,'2023-04-08',1300,5000);
CREATE TABLE article_authors (
  article_id bigint, journalist_id bigint,
  PRIMARY KEY (article_id, journalist_id),
  FOREIGN KEY (article_id) REFERENCES article (article_id),
  FOREIGN KEY (journalist_id) REFERENCES journalist (journalist_id)
);
INSERT INTO article_authors VALUES
(1,2),(2,2),(2,3),(3,4),(4,5),(5,1),(6,6),(7,7),(8,7),(9,3),(9,2),(10,4);
CREATE TABLE subscriber (
  subscriber_id bigint, first_name text, last_name text, city text, date_of_birth date,
  PRIMARY KEY (subscriber_id)
);
INSERT INTO subscriber VALUES
(1,'Alma','Ford','Riverton','1958-04-03'),
(2,'Hugo','Stein','Riverton','1985-10-21'),
(3,'Nadia','Cole','Westbrook','2001-02-14'),
(4,'Peter','Ford','Easton','1974-06-30'),
(5,'Julia','Marsh','Westbrook','1999-12-09'),
(6,'Omar','Tate','Riverton','1990-01-01');
CREATE TABLE subscription (
  subscription_id bigint, subscriber_id bigint, plan_type_code text, start_date date, end_date date, auto_renew text,
  PRIMARY KEY (subscription_id),
  FOREIGN KEY (subscriber_id) REFERENCES subscriber (subscriber_id),
  FOREIGN KEY (plan_type_code) REFERENCES ref_plan_types (plan_type_code)
);
INSERT INTO subscription VALUES
(1,1,'PRT','2015-01-01',NULL,'T'),
(2,2,'DIG','2020-05-01','2021-05-01','F'),
(3,2,'ALL','2021-06-01',NULL,'T'),
(4,3,'DIG','2022-09-01',NULL,'T'),
(5,4,'PRT','2018-03-01','2022-03-01','F'),
(6,5,'DIG','2023-01-15',NULL,'F'),
(7,1,'DIG','2022-01-01','2022-12-31','F');
