-- How sending a letter went: tries, what the mail server said, when it is tried again. A letter that no server takes stays with a person.
-- A letter that names days says until when it is true; afterwards it is not sent as it stands.

-- both:

CREATE TABLE letter_delivery (
    letter_id BIGINT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('released', 'sending', 'later', 'doubt', 'refused', 'accepted', 'bounced')),
    tries BIGINT NOT NULL,
    next_try_at BIGINT NOT NULL,
    words TEXT,
    changed_at BIGINT NOT NULL
);
CREATE INDEX letter_delivery_by_state ON letter_delivery (state, changed_at) WHERE state IN ('refused', 'bounced');

ALTER TABLE letter ADD COLUMN true_until BIGINT;

-- How far each mailbox was read: the last mail that is safe with us.
CREATE TABLE mailbox_progress (
    mailbox TEXT NOT NULL PRIMARY KEY,
    uid_validity BIGINT NOT NULL,
    last_uid BIGINT NOT NULL
);
