-- Questions about the sample shop and the SQL that answers each: the questions are the comments above a query, and each of
-- them asks for that query's rows. Today is Wednesday, 2024-08-14. Where English leaves two answers open, either query is
-- right. How the answer is compared depends on the heading it is under.

--# Things: more of their columns may be shown than these

-- Show all customers.
-- list customers
-- all our clients please
-- Can you show me the customers?
-- who are our customers?
SELECT name FROM customer;

-- Show me every order
-- list all orders
-- I'd like to see all the orders, please.
-- what orders do we have?
SELECT order_date, total_amount FROM orders;

-- list all addresses
-- show me all the addresses on file
SELECT street, city FROM address;

-- Where does Bob live?
-- what is bob's address
-- Bob Builder's address please
SELECT city FROM address a JOIN customer c ON c.id = a.customer_id WHERE c.name = 'Bob Builder';

-- Alice's shipping address
-- What is the shipping address of Alice Wonderland?
SELECT street, city, zip, country FROM address WHERE customer_id = 1 AND type = 'shipping';

-- What is Charlie Test's shipping address?
SELECT street, city, zip, country FROM address WHERE customer_id = 3 AND type = 'shipping';

-- billing address of Bob
-- Where is Bob Builder billed?
SELECT street, city FROM address WHERE customer_id = 2 AND type = 'billing';

-- Give me the billing addresses
-- list all billing addresses
SELECT street, city FROM address WHERE type = 'billing';

-- shipping addresses in the USA
SELECT street, city FROM address WHERE type = 'shipping' AND country = 'USA';

-- addresses in Testville
-- which addresses are in Testville?
SELECT street, city FROM address WHERE city = 'Testville';

-- addresses without a zip code
-- addresses with no zip
SELECT city FROM address WHERE zip IS NULL;

-- addresses that are not in the USA
-- addresses outside the USA
SELECT street, city FROM address WHERE country <> 'USA';

-- customers in Wonderland
-- Which customers live in Wonderland?
-- who lives in Wonderland?
-- customers living in Wonderland
-- Give me the people from Wonderland
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE city = 'Wonderland');

-- clients located in Germany
-- customers based in Germany
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE country = 'Germany');

-- Which customers are from the USA?
-- customers from USA
-- Give me a list of all the customers that live in the USA.
-- who is from the USA?
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE country = 'USA');

-- customers in Testville or Buildtown
-- which customers live in Testville or in Buildtown?
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE city IN ('Testville', 'Buildtown'));

-- customers from France or Germany
-- customers in either France or Germany
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE country IN ('France', 'Germany'));

-- Which customers live in Berlin or Paris?
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE city IN ('Berlin', 'Paris'));

-- customers who live in the USA and have placed orders
-- customers from the USA who have ordered
-- customers from the USA with orders
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE country = 'USA')
    AND id IN (SELECT customer_id FROM orders);

-- customers from the USA who never ordered
-- customers in the USA without orders
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE country = 'USA')
    AND id NOT IN (SELECT customer_id FROM orders);

-- orders over 100
-- orders above 100
-- orders of more than 100
-- orders with a total amount greater than 100
-- show orders worth more than 100
SELECT order_date, total_amount FROM orders WHERE total_amount > 100;

-- orders worth more than $500
-- which orders cost more than 500?
-- orders exceeding 500
SELECT order_date, total_amount FROM orders WHERE total_amount > 500;

-- orders of at least 250
-- orders with an amount of 250 or more
SELECT order_date, total_amount FROM orders WHERE total_amount >= 250;

-- orders under 50
-- orders below 50
-- orders cheaper than 50
-- orders worth less than 50
SELECT order_date, total_amount FROM orders WHERE total_amount < 50;

-- orders of at most 75.50
SELECT order_date, total_amount FROM orders WHERE total_amount <= 75.50;

-- orders between 100 and 300
-- orders with a total between 100 and 300
SELECT order_date, total_amount FROM orders WHERE total_amount BETWEEN 100 AND 300;

-- orders of exactly 250
-- orders with a total amount of 250
SELECT order_date, total_amount FROM orders WHERE total_amount = 250;

-- orders without an amount
-- orders with no total amount
SELECT order_date FROM orders WHERE total_amount IS NULL;

-- orders without a date
-- orders with no order date
SELECT total_amount FROM orders WHERE order_date IS NULL;

-- customers with at least two orders
-- customers who have more than one order
-- customers with two or more orders
-- who has ordered at least twice?
SELECT name FROM customer WHERE (SELECT count(*) FROM orders WHERE customer_id = customer.id) >= 2;

-- customers with exactly one order
SELECT name FROM customer WHERE (SELECT count(*) FROM orders WHERE customer_id = customer.id) = 1;

-- customers with more than two orders
-- customers who placed more than 2 orders
-- who ordered at least three times?
SELECT name FROM customer WHERE (SELECT count(*) FROM orders WHERE customer_id = customer.id) > 2;

-- customers with fewer than two orders
-- customers with less than 2 orders
SELECT name FROM customer WHERE (SELECT count(*) FROM orders WHERE customer_id = customer.id) < 2;

-- customers who spent more than 500
-- who spent over 500?
-- Which customers have spent more than 500 in total?
SELECT name FROM customer WHERE (SELECT sum(total_amount) FROM orders WHERE customer_id = customer.id) > 500;

-- customers who spent at least 1000
SELECT name FROM customer WHERE (SELECT sum(total_amount) FROM orders WHERE customer_id = customer.id) >= 1000;

-- customers who spent between 100 and 500
SELECT name FROM customer
WHERE (SELECT sum(total_amount) FROM orders WHERE customer_id = customer.id) BETWEEN 100 AND 500;

