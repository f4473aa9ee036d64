-- Customers with varied names and addresses of their own, after those that are there. Variables: customers, and every: each
-- so many-th customer has orders (0 to 4) and addresses (0 to 2).
\set ON_ERROR_STOP on
BEGIN;
SET LOCAL synchronous_commit = off;

SELECT coalesce(max(id), 0) AS before FROM public.customer \gset

WITH words AS (
    SELECT ARRAY['Ada','Alan','Barbara','Carol','Charles','Claude','Dana','Dennis','Donald','Edsger','Elena','Frances',
                 'Grace','Hedy','Ida','Jean','John','Karen','Katherine','Ken','Leslie','Lynn','Margaret','Mary','Niklaus',
                 'Olga','Peter','Radia','Robin','Sophie','Tim','Tony','Ursula','Vint','Whitfield','Zofia'] AS first,
           ARRAY['Allen','Backus','Bartik','Cerf','Church','Codd','Cook','Dahl','Dijkstra','Engelbart','Floyd','Hamilton',
                 'Hamming','Hoare','Holberton','Hopper','Iverson','Johnson','Karp','Kay','Knuth','Lamport','Liskov',
                 'Lovelace','McCarthy','Milner','Minsky','Naur','Perlis','Perlman','Rabin','Ritchie','Scott','Shannon',
                 'Shamir','Tarjan','Thompson','Turing','Wilson','Wing','Wirth','Yao'] AS last
), people AS (
    SELECT number,
           words.first[1 + (hashint4(number) & 65535) % cardinality(words.first)] AS first,
           chr(65 + (hashint4(number + 1) & 65535) % 26) AS middle,
           words.last[1 + (hashint4(number + 2) & 65535) % cardinality(words.last)] AS last
    FROM words, generate_series(:before + 1, :before + :customers) AS number
)
INSERT INTO public.customer (name, email)
SELECT format('%s %s. %s', first, middle, last), lower(format('%s.%s.%s@example.com', first, last, number))
FROM people ORDER BY number;

INSERT INTO public.orders (customer_id, order_date, total_amount)
SELECT customer.id, DATE '2024-01-01' + (hashint4(customer.id + place) & 65535) % 700,
       ((hashint4(customer.id * 5 + place) & 65535) % 50000) / 100.0
FROM public.customer, generate_series(1, 4) AS place
WHERE customer.id > :before AND customer.id % :every = 0 AND place <= (hashint4(customer.id) & 65535) % 5;

INSERT INTO public.address (customer_id, type, street, city, zip, country)
SELECT customer.id, (ARRAY['billing','shipping'])[place], format('%s Main Street', customer.id % 900 + 1),
       (ARRAY['Wonderland','Buildtown','Testville','Springfield','Riverdale'])[1 + customer.id % 5],
       lpad((customer.id % 100000)::text, 5, '0'), (ARRAY['USA','Canada','France'])[1 + customer.id % 3]
FROM public.customer, generate_series(1, 2) AS place
WHERE customer.id > :before AND customer.id % :every = 0 AND place <= (hashint4(customer.id) >> 4 & 65535) % 3;

COMMIT;
VACUUM (ANALYZE) public.customer, public.orders, public.address;
