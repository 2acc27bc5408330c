import Records

struct SQLiteDialect: Dialect {
    var engine: Engine { .sqlite }

    /// IMMEDIATE takes the write lock at once, so that a transaction never fails half-way for another process.
    var beginWriting: String { "BEGIN IMMEDIATE" }

    /// FTS5's trigrams give candidates (they keep no positions), the folded text decides.
    func searchCondition(for word: String) -> (sql: String, values: [SQLValue]) {
        let grams = SearchText.trigrams(of: word).map { "\"\($0)\"" }.joined(separator: " AND ")
        let needles = SearchText.needles(for: word)
        let checks = needles.map { _ in "instr(e.folded, ?) > 0" }.joined(separator: " OR ")
        let checked = "(\(checks))"
        if grams.isEmpty { return (checked, needles.map { .text($0) }) }
        return (
            "e.id IN (SELECT rowid FROM search_gram WHERE search_gram MATCH ?) AND \(checked)", [.text(grams)] + needles.map { .text($0) }
        )
    }
}
