-- A mail that its server lists and does not give stays there and is told of: where it is, what the server said, and whether a person wants it
-- tried again. Which mails were in a mailbox before it was set up is known by their numbers: later ones are taken whatever their date.

-- both:

CREATE TABLE inbox_unfetched (
    inbox_id BIGINT NOT NULL PRIMARY KEY,
    mailbox TEXT NOT NULL,
    uid_validity BIGINT NOT NULL,
    uid BIGINT NOT NULL,
    trouble TEXT NOT NULL,
    words TEXT NOT NULL,
    wanted_at BIGINT
);
CREATE INDEX inbox_unfetched_wanted ON inbox_unfetched (mailbox) WHERE wanted_at IS NOT NULL;

ALTER TABLE mailbox_progress ADD COLUMN dated_through BIGINT NOT NULL DEFAULT 0;
