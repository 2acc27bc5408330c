import Complaints

/// A list by words. First come complaints whose number, customer's name or telephone number is what was typed; behind them those that
/// have every word somewhere in the file. Readers without names find by number only: a hit on a name or a story would tell what the
/// list hides.
struct WorklistSearch {
    private let filter: WorklistFilter
    private let reader: WorklistReader
    private var snapshot: Snapshot
    /// What makes a complaint come first; nil where the text can't be any of it.
    private let exact: Exact?
    private let query: SearchQuery?
    private let hasTooManyWords: Bool
    /// Those of the house that answer to what was typed.
    let words: [String]
    /// The key of the first hit that is not looked at any more; nil where each row read is a row shown, or there are no more hits than that.
    private var bound: Int64?

    init(_ filter: WorklistFilter, for reader: WorklistReader, in snapshot: Snapshot) throws {
        (self.filter, self.reader, self.snapshot) = (filter, reader, snapshot)
        exact = Self.exact(filter.words, for: reader)
        let found = reader.seesNames ? try snapshot.searchQuery(filter.words) : (query: nil, isCut: false, words: [])
        query = found.query
        hasTooManyWords = found.isCut
        words = found.words
        bound = try firstPassedOver()
    }

    func page(limit: Int, after cursor: WorklistCursor?) throws -> WorklistPage {
        var places = try exactPlaces(limit, after: cursor)
        if places.count <= limit { places += try hits(limit, after: cursor) }
        return page(places, limit: limit)
    }

    /// The first page, and how many there are, up to `most`. Both come from the same look: few hits are all looked through for the count,
    /// and among many the newest are enough for either.
    func pageAndCount(limit: Int, upTo most: Int) throws -> (page: WorklistPage, count: Int) {
        let stages = stages()
        try foresee { search in
            _ = try search.exactAndCount(limit, upTo: most)
            if let first = stages.first { _ = try search.hitsAndCount(limit, upTo: most, among: first) }
        }
        let exact = try exactAndCount(limit, upTo: most)
        var hits: Counted = ([], 0)
        try walk(stages, wanted: most) { stage in
            hits = try hitsAndCount(limit, upTo: most, among: stage)
            return hits.count
        }
        return (page(exact.places + hits.places, limit: limit), min(most, exact.count + hits.count))
    }

    private func page(_ places: [WorklistPage.Place], limit: Int) -> WorklistPage {
        WorklistPage(places, limit: limit, cut: bound != nil ? .hits : hasTooManyWords ? .words : nil)
    }

    func count(upTo limit: Int) throws -> Int {
        let exact = try exactCount(upTo: limit)
        if exact >= limit { return limit }
        var found = 0
        try walk(stages(), wanted: limit) { stage in
            found = try count(upTo: limit, among: stage)
            return found
        }
        return min(limit, exact + found)
    }

    /// Sends what is going to be asked.
    private func foresee(_ ask: (WorklistSearch) throws -> Void) throws {
        try snapshot.foresee { ahead in
            var search = self
            search.snapshot = ahead
            try ask(search)
        }
    }

    // MARK: What comes first

    private typealias Counted = (places: [WorklistPage.Place], count: Int)

    private func exactAndCount(_ limit: Int, upTo most: Int) throws -> Counted {
        guard let exact else { return ([], 0) }
        var conditions = WorklistConditions(filter, for: reader)
        conditions.add(exact.found, exact.values)
        return try snapshot.countedRows(
            from: "complaint k", conditions, order(key: "k.id"), rank: 0, limit: limit + 1, upTo: most, withNames: reader.seesNames)
    }

    private func exactPlaces(_ limit: Int, after cursor: WorklistCursor?) throws -> [WorklistPage.Place] {
        guard let exact, cursor?.rank ?? 0 == 0 else { return [] }
        var conditions = WorklistConditions(filter, for: reader)
        conditions.add(exact.found, exact.values)
        let order = order(key: "k.id")
        if let cursor { order.begin(after: cursor, &conditions) }
        return try snapshot.rows(from: "complaint k", conditions, order, rank: 0, limit: limit + 1, withNames: reader.seesNames)
    }

