-- The rows that the questions of this folder are asked of, on top of the sample rows of init_db.sql: enough of them that a
-- wrong query gives other rows. There are ties, people with two addresses and with none, and fields that are empty.
INSERT INTO customer (name, email) VALUES
    ('Diana Prince', 'diana@themyscira.org'),       -- 4
    ('Erik Svensson', 'erik@svensson.se'),          -- 5
    ('Fatima Khan', 'fatima@example.com'),          -- 6
    ('George Miller', 'george@miller.co.uk'),       -- 7
    ('George Harris', 'harris@example.com'),        -- 8
    ('Hannah Schmidt', 'hannah@schmidt.de'),        -- 9
    ('Ivan Petrov', 'ivan@test.com'),               -- 10
    ('Julia Roberts', 'julia@example.com'),         -- 11
    ('Karl O''Neil', 'karl@oneil.ie');              -- 12

INSERT INTO address (customer_id, type, street, city, zip, country) VALUES
    (4, 'billing', '7 Rue de Rivoli', 'Paris', '75001', 'France'),
    (4, 'shipping', '12 Quai Perrache', 'Lyon', '69002', 'France'),
    (5, 'billing', '3 Kungsgatan', 'Stockholm', '11143', 'Sweden'),
    (6, 'shipping', '88 Queen St', 'Toronto', 'M5H2N2', 'Canada'),
    (7, 'billing', '221 Baker St', 'London', 'NW16XE', 'UK'),
    (7, 'shipping', '9 Beacon St', 'Boston', '02108', 'USA'),
    (8, 'billing', '50 Test Lane', 'Testville', '30003', 'USA'),
    (11, 'billing', '5 Torstrasse', 'Berlin', '10119', 'Germany'),
    (11, 'shipping', '510 Construction Ave', 'Buildtown', '20002', 'USA'),
    (12, 'billing', NULL, 'Dublin', NULL, 'Ireland');

INSERT INTO orders (customer_id, order_date, total_amount) VALUES
    (4, '2023-11-24', 1200.00),     -- 4
    (4, '2024-01-05', 75.50),       -- 5
    (4, '2024-07-20', 310.00),      -- 6
    (5, '2024-06-01', 20.00),       -- 7
    (5, '2024-06-30', 45.25),       -- 8
    (6, '2024-08-01', 500.00),      -- 9
    (6, '2024-08-12', 500.00),      -- 10
    (7, '2023-12-31', 89.90),       -- 11
    (8, '2024-03-15', 250.00),      -- 12
    (10, '2024-02-29', NULL),       -- 13
    (10, '2024-08-13', 15.00),      -- 14
    (11, '2024-05-31', 640.00),     -- 15
    (11, NULL, 60.00),              -- 16
    (12, '2024-05-17', 100.00),     -- 17
    (1, '2023-06-10', 80.00),       -- 18
    (12, '2024-07-01', 310.00),     -- 19
    (2, '2024-08-05', 1150.00);     -- 20
