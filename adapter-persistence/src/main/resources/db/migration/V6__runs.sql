-- Every question as a run, and what happened in it.

CREATE TABLE askwell.run (
    id             UUID        PRIMARY KEY,
    owner          TEXT        NOT NULL,
    question       TEXT        NOT NULL,
    mode           TEXT        NOT NULL,
    detached       BOOLEAN     NOT NULL,
    attempt        INTEGER     NOT NULL DEFAULT 1 CHECK (attempt > 0),
    state          TEXT        NOT NULL DEFAULT 'running'
                               CHECK (state IN ('running', 'completed', 'failed', 'cancelled')),
    asked_at       TIMESTAMPTZ NOT NULL,
    ended_at       TIMESTAMPTZ,
    -- The server that works on it, which says so again before the lease ends.
    leader         TEXT        NOT NULL,
    leased_until   TIMESTAMPTZ NOT NULL,
    cancel_wanted  BOOLEAN     NOT NULL DEFAULT FALSE,
    CHECK ((state = 'running') = (ended_at IS NULL))
);
CREATE INDEX run_by_owner ON askwell.run (owner, asked_at DESC, id);
CREATE INDEX run_by_lease ON askwell.run (leased_until) WHERE state = 'running';

CREATE TABLE askwell.run_event (
    run_id   UUID    NOT NULL REFERENCES askwell.run (id) ON DELETE CASCADE,
    attempt  INTEGER NOT NULL,
    sequence BIGINT  NOT NULL,
    -- JSON as it is: jsonb would write numbers anew.
    event    TEXT    NOT NULL,
    PRIMARY KEY (run_id, attempt, sequence)
);
