import Complaints
import Records

/// A list of complaints as an address says it: view, words, filters, order. The address is the saved view, and links from
/// elsewhere are made here too, so that a number and the list behind it can't differ.
struct WorklistQuery: Hashable, Sendable {
    /// Rows of one page; and beyond how many a count is no more than "more than".
    static let pageSize = 50
    static let mostCounted = 1000

    /// Names in the address.
    enum Name: String, CaseIterable {
        case view = "lijst"
        case words = "q"
        case phase = "fase"
        case handler = "behandelaar"
        case team
        case channel = "kanaal"
        case about = "over"
        case wrong = "mis"
        case severity = "ernst"
        case late = "telaat"
        case open
        case from = "van"
        case until = "tot"
        case resolvedFrom = "opgelost-van"
        case resolvedUntil = "opgelost-tot"
        case cause = "oorzaak"
        case group = "groep"
        case counted = "telt"
        case remedy = "tegemoetkoming"
        case theme = "thema"
        case confidential = "vertrouwelijk"
        case course = "verloop"
        case courseFrom = "verloop-van"
        case courseUntil = "verloop-tot"
        case order = "volgorde"
        /// Behind which row this page begins, and the number of its first row.
        case after = "na"
        case start = "vanaf"

        /// What narrows a list, in the order of the form.
        static let filters: [Name] = [
            .phase, .handler, .channel, .about, .wrong, .severity, .late, .open, .from, .until, .resolvedFrom, .resolvedUntil, .cause,
            .group, .team, .counted, .remedy, .theme, .confidential, .course, .courseFrom, .courseUntil,
        ]
    }

    /// Stands for "has none" where an empty value would mean "any".
    static let none = "-"
    /// Stands between several kinds, any of which will do.
    static let separator = ","
    static let (yes, no) = ("ja", "nee")
    /// Stands for more than ordinary, however much.
    static let serious = "ernstig"

    private var values: [Name: String] = [:]

    init() {}

    init(_ fields: QueryFields) {
        for name in Name.allCases { self[name] = fields[name.rawValue] }
    }

    subscript(name: Name) -> String {
        get { values[name] ?? "" }
        set { values[name] = newValue.isBlank ? nil : newValue.trimmed }
    }

    /// The open complaints of a handler.
    static func open(of handler: StaffID) -> WorklistQuery {
        WorklistQuery().with(.view, WorklistView.open.rawValue).with(.handler, "\(handler.value)")
    }

    func with(_ name: Name, _ value: String) -> WorklistQuery {
        var changed = self
        changed[name] = value
        if name != .after, name != .start { changed = changed.firstPage }
        return changed
    }

    /// The same list from its beginning.
    var firstPage: WorklistQuery {
        var first = self
        first[.after] = ""
        first[.start] = ""
        return first
    }

    func address(_ base: String = Paths.worklist) -> String {
        base + QueryText.query(pairs)
    }

    var pairs: [(String, String)] { Name.allCases.map { ($0.rawValue, self[$0]) } }

    /// Beyond how many a count is no more than "more than". What numbers of management lead to is counted to the last.
    var mostCounted: Int {
        let isFigure = self[.counted] == Self.yes || !self[.from].isEmpty && !self[.until].isEmpty || !self[.resolvedFrom].isEmpty
        return isFigure && self[.words].isEmpty ? 10_000_000 : Self.mostCounted
    }

    var view: WorklistView { WorklistView(rawValue: self[.view]) ?? .all }
    var cursor: WorklistCursor? { WorklistCursor(self[.after]) }
    var hasFilters: Bool { Name.filters.contains { !self[$0].isEmpty } }

    /// What is due first comes first, but where time runs differently or the words decide.
    var order: WorklistFilter.Order {
        if let chosen = WorklistFilter.Order(rawValue: self[.order]) { return chosen }
        switch view {
        case .all: return .newest
        case .reaction, .reopening: return .changed
        default: return .due
        }
    }

    // MARK: As a filter

    /// The filter, and what in the address can't be read. What can't be read does not narrow.
    func filter(today: Day, zone: OfficeZone) -> (filter: WorklistFilter, problems: [FieldProblem]) {
        var problems: [FieldProblem] = []
        var filter = WorklistFilter()
        func value<Value>(_ name: Name, _ read: (String) -> Value?) -> Value? {
            let text = self[name]
            if text.isEmpty { return nil }
            if let value = read(text) { return value }
            problems.append(FieldProblem(name.rawValue, .unknown))
            return nil
        }
        func midnight(_ name: Name, after days: Int) -> Instant? {
            let text = self[name]
            if text.isEmpty { return nil }
            guard let day = try? Day(typed: text, today: today) else {
                problems.append(FieldProblem(name.rawValue, .malformed))
                return nil
            }
            return zone.instant(of: CivilTime(day + days, TimeOfDay(seconds: 0)))
        }
        filter.view = value(.view) { WorklistView(rawValue: $0) } ?? .all
        filter.words = self[.words]
        filter.phase = value(.phase) { Phase(rawValue: $0) }
        filter.handler = value(.handler) { Int64($0).map { StaffID($0) } }
        filter.team = value(.team) { $0 == Self.none ? "" : $0 }
        filter.channel = value(.channel) { Channel(rawValue: $0) }
        filter.about = value(.about) { $0 == Self.none ? "" : $0 }
        filter.wrong = value(.wrong) { $0 == Self.none ? "" : $0 }
        if self[.severity] == Self.serious {
            filter.isSerious = true
        } else {
            filter.severity = value(.severity) { Severity(rawValue: $0) }
        }
        filter.hasRemedy = value(.remedy, Self.truth)
        filter.theme = value(.theme) { Int64($0) }
        filter.isConfidential = value(.confidential, Self.truth)
        filter.isLate = value(.late, Self.truth)
        filter.isOpen = value(.open, Self.truth)
        filter.receivedFrom = midnight(.from, after: 0)
        filter.receivedBefore = midnight(.until, after: 1)
        filter.resolvedFrom = midnight(.resolvedFrom, after: 0)
        filter.resolvedBefore = midnight(.resolvedUntil, after: 1)
        if self[.cause] == Self.none { filter.hasCause = false } else { filter.cause = value(.cause) { Cause(rawValue: $0) } }
        filter.group = value(.group) { CustomerGroup(rawValue: $0) }
        filter.isCounted = value(.counted, Self.truth)
        let (courseFrom, courseBefore) = (midnight(.courseFrom, after: 0), midnight(.courseUntil, after: 1))
        filter.course = value(.course) { CaseCourse(rawValue: $0) }.map { CourseFilter($0, from: courseFrom, before: courseBefore) }
        filter.order = value(.order) { WorklistFilter.Order(rawValue: $0) } ?? order
        return (filter, problems)
    }

    private static func truth(_ text: String) -> Bool? { text == yes ? true : text == no ? false : nil }
}