-- customers who spent more than 300 in 2024
SELECT name FROM customer WHERE (SELECT sum(total_amount) FROM orders
    WHERE customer_id = customer.id AND order_date BETWEEN '2024-01-01' AND '2024-12-31') > 300;

-- customers with more than one address
-- who has at least two addresses?
SELECT name FROM customer WHERE (SELECT count(*) FROM address WHERE customer_id = customer.id) > 1;

-- customers with an order over 600
-- who has placed an order over 600?
-- customers who placed orders larger than 600
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM orders WHERE total_amount > 600);

-- customers named George
-- customers called George
SELECT name FROM customer WHERE name LIKE 'George %';

-- customers whose name starts with G
-- customers whose names begin with "G"
SELECT name FROM customer WHERE name LIKE 'G%';

-- customers whose email ends with example.com
-- customers whose email ends in "example.com"
SELECT name FROM customer WHERE email LIKE '%example.com';

-- customers whose email contains test
SELECT name FROM customer WHERE email LIKE '%test%';

-- List all customers with no orders.
-- customers without orders
-- who never ordered?
-- customers who have never placed an order
-- which customers haven't ordered anything?
-- customers that did not order
-- who has not bought anything yet?
-- Would you mind listing the customers with no orders?
SELECT name FROM customer WHERE id NOT IN (SELECT customer_id FROM orders);

-- customers without an address
-- customers who have no address
SELECT name FROM customer WHERE id NOT IN (SELECT customer_id FROM address);

-- customers with no shipping address
-- who has no shipping address?
-- customers who don't have a shipping address
SELECT name FROM customer WHERE id NOT IN (SELECT customer_id FROM address WHERE type = 'shipping');

-- customers without a billing address
SELECT name FROM customer WHERE id NOT IN (SELECT customer_id FROM address WHERE type = 'billing');

-- customers not from the USA
-- customers who do not live in the USA
-- customers outside the USA
-- which customers aren't from the USA?
SELECT name FROM customer WHERE id NOT IN (SELECT customer_id FROM address WHERE country = 'USA');

-- customers who are not in Testville or Buildtown
SELECT name FROM customer
WHERE id NOT IN (SELECT customer_id FROM address WHERE city IN ('Testville', 'Buildtown'));

-- customers who didn't order in 2024
-- customers with no orders in 2024
SELECT name FROM customer WHERE id NOT IN
    (SELECT customer_id FROM orders WHERE order_date BETWEEN '2024-01-01' AND '2024-12-31');

-- customers who have not ordered since June
SELECT name FROM customer WHERE id NOT IN (SELECT customer_id FROM orders WHERE order_date >= '2024-06-01');

-- customers who ordered in 2023 but not in 2024
SELECT name FROM customer
WHERE id IN (SELECT customer_id FROM orders WHERE order_date BETWEEN '2023-01-01' AND '2023-12-31')
    AND id NOT IN (SELECT customer_id FROM orders WHERE order_date BETWEEN '2024-01-01' AND '2024-12-31');

-- orders not placed by Alice
-- orders that are not from Alice Wonderland
SELECT order_date, total_amount FROM orders WHERE customer_id <> 1;

-- all customers except Alice
-- customers other than Alice Wonderland
SELECT name FROM customer WHERE id <> 1;

-- customers with both a billing and a shipping address
-- customers who have a billing address and a shipping address
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE type = 'billing')
    AND id IN (SELECT customer_id FROM address WHERE type = 'shipping');

-- customers with a shipping address but no billing address
-- customers who have a shipping address but not a billing address
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE type = 'shipping')
    AND id NOT IN (SELECT customer_id FROM address WHERE type = 'billing');

-- customers that have orders but no address
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM orders)
    AND id NOT IN (SELECT customer_id FROM address);

-- customers with neither orders nor addresses
-- customers without orders and without addresses
SELECT name FROM customer WHERE id NOT IN (SELECT customer_id FROM orders)
    AND id NOT IN (SELECT customer_id FROM address);

-- customers who ordered in both May and June 2024
-- customers who ordered in May 2024 and in June 2024
SELECT name FROM customer
WHERE id IN (SELECT customer_id FROM orders WHERE order_date BETWEEN '2024-05-01' AND '2024-05-31')
    AND id IN (SELECT customer_id FROM orders WHERE order_date BETWEEN '2024-06-01' AND '2024-06-30');

-- customers who live in Sweden or spent more than 1000
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE country = 'Sweden')
    OR (SELECT sum(total_amount) FROM orders WHERE customer_id = customer.id) > 1000;

-- Alice's orders
-- orders of Alice Wonderland
-- what has Alice ordered?
-- show me the orders that Alice made
SELECT order_date, total_amount FROM orders WHERE customer_id = 1;

-- orders placed by Bob
-- orders from Bob Builder
-- orders made by Bob
SELECT order_date, total_amount FROM orders WHERE customer_id = 2;

-- show Karl O'Neil's orders
SELECT order_date, total_amount FROM orders WHERE customer_id = 12;

-- orders by Alice or Bob
-- orders of Alice and Bob
SELECT order_date, total_amount FROM orders WHERE customer_id IN (1, 2);

-- Alice's orders over 100
SELECT order_date, total_amount FROM orders WHERE customer_id = 1 AND total_amount > 100;

-- Charlie's addresses
-- addresses of Charlie Test
-- all addresses we have for Charlie
SELECT street, city FROM address WHERE customer_id = 3;

-- orders of customers from the USA
-- orders made by customers in the USA
SELECT order_date, total_amount FROM orders
WHERE customer_id IN (SELECT customer_id FROM address WHERE country = 'USA');

-- orders by customers living in Testville
SELECT order_date, total_amount FROM orders
WHERE customer_id IN (SELECT customer_id FROM address WHERE city = 'Testville');

-- orders over 200 by customers from France
SELECT order_date, total_amount FROM orders
WHERE total_amount > 200 AND customer_id IN (SELECT customer_id FROM address WHERE country = 'France');

