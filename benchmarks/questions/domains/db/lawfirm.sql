CREATE SCHEMA lawfirm; SET search_path TO lawfirm;
CREATE TABLE lawyer (lawyer_id bigint, first_name text, last_name text, specialty text, year_admitted bigint, hourly_rate double precision, city text, PRIMARY KEY (lawyer_id));
INSERT INTO lawyer VALUES
(1,'Anna','Berger','Tax',2001,310,'Boston'),
(2,'Paul','Okafor','Criminal',2010,220,'Boston'),
(3,'Mei','Chan','Family',2015,180,'Denver'),
(4,'Ruth','Salinas','Tax',1995,400,'Chicago'),
(5,'Oscar','Lund','Criminal',2012,220,'Chicago'),
(6,'Tara','Singh','Labor',2018,150,'Denver'),
(7,'Greg','Berger','Family',2005,260,'Boston'),
(8,'Ivo','Petrov','Real Estate',2008,275,'Chicago');
CREATE TABLE client (client_id bigint, client_name text, client_type text, city text, email text, PRIMARY KEY (client_id));
INSERT INTO client VALUES
(1,'Harbor Foods','Company','Boston','info@harborfoods.com'),
(2,'Julia Stone','Individual','Denver','julia@stone.net'),
(3,'Northgate Mills','Company','Chicago','office@northgate.com'),
(4,'Peter Vance','Individual','Boston',NULL),
(5,'Blue Lantern','Company','Denver','hello@bluelantern.org'),
(6,'Sofia Reyes','Individual','Chicago','sofia@reyes.net'),
(7,'Green Valley Trust','Foundation','Boston','trust@greenvalley.org');
CREATE TABLE legal_case (case_id bigint, title text, case_type text, status text, year_opened bigint, claim_amount double precision, client_id bigint, lead_lawyer_id bigint, PRIMARY KEY (case_id), FOREIGN KEY (client_id) REFERENCES client(client_id), FOREIGN KEY (lead_lawyer_id) REFERENCES lawyer(lawyer_id));
INSERT INTO legal_case VALUES
(101,'Harbor Foods v. State','Tax','Open',2019,250000,1,1),
(102,'Stone Divorce','Family','Closed',2017,40000,2,3),
(103,'Northgate Strike','Labor','Closed',2018,120000,3,6),
(104,'Vance Appeal','Criminal','Open',2020,15000,4,2),
(105,'Blue Lantern Audit','Tax','Settled',2016,90000,5,4),
(106,'Harbor Foods Lease','Property','Open',2020,60000,1,8),
(107,'Reyes Custody','Family','Settled',2021,20000,6,3),
(108,'Northgate Refund','Tax','Closed',2015,310000,3,4),
(109,'Vance Theft','Criminal','Closed',2018,5000,4,5),
(110,'Harbor Foods Payroll','Labor','Open',2021,75000,1,6);
CREATE TABLE case_team (case_id bigint, lawyer_id bigint, hours_billed bigint, PRIMARY KEY (case_id, lawyer_id), FOREIGN KEY (case_id) REFERENCES legal_case(case_id), FOREIGN KEY (lawyer_id) REFERENCES lawyer(lawyer_id));
INSERT INTO case_team VALUES
(101,1,120),(101,4,60),(102,3,45),(102,7,12),(103,6,80),(104,2,30),(104,5,22),(105,4,70),(105,1,15),(106,8,40),(107,3,18),(108,4,200),(108,1,90),(109,5,25),(110,6,33),(110,2,10);
CREATE TABLE hearing (hearing_id bigint, case_id bigint, court_name text, hearing_date date, judge text, outcome text, PRIMARY KEY (hearing_id), FOREIGN KEY (case_id) REFERENCES legal_case(case_id));
INSERT INTO hearing VALUES
(1,101,'Superior Court','2019-05-02','Hale','Adjourned'),
(2,101,'Superior Court','2019-09-10','Hale','Granted'),
(3,102,'Family Court','2017-11-20','Moreno','Granted'),
(4,103,'Labor Tribunal','2018-06-14','Quist','Denied'),
(5,104,'Superior Court','2020-02-01','Hale','Denied'),
(6,104,'Court of Appeals','2020-12-05','Ferris','Adjourned'),
(7,104,'Court of Appeals','2021-03-15','Ferris','Granted'),
(8,107,'Family Court','2021-08-08','Moreno','Adjourned'),
(9,108,'Court of Appeals','2016-01-30','Ferris','Denied'),
(10,109,'Superior Court','2018-10-10','Hale','Denied'),
(11,110,'Labor Tribunal','2021-11-11','Quist','Granted');
