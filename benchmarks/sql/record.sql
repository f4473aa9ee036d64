\set id random(1, :customers)
SELECT id, name, email FROM public.customer WHERE id = :id;
