-- The first schema and its sample rows: the one source for every database Askwell meets. A Postgres container runs this
-- file at its first start, and Askwell runs it always, as migration 1. So it names every object in full, and running it
-- twice changes nothing.

CREATE TABLE IF NOT EXISTS public.Customer (
    id    SERIAL PRIMARY KEY,
    name  VARCHAR(100) NOT NULL,
    email VARCHAR(100) NOT NULL
);

CREATE TABLE IF NOT EXISTS public.Address (
    id          SERIAL PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES public.Customer (id) ON DELETE CASCADE,
    type        VARCHAR(50),
    street      VARCHAR(100),
    city        VARCHAR(50),
    zip         VARCHAR(20),
    country     VARCHAR(50)
);

CREATE TABLE IF NOT EXISTS public.Orders (
    id           SERIAL PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES public.Customer (id),
    order_date   DATE,
    total_amount DECIMAL(10, 2)
);

CREATE INDEX IF NOT EXISTS address_customer_id ON public.Address (customer_id);
CREATE INDEX IF NOT EXISTS orders_customer_id ON public.Orders (customer_id);

COMMENT ON TABLE public.Customer IS 'People who buy from us';
COMMENT ON TABLE public.Address IS 'Where customers are billed and where goods are shipped';
COMMENT ON COLUMN public.Address.type IS 'What the address is for: billing or shipping';
COMMENT ON TABLE public.Orders IS 'What customers have bought';
COMMENT ON COLUMN public.Orders.order_date IS 'The day the order was placed';
COMMENT ON COLUMN public.Orders.total_amount IS 'What the customer spent on the order';

-- Sample rows, into empty tables only. No id is written out, so that the sequences stay ahead of the rows.
INSERT INTO public.Customer (name, email)
SELECT name, email
FROM (VALUES (1, 'Alice Wonderland', 'alice@example.com'),
             (2, 'Bob Builder', 'bob@example.com'),
             (3, 'Charlie Test', 'charlie@test.com')) AS sample (place, name, email)
WHERE NOT EXISTS (SELECT FROM public.Customer)
ORDER BY place;

INSERT INTO public.Address (customer_id, type, street, city, zip, country)
SELECT customer.id, sample.type, sample.street, sample.city, sample.zip, sample.country
FROM (VALUES (1, 'alice@example.com', 'billing', '123 Apple St', 'Wonderland', '10001', 'Fantasy'),
             (2, 'alice@example.com', 'shipping', '123 Apple St', 'Wonderland', '10001', 'Fantasy'),
             (3, 'bob@example.com', 'billing', '500 Construction Ave', 'Buildtown', '20002', 'USA'),
             (4, 'charlie@test.com', 'billing', '42 Test Lane', 'Testville', '30003', 'USA'),
             (5, 'charlie@test.com', 'shipping', '43 Test Lane', 'Testville', '30003', 'USA'))
         AS sample (place, email, type, street, city, zip, country)
JOIN public.Customer AS customer ON customer.email = sample.email
WHERE NOT EXISTS (SELECT FROM public.Address)
ORDER BY place;

INSERT INTO public.Orders (customer_id, order_date, total_amount)
SELECT customer.id, sample.order_date, sample.total_amount
FROM (VALUES (1, 'alice@example.com', DATE '2024-05-01', 150.00),
             (2, 'alice@example.com', DATE '2024-06-15', 250.00),
             (3, 'bob@example.com', DATE '2024-07-20', 99.99)) AS sample (place, email, order_date, total_amount)
JOIN public.Customer AS customer ON customer.email = sample.email
WHERE NOT EXISTS (SELECT FROM public.Orders)
ORDER BY place;
