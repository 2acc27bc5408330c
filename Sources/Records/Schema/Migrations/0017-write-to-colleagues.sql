-- Mails to colleagues: what was assigned to or asked of them, links to sign in by, reports, questions to those without an account, who answer
-- by mail, and mail that is no complaint and goes on to whoever it is for. Once sent, only that it was is kept, and to whom an answer must belong.

-- both:

ALTER TABLE staff ADD COLUMN is_mailed INTEGER NOT NULL DEFAULT 1 CHECK (is_mailed IN (0, 1));

CREATE TABLE memo (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('assigned', 'asked', 'question', 'invitation', 'reset', 'test', 'digest', 'report', 'forward')),
    staff_id BIGINT NOT NULL,
    address TEXT NOT NULL,
    name TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    -- What it is about, the entry that it follows from, and which question it asks.
    complaint_id BIGINT,
    sequence BIGINT,
    ordinal BIGINT,
    -- The mail that goes on.
    inbox_id BIGINT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused', 'dropped')),
    tries BIGINT NOT NULL,
    next_try_at BIGINT NOT NULL,
    words TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    -- Whether it is being sent: what somebody took up who is no more is not waited for.
    is_taken INTEGER NOT NULL DEFAULT 0 CHECK (is_taken IN (0, 1))
);
CREATE INDEX memo_waiting ON memo (next_try_at) WHERE state = 'waiting';
CREATE INDEX memo_by_complaint ON memo (complaint_id, sequence) WHERE complaint_id IS NOT NULL;
CREATE INDEX memo_refused ON memo (created_at) WHERE state = 'refused';
CREATE INDEX memo_by_mail ON memo (inbox_id) WHERE inbox_id IS NOT NULL;