-- addresses of customers with no orders
SELECT street, city FROM address WHERE customer_id NOT IN (SELECT customer_id FROM orders);

-- who placed the order of 640?
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM orders WHERE total_amount = 640);

-- who placed an order on 2024-05-17?
-- Who ordered on May 17, 2024?
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM orders WHERE order_date = '2024-05-17');

-- who has the email bob@example.com?
-- Whose email is bob@example.com?
-- customer with the email bob@example.com
SELECT name FROM customer WHERE email = 'bob@example.com';

-- customers with zip code 30003
-- who lives in zip 30003?
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE zip = '30003');

-- who lives at 42 Test Lane?
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE street = '42 Test Lane');

-- orders in 2024
-- orders placed in 2024
-- this year's orders
-- all orders this year
SELECT order_date, total_amount FROM orders WHERE order_date BETWEEN '2024-01-01' AND '2024-12-31';

-- orders in 2023
-- last year's orders
-- orders before 2024
-- orders placed last year
SELECT order_date, total_amount FROM orders WHERE order_date BETWEEN '2023-01-01' AND '2023-12-31';

-- orders from June 2024
-- orders in June 2024
-- I want to see all orders from June 2024, thanks
SELECT order_date, total_amount FROM orders WHERE order_date BETWEEN '2024-06-01' AND '2024-06-30';

-- orders on 2024-07-20
-- orders on July 20, 2024
-- orders placed on 20 July 2024
-- orders of July 20th 2024
SELECT order_date, total_amount FROM orders WHERE order_date = '2024-07-20';

-- orders after June 30, 2024
-- orders since July 2024
-- orders since 2024-07-01
-- orders placed after June 2024
SELECT order_date, total_amount FROM orders WHERE order_date >= '2024-07-01';

-- orders since June
SELECT order_date, total_amount FROM orders WHERE order_date >= '2024-06-01';

-- orders before March 2024
SELECT order_date, total_amount FROM orders WHERE order_date < '2024-03-01';

-- orders until March 2024
-- orders up to March 2024
SELECT order_date, total_amount FROM orders WHERE order_date <= '2024-03-31';

-- orders between May and July 2024
-- orders from May to July 2024
-- orders between 2024-05-01 and 2024-07-31
-- orders between May 1, 2024 and July 31, 2024
SELECT order_date, total_amount FROM orders WHERE order_date BETWEEN '2024-05-01' AND '2024-07-31';

-- orders in Q2 2024
-- orders in the second quarter of 2024
SELECT order_date, total_amount FROM orders WHERE order_date BETWEEN '2024-04-01' AND '2024-06-30';

-- orders in the first half of 2024
SELECT order_date, total_amount FROM orders WHERE order_date BETWEEN '2024-01-01' AND '2024-06-30';

-- orders last month
-- last month's orders
-- which orders were placed last month?
SELECT order_date, total_amount FROM orders WHERE order_date BETWEEN '2024-07-01' AND '2024-07-31';

-- orders this month
-- what orders came in this month?
SELECT order_date, total_amount FROM orders WHERE order_date BETWEEN '2024-08-01' AND '2024-08-31';

-- orders from last week
SELECT order_date, total_amount FROM orders WHERE order_date BETWEEN '2024-08-05' AND '2024-08-11';

-- orders this week
SELECT order_date, total_amount FROM orders WHERE order_date BETWEEN '2024-08-12' AND '2024-08-18';

-- orders yesterday
-- yesterday's orders
SELECT order_date, total_amount FROM orders WHERE order_date = '2024-08-13';

-- today's orders
SELECT order_date, total_amount FROM orders WHERE order_date = '2024-08-14';

-- orders in the last 30 days
-- orders of the past 30 days
SELECT order_date, total_amount FROM orders WHERE order_date BETWEEN '2024-07-16' AND '2024-08-14';

-- Who ordered last month?
-- which customers ordered in July 2024?
-- who bought something in July 2024?
-- customers who placed an order last month
SELECT name FROM customer WHERE id IN
    (SELECT customer_id FROM orders WHERE order_date BETWEEN '2024-07-01' AND '2024-07-31');

-- customers who ordered this week
SELECT name FROM customer WHERE id IN
    (SELECT customer_id FROM orders WHERE order_date BETWEEN '2024-08-12' AND '2024-08-18');

-- Alice's orders in 2024
-- which orders did Alice place in 2024?
SELECT order_date, total_amount FROM orders
WHERE customer_id = 1 AND order_date BETWEEN '2024-01-01' AND '2024-12-31';

-- orders over 300 in July 2024
-- July 2024 orders above 300
SELECT order_date, total_amount FROM orders
WHERE total_amount > 300 AND order_date BETWEEN '2024-07-01' AND '2024-07-31';

-- the most expensive order
-- what was the biggest order?
-- largest order
-- which order has the highest total amount?
SELECT order_date, total_amount FROM orders WHERE total_amount = (SELECT max(total_amount) FROM orders);

-- the cheapest order
-- smallest order
-- order with the lowest total amount
SELECT order_date, total_amount FROM orders WHERE total_amount = (SELECT min(total_amount) FROM orders);

-- the latest order
-- most recent order
-- newest order
-- show me the last order
SELECT order_date, total_amount FROM orders WHERE order_date = (SELECT max(order_date) FROM orders);

-- oldest order
-- the very first order
-- earliest order
SELECT order_date, total_amount FROM orders WHERE order_date = (SELECT min(order_date) FROM orders);

-- the three latest orders
-- last 3 orders
-- 3 most recent orders
-- three newest orders please
SELECT order_date, total_amount FROM orders ORDER BY order_date DESC NULLS LAST FETCH FIRST 3 ROWS WITH TIES;

