-- A theme collects complaints that have something in common, whatever they are about.

-- both:

CREATE TABLE theme (
    id BIGINT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL UNIQUE,
    words TEXT,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    ended_at BIGINT
);

CREATE TABLE theme_complaint (
    theme_id BIGINT NOT NULL,
    complaint_id BIGINT NOT NULL,
    added_at BIGINT NOT NULL,
    added_by TEXT NOT NULL,
    PRIMARY KEY (theme_id, complaint_id)
);
CREATE INDEX theme_complaint_by_complaint ON theme_complaint (complaint_id, theme_id);
