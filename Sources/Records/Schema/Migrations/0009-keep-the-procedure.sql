-- The journal holds streams of other kinds: the procedure, measures later. A promise can stand still, and is found by its end by what
-- reminds of it.

-- sqlite:

CREATE TABLE journal_of_streams (
    stream TEXT NOT NULL CHECK (stream IN ('complaint', 'procedure', 'measure')),
    stream_id BIGINT NOT NULL,
    sequence BIGINT NOT NULL CHECK (sequence > 0),
    recorded_at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (stream, stream_id, sequence)
) WITHOUT ROWID;
INSERT INTO journal_of_streams SELECT stream, stream_id, sequence, recorded_at, actor, name, body, hash FROM journal;
DROP TABLE journal;
ALTER TABLE journal_of_streams RENAME TO journal;

-- postgres:

ALTER TABLE journal DROP CONSTRAINT journal_stream_check;
ALTER TABLE journal ADD CONSTRAINT journal_stream_check CHECK (stream IN ('complaint', 'procedure', 'measure'));

-- both:

ALTER TABLE promise ADD COLUMN waiting_since BIGINT;
CREATE INDEX promise_by_due ON promise (due_at, complaint_id, ordinal) WHERE met_at IS NULL AND withdrawn_at IS NULL AND waiting_since IS NULL;
