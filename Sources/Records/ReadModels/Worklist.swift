import Complaints

/// Limits of lists that hold at any size of house.
package enum WorklistLimits {
    /// With a filter, or in another order than theirs, so many hits of the words are looked through, the newest first.
    package static let mostHits = 5000
}

extension Snapshot {
    /// One page of a list: at most `limit` rows from the cursor on. With words, those come first that have them as their number, name
    /// or telephone number.
    package func worklist(_ filter: WorklistFilter, for reader: WorklistReader, limit: Int, after cursor: WorklistCursor? = nil) throws
        -> WorklistPage
    {
        if !filter.words.isBlank { return try WorklistSearch(filter, for: reader, in: self).page(limit: limit, after: cursor) }
        var places: [WorklistPage.Place] = []
        for (rank, part) in WorklistPart.parts(of: filter).enumerated() where rank >= cursor?.rank ?? 0 && places.count <= limit {
            var conditions = WorklistConditions(filter, for: reader)
            if let condition = part.condition { conditions.add(condition) }
            if let cursor, cursor.rank == rank { part.order.begin(after: cursor, &conditions) }
            // As if nothing came before it, where it is foreseen.
            let found = connection.dialect.asksFarAway ? 0 : places.count
            places += try rows(
                from: "complaint k", conditions, part.order, rank: rank, limit: limit + 1 - found, withNames: reader.seesNames)
        }
        return WorklistPage(places, limit: limit)
    }

    /// The same, with what `worklistCount` says of it and the words of the house that answer to those that were searched.
    package func worklist(
        _ filter: WorklistFilter, for reader: WorklistReader, limit: Int, after cursor: WorklistCursor?, countedUpTo most: Int
    ) throws -> (page: WorklistPage, count: Int, words: [String]) {
        if filter.words.isBlank {
            try foresee { _ = try $0.worklistCount(filter, for: reader, upTo: most) }
            return (
                try worklist(filter, for: reader, limit: limit, after: cursor), try worklistCount(filter, for: reader, upTo: most), []
            )
        }
        let search = try WorklistSearch(filter, for: reader, in: self)
        if let cursor { return (try search.page(limit: limit, after: cursor), try search.count(upTo: most), search.words) }
        let found = try search.pageAndCount(limit: limit, upTo: most)
        return (found.page, found.count, search.words)
    }

    /// How many complaints a filter holds, up to `limit`.
    package func worklistCount(_ filter: WorklistFilter, for reader: WorklistReader, upTo limit: Int = 1000) throws -> Int {
        if !filter.words.isBlank { return try WorklistSearch(filter, for: reader, in: self).count(upTo: limit) }
        guard filter.isToDo else { return try rowCount(from: "complaint k", WorklistConditions(filter, for: reader), upTo: limit) }
        // Part by part, each a stretch of an index.
        let parts = WorklistPart.toDo.map { part in
            var conditions = WorklistConditions(filter, for: reader)
            conditions.add(part)
            return conditions
        }
        let rows = parts.map { "SELECT 1 FROM complaint k WHERE \($0.sql)" }.joined(separator: " UNION ALL ")
        return try count("SELECT count(*) FROM (\(rows) LIMIT \(limit)) AS counted", values: parts.flatMap(\.values))
    }

    func rows(
        from tables: String, _ conditions: WorklistConditions, _ order: WorklistOrder, rank: Int, limit: Int, withNames: Bool
    ) throws -> [WorklistPage.Place] {
        let direction = order.isAscending ? "" : " DESC"
        // Ordered by what indexes hold; the rows themselves are read for those shown.
        let sql = """
            SELECT \(WorklistRow.columns), found.place FROM
            (SELECT k.id AS id, \(order.place) AS place FROM \(tables) WHERE \(conditions.sql) ORDER BY \(order.ordering) LIMIT \(limit)) AS found
            CROSS JOIN complaint k WHERE k.id = found.id ORDER BY found.place\(direction), found.id\(direction)
            """
        return try all(sql, values: conditions.values) { try WorklistPage.Place($0, rank: rank, withNames: withNames) }
    }

