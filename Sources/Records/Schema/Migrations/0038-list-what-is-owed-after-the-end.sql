-- What somebody promised by hand is owed after the complaint was solved too, and stands in the lists with its date.

-- both:

UPDATE complaint SET next_kind = 'by-hand', next_due_at = (SELECT MIN(p.due_at) FROM promise p
    WHERE p.complaint_id = complaint.id AND p.kind = 'by-hand' AND p.met_at IS NULL AND p.withdrawn_at IS NULL)
WHERE is_open = 0 AND id IN (SELECT p.complaint_id FROM promise p
    WHERE p.kind = 'by-hand' AND p.met_at IS NULL AND p.withdrawn_at IS NULL);
