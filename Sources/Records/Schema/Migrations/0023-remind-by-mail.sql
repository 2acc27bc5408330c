-- What somebody was reminded of goes to them by mail too, once a day: of which day the last such mail tells.

-- sqlite:

CREATE TABLE memo_of_more_kinds (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('assigned', 'asked', 'question', 'invitation', 'reset', 'test', 'digest')),
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
INSERT INTO memo_of_more_kinds SELECT id, kind, staff_id, address, name, subject, body, complaint_id, sequence, ordinal, state, tries, next_try_at,
    words, created_at, expires_at FROM memo;
DROP TABLE memo;
ALTER TABLE memo_of_more_kinds RENAME TO memo;
CREATE INDEX memo_waiting ON memo (next_try_at) WHERE state = 'waiting';
CREATE INDEX memo_by_complaint ON memo (complaint_id, sequence) WHERE complaint_id IS NOT NULL;
CREATE INDEX memo_refused ON memo (created_at) WHERE state = 'refused';

-- postgres:

ALTER TABLE memo DROP CONSTRAINT memo_kind_check;
ALTER TABLE memo ADD CONSTRAINT memo_kind_check
    CHECK (kind IN ('assigned', 'asked', 'question', 'invitation', 'reset', 'test', 'digest'));

-- both:

CREATE TABLE digest (
    staff_id BIGINT NOT NULL PRIMARY KEY,
    day TEXT NOT NULL
);
