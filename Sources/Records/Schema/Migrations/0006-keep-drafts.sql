-- What somebody is typing and has not sent: theirs alone, outside the journal, gone once it is sent, thrown away or a month old.
-- A complaint of 0: a form about no complaint yet.

-- both:

CREATE TABLE draft (
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    complaint_id BIGINT NOT NULL,
    form TEXT NOT NULL,
    version BIGINT NOT NULL,
    writer TEXT NOT NULL,
    turn BIGINT NOT NULL,
    body TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (staff_id, complaint_id, form)
);
CREATE INDEX draft_by_complaint ON draft (complaint_id, saved_at);
CREATE INDEX draft_by_age ON draft (saved_at);
