CREATE SCHEMA bakery; SET search_path TO bakery;
CREATE TABLE shops (
  shopId bigint, shopName text, city text, street text, openSince bigint, seats bigint, PRIMARY KEY (shopId));
INSERT INTO shops VALUES
(1,'Golden Crust','Bristol','High Street',1998,20),
(2,'Morning Loaf','Bristol','Park Row',2006,0),
(3,'Rye and Shine','Bath','Mill Street',2012,14),
(4,'The Oven Door','Exeter','Queen Street',2012,32),
(5,'Crumb Corner','Bath','Abbey Yard',2019,NULL);
CREATE TABLE bakers (
  bakerId bigint, name text, age bigint, hometown text, wage double precision, shopId bigint, trainerId bigint, PRIMARY KEY (bakerId));
INSERT INTO bakers VALUES
(1,'Hilda Brandt',54,'Hamburg',21.5,1,NULL),
(2,'Joe Pasco',33,'Truro',16,1,1),
(3,'Nina Sorrell',28,'Bath',14.75,3,1),
(4,'Omar Said',41,'Bristol',17.5,2,1),
(5,'Petra Novak',25,'Brno',13.5,4,4),
(6,'Quentin Hale',19,'Exeter',11.2,4,5),
(7,'Rosa Vidal',33,'Girona',16,3,NULL);
CREATE TABLE recipes (
  recipeId bigint, title text, kind text, bakingMinutes bigint, price double precision, createdBy bigint, PRIMARY KEY (recipeId));
INSERT INTO recipes VALUES
(1,'Sourdough Loaf','Bread',45,4.2,1),
(2,'Butter Croissant','Pastry',18,2.1,7),
(3,'Cinnamon Knot','Pastry',20,2.6,3),
(4,'Dark Rye','Bread',60,4.8,1),
(5,'Carrot Cake','Cake',50,3.5,4),
(6,'Lemon Drizzle','Cake',40,3.2,3),
(7,'Seeded Roll','Bread',15,0.9,2),
(8,'Almond Tart','Pastry',30,3.5,7);
CREATE TABLE ingredients (
  ingredientId bigint, name text, origin text, costPerKilo double precision, vegan text, PRIMARY KEY (ingredientId));
INSERT INTO ingredients VALUES
(1,'Wheat Flour','England',0.8,'T'),
(2,'Rye Flour','Germany',1.1,'T'),
(3,'Butter','Ireland',6.5,'F'),
(4,'Cinnamon','Sri Lanka',14,'T'),
(5,'Almonds','Spain',9.2,'T'),
(6,'Eggs','England',3.1,'F'),
(7,'Carrots','England',0.9,'T'),
(8,'Saffron','Spain',2400,'T');
CREATE TABLE recipe_ingredients (
  recipeId bigint, ingredientId bigint, grams bigint, PRIMARY KEY (recipeId, ingredientId));
INSERT INTO recipe_ingredients VALUES
(1,1,500),(2,1,60),(2,3,40),(3,1,70),(3,3,20),(3,4,3),(4,2,450),(4,1,50),(5,1,200),(5,6,150),(5,7,180),(6,1,180),(6,3,100),(6,6,120),(7,1,80),(8,3,60),(8,5,90),(8,6,50);
CREATE TABLE daily_sales (
  saleId bigint, shopId bigint, recipeId bigint, sold_on date, quantity bigint, PRIMARY KEY (saleId));
INSERT INTO daily_sales VALUES
(1,1,1,'2023-05-01',30),(2,1,2,'2023-05-01',55),(3,2,1,'2023-05-01',22),(4,3,4,'2023-05-01',12),(5,3,3,'2023-05-02',40),
(6,4,5,'2023-05-02',18),(7,4,2,'2023-05-02',60),(8,1,7,'2023-05-02',80),(9,2,7,'2023-05-03',64),(10,1,5,'2023-05-03',9),(11,3,2,'2023-05-03',35);
ALTER TABLE bakers ADD FOREIGN KEY (shopId) REFERENCES shops(shopId);
ALTER TABLE bakers ADD FOREIGN KEY (trainerId) REFERENCES bakers(bakerId);
ALTER TABLE recipes ADD FOREIGN KEY (createdBy) REFERENCES bakers(bakerId);
ALTER TABLE recipe_ingredients ADD FOREIGN KEY (recipeId) REFERENCES recipes(recipeId);
ALTER TABLE recipe_ingredients ADD FOREIGN KEY (ingredientId) REFERENCES ingredients(ingredientId);
ALTER TABLE daily_sales ADD FOREIGN KEY (shopId) REFERENCES shops(shopId);
ALTER TABLE daily_sales ADD FOREIGN KEY (recipeId) REFERENCES recipes(recipeId);
