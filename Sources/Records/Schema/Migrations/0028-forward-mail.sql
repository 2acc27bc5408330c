-- Mail that is no complaint goes on to whoever it is for, as it came, by the way of mails to colleagues. What a person decided about a mail can be
-- taken back for a quarter of a minute: until then it is remembered how it stood. A mail to a colleague that is being sent says so, so that
-- what somebody took up who is no more is not waited for.

-- sqlite:

CREATE TABLE memo_with_more (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('assigned', 'asked', 'question', 'invitation', 'reset', 'test', 'digest', 'report', 'forward')),
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
INSERT INTO memo_with_more (id, kind, staff_id, address, name, subject, body, complaint_id, sequence, ordinal, state, tries, next_try_at, words,
created_at, expires_at) SELECT id, kind, staff_id, address, name, subject, body, complaint_id, sequence, ordinal, state, tries, next_try_at, words,
created_at, expires_at FROM memo;
DROP TABLE memo;
ALTER TABLE memo_with_more RENAME TO memo;
CREATE INDEX memo_waiting ON memo (next_try_at) WHERE state = 'waiting';
CREATE INDEX memo_by_complaint ON memo (complaint_id, sequence) WHERE complaint_id IS NOT NULL;
CREATE INDEX memo_refused ON memo (created_at) WHERE state = 'refused';

-- postgres:

ALTER TABLE memo DROP CONSTRAINT memo_kind_check;
ALTER TABLE memo ADD CONSTRAINT memo_kind_check
    CHECK (kind IN ('assigned', 'asked', 'question', 'invitation', 'reset', 'test', 'digest', 'report', 'forward'));

-- both:

ALTER TABLE memo ADD COLUMN is_taken INTEGER NOT NULL DEFAULT 0 CHECK (is_taken IN (0, 1));
-- The mail that goes on.
ALTER TABLE memo ADD COLUMN inbox_id BIGINT;
CREATE INDEX memo_by_mail ON memo (inbox_id) WHERE inbox_id IS NOT NULL;

ALTER TABLE inbox ADD COLUMN earlier_state TEXT;
ALTER TABLE inbox ADD COLUMN earlier_outcome TEXT;
ALTER TABLE inbox ADD COLUMN earlier_complaint_id BIGINT;
CREATE INDEX inbox_by_receipt ON inbox (received_at, state, outcome);
