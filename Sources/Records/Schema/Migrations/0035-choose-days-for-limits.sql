-- Limits of charts come from days that somebody chose, for a reason; each choice stays. Measures are marked where they concern a nature.

-- then: rebuild
-- both:

CREATE TABLE chart_baseline (
    id BIGINT NOT NULL PRIMARY KEY,
    -- The chart, by the name of what it counts.
    subject TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    reason TEXT NOT NULL,
    set_at BIGINT NOT NULL,
    set_by TEXT NOT NULL
);
ALTER TABLE measure ADD COLUMN about TEXT;
