-- What can be undone is told in words; a note that is a decision about keeping a file says which. And whoever withdrew waits for no answer.

-- then: rebuild
-- both:

-- The last day through which the file is kept, or a dash where it is to be erased; NULL where nothing was decided.
ALTER TABLE undo_offer ADD COLUMN kept_through TEXT;
