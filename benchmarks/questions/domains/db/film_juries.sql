CREATE SCHEMA film_juries; SET search_path TO film_juries;
CREATE TABLE directors (
  director_id bigint, full_name text, nationality text, born bigint, PRIMARY KEY (director_id));
INSERT INTO directors VALUES
(1,'Agnes Colbert','French',1961),(2,'Dario Conti','Italian',1974),(3,'Yuki Tanabe','Japanese',1983),(4,'Leila Mansour','Lebanese',1979),(5,'Bruno Keller','German',1955),(6,'Nadia Orlova','Russian',1990);
CREATE TABLE films (
  film_id bigint, title text, director_id bigint, country text, release_year bigint, running_time bigint, budget_millions double precision, language text, PRIMARY KEY (film_id));
INSERT INTO films VALUES
(1,'The Salt Road',1,'France',2018,124,8.5,'French'),
(2,'Paper Moonlight',3,'Japan',2019,97,3.2,'Japanese'),
(3,'Borrowed Time',2,'Italy',2019,110,5,'Italian'),
(4,'House of Cedars',4,'Lebanon',2020,102,1.8,'Arabic'),
(5,'Last Tram Home',5,'Germany',2017,138,11,'German'),
(6,'Glass Rivers',1,'France',2020,91,4.4,'French'),
(7,'Second Spring',3,'Japan',2020,115,6.1,'Japanese'),
(8,'The Empty Chair',2,'Switzerland',2021,84,2,'Italian');
CREATE TABLE jury_members (
  juror_id bigint, name text, profession text, age bigint, nationality text, PRIMARY KEY (juror_id));
INSERT INTO jury_members VALUES
(1,'Helen Marsh','Critic',58,'British'),(2,'Pierre Duval','Actor',47,'French'),(3,'Mei Lin','Director',39,'Chinese'),
(4,'Carlos Ibarra','Critic',44,'Spanish'),(5,'Ana Petrovic','Producer',51,'Serbian'),(6,'Tom Ashby','Actor',63,'British'),(7,'Greta Olsen','Editor',44,'Danish');
CREATE TABLE juries (
  jury_id bigint, jury_name text, edition bigint, president_id bigint, PRIMARY KEY (jury_id));
INSERT INTO juries VALUES
(1,'Main Competition',2020,1),(2,'New Voices',2020,3),(3,'Main Competition',2021,5),(4,'Short List',2021,6);
CREATE TABLE jury_seats (
  jury_id bigint, juror_id bigint, PRIMARY KEY (jury_id, juror_id));
INSERT INTO jury_seats VALUES (1,1),(1,2),(1,4),(2,3),(2,4),(3,5),(3,2),(3,1),(3,3),(4,6);
CREATE TABLE screenings (
  screening_id bigint, film_id bigint, cinema text, screening_date date, tickets_sold bigint, PRIMARY KEY (screening_id));
INSERT INTO screenings VALUES
(1,1,'Palace','2020-09-02',410),(2,1,'Odeon','2020-09-03',220),(3,2,'Palace','2020-09-02',380),(4,3,'Studio Nine','2020-09-04',95),
(5,4,'Odeon','2020-09-05',180),(6,6,'Palace','2021-09-01',450),(7,7,'Studio Nine','2021-09-02',110),(8,7,'Palace','2021-09-03',395),(9,8,'Odeon','2021-09-03',150);
CREATE TABLE awards (
  award_id bigint, award_name text, film_id bigint, jury_id bigint, prize_money bigint, PRIMARY KEY (award_id));
INSERT INTO awards VALUES
(1,'Golden Reel',1,1,50000),(2,'Special Mention',4,1,5000),(3,'Best Debut',4,2,10000),(4,'Golden Reel',7,3,60000),(5,'Best Script',6,3,15000),(6,'Audience Prize',7,NULL,8000);
ALTER TABLE films ADD FOREIGN KEY (director_id) REFERENCES directors(director_id);
ALTER TABLE juries ADD FOREIGN KEY (president_id) REFERENCES jury_members(juror_id);
ALTER TABLE jury_seats ADD FOREIGN KEY (jury_id) REFERENCES juries(jury_id);
ALTER TABLE jury_seats ADD FOREIGN KEY (juror_id) REFERENCES jury_members(juror_id);
ALTER TABLE screenings ADD FOREIGN KEY (film_id) REFERENCES films(film_id);
ALTER TABLE awards ADD FOREIGN KEY (film_id) REFERENCES films(film_id);
ALTER TABLE awards ADD FOREIGN KEY (jury_id) REFERENCES juries(jury_id);
