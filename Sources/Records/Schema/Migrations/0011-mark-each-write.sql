-- A write that loses its connection while it commits is looked up by its transaction's number. Numbers alone do not prove it: one that was
-- given out before a server was killed, and never reached its disk, is given out again. So each connection notes its last transaction in the
-- transaction itself. SQLite is never in doubt.

-- postgres:

CREATE TABLE write_mark (
    connection TEXT NOT NULL PRIMARY KEY,
    transaction TEXT NOT NULL,
    made_at BIGINT NOT NULL
) WITH (fillfactor = 50);
