-- What each key has spent on each day, with what is reserved for questions under way. A row for each key and day.

CREATE TABLE askwell.spending (
    caller    TEXT    NOT NULL,
    -- In UTC.
    day       DATE    NOT NULL,
    questions BIGINT  NOT NULL DEFAULT 0,
    tokens    BIGINT  NOT NULL DEFAULT 0,
    -- In the currency of the configured prices. Exact: the price of one token has many decimals.
    money     NUMERIC NOT NULL DEFAULT 0,
    PRIMARY KEY (caller, day)
);
