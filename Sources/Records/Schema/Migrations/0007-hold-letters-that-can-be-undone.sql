-- A letter that follows from what can be undone waits until that time has passed: `ready_at` says when. Nothing has to wake up for it.
-- Undone with its act, it has a state of its own.

-- both:

CREATE TABLE letter_that_can_wait (
    id BIGINT NOT NULL PRIMARY KEY,
    complaint_id BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    means TEXT NOT NULL CHECK (means IN ('email', 'print', 'phone')),
    recipient TEXT NOT NULL,
    address TEXT,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'informed', 'sent', 'dropped', 'undone')),
    created_at BIGINT NOT NULL,
    ready_at BIGINT NOT NULL,
    settled_at BIGINT,
    UNIQUE (complaint_id, sequence, kind)
);
INSERT INTO letter_that_can_wait
    (id, complaint_id, sequence, kind, language, means, recipient, address, subject, body, state, created_at, ready_at, settled_at)
SELECT id, complaint_id, sequence, kind, language, means, recipient, address, subject, body, state, created_at, created_at, settled_at FROM letter;
DROP TABLE letter;
ALTER TABLE letter_that_can_wait RENAME TO letter;
CREATE INDEX letter_waiting ON letter (state, created_at) WHERE state = 'waiting';

-- What somebody did last and can still undo, or has just undone: one row for each member of staff, read with every page of theirs.
CREATE TABLE undo_offer (
    staff_id BIGINT NOT NULL PRIMARY KEY REFERENCES staff (id),
    id BIGINT NOT NULL,
    act TEXT NOT NULL,
    -- One complaint, or for an act on several at once their number.
    complaint_id BIGINT,
    number TEXT,
    sequence BIGINT,
    complaints BIGINT NOT NULL,
    skipped BIGINT NOT NULL,
    -- Who was assigned or asked.
    colleague_id BIGINT,
    -- By what a second sending of the same form is known.
    submission TEXT,
    ends_at BIGINT NOT NULL,
    undone_at BIGINT,
    -- What came of the undoing: how many are as they were, and how the one stands.
    restored BIGINT,
    phase TEXT,
    handler_id BIGINT
);

-- The complaints of an act on several at once, with the entry that it made in each.
CREATE TABLE undo_part (
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    complaint_id BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (staff_id, complaint_id)
);
