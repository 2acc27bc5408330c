-- A complaint that was taken over from elsewhere is taken over once, however often the file is read again.
-- The row stays when the complaint's words are erased: otherwise the next import would bring them back.
CREATE TABLE taken_over (
    source TEXT NOT NULL,
    reference TEXT NOT NULL,
    complaint_id BIGINT NOT NULL,
    PRIMARY KEY (source, reference)
);
