SELECT count(*) FROM customer
SELECT name, email FROM customer ORDER BY name
SELECT * FROM customer ORDER BY id
SELECT c.* FROM customer c ORDER BY c.id
SELECT c.name, o.* FROM customer c JOIN orders o ON o.customer_id = c.id ORDER BY o.id
SELECT * FROM customer c JOIN address a ON a.customer_id = c.id ORDER BY c.id, a.id
SELECT DISTINCT city FROM address ORDER BY city
SELECT c.name, count(o.id) AS orders FROM customer c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id, c.name ORDER BY orders DESC, c.name
SELECT c.name, COALESCE(SUM(o.total_amount), 0) AS spent FROM customer c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.name ORDER BY 2 DESC, 1
SELECT name FROM customer WHERE id NOT IN (SELECT customer_id FROM orders) ORDER BY name
SELECT name FROM customer c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id)
SELECT name FROM customer WHERE EXISTS (SELECT 1 FROM orders WHERE customer_id = customer.id) ORDER BY 1
SELECT customer.name FROM public.customer WHERE public.customer.id = 1
SELECT name FROM customer WHERE name ILIKE '%bob%' OR email LIKE 'alice%' ORDER BY name
SELECT name FROM customer WHERE name SIMILAR TO '(Alice|Bob)%' ORDER BY name
SELECT name FROM customer WHERE name ~ '^[AB]' ORDER BY name
SELECT name FROM customer WHERE name ~* 'wonder' AND email !~ 'test' AND name !~* '^zed'
SELECT max(total_amount), min(total_amount), avg(total_amount)::numeric(10,2) FROM orders
SELECT round(avg(total_amount), 2) AS mean FROM orders HAVING count(*) > 1
SELECT date_trunc('month', order_date) AS month, sum(total_amount) FROM orders GROUP BY month ORDER BY month
SELECT extract(year FROM order_date) AS year, extract(month FROM order_date) AS month, count(*) FROM orders GROUP BY 1, 2 ORDER BY 1, 2
SELECT to_char(order_date, 'YYYY-MM') AS ym, sum(total_amount) FROM orders GROUP BY to_char(order_date, 'YYYY-MM') ORDER BY ym
SELECT date_part('dow', order_date) AS dow FROM orders ORDER BY 1
SELECT order_date + 30 AS due, order_date - date '2024-01-01' AS days FROM orders ORDER BY id
SELECT order_date + interval '1 month' AS next FROM orders ORDER BY id
SELECT count(*) FROM orders WHERE order_date BETWEEN '2024-05-01' AND '2024-06-30'
SELECT count(*) FROM orders WHERE order_date >= DATE '2024-01-01' AND order_date < DATE '2025-01-01'
SELECT age(date '2024-07-20', order_date) FROM orders ORDER BY id
SELECT CASE WHEN total_amount >= 200 THEN 'large' WHEN total_amount >= 100 THEN 'medium' ELSE 'small' END AS size, count(*) FROM orders GROUP BY size ORDER BY size
SELECT CASE city WHEN 'Wonderland' THEN 1 ELSE 0 END AS w FROM address ORDER BY id
SELECT sum(CASE WHEN country = 'USA' THEN 1 ELSE 0 END) AS usa FROM address
SELECT count(*) FILTER (WHERE country = 'USA') AS usa, count(*) AS total FROM address
SELECT nullif(city, 'Testville') AS city FROM address ORDER BY id
SELECT greatest(1, 2, 3), least(4, 5), coalesce(NULL, 'x')
SELECT upper(name), lower(email), initcap(name), length(name), left(name, 3), right(name, 3) FROM customer ORDER BY id
SELECT split_part(email, '@', 2) AS domain, count(*) FROM customer GROUP BY domain ORDER BY domain
SELECT substring(email FROM position('@' IN email) + 1) AS domain FROM customer ORDER BY id
SELECT substring(name FROM 1 FOR 3), substring(name, 2, 2), substr(name, 1, 1) FROM customer ORDER BY id
SELECT trim(both ' ' from '  x  '), ltrim('  x'), rtrim('x  '), btrim('xxaxx', 'x')
SELECT regexp_replace(zip, '[^0-9]', '', 'g') FROM address ORDER BY id
SELECT concat(street, ', ', city), concat_ws(' ', zip, city) FROM address ORDER BY id
SELECT name || ' <' || email || '>' AS contact FROM customer ORDER BY id
SELECT lpad(id::text, 5, '0') AS code, rpad(name, 20, '.') FROM customer ORDER BY id
SELECT replace(name, ' ', '_'), reverse(name), translate(name, 'abc', 'xyz'), repeat('*', 3) FROM customer ORDER BY id
SELECT format('%s has %s', name, email) FROM customer ORDER BY id
SELECT string_agg(name, ', ' ORDER BY name) FROM customer
SELECT string_agg(DISTINCT country, '; ' ORDER BY country DESC) FROM address
SELECT array_agg(city ORDER BY city) FROM address
SELECT array_to_string(array_agg(DISTINCT city ORDER BY city), '|') FROM address
SELECT count(DISTINCT city), count(DISTINCT (city, country)) FROM address
SELECT bool_and(total_amount > 0), bool_or(total_amount > 200), every(id > 0) FROM orders
SELECT stddev(salary), variance(salary), stddev_pop(salary), var_samp(salary) FROM employee
SELECT corr(salary, id), covar_pop(salary, id), regr_slope(salary, id) FROM employee
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY salary) AS median FROM employee
SELECT dept, percentile_disc(0.9) WITHIN GROUP (ORDER BY salary) FROM employee GROUP BY dept ORDER BY dept
SELECT percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY salary) FROM employee
SELECT mode() WITHIN GROUP (ORDER BY product) FROM sale
SELECT name, dept, salary, rank() OVER (PARTITION BY dept ORDER BY salary DESC) AS place FROM employee ORDER BY dept, place, name
SELECT * FROM (SELECT name, dept, row_number() OVER (PARTITION BY dept ORDER BY salary DESC, id) AS rn FROM employee) ranked WHERE rn <= 2 ORDER BY dept, rn
SELECT name, dense_rank() OVER (ORDER BY dept), percent_rank() OVER (ORDER BY id), cume_dist() OVER (ORDER BY id), ntile(4) OVER (ORDER BY id) FROM employee ORDER BY id
SELECT sold_on, sum(quantity) OVER (ORDER BY id ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS moving FROM sale ORDER BY id LIMIT 20
SELECT id, avg(price) OVER (ORDER BY sold_on RANGE BETWEEN INTERVAL '7 days' PRECEDING AND CURRENT ROW) FROM sale ORDER BY id LIMIT 20
SELECT id, sum(price) OVER w, count(*) OVER w FROM sale WINDOW w AS (PARTITION BY region ORDER BY id) ORDER BY id LIMIT 20
SELECT id, first_value(price) OVER (PARTITION BY region ORDER BY id), last_value(price) OVER (PARTITION BY region ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM sale ORDER BY id LIMIT 20
SELECT id, lag(price) OVER (ORDER BY id), lead(price, 2, 0) OVER (ORDER BY id), nth_value(price, 2) OVER (ORDER BY id) FROM sale ORDER BY id LIMIT 20
SELECT id, sum(price) OVER (ORDER BY id GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM sale ORDER BY id LIMIT 10
SELECT id, sum(price) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) FROM sale ORDER BY id LIMIT 10
SELECT region, sum(quantity * price) AS revenue, round(100 * sum(quantity * price) / sum(sum(quantity * price)) OVER (), 2) AS share FROM sale GROUP BY region ORDER BY revenue DESC
SELECT date_trunc('month', sold_on) AS month, sum(price) AS total, sum(sum(price)) OVER (ORDER BY date_trunc('month', sold_on)) AS running FROM sale GROUP BY date_trunc('month', sold_on) ORDER BY 1
SELECT region, product, sum(quantity) FROM sale GROUP BY GROUPING SETS ((region, product), (region), ()) ORDER BY region, product
SELECT region, product, sum(quantity) FROM sale GROUP BY ROLLUP (region, product) ORDER BY 1, 2
SELECT region, product, sum(quantity), grouping(region) FROM sale GROUP BY CUBE (region, product) ORDER BY 1, 2
SELECT DISTINCT ON (region) region, product, price FROM sale ORDER BY region, price DESC, id
WITH totals AS (SELECT region, sum(price) AS total FROM sale GROUP BY region) SELECT region FROM totals WHERE total = (SELECT max(total) FROM totals)
WITH a AS (SELECT id, price FROM sale), b AS (SELECT id FROM a WHERE price > 30) SELECT count(*) FROM b
WITH a (x, y) AS (SELECT id, name FROM customer) SELECT y FROM a ORDER BY x
WITH a AS MATERIALIZED (SELECT id FROM sale), b AS NOT MATERIALIZED (SELECT id FROM employee) SELECT count(*) FROM a JOIN b USING (id)
WITH outer_w AS (WITH inner_w AS (SELECT 1 AS n) SELECT n + 1 AS n FROM inner_w) SELECT n FROM outer_w
WITH RECURSIVE chain AS (SELECT id, name, manager_id, 1 AS level FROM employee WHERE manager_id IS NULL UNION ALL SELECT e.id, e.name, e.manager_id, c.level + 1 FROM employee e JOIN chain c ON e.manager_id = c.id) SELECT level, count(*) FROM chain GROUP BY level ORDER BY level
WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10) SELECT sum(i) FROM n
WITH RECURSIVE f (a, b) AS (SELECT 0, 1 UNION ALL SELECT b, a + b FROM f WHERE b < 100) SELECT a FROM f ORDER BY a
SELECT e.name, m.name AS manager FROM employee e LEFT JOIN employee m ON m.id = e.manager_id ORDER BY e.id
SELECT c.name, last_order.order_date FROM customer c LEFT JOIN LATERAL (SELECT order_date FROM orders o WHERE o.customer_id = c.id ORDER BY order_date DESC LIMIT 1) last_order ON true ORDER BY c.id
SELECT c.name, x.n FROM customer c CROSS JOIN LATERAL (SELECT count(*) AS n FROM orders WHERE customer_id = c.id) AS x ORDER BY c.id
SELECT c.name, t.spent FROM customer c, LATERAL (SELECT sum(total_amount) AS spent FROM orders o WHERE o.customer_id = c.id) t ORDER BY c.id
SELECT d::date AS day FROM generate_series(date '2024-01-01', date '2024-01-10', interval '1 day') AS d ORDER BY day
SELECT g.day::date, count(s.id) FROM generate_series('2024-01-01'::date, '2024-01-07'::date, '1 day') AS g(day) LEFT JOIN sale s ON s.sold_on = g.day::date GROUP BY g.day ORDER BY g.day
SELECT n, n * n AS square FROM generate_series(1, 5) AS n
SELECT t.tag, count(*) FROM event e CROSS JOIN unnest(e.tags) AS t(tag) GROUP BY t.tag ORDER BY t.tag
SELECT e.id, u.tag, u.place FROM event e, unnest(e.tags) WITH ORDINALITY AS u(tag, place) WHERE e.id < 5 ORDER BY 1, 3
SELECT unnest(tags) AS tag FROM event WHERE id = 1 ORDER BY tag
SELECT count(*) FROM event WHERE 't1' = ANY (tags)
SELECT count(*) FROM event WHERE tags @> ARRAY['t1'] OR tags && ARRAY['t2', 't3'] OR tags <@ ARRAY['t0']
SELECT tags[1], array_length(tags, 1), cardinality(tags), array_position(tags, 't1') FROM event ORDER BY id LIMIT 5
SELECT array_cat(tags, ARRAY['x']), array_append(tags, 'y'), tags || 'z'::text FROM event ORDER BY id LIMIT 3
SELECT id FROM sale WHERE product = ANY (ARRAY['P1', 'P2']) ORDER BY id LIMIT 5
SELECT id FROM sale WHERE id = ANY ('{1,2,3}'::int[]) ORDER BY id
SELECT name FROM employee WHERE salary > ALL (SELECT salary FROM employee WHERE dept = 'HR') ORDER BY name
SELECT doc->>'user' AS who, count(*) FROM event GROUP BY doc->>'user' ORDER BY who
SELECT doc->'items'->0, doc->'items'->>1, doc#>>'{items,0}', doc #> '{items}' FROM event ORDER BY id LIMIT 5
SELECT count(*) FROM event WHERE doc @> '{"user": "u1"}'
SELECT count(*) FROM event WHERE doc ? 'user' AND doc ?& ARRAY['n', 'user'] AND NOT doc ?| ARRAY['zzz']
SELECT (doc->>'n')::int AS n FROM event ORDER BY n DESC LIMIT 3
SELECT i.value FROM event, jsonb_array_elements(doc->'items') AS i(value) WHERE id < 4 ORDER BY id, 1
SELECT e.key, e.value FROM event, jsonb_each_text(doc) AS e WHERE id = 1 ORDER BY 1
SELECT key, value FROM event CROSS JOIN LATERAL jsonb_each(doc) WHERE id = 2 ORDER BY key
SELECT jsonb_build_object('id', id, 'kind', kind) FROM event ORDER BY id LIMIT 2
SELECT jsonb_agg(kind ORDER BY id) FROM event WHERE id < 4
SELECT jsonb_object_agg(id, kind) FROM event WHERE id < 4
SELECT jsonb_typeof(doc), jsonb_array_length(doc->'items') FROM event ORDER BY id LIMIT 2
SELECT jsonb_path_query_first(doc, '$.items[0]') FROM event ORDER BY id LIMIT 2
SELECT at AT TIME ZONE 'UTC' AS utc FROM event ORDER BY id LIMIT 3
SELECT date_trunc('day', at AT TIME ZONE 'Europe/Berlin') AS day, count(*) FROM event GROUP BY 1 ORDER BY 1 LIMIT 5
SELECT extract(epoch FROM max(at) - min(at)) / 3600 AS hours FROM event
SELECT extract(isodow FROM at) AS dow, extract(hour FROM at), extract(quarter FROM at), extract(week FROM at) FROM event ORDER BY id LIMIT 5
SELECT date_bin('1 day', at, timestamptz '2024-01-01 00:00+00'), count(*) FROM event GROUP BY 1 ORDER BY 1 LIMIT 3
SELECT make_date(2024, 2, 29), make_interval(days => 3), interval '1 day 2 hours', interval '1' day * 2
SELECT to_date('2024-01-31', 'YYYY-MM-DD'), to_timestamp(0) AT TIME ZONE 'UTC', to_number('12.5', '99.9')
SELECT justify_days(interval '35 days'), isfinite(date '2024-01-01')
SELECT (date '2024-01-01', date '2024-02-01') OVERLAPS (date '2024-01-15', date '2024-03-01')
SELECT id FROM customer UNION SELECT customer_id FROM orders ORDER BY 1
SELECT id FROM customer EXCEPT SELECT customer_id FROM orders
SELECT id FROM customer INTERSECT SELECT customer_id FROM orders ORDER BY id
SELECT city FROM address UNION ALL SELECT name FROM customer ORDER BY city LIMIT 4
(SELECT name FROM customer ORDER BY name LIMIT 1) UNION ALL (SELECT city FROM address ORDER BY city DESC LIMIT 1)
SELECT 1 AS a UNION (SELECT 2 INTERSECT SELECT 2) ORDER BY a
VALUES (1, 'one'), (2, 'two')
SELECT v.name, c.id FROM (VALUES ('Alice Wonderland'), ('Nobody')) AS v(name) LEFT JOIN customer c ON c.name = v.name ORDER BY 1
SELECT column1, column2 FROM (VALUES (1, 'a'), (2, 'b')) AS v ORDER BY 1
SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS v(n, t) ORDER BY n
SELECT (SELECT count(*) FROM orders) AS orders, (SELECT count(*) FROM address) AS addresses
SELECT name, (SELECT max(order_date) FROM orders o WHERE o.customer_id = c.id) AS last FROM customer c ORDER BY name
SELECT ARRAY(SELECT name FROM customer ORDER BY id)
SELECT a.city, b.city FROM address a JOIN address b ON a.country = b.country AND a.id < b.id ORDER BY 1, 2
SELECT * FROM orders JOIN address USING (customer_id) ORDER BY orders.id, address.id
SELECT customer_id, count(*) FROM orders JOIN address USING (customer_id) GROUP BY customer_id ORDER BY customer_id
SELECT s.region, t.region FROM (SELECT DISTINCT region FROM sale WHERE id < 3) s FULL OUTER JOIN (SELECT DISTINCT region FROM sale WHERE id > 797) t ON s.region = t.region ORDER BY 1, 2
SELECT count(*) FROM customer CROSS JOIN employee
SELECT * FROM (customer c JOIN orders o ON o.customer_id = c.id) LEFT JOIN address a ON a.customer_id = c.id ORDER BY o.id, a.id
SELECT x.region, x.n FROM (SELECT region, count(*) AS n FROM sale GROUP BY region) AS x WHERE x.n > 10 ORDER BY x.region
SELECT region FROM sale GROUP BY region HAVING sum(price) > (SELECT avg(total) FROM (SELECT sum(price) AS total FROM sale GROUP BY region) AS sums) ORDER BY region
SELECT name FROM employee ORDER BY salary DESC NULLS LAST, name ASC LIMIT 5 OFFSET 2
SELECT name FROM employee ORDER BY id FETCH FIRST 3 ROWS ONLY
SELECT name FROM employee ORDER BY id OFFSET 2 ROWS FETCH NEXT 2 ROWS ONLY
SELECT name, salary FROM employee ORDER BY dept FETCH FIRST 1 ROWS WITH TIES
SELECT id % 2 AS odd, id / 2, id * 2, id - 1, -id, id ^ 2, abs(-id), mod(id, 3), power(id, 2), sqrt(id) FROM customer ORDER BY id
SELECT ceil(1.2), floor(1.8), trunc(1.99, 1), round(2.5), sign(-3), exp(0), ln(1), log(100), pi(), width_bucket(5, 0, 10, 5)
SELECT 1 & 3, 1 | 2, 1 << 2, 8 >> 1
SELECT amount IS NULL AS missing, count(*) FROM event GROUP BY amount IS NULL ORDER BY 1
SELECT count(*) FROM event WHERE amount IS DISTINCT FROM 5 AND amount IS NOT DISTINCT FROM amount
SELECT (1 = 1) IS TRUE, (1 = 2) IS NOT TRUE, NULL::boolean IS UNKNOWN, NOT false
SELECT id FROM employee WHERE (dept, manager_id) IN (('IT', 1), ('HR', 2)) ORDER BY id
SELECT id FROM employee WHERE (dept, id) = ('IT', 1) OR ROW(id, dept) = ROW(2, 'HR') ORDER BY id
SELECT name FROM employee WHERE salary NOT BETWEEN 31000 AND 38000 ORDER BY name
SELECT 'it''s', 'a -- b', '/* no comment */', 'semi;colon', 'back\slash'
SELECT name AS "Customer Name", email AS "E-Mail" FROM customer ORDER BY "Customer Name"
SELECT "name" FROM "public"."customer" ORDER BY "id"
select NAME from CUSTOMER order by ID
SELECT name /* the name */ FROM customer -- of everybody
SELECT CAST(total_amount AS integer), total_amount::text, CAST('2024-01-01' AS date), '5'::int + 1, 1::double precision, '1 day'::interval FROM orders ORDER BY id
SELECT date '2024-01-01' AS d, timestamp '2024-01-01 10:00', timestamp with time zone '2024-01-01 10:00+00', time '10:30'
SELECT name COLLATE "C" FROM customer ORDER BY name COLLATE "C" DESC
SELECT overlay('abcdef' placing 'XX' from 2 for 2), ascii('a'), chr(65), md5('x'), starts_with('abc', 'ab'), to_hex(255)
SELECT regexp_match(email, '@(.+)$'), regexp_count(email, 'e'), regexp_like(email, '^a'), regexp_substr(email, '[a-z]+') FROM customer ORDER BY id
SELECT word, count(*) FROM customer, regexp_split_to_table(name, ' ') AS word GROUP BY word ORDER BY word
SELECT string_to_array('a,b,c', ','), array_remove(ARRAY[1, 2, 1], 1), array_replace(ARRAY[1, 2], 2, 3)
SELECT to_tsvector('english', name) @@ to_tsquery('english', 'alice') FROM customer ORDER BY id
SELECT kind, count(*) FILTER (WHERE amount > 10) AS many, avg(amount) FILTER (WHERE amount IS NOT NULL) FROM event GROUP BY kind ORDER BY kind
SELECT dept, string_agg(name, ', ' ORDER BY salary DESC) FILTER (WHERE salary > 35000) FROM employee GROUP BY dept ORDER BY dept
SELECT max(count) FROM (SELECT region, count(*) FROM sale GROUP BY region) AS counts
SELECT region AS r, count(*) AS c FROM sale GROUP BY r ORDER BY c DESC, r
SELECT upper(region) AS r FROM sale GROUP BY upper(region) ORDER BY r
SELECT sum(quantity) AS total, product FROM sale GROUP BY product ORDER BY total DESC, product LIMIT 3
WITH monthly AS (SELECT date_trunc('month', sold_on) AS month, sum(price) AS total FROM sale GROUP BY 1) SELECT month, total, total - lag(total) OVER (ORDER BY month) AS change FROM monthly ORDER BY month
WITH firsts AS (SELECT customer_id, min(order_date) AS first FROM orders GROUP BY customer_id) SELECT date_trunc('month', f.first) AS cohort, count(DISTINCT o.customer_id) FROM firsts f JOIN orders o ON o.customer_id = f.customer_id GROUP BY 1 ORDER BY 1
SELECT * FROM orders NATURAL JOIN (SELECT id AS customer_id, name FROM customer) AS c ORDER BY id
SELECT count(*) FROM orders o WHERE o.total_amount > (SELECT avg(total_amount) FROM orders i WHERE i.customer_id = o.customer_id)
SELECT TRUE AND NOT FALSE OR NULL IS NULL AS t
