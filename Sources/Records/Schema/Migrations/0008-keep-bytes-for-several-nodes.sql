-- What lies in folders of one machine must lie where every node reaches it, when there are several: documents by what is in them, and
-- files that wait with a public form. A house of one node leaves these tables empty.
-- Keys stay outside of the database; by their fingerprints a node knows that its own are those of the house.

-- sqlite:

CREATE TABLE document_bytes (
    digest TEXT NOT NULL PRIMARY KEY,
    bytes BLOB NOT NULL
);
CREATE TABLE staged_bytes (
    id TEXT NOT NULL PRIMARY KEY REFERENCES staged_file (id) ON DELETE CASCADE,
    bytes BLOB NOT NULL
);

-- postgres:

CREATE TABLE document_bytes (
    digest TEXT NOT NULL PRIMARY KEY,
    bytes BYTEA NOT NULL
);
CREATE TABLE staged_bytes (
    id TEXT NOT NULL PRIMARY KEY REFERENCES staged_file (id) ON DELETE CASCADE,
    bytes BYTEA NOT NULL
);
-- Photos and PDF files are compressed already.
ALTER TABLE document_bytes ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE staged_bytes ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- both:

CREATE TABLE house_key (
    name TEXT NOT NULL PRIMARY KEY,
    fingerprint TEXT NOT NULL
);
