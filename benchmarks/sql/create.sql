\set number random(1, 1000000000000000)
INSERT INTO public.customer (name, email) VALUES ('Grace Hopper', concat('ceiling-', :number::bigint, '@example.com')) RETURNING id, name, email;
