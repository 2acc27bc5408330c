import Records

struct SQLiteDialect: Dialect {
    var engine: Engine { .sqlite }

    var asksFarAway: Bool { false }

    /// IMMEDIATE takes the write lock at once, so that a transaction never fails half-way for another process.
    var beginWriting: String { "BEGIN IMMEDIATE" }

    var forChanging: String { "" }

    func forTaking(_ table: String) -> String { "" }

    func holds(_ column: String) -> String { "instr(\(column), ?) > 0" }

    /// FTS5 keeps no more than which complaint has which word. A later row with the same key adds to what is there: the index is
    /// a list of pairs of word and key.
    var addToSearchIndex: String { "INSERT INTO search_index (rowid, words) VALUES (?, ?)" }
    /// Without a text of its own the table is told which pairs are to go.
    var removeFromSearchIndex: String { "INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', ?, ?)" }
    var clearSearchIndex: String { "INSERT INTO search_index (search_index) VALUES ('delete-all')" }

    /// Without statistics SQLite takes the unique key, and reads a whole row for each hit.
    func through(_ index: String) -> String { " INDEXED BY \(index)" }

    var daysOfHits: Int64? { nil }

    func searchHits(_ query: SearchQuery, _ order: HitOrder?, among keys: ClosedRange<Int64>?) -> SearchSource {
        SearchSource(
            table: "search_index", key: "search_index.rowid", condition: "search_index MATCH ?", values: [.text(expression(query))])
    }

    /// Words hold letters and digits only, so nothing in them means anything to MATCH.
    private func expression(_ query: SearchQuery) -> String {
        switch query {
        case .word(let words): "(\(words.map { "\"\($0)\"" }.joined(separator: " OR ")))"
        case .all(let parts): "(\(parts.map { expression($0) }.joined(separator: " AND ")))"
        case .any(let parts): "(\(parts.map { expression($0) }.joined(separator: " OR ")))"
        }
    }
}
