-- Runs in greater number: what happened in one, a batch of events in each row instead of one event.

CREATE TABLE askwell.event_batch (
    run_id         UUID    NOT NULL REFERENCES askwell.run (id) ON DELETE CASCADE,
    attempt        INTEGER NOT NULL,
    first_sequence BIGINT  NOT NULL,
    last_sequence  BIGINT  NOT NULL CHECK (last_sequence >= first_sequence),
    -- A JSON array with an element for each sequence. As it is: jsonb would write numbers anew.
    events         TEXT    NOT NULL,
    PRIMARY KEY (run_id, attempt, first_sequence)
);

-- Sequences without a gap have the same distance from their row number.
INSERT INTO askwell.event_batch (run_id, attempt, first_sequence, last_sequence, events)
SELECT run_id, attempt, min(sequence), max(sequence), '[' || string_agg(event, ',' ORDER BY sequence) || ']'
FROM (SELECT *, sequence - row_number() OVER (PARTITION BY run_id, attempt ORDER BY sequence) AS distance
      FROM askwell.run_event) AS placed
GROUP BY run_id, attempt, distance;

DROP TABLE askwell.run_event;

-- The pages of a history: the latest first, the greater id first of those that were asked at the same time.
DROP INDEX askwell.run_by_owner;
CREATE INDEX run_by_owner ON askwell.run (owner, asked_at, id);

-- Runs are kept for a while after they have ended.
CREATE INDEX run_by_end ON askwell.run (ended_at) WHERE state <> 'running';