-- the two earliest orders
-- first two orders
SELECT order_date, total_amount FROM orders ORDER BY order_date FETCH FIRST 2 ROWS WITH TIES;

-- the four largest orders
-- four most expensive orders
-- top 4 orders by amount
SELECT order_date, total_amount FROM orders ORDER BY total_amount DESC NULLS LAST FETCH FIRST 4 ROWS WITH TIES;

-- the second largest order
-- second most expensive order
SELECT order_date, total_amount FROM orders ORDER BY total_amount DESC NULLS LAST OFFSET 1 FETCH FIRST 1 ROW ONLY;

-- Who spent the most?
-- which customer spent the most?
-- who has spent the most money?
-- biggest spender
-- Please tell me who spent the most
-- customer with the highest spending
SELECT c.name FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.id
ORDER BY sum(total_amount) DESC NULLS LAST FETCH FIRST 1 ROW WITH TIES;

-- who spent the most in 2023?
SELECT c.name FROM customer c JOIN orders o ON o.customer_id = c.id
WHERE order_date BETWEEN '2023-01-01' AND '2023-12-31' GROUP BY c.id
ORDER BY sum(total_amount) DESC NULLS LAST FETCH FIRST 1 ROW WITH TIES;

-- which customer from the USA spent the most?
SELECT c.name FROM customer c JOIN orders o ON o.customer_id = c.id
WHERE c.id IN (SELECT customer_id FROM address WHERE country = 'USA') GROUP BY c.id
ORDER BY sum(total_amount) DESC NULLS LAST FETCH FIRST 1 ROW WITH TIES;

-- top 3 customers by spending
-- the three biggest spenders
-- the three customers who spent the most
-- top 3 customers by revenue
SELECT c.name FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.id
ORDER BY sum(total_amount) DESC NULLS LAST FETCH FIRST 3 ROWS WITH TIES;

-- who has the most orders?
-- who placed the most orders?
-- customer with the most orders
-- which customer has ordered most often?
SELECT c.name FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.id
ORDER BY count(*) DESC FETCH FIRST 1 ROW WITH TIES;

-- who has the fewest orders?
SELECT c.name FROM customer c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id
ORDER BY count(o.id) FETCH FIRST 1 ROW WITH TIES;

-- Alice's biggest order
-- what is the largest order of Alice Wonderland?
SELECT order_date, total_amount FROM orders WHERE customer_id = 1
ORDER BY total_amount DESC NULLS LAST FETCH FIRST 1 ROW WITH TIES;

-- Bob's latest order
-- the last order of Bob Builder
SELECT order_date, total_amount FROM orders WHERE customer_id = 2
ORDER BY order_date DESC NULLS LAST FETCH FIRST 1 ROW WITH TIES;

-- the biggest order in June 2024
-- most expensive order of June 2024
SELECT order_date, total_amount FROM orders WHERE order_date BETWEEN '2024-06-01' AND '2024-06-30'
ORDER BY total_amount DESC NULLS LAST FETCH FIRST 1 ROW WITH TIES;

-- who placed the largest order?
-- which customer made the biggest order?
-- who made the biggest purchase?
SELECT name FROM customer WHERE id IN
    (SELECT customer_id FROM orders WHERE total_amount = (SELECT max(total_amount) FROM orders));

-- who placed the most recent order?
-- who ordered last?
SELECT name FROM customer WHERE id IN
    (SELECT customer_id FROM orders WHERE order_date = (SELECT max(order_date) FROM orders));

-- orders above average
-- orders above the average amount
-- which orders are larger than the average order?
-- orders with a total amount above average
SELECT order_date, total_amount FROM orders WHERE total_amount > (SELECT avg(total_amount) FROM orders);

-- orders below average
-- orders with a below average amount
SELECT order_date, total_amount FROM orders WHERE total_amount < (SELECT avg(total_amount) FROM orders);

-- customers who spent more than Alice
-- who spent more than Alice?
SELECT name FROM customer WHERE (SELECT sum(total_amount) FROM orders WHERE customer_id = customer.id)
    > (SELECT sum(total_amount) FROM orders WHERE customer_id = 1);

-- who has more orders than Bob?
-- customers with more orders than Bob Builder
SELECT name FROM customer WHERE (SELECT count(*) FROM orders WHERE customer_id = customer.id)
    > (SELECT count(*) FROM orders WHERE customer_id = 2);

-- List customers alphabetically
-- List customers in reverse alphabetical order
-- Show customers in alphabetical order
SELECT name FROM customer;

-- list orders newest first
-- list orders, largest first
-- all orders, oldest first
-- orders by amount
SELECT order_date, total_amount FROM orders;

-- Which order was the cheapest?
SELECT order_date, total_amount FROM orders WHERE total_amount = (SELECT min(total_amount) FROM orders);

-- Which order is the most expensive?
SELECT order_date, total_amount FROM orders WHERE total_amount = (SELECT max(total_amount) FROM orders);

-- What is the third most expensive order?
-- the 3rd largest order
SELECT order_date, total_amount FROM orders WHERE total_amount = (SELECT DISTINCT total_amount FROM orders
WHERE total_amount IS NOT NULL ORDER BY total_amount DESC OFFSET 2 LIMIT 1);

-- the second latest order
-- the second most recent order
SELECT order_date, total_amount FROM orders WHERE order_date = (SELECT DISTINCT order_date FROM orders
WHERE order_date IS NOT NULL ORDER BY order_date DESC OFFSET 1 LIMIT 1);

-- Who spent the second most?
-- second biggest spender
-- customer with the second highest spending
SELECT c.name FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.id
ORDER BY sum(total_amount) DESC NULLS LAST OFFSET 1 LIMIT 1;

-- Who placed the second largest order?
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM orders WHERE total_amount = 1150);

-- Whose email is charlie@test.com?
-- which customer has the email charlie@test.com
SELECT name FROM customer WHERE email = 'charlie@test.com';

