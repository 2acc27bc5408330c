-- What was decided about closed files whose term of keeping has passed: kept through a day, or, without one, that they may be erased.

-- both:

CREATE TABLE retention_decision (
    complaint_id BIGINT NOT NULL PRIMARY KEY,
    kept_through TEXT,
    decided_by BIGINT,
    decided_at BIGINT NOT NULL
);
CREATE INDEX complaint_by_closing ON complaint (closed_at, id) WHERE closed_at IS NOT NULL;
