-- Tables for the queries of accepted.sql, beside those of the sample schema.
CREATE TABLE public.employee (id int PRIMARY KEY, name text, manager_id int, dept text, salary numeric(10, 2), hired date);
INSERT INTO public.employee
SELECT g, 'Employee ' || g, NULLIF(g / 3, 0), (ARRAY['Sales', 'IT', 'HR'])[1 + g % 3], 30000 + g * 137 % 9000, date '2015-01-01' + g * 40
FROM generate_series(1, 60) AS g;
CREATE TABLE public.sale (id int PRIMARY KEY, region text, product text, sold_on date, quantity int, price numeric(8, 2));
INSERT INTO public.sale
SELECT g, (ARRAY['North', 'South', 'East', 'West'])[1 + g % 4], 'P' || g % 7, date '2024-01-01' + g % 366, 1 + g % 9, 5 + g % 50 + 0.25
FROM generate_series(1, 800) AS g;
CREATE TABLE public.event (id int PRIMARY KEY, at timestamptz, kind text, tags text[], doc jsonb, amount numeric);
INSERT INTO public.event
SELECT g, timestamptz '2024-03-01 00:00+00' + g * interval '5 hours', (ARRAY['view', 'click', 'buy'])[1 + g % 3],
       ARRAY['t' || g % 4, 't' || g % 5], jsonb_build_object('user', 'u' || g % 10, 'n', g, 'items', jsonb_build_array(g % 3, g % 4)),
       CASE WHEN g % 6 = 0 THEN NULL ELSE g % 40 END
FROM generate_series(1, 300) AS g;
