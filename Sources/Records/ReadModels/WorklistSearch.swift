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
        let first = firstStage()
        try foresee { search in
            _ = try search.exactAndCount(limit, upTo: most)
            if let first { _ = try search.hitsAndCount(limit, upTo: most, among: first) }
        }
        let exact = try exactAndCount(limit, upTo: most)
        var hits: Counted = ([], 0)
        try walk(from: first, wanted: max(most, limit + 1)) { stage in
            if hits.places.count > limit {
                hits.count += try count(upTo: most - hits.count, among: stage.others)
            } else {
                hits = try hitsAndCount(limit, upTo: most, among: stage)
            }
            return max(hits.count, hits.places.count)
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
        try walk(from: firstStage(), wanted: limit) { stage in
            found += try count(upTo: limit - found, among: stage.others)
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

    /// Hits up to a key: those of some days, or all.
    private struct Stage {
        let end: Int64
        /// Nil for all.
        let days: Int64?
        /// Where hits begin that an earlier stage has looked through; nil in the first.
        let seen: Int64?

        static let day: Int64 = 86_400_000
        /// Where more are needed, all are looked through: to find what is of so many days costs as much.
        static let mostDays = 600.0

        private var start: Int64 { days.map { max(0, end - Keys.span($0 * Self.day)) } ?? 0 }
        /// What it looks through.
        var whole: Part { days == nil ? Part(keys: nil) : Part(keys: start...end) }
        /// What no earlier stage has looked through.
        var others: Part {
            guard let seen else { return whole }
            return days == nil ? Part(keys: seen...end, isOutside: true) : Part(keys: min(start, seen - 1)...(seen - 1))
        }

        /// The next, where this one has so many hits: as many days as should have those that are wanted, and some more. Nil when there are no more.
        func wider(found: Int, wanted: Int) -> Stage? {
            guard let days else { return nil }
            let enough = found == 0 ? .infinity : Double(days) * Double(wanted) / Double(found) * 1.15 + 1
            let more = start > 0 && enough <= Self.mostDays ? max(days + 1, Int64(enough)) : nil
            return Stage(end: end, days: more, seen: start)
        }
    }

    /// Some of the keys of complaints: those of a range or those outside it; nil for all.
    private struct Part {
        let keys: ClosedRange<Int64>?
        var isOutside = false

        static let all = Part(keys: nil)

        /// A range that an engine can look hits up by.
        var range: ClosedRange<Int64>? { isOutside || keys?.lowerBound == 0 ? nil : keys }
    }

    /// The newest are looked for among few days first; when these have enough, all others are older.
    private func hits(_ limit: Int, after cursor: WorklistCursor?) throws -> [WorklistPage.Place] {
        let cursor = cursor.flatMap { $0.rank == 1 ? $0 : nil }
        var places: [WorklistPage.Place] = []
        try walk(from: firstStage(endingAt: cursor?.place), wanted: limit + 1) { stage in
            places = try hits(limit, after: cursor, among: stage.whole)
            return places.count
        }
        return places
    }

    private func hitsAndCount(_ limit: Int, upTo most: Int, among stage: Stage) throws -> Counted {
        guard let hits = hits(isInOrderOfHits, among: stage.whole) else { return ([], 0) }
        return try snapshot.countedRows(
            from: tables(hits), conditions(on: hits, among: stage.whole), order(key: hits.key), rank: 1, limit: limit + 1, upTo: most,
            withNames: reader.seesNames)
    }

    private func hits(_ limit: Int, after cursor: WorklistCursor?, among part: Part) throws -> [WorklistPage.Place] {
        guard let hits = hits(isInOrderOfHits, among: part) else { return [] }
        var conditions = conditions(on: hits, among: part)
        let order = order(key: hits.key)
        if let cursor { order.begin(after: cursor, &conditions) }
        return try snapshot.rows(from: tables(hits), conditions, order, rank: 1, limit: limit + 1, withNames: reader.seesNames)
    }

    private func count(upTo limit: Int, among part: Part) throws -> Int {
        guard let hits = hits(false, among: part) else { return 0 }
        return try snapshot.rowCount(from: tables(hits), conditions(on: hits, among: part), upTo: limit)
    }

    /// Looks among more days until there are as many as wanted; `look` tells how many there are so far.
    private func walk(from first: Stage?, wanted: Int, _ look: (Stage) throws -> Int) throws {
        var next = first
        while let stage = next {
            let found = try look(stage)
            next = found >= wanted ? nil : stage.wider(found: found, wanted: wanted)
        }
    }

    /// Nil where nothing can be hit.
    private func firstStage(endingAt key: Int64? = nil) -> Stage? {
        guard query != nil else { return nil }
        let isStepwise = filter.order == .newest && !filter.isNarrow
        // A clock of another node may be ahead, and our own may have been; and a key comes from an address, where anything can stand.
        let end = max(0, key ?? max(Keys.first(at: reader.now.milliseconds + Stage.day), Keys.newest))
        return Stage(end: end, days: isStepwise ? snapshot.connection.dialect.daysOfHits : nil, seen: nil)
    }

    /// Nil where nothing can be hit.
    private func hits(_ isOrdered: Bool, among part: Part = .all) -> SearchSource? {
        let order = isAscending ? HitOrder.oldestFirst : .newestFirst
        return query.map { snapshot.connection.dialect.searchHits($0, isOrdered ? order : nil, among: part.range) }
    }

    /// Hits first, each complaint by its key: an engine must not walk the complaints and ask of each whether it is a hit.
    private func tables(_ hits: SearchSource) -> String {
        "\(hits.table) CROSS JOIN complaint k\(snapshot.connection.dialect.through("complaint_for_lists"))"
    }

    private func conditions(on hits: SearchSource, among part: Part) -> WorklistConditions {
        var conditions = WorklistConditions(filter, for: reader)
        conditions.begin(with: hits.tableValues)
        conditions.add("\(hits.condition) AND k.id = \(hits.key)", hits.values)
        // An engine may find hits of some days more than it was asked for.
        if let keys = part.keys {
            let bounds: [SQLValue] = [.integer(keys.lowerBound), .integer(keys.upperBound)]
            conditions.add("\(hits.key) \(part.isOutside ? "NOT " : "")BETWEEN ? AND ?", bounds)
        }
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
