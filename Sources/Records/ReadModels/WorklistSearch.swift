import Complaints

/// A list by words. First come complaints whose number, customer's name or telephone number is what was typed; behind them those that
/// have every word somewhere in the file. Readers without names find by number only: a hit on a name or a story would tell what the
/// list hides.
struct WorklistSearch {
    private let filter: WorklistFilter
    private let reader: WorklistReader
    private let snapshot: Snapshot
    /// What makes a complaint come first; nil where the text can't be any of it.
    private let exact: Exact?
    private let query: SearchQuery?
    private let hasTooManyWords: Bool

    init(_ filter: WorklistFilter, for reader: WorklistReader, in snapshot: Snapshot) throws {
        (self.filter, self.reader, self.snapshot) = (filter, reader, snapshot)
        exact = Self.exact(filter.words, for: reader)
        let found = reader.seesNames ? try snapshot.searchQuery(filter.words) : (query: nil, isCut: false)
        query = found.query
        hasTooManyWords = found.isCut
    }

    func page(limit: Int, after cursor: WorklistCursor?) throws -> WorklistPage {
        var places: [WorklistPage.Place] = []
        if let exact, cursor?.rank ?? 0 == 0 {
            var conditions = WorklistConditions(filter, for: reader)
            conditions.add(exact.found, exact.values)
            let order = order(key: "k.id")
            if let cursor { order.begin(after: cursor, &conditions) }
            places = try snapshot.rows(
                from: "complaint k", conditions, order, rank: 0, limit: limit + 1, withNames: reader.seesNames)
        }
        let bound = try bound()
        let wanted = limit + 1 - places.count
        if wanted > 0 { places += try hits(wanted, bound, after: cursor.flatMap { $0.rank == 1 ? $0 : nil }) }
        return WorklistPage(places, limit: limit, cut: bound != nil ? .hits : hasTooManyWords ? .words : nil)
    }

    /// The newest are looked for among few days first; when these have enough, all others are older.
    private func hits(_ wanted: Int, _ bound: Int64?, after cursor: WorklistCursor?) throws -> [WorklistPage.Place] {
        for keys in stages(endingAt: cursor?.place) {
            guard let hits = hits(isInOrderOfHits, among: keys) else { return [] }
            var conditions = conditions(on: hits, bound)
            let order = order(key: hits.key)
            if let cursor { order.begin(after: cursor, &conditions) }
            let places = try snapshot.rows(from: tables(hits), conditions, order, rank: 1, limit: wanted, withNames: reader.seesNames)
            if places.count >= wanted || keys == nil { return places }
        }
        return []
    }

    /// Keys of the days that end at a key, else now, and last nil for all.
    private func stages(endingAt key: Int64? = nil) -> [ClosedRange<Int64>?] {
        guard filter.order == .newest, !filter.isNarrow else { return [nil] }
        // A clock of another node may be ahead; and a key comes from an address, where anything can stand.
        let day: Int64 = 86_400_000
        let end = max(0, key ?? Keys.first(at: reader.now.milliseconds + day))
        return snapshot.connection.dialect.daysOfHits.map { days in
            max(0, end - Keys.span(Int64(days) * day))...end
        } + [nil]
    }

    func count(upTo limit: Int) throws -> Int {
        var count = 0
        if let exact {
            var conditions = WorklistConditions(filter, for: reader)
            conditions.add(exact.found, exact.values)
            count = try snapshot.rowCount(from: "complaint k", conditions, upTo: limit)
        }
        let bound = try bound()
        for keys in stages() where count < limit {
            guard let hits = hits(false, among: keys) else { break }
            let found = try snapshot.rowCount(from: tables(hits), conditions(on: hits, bound), upTo: limit - count)
            if count + found >= limit || keys == nil { return count + found }
        }
        return count
    }

    /// Nil where nothing can be hit.
    private func hits(_ isOrdered: Bool, among keys: ClosedRange<Int64>? = nil) -> SearchSource? {
        let order = isAscending ? HitOrder.oldestFirst : .newestFirst
        return query.map { snapshot.connection.dialect.searchHits($0, isOrdered ? order : nil, among: keys) }
    }

    /// Hits first, each complaint by its key: an engine must not walk the complaints and ask of each whether it is a hit.
    private func tables(_ hits: SearchSource) -> String {
        "\(hits.table) CROSS JOIN complaint k\(snapshot.connection.dialect.through("complaint_for_lists"))"
    }

    private func conditions(on hits: SearchSource, _ bound: Int64?) -> WorklistConditions {
        var conditions = WorklistConditions(filter, for: reader)
        conditions.begin(with: hits.tableValues)
        conditions.add("\(hits.condition) AND k.id = \(hits.key)", hits.values)
        if let bound { conditions.add("\(hits.key) \(isAscending ? "<" : ">") ?", [.integer(bound)]) }
        if let exact { conditions.add(exact.notFound, exact.values) }
        return conditions
    }

    /// The key of the first hit that is not looked at any more; nil where each row read is a row shown, or there are no more hits than that.
    private func bound() throws -> Int64? {
        guard filter.isNarrow || !isInOrderOfHits, let hits = hits(true) else { return nil }
        return try snapshot.first(
            """
            SELECT \(hits.key) FROM \(hits.table) WHERE \(hits.condition)
            ORDER BY \(hits.key)\(isAscending ? "" : " DESC") LIMIT 1 OFFSET \(WorklistLimits.mostHits)
            """, values: hits.tableValues + hits.values
        ) { $0.integer(0) }
    }

    // MARK: Order

    private var isInOrderOfHits: Bool { filter.order == .newest || filter.order == .oldest }
    private var isAscending: Bool { filter.order == .oldest }

    private func order(key: String) -> WorklistOrder {
        isInOrderOfHits ? WorklistOrder(key: key, isAscending: isAscending) : WorklistOrder(filter.order)
    }

    // MARK: What comes first

    /// What was typed as a whole, in the columns where it may stand as such.
    struct Exact {
        fileprivate let ways: [(column: String, value: String)]

        /// Each way by its own index.
        var found: String { "(\(ways.map { "k.\($0.column) = ?" }.joined(separator: " OR ")))" }
        /// By key: what hits are looked at in holds no names.
        var notFound: String {
            "k.id NOT IN (SELECT x.id FROM complaint x WHERE \(ways.map { "x.\($0.column) = ?" }.joined(separator: " OR ")))"
        }
        var values: [SQLValue] { ways.map { .text($0.value) } }
    }

    private static func exact(_ text: String, for reader: WorklistReader) -> Exact? {
        var ways: [(column: String, value: String)] = []
        if let number = ComplaintNumber(parsing: text) { ways.append(("number", number.digits)) }
        if reader.seesNames {
            if let phone = try? PhoneNumber(parsing: text) { ways.append(("phone", phone.e164)) }
            let name = SearchText.key(text)
            if !name.isEmpty { ways.append(("name_key", name)) }
        }
        return ways.isEmpty ? nil : Exact(ways: ways)
    }
}
