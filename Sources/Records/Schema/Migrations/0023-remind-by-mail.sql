-- What somebody was reminded of goes to them by mail too, once a day: of which day the last such mail tells.

-- both:

CREATE TABLE digest (
    staff_id BIGINT NOT NULL PRIMARY KEY,
    day TEXT NOT NULL
);