    /// The same, and how many there are, up to `most`: they are gone through once for both.
    func countedRows(
        from tables: String, _ conditions: WorklistConditions, _ order: WorklistOrder, rank: Int, limit: Int, upTo most: Int,
        withNames: Bool
    ) throws -> (places: [WorklistPage.Place], count: Int) {
        let direction = order.isAscending ? "" : " DESC"
        let sql = """
            WITH seen AS (SELECT k.id AS id, \(order.place) AS place FROM \(tables) WHERE \(conditions.sql)
            ORDER BY \(order.ordering) LIMIT \(max(most, limit)))
            SELECT \(WorklistRow.columns), found.place, (SELECT count(*) FROM seen) FROM
            (SELECT id, place FROM seen ORDER BY place\(direction), id\(direction) LIMIT \(limit)) AS found
            CROSS JOIN complaint k WHERE k.id = found.id ORDER BY found.place\(direction), found.id\(direction)
            """
        var count = 0
        let places = try all(sql, values: conditions.values) { row in
            count = min(most, Int(row.integer(26)))
            return try WorklistPage.Place(row, rank: rank, withNames: withNames)
        }
        return (places, count)
    }

    func rowCount(from tables: String, _ conditions: WorklistConditions, upTo limit: Int) throws -> Int {
        try count(
            "SELECT count(*) FROM (SELECT 1 FROM \(tables) WHERE \(conditions.sql) LIMIT \(limit)) AS counted", values: conditions.values)
    }
}

extension WorklistPage {
    /// A row and where it stands.
    struct Place {
        let row: WorklistRow
        let cursor: WorklistCursor

        /// Of a row's columns, and behind them its place.
        fileprivate init(_ row: any SQLRow, rank: Int, withNames: Bool) throws {
            self.row = try WorklistRow(row, withNames: withNames)
            cursor = WorklistCursor(rank: rank, place: row.integer(25), id: row.integer(0))
        }
    }

    init(_ places: [Place], limit: Int, cut: SearchCut? = nil) {
        let shown = places.prefix(limit)
        self.init(rows: shown.map(\.row), next: places.count > limit ? shown.last?.cursor : nil, cut: cut)
    }
}

/// A list in one or two parts, each in the order of an index.
struct WorklistPart {
    let condition: String?
    let order: WorklistOrder

    /// What is open, and behind it what is over with something still owed.
    static let toDo = ["k.is_open = 1", WorklistConditions.isOwed]

    /// Nothing is due of what is closed: it stands behind what is open, the newest first.
    static func parts(of filter: WorklistFilter) -> [WorklistPart] {
        guard filter.order == .due else {
            let isRange = filter.receivedFrom != nil || filter.receivedBefore != nil
            return [WorklistPart(condition: nil, order: WorklistOrder(filter.order, isRange: isRange))]
        }
        if filter.isToDo { return toDo.map { WorklistPart(condition: $0, order: WorklistOrder(.due)) } }
        let parts = [
            (true, WorklistPart(condition: "k.is_open = 1", order: WorklistOrder(.due))),
            (false, WorklistPart(condition: WorklistConditions.isClosed, order: WorklistOrder(.newest))),
        ]
        return parts.filter { filter.openness.contains($0.0) }.map(\.1)
    }
}

/// The order of a list and how its pages hang together.
struct WorklistOrder {
    let place: String
    let isAscending: Bool
    /// Whether the place is the key itself: nothing else is needed to order by.
    private let isKey: Bool

    /// - Parameter isRange: whether a range of receipt narrows the list: then that is read and sorted, not all that ever changed.
    init(_ order: WorklistFilter.Order, isRange: Bool = false) {
        isKey = false
        switch order {
        case .due: (place, isAscending) = (WorklistConditions.due, true)
        case .newest: (place, isAscending) = ("k.received_at", false)
        case .oldest: (place, isAscending) = ("k.received_at", true)
        case .changed: (place, isAscending) = (isRange ? "+k.changed_at" : "k.changed_at", false)
        }
    }

    /// By key, as search hits come: in the order in which complaints were registered or taken over.
    init(key: String, isAscending: Bool) {
        (place, self.isAscending, isKey) = (key, isAscending, true)
    }

    var ordering: String {
        let direction = isAscending ? "" : " DESC"
        return isKey ? "\(place)\(direction)" : "\(place)\(direction), k.id\(direction)"
    }

    func begin(after cursor: WorklistCursor, _ conditions: inout WorklistConditions) {
        let sign = isAscending ? ">" : "<"
        if isKey { return conditions.add("\(place) \(sign) ?", [.integer(cursor.id)]) }
        conditions.add("(\(place), k.id) \(sign) (?, ?)", [.integer(cursor.place), .integer(cursor.id)])
    }
}
