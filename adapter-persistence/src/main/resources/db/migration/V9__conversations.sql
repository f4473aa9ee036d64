-- Which conversation a question belongs to: its turns are the runs of one owner with one such id.

ALTER TABLE askwell.run ADD COLUMN conversation TEXT;
CREATE INDEX run_by_conversation ON askwell.run (owner, conversation, asked_at DESC, id) WHERE conversation IS NOT NULL;
