-- Each list has an index that holds its rows in its order, so that a page reads its own rows and no others. What readers may see
-- stands behind it, so that counting needs no more than the index.

DROP INDEX complaint_by_receipt;
DROP INDEX complaint_by_due;
DROP INDEX complaint_by_handler;
DROP INDEX complaint_by_phase;

CREATE INDEX complaint_by_receipt ON complaint (received_at, id, is_confidential, about_staff, handler_id);
CREATE INDEX complaint_by_resolution ON complaint (resolved_at, id, received_at, is_confidential, about_staff, handler_id) WHERE resolved_at IS NOT NULL;
CREATE INDEX complaint_by_change ON complaint (changed_at, id);
-- What has no promise open comes behind what has one, the newest first.
CREATE INDEX complaint_by_openness ON complaint (is_open, COALESCE(next_due_at, 9000000000000000 - received_at), id, is_confidential, about_staff, handler_id);
CREATE INDEX complaint_by_handler ON complaint (handler_id, is_open, COALESCE(next_due_at, 9000000000000000 - received_at), id, is_confidential, about_staff);
CREATE INDEX complaint_by_handler_and_receipt ON complaint (handler_id, received_at, id, is_open, is_confidential, about_staff);
CREATE INDEX complaint_by_phase ON complaint (phase, received_at, id, is_confidential, about_staff, handler_id);
CREATE INDEX complaint_by_about ON complaint (about, received_at, id, wrong, is_confidential, about_staff, handler_id);
CREATE INDEX complaint_by_wrong ON complaint (wrong, received_at, id, is_confidential, about_staff, handler_id);
CREATE INDEX complaint_by_channel ON complaint (channel, received_at, id, is_confidential, about_staff, handler_id);
CREATE INDEX complaint_by_severity ON complaint (severity, received_at, id);
CREATE INDEX complaint_by_severity_while_open ON complaint (severity, received_at, id) WHERE is_open = 1;
CREATE INDEX complaint_by_outcome ON complaint (outcome, received_at, id) WHERE outcome IS NOT NULL;

-- All that lists filter and order by, next to the key: hits of a search are looked at here, and only those shown are read.
CREATE INDEX complaint_for_lists ON complaint (id, received_at, changed_at, is_open, next_due_at, resolved_at, phase, handler_id, channel,
    about, wrong, severity, outcome, is_confidential, about_staff, awaits_reaction, asks_reopening);
