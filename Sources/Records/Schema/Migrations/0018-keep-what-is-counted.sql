-- What is counted of each complaint for whoever leads, beside its row: kept in the same transaction, derived by the same rebuild.
-- then: rebuild

-- both:

CREATE TABLE case_figures (
    complaint_id BIGINT NOT NULL PRIMARY KEY,
    first_due_at BIGINT,
    first_met_at BIGINT,
    term_due_at BIGINT,
    term_met_at BIGINT,
    first_resolved_at BIGINT,
    reopened_at BIGINT,
    left_at BIGINT,
    customer_group TEXT NOT NULL,
    remedy_cents BIGINT NOT NULL,
    is_satisfied INTEGER CHECK (is_satisfied IN (0, 1))
);
CREATE INDEX case_figures_by_first_due ON case_figures (first_due_at, complaint_id, first_met_at);
CREATE INDEX case_figures_by_term ON case_figures (term_due_at, complaint_id, term_met_at);
CREATE INDEX case_figures_by_resolution ON case_figures (first_resolved_at, complaint_id, reopened_at, is_satisfied);
