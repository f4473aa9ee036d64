CREATE SCHEMA blood_bank; SET search_path TO blood_bank;
CREATE TABLE donors (
  donor_id bigint, donor_name text, sex text, birthdate date, blood_type text, city text, weight_kg double precision, referred_by bigint,
  PRIMARY KEY (donor_id),
  FOREIGN KEY (referred_by) REFERENCES donors (donor_id)
);
INSERT INTO donors VALUES
(1,'Amelia Stone','F','1984-05-11','O+','Kingsport',64,NULL),
(2,'Bruno Costa','M','1991-02-28','A+','Kingsport',81,1),
(3,'Cathy Wren','F','1975-08-19','O-','Millfield',59,NULL),
(4,'Derek Yoon','M','1999-12-03','B+','Millfield',73,2),
(5,'Elena Marsh','F','1988-07-07','AB-','Dunmore',66,1),
(6,'Frank Obi','M','1969-01-30','O+','Kingsport',92,3),
(7,'Gloria Hunt','F','1995-09-15','A-','Dunmore',55,NULL),
(8,'Hassan Ali','M','1991-11-22','O+','Ashby',78,NULL);
CREATE TABLE nurses (
  nurse_id bigint, nurse_name text, shift text, years_exp bigint, wage double precision,
  PRIMARY KEY (nurse_id)
);
INSERT INTO nurses VALUES
(1,'Nora Pike','Day',12,31.5),
(2,'Oscar Bell','Night',4,27.0),
(3,'Pia Lindqvist','Day',8,29.0),
(4,'Quinn Harper','Night',15,33.0),
(5,'Rosa Jimenez','Day',2,24.5);
CREATE TABLE donations (
  donation_id bigint, donor_id bigint, nurse_id bigint, donation_date date, volume_ml bigint, hemoglobin double precision, status text,
  PRIMARY KEY (donation_id),
  FOREIGN KEY (donor_id) REFERENCES donors (donor_id),
  FOREIGN KEY (nurse_id) REFERENCES nurses (nurse_id)
);
INSERT INTO donations VALUES
(1,1,1,'2023-01-10',450,13.2,'Accepted'),
(2,2,1,'2023-01-12',450,14.8,'Accepted'),
(3,3,3,'2023-01-20',350,12.1,'Accepted'),
(4,4,2,'2023-02-02',450,15.0,'Rejected'),
(5,1,3,'2023-03-15',450,13.0,'Accepted'),
(6,6,4,'2023-03-18',500,15.7,'Accepted'),
(7,5,4,'2023-03-20',400,12.4,'Accepted'),
(8,6,1,'2023-05-22',500,15.4,'Accepted'),
(9,1,1,'2023-06-01',450,12.9,'Rejected'),
(10,2,2,'2023-06-11',450,14.5,'Accepted');
CREATE TABLE departments (
  dept_id bigint, dept_name text, floor bigint, head text,
  PRIMARY KEY (dept_id)
);
INSERT INTO departments VALUES
(1,'Surgery',3,'Dr. Meyer'),
(2,'Oncology',5,'Dr. Said'),
(3,'Emergency',1,'Dr. Cross'),
(4,'Maternity',4,'Dr. Lane');
CREATE TABLE requests (
  request_id bigint, dept_id bigint, blood_type text, units bigint, urgency text, request_date date, fulfilled text,
  PRIMARY KEY (request_id),
  FOREIGN KEY (dept_id) REFERENCES departments (dept_id)
);
INSERT INTO requests VALUES
(1,1,'O+',4,'High','2023-02-01','yes'),
(2,1,'A+',2,'Low','2023-02-14','yes'),
(3,3,'O-',6,'High','2023-03-01','no'),
(4,3,'O+',3,'High','2023-03-09','yes'),
(5,2,'B+',1,'Medium','2023-03-30','no'),
(6,3,'AB-',2,'Medium','2023-04-12','yes'),
(7,1,'O-',2,'Low','2023-05-05','no'),
(8,2,'B-',2,'Low','2023-05-09','no');
