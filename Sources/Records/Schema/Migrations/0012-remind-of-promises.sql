-- When somebody must be reminded of a promise, and who was. `watch_at` says when the watch looks at it again (0: as soon as it can), so that a
-- look reads what falls due and nothing else; `reminded_to` adds up who was reminded of this date (1 handler, 2 manager, 4 management).
-- Both follow from the promise and the clock and are found again after a rebuild; what was said to whom stands in `reminder`.

-- both:

ALTER TABLE promise ADD COLUMN procedure_version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE promise ADD COLUMN watch_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE promise ADD COLUMN reminded_to INTEGER NOT NULL DEFAULT 0;
CREATE INDEX promise_to_watch ON promise (watch_at, complaint_id, ordinal)
    WHERE met_at IS NULL AND withdrawn_at IS NULL AND waiting_since IS NULL;
CREATE INDEX promise_reminded_of ON promise (reminded_to, due_at, complaint_id, ordinal)
    WHERE met_at IS NULL AND withdrawn_at IS NULL AND waiting_since IS NULL AND reminded_to > 0;

CREATE TABLE reminder (
    complaint_id BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    -- Working days before (negative) or after the promise was due.
    step BIGINT NOT NULL,
    recipients INTEGER NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (complaint_id, ordinal, due_at, step)
);
CREATE INDEX reminder_by_moment ON reminder (made_at, complaint_id);

-- The board: open files in which nothing happens, and who has how much to do.
CREATE INDEX complaint_by_silence ON complaint (changed_at, id, is_confidential, about_staff, handler_id) WHERE is_open = 1;
CREATE INDEX complaint_by_load ON complaint (handler_id, phase, severity, next_due_at, is_confidential, about_staff) WHERE is_open = 1;
