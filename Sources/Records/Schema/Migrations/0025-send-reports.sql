-- Reports that go to whoever leads when their days are over, and the mails that bring them.

-- both:

CREATE TABLE report_order (
    kind TEXT NOT NULL CHECK (kind IN ('digest', 'review-month', 'review-quarter', 'review-year')),
    staff_id BIGINT NOT NULL,
    is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    told_through TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    PRIMARY KEY (kind, staff_id)
);

-- sqlite:

CREATE TABLE memo_anew (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('assigned', 'asked', 'question', 'invitation', 'reset', 'test', 'digest', 'report')),
    staff_id BIGINT NOT NULL,
    address TEXT NOT NULL,
    name TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    complaint_id BIGINT,
    sequence BIGINT,
    ordinal BIGINT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused', 'dropped')),
    tries BIGINT NOT NULL,
    next_try_at BIGINT NOT NULL,
    words TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
INSERT INTO memo_anew (id, kind, staff_id, address, name, subject, body, complaint_id, sequence, ordinal, state, tries, next_try_at, words,
created_at, expires_at) SELECT id, kind, staff_id, address, name, subject, body, complaint_id, sequence, ordinal, state, tries, next_try_at,
words, created_at, expires_at FROM memo;
DROP TABLE memo;
ALTER TABLE memo_anew RENAME TO memo;
CREATE INDEX memo_waiting ON memo (next_try_at) WHERE state = 'waiting';
CREATE INDEX memo_by_complaint ON memo (complaint_id, sequence) WHERE complaint_id IS NOT NULL;
CREATE INDEX memo_refused ON memo (created_at) WHERE state = 'refused';

-- postgres:

ALTER TABLE memo DROP CONSTRAINT memo_kind_check;
ALTER TABLE memo ADD CONSTRAINT memo_kind_check
    CHECK (kind IN ('assigned', 'asked', 'question', 'invitation', 'reset', 'test', 'digest', 'report'));
