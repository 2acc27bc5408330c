-- How many promises were due in a week and how many of them were kept, for the board: from the index alone.

-- both:

CREATE INDEX promise_by_outcome ON promise (due_at, met_at, withdrawn_at, waiting_since, kind);
