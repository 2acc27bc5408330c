-- Search by whole words instead of by trigrams: which words answer to what was typed is decided by the program (the same for
-- both engines), and the engine only tells which complaints hold one of them.
-- then: rebuild

-- sqlite:

DROP TABLE search_gram;

-- One document a complaint, under the complaint's key. Nothing but the words: their text stands in passage and search_entry.
CREATE VIRTUAL TABLE search_index USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii');

-- Every word that ever stood in a text, under itself, under the forms that it shares with others, and under its last parts.
CREATE TABLE search_part (
    part TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (part, word)
) WITHOUT ROWID;

-- postgres:

CREATE TABLE search_index (
    complaint_id BIGINT NOT NULL PRIMARY KEY,
    words TEXT[] NOT NULL
);
CREATE INDEX search_index_by_word ON search_index USING gin (words);

CREATE TABLE search_part (
    part TEXT COLLATE "C" NOT NULL,
    word TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (part, word)
);
