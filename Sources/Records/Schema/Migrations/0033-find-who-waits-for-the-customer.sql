-- Files that wait for the customer, those in which nothing happened for longest first.

-- both:

CREATE INDEX complaint_by_waiting ON complaint (changed_at, id) WHERE phase = 'waiting-for-customer';
