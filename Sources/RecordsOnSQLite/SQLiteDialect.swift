import Records

struct SQLiteDialect: Dialect {
    var engine: Engine { .sqlite }

    /// IMMEDIATE takes the write lock at once, so that a transaction never fails half-way for another process.
    var beginWriting: String { "BEGIN IMMEDIATE" }

    var addToSearchIndex: String? { "INSERT INTO search_gram (rowid, folded) VALUES (?, ?)" }
    var clearSearchIndex: String? { "INSERT INTO search_gram (search_gram) VALUES ('delete-all')" }

    /// FTS5's trigrams give candidates (they keep no positions), the folded text decides. Words hold letters and digits only,
    /// so nothing in them means anything to MATCH or GLOB.
    func searchCondition(for word: String) -> (sql: String, values: [SQLValue]) {
        let needles = SearchNeedles(for: word)
        let firstPart = String(repeating: "[^ ]", count: SearchNeedles.leastFirstPart)
        let checks = ["instr(e.folded, ?) > 0"] + needles.ends.map { _ in "e.folded GLOB ?" }
        let checked = "(\(checks.joined(separator: " OR ")))"
        let values = [SQLValue.text(needles.beginning)] + needles.ends.map { .text("*\(firstPart)\($0)*") }
        if needles.trigrams.isEmpty { return (checked, values) }
        let grams = needles.trigrams.map { "\"\($0)\"" }.joined(separator: " AND ")
        return ("e.id IN (SELECT rowid FROM search_gram WHERE search_gram MATCH ?) AND \(checked)", [.text(grams)] + values)
    }
}
