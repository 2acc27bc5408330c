-- Reports that go to whoever leads when their days are over.

-- both:

CREATE TABLE report_order (
    kind TEXT NOT NULL CHECK (kind IN ('digest', 'review-month', 'review-quarter', 'review-year')),
    staff_id BIGINT NOT NULL,
    is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    told_through TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    PRIMARY KEY (kind, staff_id)
);
