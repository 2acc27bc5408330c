-- What a person decided about a mail can be taken back for a quarter of a minute: until then it is remembered how it stood. What became of
-- mail is counted by month.

-- both:

ALTER TABLE inbox ADD COLUMN earlier_state TEXT;
ALTER TABLE inbox ADD COLUMN earlier_outcome TEXT;
ALTER TABLE inbox ADD COLUMN earlier_complaint_id BIGINT;
CREATE INDEX inbox_by_receipt ON inbox (received_at, state, outcome);
