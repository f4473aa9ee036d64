CREATE SCHEMA hotel_group; SET search_path TO hotel_group;
CREATE TABLE Ref_Room_Types (
  room_type_code text, room_type_description text, PRIMARY KEY (room_type_code));
INSERT INTO Ref_Room_Types VALUES ('SGL','Single Room'),('DBL','Double Room'),('STE','Suite'),('FAM','Family Room');
CREATE TABLE Hotels (
  hotel_id bigint, hotel_name text, city text, stars bigint, year_built bigint, PRIMARY KEY (hotel_id));
INSERT INTO Hotels VALUES
(1,'Grand Palace','Vienna',5,1898),(2,'Hotel Luna','Prague',3,1994),(3,'Seaview Lodge','Split',4,2008),(4,'City Inn','Vienna',3,2011),(5,'Alpine Rest','Innsbruck',4,1976);
CREATE TABLE Rooms (
  room_id bigint, hotel_id bigint, room_number text, room_type_code text, floor bigint, nightly_rate double precision, PRIMARY KEY (room_id));
INSERT INTO Rooms VALUES
(1,1,'101','SGL',1,140),(2,1,'201','DBL',2,210),(3,1,'501','STE',5,520),(4,2,'11','DBL',1,75),(5,2,'12','SGL',1,55),
(6,3,'A1','FAM',1,160),(7,3,'A2','DBL',1,125),(8,4,'301','SGL',3,68),(9,4,'302','DBL',3,89),(10,4,'303','DBL',3,89);
CREATE TABLE Guests (
  guest_id bigint, first_name text, last_name text, email text, country text, loyalty_points bigint, PRIMARY KEY (guest_id));
INSERT INTO Guests VALUES
(1,'Julia','Weber','jweber@post.at','Austria',1200),
(2,'Marco','Bianchi','marco.b@mail.it','Italy',300),
(3,'Sara','Novotna','sara@seznam.cz','Czech Republic',0),
(4,'Ivan','Horvat','ivan.h@mail.hr','Croatia',850),
(5,'Emily','Stone','estone@mail.co.uk','United Kingdom',NULL),
(6,'Paolo','Ricci','pricci@mail.it','Italy',2300),
(7,'Hans','Gruber','hgruber@post.at','Austria',300);
CREATE TABLE Bookings (
  booking_id bigint, guest_id bigint, room_id bigint, check_in date, check_out date, number_of_adults bigint, booking_status text, PRIMARY KEY (booking_id));
INSERT INTO Bookings VALUES
(1,1,3,'2023-01-02','2023-01-05',2,'Completed'),
(2,2,4,'2023-01-10','2023-01-12',2,'Completed'),
(3,2,7,'2023-03-01','2023-03-08',2,'Cancelled'),
(4,3,1,'2023-03-15','2023-03-16',1,'Completed'),
(5,4,8,'2023-04-01','2023-04-03',1,'Completed'),
(6,6,3,'2023-04-10','2023-04-14',2,'Completed'),
(7,6,6,'2023-07-01','2023-07-15',2,'Confirmed'),
(8,1,2,'2023-07-20','2023-07-22',1,'Confirmed'),
(9,5,9,'2023-08-01','2023-08-02',1,'Cancelled'),
(10,6,10,'2023-08-05','2023-08-06',2,'Confirmed');
CREATE TABLE Payments (
  payment_id bigint, booking_id bigint, amount double precision, payment_method text, paid_on date, PRIMARY KEY (payment_id));
INSERT INTO Payments VALUES
(1,1,1000,'Credit Card','2023-01-02'),(2,1,560,'Cash','2023-01-05'),(3,2,150,'Credit Card','2023-01-12'),(4,4,140,'Cash','2023-03-16'),
(5,5,136,'Bank Transfer','2023-04-03'),(6,6,2080,'Credit Card','2023-04-14'),(7,7,500,'Bank Transfer','2023-06-01'),(8,8,100,'Credit Card','2023-07-01');
ALTER TABLE Rooms ADD FOREIGN KEY (hotel_id) REFERENCES Hotels(hotel_id);
ALTER TABLE Rooms ADD FOREIGN KEY (room_type_code) REFERENCES Ref_Room_Types(room_type_code);
ALTER TABLE Bookings ADD FOREIGN KEY (guest_id) REFERENCES Guests(guest_id);
ALTER TABLE Bookings ADD FOREIGN KEY (room_id) REFERENCES Rooms(room_id);
ALTER TABLE Payments ADD FOREIGN KEY (booking_id) REFERENCES Bookings(booking_id);
