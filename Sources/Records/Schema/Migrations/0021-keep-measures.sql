-- Measures against what complaints come from. Each is a stream of the journal; its words stand apart, as those of complaints do, and these
-- rows are derived from both.

-- sqlite:

CREATE TABLE measure_passage (
    measure_id BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    slot TEXT NOT NULL,
    body TEXT NOT NULL,
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    PRIMARY KEY (measure_id, sequence, slot)
) WITHOUT ROWID;

-- postgres:

CREATE TABLE measure_passage (
    measure_id BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    slot TEXT NOT NULL,
    body TEXT NOT NULL,
    salt BYTEA NOT NULL CHECK (length(salt) = 16),
    PRIMARY KEY (measure_id, sequence, slot)
);

-- both:

CREATE TABLE measure (
    id BIGINT NOT NULL PRIMARY KEY,
    sequence BIGINT NOT NULL,
    head TEXT NOT NULL,
    kind TEXT NOT NULL,
    phase TEXT NOT NULL,
    title TEXT,
    owner_id BIGINT NOT NULL,
    due_day TEXT NOT NULL,
    next_day TEXT,
    done_day TEXT,
    verdict TEXT,
    cents BIGINT,
    raised_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX measure_by_day ON measure (phase, next_day, id);

CREATE TABLE measure_source (
    measure_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    source_id BIGINT NOT NULL,
    PRIMARY KEY (measure_id, kind, source_id)
);
CREATE INDEX measure_source_by_origin ON measure_source (kind, source_id, measure_id);
