import Records

struct PostgresDialect: Dialect {
    var engine: Engine { .postgres }

    var asksFarAway: Bool { true }

    var beginWriting: String { "BEGIN" }

    /// Nobody else changes the row, nor takes it for changing, before this transaction ends; references to it can still be made.
    var forChanging: String { " FOR NO KEY UPDATE" }

    func forTaking(_ table: String) -> String { " FOR NO KEY UPDATE OF \(table) SKIP LOCKED" }

    /// The engine finds its index by itself.
    func through(_ index: String) -> String { "" }

    func holds(_ column: String) -> String { "strpos(\(column), ?) > 0" }

    var addToSearchIndex: String {
        """
        INSERT INTO search_index (complaint_id, words) VALUES (?, string_to_array(?, ' '))
        ON CONFLICT (complaint_id) DO UPDATE SET words =
        ARRAY(SELECT DISTINCT word FROM unnest(search_index.words || excluded.words) AS word)
        """
    }
    var removeFromSearchIndex: String {
        """
        WITH gone AS (SELECT CAST(? AS BIGINT) AS id, string_to_array(?, ' ') AS words)
        UPDATE search_index SET words = ARRAY(SELECT word FROM unnest(search_index.words) AS word WHERE word <> ALL (gone.words))
        FROM gone WHERE search_index.complaint_id = gone.id
        """
    }
    var clearSearchIndex: String { "DELETE FROM search_index" }

    /// Hits first, all of them, by the index of words: OFFSET keeps the planner, who can't know that hits are rare among the newest complaints,
    /// from walking these one by one until it has found enough. The sum keeps it from the index of keys.
    func searchHits(_ query: SearchQuery, _ order: HitOrder?) -> SearchSource {
        var values: [SQLValue] = []
        let condition = condition(query, &values)
        let ordering = order.map { " ORDER BY place\($0 == .newestFirst ? " DESC" : "")" } ?? ""
        let table = "(SELECT complaint_id + 0 AS place FROM search_index WHERE \(condition)\(ordering) OFFSET 0) AS hits"
        return SearchSource(table: table, values, key: "hits.place", condition: "TRUE")
    }

    /// Words hold letters and digits only, so nothing in them means anything in an array; quotes keep `null` a word.
    private func condition(_ query: SearchQuery, _ values: inout [SQLValue]) -> String {
        switch query {
        case .word(let words):
            values.append(.text("{\(words.map { "\"\($0)\"" }.joined(separator: ","))}"))
            return "search_index.words && CAST(? AS TEXT[])"
        case .all(let parts): return "(\(parts.map { condition($0, &values) }.joined(separator: " AND ")))"
        case .any(let parts): return "(\(parts.map { condition($0, &values) }.joined(separator: " OR ")))"
        }
    }
}
