\set id random(1, :customers)
SELECT id, name, email FROM public.customer WHERE id = :id;
SELECT id, customer_id, order_date, total_amount FROM public.orders WHERE customer_id = :id ORDER BY id;
SELECT id, customer_id, type, street, city, zip, country FROM public.address WHERE customer_id = :id ORDER BY id;
