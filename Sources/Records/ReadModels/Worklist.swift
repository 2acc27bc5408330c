import Complaints

extension Snapshot {
    /// One page of a list: at most `limit` rows from the cursor on. With words, an exact number or name comes first.
    package func worklist(_ filter: WorklistFilter, for reader: WorklistReader, limit: Int, after cursor: WorklistCursor? = nil) throws
        -> WorklistPage
    {
        var conditions = WorklistConditions(filter, for: reader, dialect: connection.dialect)
        let order = WorklistOrder(filter)
        if let cursor { conditions.add(order.after(cursor).sql, order.after(cursor).values) }
        let sql = """
            SELECT \(WorklistRow.columns), \(order.rank.sql) AS exactness, \(order.place) AS place FROM complaint k
            WHERE \(conditions.sql) ORDER BY exactness, \(order.ordering) LIMIT \(limit + 1)
            """
        let rows = try all(sql, values: order.rank.values + conditions.values) { row in
            let cursor = WorklistCursor(rank: Int(row.integer(24)), place: row.integer(25), id: row.integer(0))
            return (try WorklistRow(row, withNames: reader.seesNames), cursor)
        }
        let shown = rows.prefix(limit)
        return WorklistPage(rows: shown.map(\.0), next: rows.count > limit ? shown.last?.1 : nil)
    }

    /// How many complaints a filter holds, up to `limit`.
    package func worklistCount(_ filter: WorklistFilter, for reader: WorklistReader, upTo limit: Int = 1000) throws -> Int {
        let conditions = WorklistConditions(filter, for: reader, dialect: connection.dialect)
        return try count(
            "SELECT count(*) FROM (SELECT 1 FROM complaint k WHERE \(conditions.sql) LIMIT \(limit)) AS counted", values: conditions.values)
    }
}

/// The order of a list and how its pages hang together.
private struct WorklistOrder {
    let rank: (sql: String, values: [SQLValue])
    let place: String
    let isAscending: Bool

    init(_ filter: WorklistFilter) {
        let key = SearchText.key(filter.words)
        rank =
            key.isEmpty
            ? ("0", [])
            : (
                "CASE WHEN k.name_key = ? OR k.number = ? THEN 0 ELSE 1 END",
                [.text(key), .text(ComplaintNumber(parsing: filter.words)?.digits ?? key)]
            )
        switch filter.order {
        case .due: (place, isAscending) = ("COALESCE(k.next_due_at, 9000000000000000)", true)
        case .newest: (place, isAscending) = ("k.received_at", false)
        case .oldest: (place, isAscending) = ("k.received_at", true)
        case .changed: (place, isAscending) = ("k.changed_at", false)
        }
    }

    var ordering: String { isAscending ? "place, k.id" : "place DESC, k.id DESC" }

    func after(_ cursor: WorklistCursor) -> (sql: String, values: [SQLValue]) {
        let sign = isAscending ? ">" : "<"
        if rank.values.isEmpty {
            return (
                "(\(place) \(sign) ? OR (\(place) = ? AND k.id \(sign) ?))",
                [.integer(cursor.place), .integer(cursor.place), .integer(cursor.id)]
            )
        }
        return (
            "(\(rank.sql) > ? OR (\(rank.sql) = ? AND (\(place) \(sign) ? OR (\(place) = ? AND k.id \(sign) ?))))",
            rank.values + [.integer(Int64(cursor.rank))] + rank.values
                + [.integer(Int64(cursor.rank)), .integer(cursor.place), .integer(cursor.place), .integer(cursor.id)]
        )
    }
}