    private func exactCount(upTo limit: Int) throws -> Int {
        guard let exact, limit > 0 else { return 0 }
        var conditions = WorklistConditions(filter, for: reader)
        conditions.add(exact.found, exact.values)
        return try snapshot.rowCount(from: "complaint k", conditions, upTo: limit)
    }

    // MARK: Hits

    /// Hits of the days that end at a key, or all.
    private struct Stage {
        /// Nil for all.
        let days: Int?
        let keys: ClosedRange<Int64>?
    }

    /// The newest are looked for among few days first; when these have enough, all others are older.
    private func hits(_ limit: Int, after cursor: WorklistCursor?) throws -> [WorklistPage.Place] {
        let cursor = cursor.flatMap { $0.rank == 1 ? $0 : nil }
        var places: [WorklistPage.Place] = []
        try walk(stages(endingAt: cursor?.place), wanted: limit + 1) { stage in
            places = try hits(limit, after: cursor, among: stage)
            return places.count
        }
        return places
    }

    private func hitsAndCount(_ limit: Int, upTo most: Int, among stage: Stage) throws -> Counted {
        guard let hits = hits(isInOrderOfHits, among: stage.keys) else { return ([], 0) }
        return try snapshot.countedRows(
            from: tables(hits), conditions(on: hits), order(key: hits.key), rank: 1, limit: limit + 1, upTo: most,
            withNames: reader.seesNames)
    }

    private func hits(_ limit: Int, after cursor: WorklistCursor?, among stage: Stage) throws -> [WorklistPage.Place] {
        guard let hits = hits(isInOrderOfHits, among: stage.keys) else { return [] }
        var conditions = conditions(on: hits)
        let order = order(key: hits.key)
        if let cursor { order.begin(after: cursor, &conditions) }
        return try snapshot.rows(from: tables(hits), conditions, order, rank: 1, limit: limit + 1, withNames: reader.seesNames)
    }

    private func count(upTo limit: Int, among stage: Stage) throws -> Int {
        guard let hits = hits(false, among: stage.keys) else { return 0 }
        return try snapshot.rowCount(from: tables(hits), conditions(on: hits), upTo: limit)
    }

    /// Looks among more days until there are as many as wanted; among all at once where a few days have so few that more days won't do.
    private func walk(_ stages: [Stage], wanted: Int, _ look: (Stage) throws -> Int) throws {
        var rest = stages[...]
        while let stage = rest.popFirst() {
            let found = try look(stage)
            if found >= wanted { return }
            while let days = stage.days, let more = rest.first?.days, found * more < wanted * days { rest.removeFirst() }
        }
    }

    /// The last is all.
    private func stages(endingAt key: Int64? = nil) -> [Stage] {
        guard query != nil else { return [] }
        let all = Stage(days: nil, keys: nil)
        guard filter.order == .newest, !filter.isNarrow else { return [all] }
        // A clock of another node may be ahead; and a key comes from an address, where anything can stand.
        let day: Int64 = 86_400_000
        let end = max(0, key ?? Keys.first(at: reader.now.milliseconds + day))
        return snapshot.connection.dialect.daysOfHits.map { days in
            Stage(days: days, keys: max(0, end - Keys.span(Int64(days) * day))...end)
        } + [all]
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

    private func conditions(on hits: SearchSource) -> WorklistConditions {
        var conditions = WorklistConditions(filter, for: reader)
        conditions.begin(with: hits.tableValues)
        conditions.add("\(hits.condition) AND k.id = \(hits.key)", hits.values)
        if let bound { conditions.add("\(hits.key) \(isAscending ? "<" : ">") ?", [.integer(bound)]) }
        if let exact { conditions.add(exact.notFound, exact.values) }
        return conditions
    }

    private func firstPassedOver() throws -> Int64? {
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

    // MARK: What was typed

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
