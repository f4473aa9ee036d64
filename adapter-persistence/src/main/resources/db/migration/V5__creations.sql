-- What requests with an Idempotency-Key have created.

CREATE TABLE askwell.creation (
    caller      TEXT        NOT NULL,
    key         TEXT        NOT NULL,
    fingerprint TEXT        NOT NULL,
    -- Null only within the transaction that creates it.
    created_id  INTEGER,
    created_at  TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, key)
);
CREATE INDEX creation_by_age ON askwell.creation (created_at);
