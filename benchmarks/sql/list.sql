SELECT id, name, email FROM public.customer WHERE id > 0 ORDER BY id LIMIT 51;
