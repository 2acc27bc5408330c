-- That a letter did not arrive, as a person read in a mail server's own words, can be taken back for a quarter of a minute: until then it is
-- remembered how the letter stood, and which mail said so.

-- both:

ALTER TABLE letter_delivery ADD COLUMN earlier_state TEXT;
ALTER TABLE letter_delivery ADD COLUMN earlier_words TEXT;
ALTER TABLE letter_delivery ADD COLUMN told_by BIGINT;
CREATE INDEX letter_delivery_by_mail ON letter_delivery (told_by) WHERE told_by IS NOT NULL;
