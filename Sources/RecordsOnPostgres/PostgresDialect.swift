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
        INSERT INTO search_index (complaint_id, words)
        SELECT id, string_to_array(words, ' ') || (chr(\(Self.shelfMark)) || (id >> \(Self.shelfBits)))
        FROM (SELECT CAST(? AS BIGINT) AS id, CAST(? AS TEXT) AS words) AS new
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

    /// A row is read for each hit, in no order: those of a hundred days are less than of all years.
    var daysOfHits: Int64? { 100 }

    /// The index holds one word more of each complaint: on which shelf it stands, by the time in its key, some twelve days for each. So the
    /// index itself finds the hits of some time; the range of keys is nothing that the planner could take the words for a filter of.
    private static let shelfMark = 0xE001
    private static let shelfBits = 52

    /// Hits first, all of them, by the index of words: OFFSET keeps the planner, who can't know that hits are rare among the newest complaints,
    /// from walking these one by one until it has found enough. The sum keeps it from the index of keys.
    func searchHits(_ query: SearchQuery, _ order: HitOrder?, among keys: ClosedRange<Int64>?) -> SearchSource {
        var values: [SQLValue] = []
        var condition = condition(query, &values)
        if let keys {
            let shelves = (keys.lowerBound >> Self.shelfBits)...(keys.upperBound >> Self.shelfBits)
            condition += " AND search_index.words && CAST(? AS TEXT[])"
            values.append(.text("{\(shelves.map { "\(Self.mark)\($0)" }.joined(separator: ","))}"))
        }
        let ordering = order.map { " ORDER BY place\($0 == .newestFirst ? " DESC" : "")" } ?? ""
        let table = "(SELECT complaint_id + 0 AS place FROM search_index WHERE \(condition)\(ordering) OFFSET 0) AS hits"
        return SearchSource(table: table, values, key: "hits.place", condition: "TRUE")
    }

    private static let mark = Unicode.Scalar(UInt16(shelfMark)).map(String.init) ?? ""

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
