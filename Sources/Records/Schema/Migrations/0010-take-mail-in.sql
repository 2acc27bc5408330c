-- Mail as it came: its bytes are kept before anybody looks at them, read afterwards, and then placed: in a file, beside one, with a person,
-- or in quarantine. Small mails lie here, larger ones with the documents. What was read of a mail is kept for the pages that show it.

-- sqlite:

CREATE TABLE inbox_original (
    inbox_id BIGINT NOT NULL PRIMARY KEY,
    bytes BLOB NOT NULL
);

-- postgres:

CREATE TABLE inbox_original (
    inbox_id BIGINT NOT NULL PRIMARY KEY,
    bytes BYTEA NOT NULL
);

-- both:

CREATE TABLE inbox (
    id BIGINT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL CHECK (source IN ('pipe', 'api', 'imap', 'file')),
    mailbox TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    digest TEXT NOT NULL,
    size BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'placed', 'asked', 'quarantined', 'closed')),
    outcome TEXT,
    attempts BIGINT NOT NULL,
    next_try_at BIGINT NOT NULL,
    sender TEXT,
    sender_name TEXT,
    subject TEXT,
    opening TEXT,
    -- What tells a mail from another; the same again is a double. Empty in doubles.
    fingerprint TEXT UNIQUE,
    complaint_id BIGINT,
    sequence BIGINT,
    settled_at BIGINT,
    settled_by TEXT
);
CREATE INDEX inbox_waiting ON inbox (next_try_at) WHERE state = 'waiting';
CREATE INDEX inbox_for_people ON inbox (state, received_at) WHERE state IN ('asked', 'quarantined');
CREATE INDEX inbox_by_sender ON inbox (sender, settled_at) WHERE sender IS NOT NULL;
CREATE INDEX inbox_by_complaint ON inbox (complaint_id, sequence) WHERE complaint_id IS NOT NULL;
CREATE INDEX inbox_by_settling ON inbox (settled_at) WHERE settled_at IS NOT NULL;

CREATE TABLE inbox_reading (
    inbox_id BIGINT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
);

CREATE TABLE inbox_attachment (
    inbox_id BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    digest TEXT NOT NULL,
    size BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (inbox_id, ordinal)
);