-- Whose street is 123 Apple St?
-- Who lives at 123 Apple St?
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE street = '123 Apple St');

-- customers whose email ends with '.com'
SELECT name FROM customer WHERE email LIKE '%.com';

-- customers whose email contains "@test"
SELECT name FROM customer WHERE email LIKE '%@test%';

-- customers with an example.com email
SELECT name FROM customer WHERE email LIKE '%example.com';

-- Who has only a billing address?
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE type = 'billing')
AND id NOT IN (SELECT customer_id FROM address WHERE type <> 'billing');

-- which customers share an address?
SELECT name FROM customer WHERE id IN (SELECT a.customer_id FROM address a JOIN address b
ON a.street = b.street AND a.customer_id <> b.customer_id);

-- Which customers spent more than the average?
SELECT c.name FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.id
HAVING sum(total_amount) > (SELECT avg(spent) FROM (SELECT sum(total_amount) AS spent FROM orders GROUP BY customer_id) x);

-- Who lives in the same country as Bob?
SELECT name FROM customer WHERE id <> 2 AND id IN (SELECT customer_id FROM address WHERE country = 'USA');

-- Which orders are larger than Bob's order on 2024-07-20?
SELECT order_date, total_amount FROM orders WHERE total_amount > 99.99;

-- Which customers have either a shipping address or an order?
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE type = 'shipping')
OR id IN (SELECT customer_id FROM orders);

-- Which customers have an order over 100 but no shipping address?
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM orders WHERE total_amount > 100)
AND id NOT IN (SELECT customer_id FROM address WHERE type = 'shipping');

-- customers whose total spending is over 200
-- customers who have spent over 200 in total
SELECT c.name FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.id HAVING sum(total_amount) > 200;

-- orders of the last two years
SELECT order_date, total_amount FROM orders WHERE order_date > '2022-08-14' AND order_date <= '2024-08-14';

--# Exactly these columns

-- names of all customers
-- what are our customers' names?
SELECT name FROM customer;

-- What are the email addresses of our customers?
-- just the emails of all customers please
-- customer emails
SELECT email FROM customer;

-- list the name and email of every customer
-- customer names and emails
-- name and e-mail of each customer
SELECT name, email FROM customer;

-- list the street and city of all shipping addresses
-- street and city of each shipping address
SELECT street, city FROM address WHERE type = 'shipping';

-- date and amount of Alice's orders
-- order dates and amounts of Alice's orders
SELECT order_date, total_amount FROM orders WHERE customer_id = 1;

-- In which countries do we have customers?
-- what are the different countries?
-- list the distinct countries
-- which countries do our customers live in?
SELECT DISTINCT country FROM address;

-- list the different cities
-- all distinct cities
SELECT DISTINCT city FROM address;

-- What kinds of addresses are there?
-- different address types
SELECT DISTINCT type FROM address;

-- customer names sorted alphabetically
-- names of the customers in alphabetical order
SELECT name FROM customer ORDER BY name;

-- names of customers in reverse alphabetical order
-- customer names in descending order
SELECT name FROM customer ORDER BY name DESC;

-- How much was Bob's order on July 20, 2024?
-- total amount of Bob's order of 2024-07-20
SELECT total_amount FROM orders WHERE customer_id = 2 AND order_date = '2024-07-20';

-- emails of customers in the USA
-- email addresses of the customers from USA
SELECT email FROM customer WHERE id IN (SELECT customer_id FROM address WHERE country = 'USA');

-- emails of customers who ordered in July 2024
SELECT email FROM customer WHERE id IN
    (SELECT customer_id FROM orders WHERE order_date BETWEEN '2024-07-01' AND '2024-07-31');

-- emails of customers with no orders
-- names and emails of customers without orders
SELECT email FROM customer WHERE id NOT IN (SELECT customer_id FROM orders);
SELECT name, email FROM customer WHERE id NOT IN (SELECT customer_id FROM orders);

-- names of customers who live in Testville
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE city = 'Testville');

-- We need the names of all customers without an address
SELECT name FROM customer WHERE id NOT IN (SELECT customer_id FROM address);

-- How many customers do we have?
-- number of customers
-- count the customers
-- how many clients are there
-- total number of customers
-- Do you know how many customers we have?
-- quick question: how many customers are there
SELECT count(*) FROM customer;

-- How many orders are there?
-- how many orders have been placed?
-- count of all orders
-- how many orders do we have in total?
SELECT count(*) FROM orders;

-- how many addresses are on file?
-- number of addresses
SELECT count(*) FROM address;

-- How many orders has Alice Wonderland made?
-- number of Alice's orders
-- how many times has Alice ordered?
-- How many purchases did Alice make?
SELECT count(*) FROM orders WHERE customer_id = 1;

-- I'd like to know how many orders Bob has placed.
-- how many orders does Bob have
SELECT count(*) FROM orders WHERE customer_id = 2;

-- How many orders has Charlie placed?
SELECT count(*) FROM orders WHERE customer_id = 3;

-- How many customers live in the USA?
-- how many customers are from USA
-- number of customers in the USA
SELECT count(*) FROM customer WHERE id IN (SELECT customer_id FROM address WHERE country = 'USA');

-- how many customers live in Testville?
-- count of customers in Testville
SELECT count(*) FROM customer WHERE id IN (SELECT customer_id FROM address WHERE city = 'Testville');

-- how many customers have no orders?
-- number of customers without orders
-- how many customers never ordered?
SELECT count(*) FROM customer WHERE id NOT IN (SELECT customer_id FROM orders);

-- how many customers have no address?
SELECT count(*) FROM customer WHERE id NOT IN (SELECT customer_id FROM address);

-- how many customers have placed an order?
-- how many customers have ordered something?
-- number of customers with orders
SELECT count(DISTINCT customer_id) FROM orders;

