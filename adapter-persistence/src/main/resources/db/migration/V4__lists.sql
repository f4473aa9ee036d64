-- One index for each order that a list can have; each ends with the id, which breaks ties, so that a page begins where the
-- page before ended without reading what lies before. The expressions are those of the queries.

CREATE INDEX customer_by_name ON public.customer (lower(name), id);
CREATE INDEX orders_by_date ON public.orders (coalesce(order_date, DATE '0001-01-01'), id);
CREATE INDEX orders_by_amount ON public.orders (coalesce(total_amount, -1), id);
CREATE INDEX address_by_city ON public.address (coalesce(lower(city), ''), id);
CREATE INDEX address_by_country ON public.address (coalesce(lower(country), ''), id);

-- These two do what the first schema's indexes on the customer alone do, and sort by id besides.
CREATE INDEX orders_of_customer ON public.orders (customer_id, id);
CREATE INDEX address_of_customer ON public.address (customer_id, id);
DROP INDEX IF EXISTS public.orders_customer_id;
DROP INDEX IF EXISTS public.address_customer_id;
