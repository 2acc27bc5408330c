-- Of how many customers, orders or tickets complaints come: the numbers per period that make counts into rates.

-- both:

CREATE TABLE exposure (
    unit TEXT NOT NULL CHECK (unit IN ('customers', 'orders', 'tickets')),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount >= 0),
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    PRIMARY KEY (unit, first_day)
);