-- how many customers ordered in 2024?
-- how many different customers placed orders in 2024?
SELECT count(DISTINCT customer_id) FROM orders WHERE order_date BETWEEN '2024-01-01' AND '2024-12-31';

-- How many different countries are there?
-- number of distinct countries
-- from how many countries are our customers?
SELECT count(DISTINCT country) FROM address;

-- how many different cities are there?
-- in how many cities do our customers live?
SELECT count(DISTINCT city) FROM address;

-- how many orders are over 200?
-- number of orders above 200
SELECT count(*) FROM orders WHERE total_amount > 200;

-- how many customers have more than one order?
SELECT count(*) FROM customer WHERE (SELECT count(*) FROM orders WHERE customer_id = customer.id) > 1;

-- how many orders were placed by customers from France?
SELECT count(*) FROM orders WHERE customer_id IN (SELECT customer_id FROM address WHERE country = 'France');

-- how many orders were placed last month?
-- how many orders did we get in July 2024?
-- number of orders in July 2024
SELECT count(*) FROM orders WHERE order_date BETWEEN '2024-07-01' AND '2024-07-31';

-- how many orders did Alice place in 2024?
SELECT count(*) FROM orders WHERE customer_id = 1 AND order_date BETWEEN '2024-01-01' AND '2024-12-31';

-- What is the total revenue?
-- total sales
-- sum of all order amounts
-- hey, what's the total revenue so far?
-- How much have all customers spent in total?
-- how much money did we make?
SELECT sum(total_amount) FROM orders;

-- revenue in 2024
-- how much did we sell this year?
-- revenue this year
-- what were our total sales in 2024?
SELECT sum(total_amount) FROM orders WHERE order_date BETWEEN '2024-01-01' AND '2024-12-31';

-- sales in June 2024
-- what was the revenue in June 2024?
SELECT sum(total_amount) FROM orders WHERE order_date BETWEEN '2024-06-01' AND '2024-06-30';

-- what was our turnover in the second quarter of 2024?
-- revenue in Q2 2024
SELECT sum(total_amount) FROM orders WHERE order_date BETWEEN '2024-04-01' AND '2024-06-30';

-- revenue since June
SELECT sum(total_amount) FROM orders WHERE order_date >= '2024-06-01';

-- how much did we sell last month?
-- last month's revenue
SELECT sum(total_amount) FROM orders WHERE order_date BETWEEN '2024-07-01' AND '2024-07-31';

-- what is the average order value?
-- average amount of an order
-- mean order total
-- how much is an order on average?
SELECT avg(total_amount) FROM orders;

-- what's the average order value in 2024?
SELECT avg(total_amount) FROM orders WHERE order_date BETWEEN '2024-01-01' AND '2024-12-31';

-- average amount of Alice's orders
-- what does Alice spend on average per order?
SELECT avg(total_amount) FROM orders WHERE customer_id = 1;

-- highest order amount
-- what's the biggest order total?
-- maximum total amount
SELECT max(total_amount) FROM orders;

-- lowest order amount
-- minimum order value
SELECT min(total_amount) FROM orders;

-- average number of orders per customer
-- how many orders does a customer place on average?
SELECT avg(n) FROM (SELECT count(o.id) AS n FROM customer c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id) x;
SELECT avg(n) FROM (SELECT count(*) AS n FROM orders GROUP BY customer_id) x;

-- How much did Bob spend?
-- how much money has Bob spent in total?
-- total spent by Bob Builder
-- Bob's total spending
-- total amount of Bob's orders
SELECT sum(total_amount) FROM orders WHERE customer_id = 2;

-- I was wondering how much Diana has spent
-- What did Diana Prince spend?
SELECT sum(total_amount) FROM orders WHERE customer_id = 4;

-- How much did Diana spend in 2024?
SELECT sum(total_amount) FROM orders WHERE customer_id = 4 AND order_date BETWEEN '2024-01-01' AND '2024-12-31';

-- How much did Alice spend in June 2024?
SELECT sum(total_amount) FROM orders WHERE customer_id = 1 AND order_date BETWEEN '2024-06-01' AND '2024-06-30';

-- how much did customers from France spend?
-- total spending of customers from France
-- revenue from France
SELECT sum(total_amount) FROM orders WHERE customer_id IN (SELECT customer_id FROM address WHERE country = 'France');

-- average amount of orders by customers in Fantasy
-- average order value of customers from Fantasy
SELECT avg(total_amount) FROM orders WHERE customer_id IN (SELECT customer_id FROM address WHERE country = 'Fantasy');

-- when was the first order placed?
-- date of the first order
-- earliest order date
SELECT min(order_date) FROM orders;

-- when was the most recent order placed?
-- latest order date
-- date of the last order
SELECT max(order_date) FROM orders;

-- When was Erik's last order?
-- when did Erik last order?
-- date of Erik's latest order
SELECT max(order_date) FROM orders WHERE customer_id = 5;

-- When did Alice first order?
-- date of Alice's first order
SELECT min(order_date) FROM orders WHERE customer_id = 1;

-- What is the total amount spent by each customer?
-- total spent per customer
-- how much did each customer spend?
-- spending by customer
-- revenue per customer
SELECT c.name, sum(total_amount) FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.id;
SELECT c.name, sum(total_amount) FROM customer c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id;
SELECT c.name, coalesce(sum(total_amount), 0) FROM customer c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id;

-- number of orders per customer
-- how many orders does each customer have?
-- order count by customer
-- how many orders did each customer place?
SELECT c.name, count(o.id) FROM customer c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id;
SELECT c.name, count(o.id) FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.id;

-- customers per country
-- how many customers live in each country?
-- number of customers by country
SELECT country, count(DISTINCT customer_id) FROM address GROUP BY country;

