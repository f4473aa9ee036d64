CREATE SCHEMA forum; SET search_path TO forum;
CREATE TABLE users (
  user_id bigint, username text, email text, location text, signup_date date, reputation bigint, is_moderator text, PRIMARY KEY (user_id));
INSERT INTO users VALUES
(1,'night_owl','owl@mail.org','Toronto','2016-02-11',5400,'T'),
(2,'pixelpia','pia@mail.org','Lisbon','2017-08-30',1320,'F'),
(3,'old_tom','tom@post.net','Toronto','2014-05-19',9800,'T'),
(4,'greta88','greta@post.net','Vienna','2019-11-02',210,'F'),
(5,'bytewise','byte@mail.org','Lisbon','2018-01-23',2750,'F'),
(6,'quietreader',NULL,'Osaka','2020-07-07',0,'F'),
(7,'maxpower','max@mail.org',NULL,'2020-03-15',210,'F');
CREATE TABLE categories (
  cat_id bigint, cat_name text, parent_cat_id bigint, PRIMARY KEY (cat_id));
INSERT INTO categories VALUES (1,'Hardware',NULL),(2,'Software',NULL),(3,'Keyboards',1),(4,'Monitors',1),(5,'Databases',2),(6,'Off Topic',NULL);
CREATE TABLE threads (
  thread_id bigint, title text, cat_id bigint, started_by bigint, created_on date, views bigint, locked text, PRIMARY KEY (thread_id));
INSERT INTO threads VALUES
(1,'Best keyboard for coding',3,2,'2019-01-15',3400,'F'),
(2,'Slow query on big table',5,5,'2019-03-02',1250,'F'),
(3,'Introduce yourself',6,3,'2014-05-20',15800,'T'),
(4,'Dead pixels',4,2,'2020-06-11',640,'F'),
(5,'Backup strategies',5,1,'2020-09-01',980,'F'),
(6,'Favourite snacks',6,4,'2020-11-24',1250,'T');
CREATE TABLE posts (
  post_id bigint, thread_id bigint, user_id bigint, posted_at date, body text, likes bigint, PRIMARY KEY (post_id));
INSERT INTO posts VALUES
(1,1,2,'2019-01-15','Which one do you use?',4),(2,1,3,'2019-01-15','Anything with clicks',12),(3,1,5,'2019-01-16','Mine is silent',3),
(4,2,5,'2019-03-02','It takes minutes',1),(5,2,3,'2019-03-02','Add an index',25),(6,3,3,'2014-05-20','Welcome',40),(7,3,1,'2016-02-11','Hello',9),
(8,3,4,'2019-11-02','Hi all',2),(9,4,2,'2020-06-11','Two of them',0),(10,5,1,'2020-09-01','Test your restores',18),(11,6,4,'2020-11-24','Olives',5),(12,2,1,'2019-03-03','And run analyze',7);
CREATE TABLE badges (
  badge_id bigint, badge_name text, level text, PRIMARY KEY (badge_id));
INSERT INTO badges VALUES (1,'First Post','Bronze'),(2,'Helpful','Silver'),(3,'Veteran','Gold'),(4,'Editor','Bronze'),(5,'Legend','Gold');
CREATE TABLE user_badges (
  user_id bigint, badge_id bigint, awarded_on date, PRIMARY KEY (user_id, badge_id));
INSERT INTO user_badges VALUES (1,1,'2016-02-11'),(1,2,'2018-04-04'),(2,1,'2019-01-15'),(3,1,'2014-05-20'),(3,2,'2015-10-01'),(3,3,'2019-05-19'),(4,1,'2019-11-02'),(5,4,'2020-02-02'),(1,3,'2021-02-11');
ALTER TABLE categories ADD FOREIGN KEY (parent_cat_id) REFERENCES categories(cat_id);
ALTER TABLE threads ADD FOREIGN KEY (cat_id) REFERENCES categories(cat_id);
ALTER TABLE threads ADD FOREIGN KEY (started_by) REFERENCES users(user_id);
ALTER TABLE posts ADD FOREIGN KEY (thread_id) REFERENCES threads(thread_id);
ALTER TABLE posts ADD FOREIGN KEY (user_id) REFERENCES users(user_id);
ALTER TABLE user_badges ADD FOREIGN KEY (user_id) REFERENCES users(user_id);
ALTER TABLE user_badges ADD FOREIGN KEY (badge_id) REFERENCES badges(badge_id);
