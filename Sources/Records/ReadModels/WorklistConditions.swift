import Complaints

/// A filter as conditions on the read model `complaint k`.
struct WorklistConditions {
    private(set) var parts: [String] = []
    private(set) var values: [SQLValue] = []

    init(_ filter: WorklistFilter, for reader: WorklistReader, dialect: any Dialect) {
        let visible = VisibleCondition(reader.visibility, asList: true)
        add(visible.sql, visible.values)
        add(filter.view, for: reader)
        if let phase = filter.phase { add("k.phase = ?", [.text(phase.rawValue)]) }
        if let handler = filter.handler { add("k.handler_id = ?", [.integer(handler.value)]) }
        if let hasHandler = filter.hasHandler { add(hasHandler ? "k.handler_id IS NOT NULL" : "k.handler_id IS NULL") }
        if let channel = filter.channel { add("k.channel = ?", [.text(channel.rawValue)]) }
        if let about = filter.about { add(about.isEmpty ? "k.about IS NULL" : "k.about = ?", about.isEmpty ? [] : [.text(about)]) }
        if let wrong = filter.wrong { add(wrong.isEmpty ? "k.wrong IS NULL" : "k.wrong = ?", wrong.isEmpty ? [] : [.text(wrong)]) }
        if let severity = filter.severity { add("k.severity = ?", [.text(severity.rawValue)]) }
        if let outcome = filter.outcome { add("k.outcome = ?", [.text(outcome.rawValue)]) }
        add("k.received_at >= ?", filter.receivedFrom)
        add("k.received_at < ?", filter.receivedBefore)
        add("k.resolved_at >= ?", filter.resolvedFrom)
        add("k.resolved_at < ?", filter.resolvedBefore)
        if let isOpen = filter.isOpen { add("k.is_open = ?", [SQLValue(isOpen)]) }
        if filter.isLate == true { add("k.is_open = 1 AND k.next_due_at < ?", [.integer(reader.now.milliseconds)]) }
        if filter.isLate == false {
            add("NOT (k.is_open = 1 AND COALESCE(k.next_due_at, ?) < ?)", [.integer(.max), .integer(reader.now.milliseconds)])
        }
        addWords(filter.words, for: reader, dialect: dialect)
    }

    mutating func add(_ sql: String, _ values: [SQLValue] = []) {
        parts.append(sql)
        self.values += values
    }

    var sql: String { parts.joined(separator: " AND ") }

    private mutating func add(_ sql: String, _ instant: Instant?) {
        if let instant { add(sql, [.integer(instant.milliseconds)]) }
    }

    private mutating func add(_ view: WorklistView, for reader: WorklistReader) {
        let me = SQLValue.integer(reader.visibility.staff?.value ?? -1)
        let now = SQLValue.integer(reader.now.milliseconds)
        switch view {
        case .mine: add("k.handler_id = ? AND k.is_open = 1", [me])
        case .new: add("k.handler_id = ? AND k.phase IN ('assigned', 'reopened')", [me])
        case .unassigned: add("k.handler_id IS NULL AND k.is_open = 1")
        case .today: add("k.is_open = 1 AND k.next_due_at >= ? AND k.next_due_at < ?", [now, .integer(reader.endOfToday.milliseconds)])
        case .late: add("k.is_open = 1 AND k.next_due_at < ?", [now])
        case .waiting: add("k.phase = 'waiting-for-customer'")
        case .reaction: add("k.awaits_reaction = 1")
        case .reopening: add("k.asks_reopening = 1")
        case .open: add("k.is_open = 1")
        case .all: break
        }
    }

    /// Every word must be in the file, in whatever entry; or the whole is the complaint's number or its customer's telephone
    /// number. Readers without names find by number only: a hit on a name or a story would tell what the list hides.
    private mutating func addWords(_ text: String, for reader: WorklistReader, dialect: any Dialect) {
        if text.isBlank { return }
        var ways: [(sql: String, values: [SQLValue])] = []
        if let number = ComplaintNumber(parsing: text) { ways.append(("k.number = ?", [.text(number.digits)])) }
        if reader.seesNames {
            if let phone = try? PhoneNumber(parsing: text) { ways.append(("k.phone = ?", [.text(phone.e164)])) }
            let terms = SearchText.terms(text).prefix(8).map { term($0, dialect) }
            if !terms.isEmpty { ways.append(Self.join(terms, " AND ")) }
        }
        let joined = Self.join(ways, " OR ")
        add(ways.isEmpty ? "1 = 0" : joined.sql, joined.values)
    }

    /// One term of a query in any of its spellings.
    private func term(_ spellings: [[String]], _ dialect: any Dialect) -> (sql: String, values: [SQLValue]) {
        let ways = spellings.map { words in
            Self.join(
                words.prefix(8).map { word in
                    let (condition, values) = dialect.searchCondition(for: word)
                    return ("k.id IN (SELECT e.complaint_id FROM search_entry e WHERE \(condition))", values)
                }, " AND ")
        }
        return Self.join(ways, " OR ")
    }

    private static func join(_ parts: [(sql: String, values: [SQLValue])], _ word: String) -> (sql: String, values: [SQLValue]) {
        ("(\(parts.map(\.sql).joined(separator: word)))", parts.flatMap(\.values))
    }
}