-- number of customers per city
-- how many customers are there in each city?
SELECT city, count(DISTINCT customer_id) FROM address GROUP BY city;

-- how many addresses are there of each type?
-- number of addresses per type
SELECT type, count(*) FROM address GROUP BY type;

-- how many addresses does each customer have?
-- number of addresses per customer
SELECT c.name, count(a.id) FROM customer c LEFT JOIN address a ON a.customer_id = c.id GROUP BY c.id;
SELECT c.name, count(a.id) FROM customer c JOIN address a ON a.customer_id = c.id GROUP BY c.id;

-- orders per month
-- how many orders were placed each month?
-- number of orders by month
SELECT to_char(order_date, 'YYYY-MM'), count(*) FROM orders GROUP BY 1;
SELECT to_char(order_date, 'YYYY-MM'), count(*) FROM orders WHERE order_date IS NOT NULL GROUP BY 1;

-- revenue per month
-- monthly revenue
-- sales by month
SELECT to_char(order_date, 'YYYY-MM'), coalesce(sum(total_amount), 0) FROM orders GROUP BY 1;
SELECT to_char(order_date, 'YYYY-MM'), coalesce(sum(total_amount), 0) FROM orders WHERE order_date IS NOT NULL GROUP BY 1;

-- revenue by month in 2024
-- total sales for each month of 2024
SELECT to_char(order_date, 'YYYY-MM'), coalesce(sum(total_amount), 0) FROM orders
WHERE order_date BETWEEN '2024-01-01' AND '2024-12-31' GROUP BY 1;

-- revenue by year
-- yearly sales
SELECT to_char(order_date, 'YYYY'), coalesce(sum(total_amount), 0) FROM orders GROUP BY 1;
SELECT to_char(order_date, 'YYYY'), coalesce(sum(total_amount), 0) FROM orders WHERE order_date IS NOT NULL GROUP BY 1;

-- orders per year
SELECT to_char(order_date, 'YYYY'), count(*) FROM orders GROUP BY 1;
SELECT to_char(order_date, 'YYYY'), count(*) FROM orders WHERE order_date IS NOT NULL GROUP BY 1;

-- how many orders per quarter?
SELECT to_char(order_date, 'YYYY-"Q"Q'), count(*) FROM orders GROUP BY 1;
SELECT to_char(order_date, 'YYYY-"Q"Q'), count(*) FROM orders WHERE order_date IS NOT NULL GROUP BY 1;

-- average order value per customer
-- what is the average order amount of each customer?
SELECT c.name, avg(total_amount) FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.id;
SELECT c.name, avg(total_amount) FROM customer c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id;

-- revenue by country
-- how much revenue comes from each country?
SELECT country, sum(total_amount) FROM (SELECT DISTINCT country, customer_id FROM address) a
JOIN orders USING (customer_id) GROUP BY country;

-- largest order amount per customer
-- highest order amount of each customer
SELECT c.name, max(total_amount) FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.id;
SELECT c.name, max(total_amount) FROM customer c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id;

-- latest order date per customer
-- When did each customer last order?
SELECT c.name, max(order_date) FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.id;
SELECT c.name, max(order_date) FROM customer c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id;

-- number of orders in 2024 per customer
-- how many orders did each customer place in 2024?
SELECT c.name, count(*) FROM customer c JOIN orders o ON o.customer_id = c.id
WHERE order_date BETWEEN '2024-01-01' AND '2024-12-31' GROUP BY c.id;
SELECT c.name, count(o.id) FROM customer c LEFT JOIN orders o ON o.customer_id = c.id
AND order_date BETWEEN '2024-01-01' AND '2024-12-31' GROUP BY c.id;

-- Show me everyone's email address
SELECT email FROM customer;

-- What is the amount of the second largest order?
SELECT 1150.00;

-- What city is Alice in?
SELECT DISTINCT city FROM address WHERE customer_id = 1;

-- Which street does Bob live on?
SELECT street FROM address WHERE customer_id = 2;

-- How many different countries do customers come from?
SELECT count(DISTINCT country) FROM address;

-- Which address types exist?
SELECT DISTINCT type FROM address;

-- names of customers who have orders
SELECT name FROM customer WHERE id IN (SELECT customer_id FROM orders);

-- List customers with their number of orders
SELECT c.name, count(o.id) FROM customer c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id;
SELECT c.name, count(o.id) FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.id;

-- Show me the customers with their total amount spent
-- Show each customer's name and total spending, highest first
SELECT c.name, coalesce(sum(total_amount), 0) FROM customer c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id;
SELECT c.name, sum(total_amount) FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.id;

-- what percentage of customers have ordered?
SELECT 100.0 * count(DISTINCT customer_id) / (SELECT count(*) FROM customer) FROM orders;

-- What is the difference between the largest and smallest order?
SELECT max(total_amount) - min(total_amount) FROM orders;

--# Of one thing: what it is called may be told too

-- What is Bob Builder's email?
-- Bob's email please
-- bob's e-mail address
-- email of Bob Builder
-- what's the mail address of Bob?
SELECT email FROM customer WHERE name = 'Bob Builder';

-- Could you tell me the email address of Charlie Test?
SELECT email FROM customer WHERE name = 'Charlie Test';

-- In which city does Erik live?
-- What city does Erik Svensson live in?
-- Erik's city
SELECT city FROM address WHERE customer_id = 5;

-- What country is Karl O'Neil from?
-- which country does Karl live in?
SELECT country FROM address WHERE customer_id = 12;

-- what is Bob's zip code?
-- Zip code of Bob Builder
-- postal code of Bob
SELECT zip FROM address WHERE customer_id = 2;

-- Which street does George Harris live in?
-- street of George Harris
SELECT street FROM address WHERE customer_id = 8;

