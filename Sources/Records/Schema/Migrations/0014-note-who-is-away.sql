-- Who is away and who does their work meanwhile, in civil days and as the instants at which these begin and end; and what somebody knows well,
-- by the codes of the nature list, with commas between them.

-- both:

CREATE TABLE absence (
    id BIGINT NOT NULL PRIMARY KEY,
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    begins_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    replacement_id BIGINT REFERENCES staff (id),
    CHECK (first_day <= last_day AND begins_at < ends_at),
    CHECK (replacement_id <> staff_id)
);
CREATE INDEX absence_by_end ON absence (ends_at, begins_at);

ALTER TABLE staff ADD COLUMN skills TEXT NOT NULL DEFAULT '';
