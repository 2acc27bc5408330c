-- Files that were withdrawn, referred or merged are past their term too, from when they were. What was decided to be erased is, once.

-- both:

CREATE INDEX case_figures_by_leaving ON case_figures (left_at, complaint_id) WHERE left_at IS NOT NULL;
ALTER TABLE retention_decision ADD COLUMN erased_at BIGINT;