-- When did Diana order?
-- order dates of Diana
SELECT order_date FROM orders WHERE customer_id = 4;

--# Groups: the figure they were chosen by may be shown too

-- country with the second highest revenue
SELECT country FROM (SELECT DISTINCT country, customer_id FROM address) a JOIN orders USING (customer_id) GROUP BY country
ORDER BY sum(total_amount) DESC OFFSET 1 LIMIT 1;

-- which countries have more than one customer?
-- countries with at least two customers
SELECT country FROM address GROUP BY country HAVING count(DISTINCT customer_id) > 1;

-- cities with more than two customers
SELECT city FROM address GROUP BY city HAVING count(DISTINCT customer_id) > 2;

-- cities with at least two customers
SELECT city FROM address GROUP BY city HAVING count(DISTINCT customer_id) >= 2;

-- which country has the most customers?
-- country with the most customers
SELECT country FROM address GROUP BY country ORDER BY count(DISTINCT customer_id) DESC FETCH FIRST 1 ROW WITH TIES;

-- which city has the most customers?
-- in which city do the most customers live?
SELECT city FROM address GROUP BY city ORDER BY count(DISTINCT customer_id) DESC FETCH FIRST 1 ROW WITH TIES;

-- Which month had the most orders?
-- in which month were the most orders placed?
SELECT to_char(order_date, 'YYYY-MM') FROM orders GROUP BY 1 ORDER BY count(*) DESC FETCH FIRST 1 ROW WITH TIES;

-- which year had the highest revenue?
SELECT to_char(order_date, 'YYYY') FROM orders GROUP BY 1
ORDER BY sum(total_amount) DESC FETCH FIRST 1 ROW WITH TIES;

-- months with more than two orders
SELECT to_char(order_date, 'YYYY-MM') FROM orders GROUP BY 1 HAVING count(*) > 2;

-- which country generates the most revenue?
-- country with the highest revenue
SELECT country FROM (SELECT DISTINCT country, customer_id FROM address) a JOIN orders USING (customer_id)
GROUP BY country ORDER BY sum(total_amount) DESC FETCH FIRST 1 ROW WITH TIES;

-- customer with the highest average order value
-- which customer has the highest average order amount?
SELECT c.name FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.id
ORDER BY avg(total_amount) DESC NULLS LAST FETCH FIRST 1 ROW WITH TIES;

-- cities of customers who spent over 1000
SELECT DISTINCT city FROM address
WHERE (SELECT sum(total_amount) FROM orders WHERE orders.customer_id = address.customer_id) > 1000;

--# Yes or no

-- Does any customer have no orders?
SELECT true;

-- Has anyone ordered in August 2024?
SELECT EXISTS (SELECT FROM orders WHERE order_date BETWEEN '2024-08-01' AND '2024-08-31');

-- Did Alice spend more than Bob?
SELECT (SELECT sum(total_amount) FROM orders WHERE customer_id = 1) > (SELECT sum(total_amount) FROM orders WHERE customer_id = 2);

-- Does Bob have a shipping address?
-- has Bob a shipping address?
SELECT EXISTS (SELECT FROM address WHERE customer_id = 2 AND type = 'shipping');

-- Does Alice have a shipping address?
SELECT EXISTS (SELECT FROM address WHERE customer_id = 1 AND type = 'shipping');

-- Has Charlie ordered anything?
-- did Charlie Test ever order?
-- Has Charlie placed any orders?
SELECT EXISTS (SELECT FROM orders WHERE customer_id = 3);

-- Did Bob order in June 2024?
SELECT EXISTS (SELECT FROM orders WHERE customer_id = 2 AND order_date BETWEEN '2024-06-01' AND '2024-06-30');

-- Has Alice ordered this year?
-- did Alice order in 2024?
SELECT EXISTS (SELECT FROM orders WHERE customer_id = 1 AND order_date BETWEEN '2024-01-01' AND '2024-12-31');

-- Is Bob from the USA?
-- does Bob live in the USA?
SELECT EXISTS (SELECT FROM address WHERE customer_id = 2 AND country = 'USA');

-- Does Diana live in Berlin?
SELECT EXISTS (SELECT FROM address WHERE customer_id = 4 AND city = 'Berlin');

-- Does Karl live in Ireland?
SELECT EXISTS (SELECT FROM address WHERE customer_id = 12 AND country = 'Ireland');

-- Are there any orders over 1000?
-- is there an order over 1000?
SELECT EXISTS (SELECT FROM orders WHERE total_amount > 1000);

-- are there orders above 2000?
SELECT EXISTS (SELECT FROM orders WHERE total_amount > 2000);

-- Are there customers without orders?
-- do we have customers with no orders?
SELECT EXISTS (SELECT FROM customer WHERE id NOT IN (SELECT customer_id FROM orders));

-- do we have customers in Germany?
-- are there any customers from Germany?
SELECT EXISTS (SELECT FROM address WHERE country = 'Germany');

-- Did anyone order yesterday?
SELECT EXISTS (SELECT FROM orders WHERE order_date = '2024-08-13');

-- did anyone order today?
SELECT EXISTS (SELECT FROM orders WHERE order_date = '2024-08-14');

-- Has Hannah Schmidt ever ordered?
SELECT EXISTS (SELECT FROM orders WHERE customer_id = 9);

-- Did Erik place more than one order?
-- does Erik have more than one order?
SELECT (SELECT count(*) FROM orders WHERE customer_id = 5) > 1;

-- Has Fatima spent more than 900?
SELECT (SELECT sum(total_amount) FROM orders WHERE customer_id = 6) > 900;

-- Was there an order on 2024-07-20?
SELECT EXISTS (SELECT FROM orders WHERE order_date = '2024-07-20');

-- Is there any customer without an address?
SELECT EXISTS (SELECT FROM customer WHERE id NOT IN (SELECT customer_id FROM address));
