import Complaints

/// A filter as conditions on the read model `complaint k`; its words are `WorklistSearch`'s.
struct WorklistConditions {
    private(set) var parts: [String] = []
    private(set) var values: [SQLValue] = []

    /// The place in the order of what is due: what has no promise open comes behind all others, the newest first. As indexes have it.
    static let due = "COALESCE(k.next_due_at, 9000000000000000 - k.received_at)"

    /// Over, and something is still owed: in the order of what is due it stands before all others that are over.
    static let isOwed = "k.is_open = 0 AND \(due) < 8000000000000000"

    /// Open or owed, where a span of what is due narrows it: of what is over only what is owed has a date that soon.
    static let isDue = "k.is_open IN (0, 1)"

    /// Nearly all are: an index of it is no help, and the sign keeps the engine from taking one.
    static let isClosed = "+k.is_open = 0"

    init(_ filter: WorklistFilter, for reader: WorklistReader) {
        let visible = VisibleCondition(reader.visibility, asList: true)
        add(visible.sql, visible.values)
        add(filter.view, for: reader)
        if let phase = filter.phase { add("k.phase = ?", [.text(phase.rawValue)]) }
        if let handler = filter.handler { add("k.handler_id = ?", [.integer(handler.value)]) }
        if let team = filter.team { add("COALESCE((SELECT t.team FROM staff t WHERE t.id = k.handler_id), '') = ?", [.text(team)]) }
        if let hasHandler = filter.hasHandler { add(hasHandler ? "k.handler_id IS NOT NULL" : "k.handler_id IS NULL") }
        if let channel = filter.channel { add("k.channel = ?", [.text(channel.rawValue)]) }
        if let about = filter.about { add(about: about) }
        if let wrong = filter.wrong { add(wrong.isEmpty ? "k.wrong IS NULL" : "k.wrong = ?", wrong.isEmpty ? [] : [.text(wrong)]) }
        if let severity = filter.severity { add("k.severity = ?", [.text(severity.rawValue)]) }
        if let isSerious = filter.isSerious { add(isSerious ? "k.severity <> 'normal'" : "k.severity = 'normal'") }
        if let hasRemedy = filter.hasRemedy {
            add(
                "\(hasRemedy ? "" : "NOT ")EXISTS (SELECT 1 FROM case_figures g WHERE g.complaint_id = k.id AND g.remedy_cents > 0)")
        }
        if let theme = filter.theme {
            add("k.id IN (SELECT complaint_id FROM theme_complaint WHERE theme_id = ?)", [.integer(theme)])
        }
        if let isConfidential = filter.isConfidential { add("k.is_confidential = \(isConfidential ? 1 : 0)") }
        if let outcome = filter.outcome { add("k.outcome = ?", [.text(outcome.rawValue)]) }
        if let cause = filter.cause { add("k.cause = ?", [.text(cause.rawValue)]) }
        if let hasCause = filter.hasCause { add(hasCause ? "k.cause IS NOT NULL" : "k.cause IS NULL") }
        if let group = filter.group {
            add("EXISTS (SELECT 1 FROM case_figures g WHERE g.complaint_id = k.id AND g.customer_group = ?)", [.text(group.rawValue)])
        }
        if let isCounted = filter.isCounted { add("k.phase \(isCounted ? "<>" : "=") 'duplicate'") }
        if let course = filter.course?.condition(at: reader.now) { add(course.sql, course.values) }
        add("k.received_at >= ?", filter.receivedFrom)
        add("k.received_at < ?", filter.receivedBefore)
        add("k.resolved_at >= ?", filter.resolvedFrom)
        add("k.resolved_at < ?", filter.resolvedBefore)
        if let isOpen = filter.isOpen { add(isOpen ? "k.is_open = 1" : Self.isClosed) }
        if filter.isLate == true { add("k.is_open = 1 AND \(Self.due) < ?", [.integer(reader.now.milliseconds)]) }
        if filter.isLate == false {
            add("NOT (k.is_open = 1 AND COALESCE(k.next_due_at, ?) < ?)", [.integer(.max), .integer(reader.now.milliseconds)])
        }
    }

    /// One code, several with commas between them, or none at all.
    private mutating func add(about: String) {
        let codes = about.split(separator: ",").map { SQLValue.text(String($0)) }
        switch codes.count {
        case 0: add("k.about IS NULL")
        case 1: add("k.about = ?", codes)
        default: add("k.about IN (\(codes.map { _ in "?" }.joined(separator: ", ")))", codes)
        }
    }

    mutating func add(_ sql: String, _ values: [SQLValue] = []) {
        parts.append(sql)
        self.values += values
    }

    /// Values of what stands before the conditions.
    mutating func begin(with values: [SQLValue]) { self.values.insert(contentsOf: values, at: 0) }

    var sql: String { parts.joined(separator: " AND ") }

    private mutating func add(_ sql: String, _ instant: Instant?) {
        if let instant { add(sql, [.integer(instant.milliseconds)]) }
    }

    private mutating func add(_ view: WorklistView, for reader: WorklistReader) {
        let me = SQLValue.integer(reader.visibility.staff?.value ?? -1)
        let now = SQLValue.integer(reader.now.milliseconds)
        switch view {
        case .mine: add("k.handler_id = ? AND (k.is_open = 1 OR \(Self.isOwed))", [me])
        case .new: add("k.handler_id = ? AND k.phase IN ('assigned', 'reopened')", [me])
        case .unassigned: add("k.handler_id IS NULL AND k.is_open = 1")
        case .today: add("\(Self.isDue) AND \(Self.due) >= ? AND \(Self.due) < ?", [now, .integer(reader.endOfToday.milliseconds)])
        case .late: add("\(Self.isDue) AND \(Self.due) < ?", [now])
        case .waiting: add("k.phase = 'waiting-for-customer'")
        case .reaction: add("k.awaits_reaction = 1")
        case .reopening: add("k.asks_reopening = 1")
        case .open: add("k.is_open = 1")
        case .all: break
        }
    }
}
