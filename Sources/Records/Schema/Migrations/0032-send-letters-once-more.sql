-- A letter that a mail server refused or returned is sent once more, as a letter of its own that says which it replaces.

-- both:

ALTER TABLE letter ADD COLUMN replaces BIGINT;
CREATE INDEX letter_by_replaced ON letter (replaces) WHERE replaces IS NOT NULL;
