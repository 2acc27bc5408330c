-- A program that asks for the same thing twice under a key of its own gets it once: a complaint, or a measure.

-- both:

ALTER TABLE idempotency RENAME COLUMN complaint_id TO made_id;
ALTER TABLE idempotency ADD COLUMN made TEXT NOT NULL DEFAULT 'complaint';
