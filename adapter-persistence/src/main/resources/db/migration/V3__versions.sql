-- Every customer, order and address has a version that rises with every change to it; a customer's rises with its orders and
-- addresses too. Triggers do it, so that it holds whoever writes to the tables.

DO $$
DECLARE
    broken text;
BEGIN
    SELECT string_agg(id::text, ', ')
    INTO broken
    FROM (SELECT id FROM public.customer WHERE email !~ '^[^ \t\n\r\f\v@]+@[^ \t\n\r\f\v@.]+([.][^ \t\n\r\f\v@.]+)+$'
          ORDER BY id LIMIT 5) AS odd;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'customer.email must be an e-mail address, but is not for ids %', broken
            USING HINT = 'Change these customers, then start again.';
    END IF;

    SELECT string_agg(id::text, ', ')
    INTO broken
    FROM (SELECT id FROM public.orders WHERE order_date NOT BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'
          ORDER BY id LIMIT 5) AS odd;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'orders.order_date must be in the years 0001 to 9999, but is not for ids %', broken
            USING HINT = 'Change these orders, then start again.';
    END IF;
END $$;

ALTER TABLE public.customer
    ADD COLUMN version INTEGER NOT NULL DEFAULT 1,
    ADD CONSTRAINT customer_email_shape
        CHECK (email ~ '^[^ \t\n\r\f\v@]+@[^ \t\n\r\f\v@.]+([.][^ \t\n\r\f\v@.]+)+$');
ALTER TABLE public.orders
    ADD COLUMN version INTEGER NOT NULL DEFAULT 1,
    ADD CONSTRAINT orders_order_date_of_our_era
        CHECK (order_date BETWEEN DATE '0001-01-01' AND DATE '9999-12-31');
ALTER TABLE public.address
    ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

CREATE FUNCTION askwell.raise_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := OLD.version + 1;
    RETURN NEW;
END $$;

-- Whoever may write an order need not have the right to change customers for this.
CREATE FUNCTION askwell.raise_customer_version() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        UPDATE public.customer SET version = version WHERE id IN (SELECT customer_id FROM after);
    ELSIF TG_OP = 'DELETE' THEN
        UPDATE public.customer SET version = version WHERE id IN (SELECT customer_id FROM before);
    ELSE
        UPDATE public.customer SET version = version
        WHERE id IN (SELECT customer_id FROM before UNION SELECT customer_id FROM after);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER raise_version BEFORE UPDATE ON public.customer
    FOR EACH ROW EXECUTE FUNCTION askwell.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.orders
    FOR EACH ROW EXECUTE FUNCTION askwell.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.address
    FOR EACH ROW EXECUTE FUNCTION askwell.raise_version();

CREATE TRIGGER raise_customer_version_on_insert AFTER INSERT ON public.orders
    REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION askwell.raise_customer_version();
CREATE TRIGGER raise_customer_version_on_update AFTER UPDATE ON public.orders
    REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT
    EXECUTE FUNCTION askwell.raise_customer_version();
CREATE TRIGGER raise_customer_version_on_delete AFTER DELETE ON public.orders
    REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION askwell.raise_customer_version();
CREATE TRIGGER raise_customer_version_on_insert AFTER INSERT ON public.address
    REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION askwell.raise_customer_version();
CREATE TRIGGER raise_customer_version_on_update AFTER UPDATE ON public.address
    REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT
    EXECUTE FUNCTION askwell.raise_customer_version();
CREATE TRIGGER raise_customer_version_on_delete AFTER DELETE ON public.address
    REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION askwell.raise_customer_version();
