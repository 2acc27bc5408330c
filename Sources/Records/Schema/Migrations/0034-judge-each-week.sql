-- Each whole week is judged once, in how many complaints it brought of each kind and by each channel, and in how they went.

-- both:

CREATE TABLE kept_signal_of_each_subject (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('spike', 'drift')),
    -- What of complaints it is: those of a nature, all of them, those by a channel, or how they went.
    subject TEXT NOT NULL,
    -- The code of the nature or the channel; empty without one.
    about TEXT NOT NULL,
    -- The Monday of the week in which it was found.
    week TEXT NOT NULL,
    found BIGINT NOT NULL,
    -- Of how many, where it is a share.
    total BIGINT,
    usual_from BIGINT,
    usual_to BIGINT,
    -- The chance that it is a coincidence is one in so many.
    one_in BIGINT,
    raised_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('raised', 'seen', 'explained', 'dismissed', 'measure')),
    words TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    UNIQUE (kind, subject, about, week)
);
INSERT INTO kept_signal_of_each_subject
    (id, kind, subject, about, week, found, usual_from, usual_to, one_in, raised_at, state, words, changed_at, changed_by)
SELECT id, kind, 'nature', about, week, found, usual_from, usual_to, one_in, raised_at, state, words, changed_at, changed_by FROM kept_signal;
DROP TABLE kept_signal;
ALTER TABLE kept_signal_of_each_subject RENAME TO kept_signal;
CREATE INDEX kept_signal_by_week ON kept_signal (week, id);

-- Weeks that were judged, by their Mondays, and by how many complaints: where it is another number now, they are judged again.
CREATE TABLE judged_week (
    week TEXT NOT NULL PRIMARY KEY,
    received BIGINT NOT NULL,
    -- In the two years before.
    earlier BIGINT NOT NULL,
    -- Whether there were weeks enough before it to tell anything.
    is_fit INTEGER NOT NULL CHECK (is_fit IN (0, 1)),
    judged_at BIGINT NOT NULL
);
