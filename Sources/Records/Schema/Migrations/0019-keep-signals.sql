-- What was found to stand out, and what people said of it; what is known to have happened, and what customers are told of it meanwhile.

-- both:

CREATE TABLE kept_signal (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('spike', 'drift')),
    -- The code of what it is about; empty for complaints without one.
    about TEXT NOT NULL,
    -- The Monday of the week in which it was found.
    week TEXT NOT NULL,
    found BIGINT NOT NULL,
    usual_from BIGINT,
    usual_to BIGINT,
    -- The chance that it is a coincidence is one in so many.
    one_in BIGINT,
    raised_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('raised', 'seen', 'explained', 'dismissed', 'measure')),
    words TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    UNIQUE (kind, about, week)
);
CREATE INDEX kept_signal_by_week ON kept_signal (week, id);

CREATE TABLE incident (
    id BIGINT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    about TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    signal_id BIGINT,
    -- Shown to customers up to and including this day; empty for never.
    banner_nl TEXT NOT NULL,
    banner_en TEXT NOT NULL,
    banner_until TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL
);
CREATE INDEX incident_by_day ON incident (first_day, id);
CREATE INDEX incident_by_banner ON incident (banner_until, id);
