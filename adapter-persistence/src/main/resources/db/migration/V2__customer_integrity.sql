-- What the domain holds of customers and orders, the database holds too. Rows that break a rule stop the migration: they are
-- somebody's to mend, not ours to drop. The whole file is one transaction, so nothing of it stays behind then.

DO $$
DECLARE
    broken text;
BEGIN
    SELECT string_agg(format('%s (%s times)', email, times), ', ' ORDER BY email)
    INTO broken
    FROM (SELECT lower(email) AS email, count(*) AS times FROM public.customer
          GROUP BY lower(email) HAVING count(*) > 1 ORDER BY 1 LIMIT 5) AS taken;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'customer.email must be unique, ignoring case, but is not: %', broken
            USING HINT = 'Change or merge these customers, then start again.';
    END IF;

    SELECT string_agg(id::text, ', ')
    INTO broken
    FROM (SELECT id FROM public.customer WHERE btrim(name) = '' OR btrim(email) = '' ORDER BY id LIMIT 5) AS blank;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'customer.name and customer.email must not be blank, but are for ids %', broken
            USING HINT = 'Change these customers, then start again.';
    END IF;

    SELECT string_agg(id::text, ', ')
    INTO broken
    FROM (SELECT id FROM public.orders WHERE total_amount < 0 OR total_amount = 'NaN' ORDER BY id LIMIT 5) AS odd;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'orders.total_amount must be a number that is not negative, but is not for ids %', broken
            USING HINT = 'Change these orders, then start again.';
    END IF;
END $$;

CREATE UNIQUE INDEX customer_email_taken ON public.customer (lower(email));
ALTER TABLE public.customer
    ADD CONSTRAINT customer_name_not_blank CHECK (btrim(name) <> ''),
    ADD CONSTRAINT customer_email_not_blank CHECK (btrim(email) <> '');
-- NaN is greater than every number, so one bound keeps it out.
ALTER TABLE public.orders
    ADD CONSTRAINT orders_total_amount_not_negative CHECK (total_amount >= 0 AND total_amount <> 'NaN');
