-- What was sealed, in the order in which it was: each seal is one line of text that can be kept elsewhere, and says what it covers.
-- `line` is the seal; `sealed` can be derived from the lines, and tells quickly from which seal on an entry is covered.
CREATE TABLE seal (
    ordinal BIGINT NOT NULL PRIMARY KEY CHECK (ordinal > 0),
    made_at BIGINT NOT NULL,
    line TEXT NOT NULL
);

CREATE TABLE sealed (
    complaint_id BIGINT NOT NULL,
    entries BIGINT NOT NULL CHECK (entries > 0),
    ordinal BIGINT NOT NULL REFERENCES seal (ordinal),
    PRIMARY KEY (complaint_id, entries)
);
