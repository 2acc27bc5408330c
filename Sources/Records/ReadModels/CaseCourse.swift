package import Complaints

/// How it went with a complaint, as it is counted: once as a condition on lists and once as a count in memory, so that a number and the
/// list behind it can't differ. Each has the moment by which it belongs to a period.
package enum CaseCourse: String, CaseIterable, Hashable, Sendable {
    /// The time for a first contact has passed; it was in time, or not.
    case contactDue = "contact-due"
    case contactKept = "contact-kept"
    case contactBroken = "contact-broken"
    /// The time for a solution has passed; it was in time, or not.
    case termDue = "term-due"
    case termKept = "term-kept"
    case termBroken = "term-broken"
    /// Solved, and of these reopened, asked how it was, satisfied. By the first solution.
    case solved, reopened, rated, satisfied, unsatisfied

    /// When, for a complaint of which it holds.
    package func moment(in figures: CaseFigures, at now: Instant) -> Instant? {
        switch self {
        case .contactDue: passed(figures.firstContact, now)
        case .contactKept: passed(figures.firstContact, now) { $0.isKept }
        case .contactBroken: passed(figures.firstContact, now) { !$0.isKept }
        case .termDue: passed(figures.resolution, now)
        case .termKept: passed(figures.resolution, now) { $0.isKept }
        case .termBroken: passed(figures.resolution, now) { !$0.isKept }
        case .solved: figures.firstResolvedAt
        case .reopened: figures.reopenedAt == nil ? nil : figures.firstResolvedAt
        case .rated: figures.isSatisfied == nil ? nil : figures.firstResolvedAt
        case .satisfied: figures.isSatisfied == true ? figures.firstResolvedAt : nil
        case .unsatisfied: figures.isSatisfied == false ? figures.firstResolvedAt : nil
        }
    }

    /// Every course that holds of a complaint, by its place among all, with its moment.
    package static func each(in figures: CaseFigures, at now: Instant, _ body: (Int, Instant) -> Void) {
        // By the number: this is asked of every complaint for every page.
        let now = now.milliseconds
        if let term = figures.firstContact, term.due.milliseconds < now {
            body(0, term.due)
            body(term.isKept ? 1 : 2, term.due)
        }
        if let term = figures.resolution, term.due.milliseconds < now {
            body(3, term.due)
            body(term.isKept ? 4 : 5, term.due)
        }
        guard let solved = figures.firstResolvedAt else { return }
        body(6, solved)
        if figures.reopenedAt != nil { body(7, solved) }
        if let isSatisfied = figures.isSatisfied {
            body(8, solved)
            body(isSatisfied ? 9 : 10, solved)
        }
    }

    package static let places: [CaseCourse: Int] = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))

    private func passed(
        _ term: CaseFigures.Term?, _ now: Instant, _ holds: (CaseFigures.Term) -> Bool = { _ in true }
    ) -> Instant? {
        term.flatMap { $0.isPassed(at: now) && holds($0) ? $0.due : nil }
    }
}

/// A course within a time, for lists.
package struct CourseFilter: Hashable, Sendable {
    package var course: CaseCourse
    package var from: Instant?
    package var before: Instant?

    package init(_ course: CaseCourse, from: Instant? = nil, before: Instant? = nil) {
        (self.course, self.from, self.before) = (course, from, before)
    }

    /// The same as `CaseCourse.moment`, on `case_figures g`.
    func condition(at now: Instant) -> (sql: String, values: [SQLValue]) {
        let (column, holds) = parts
        var conditions = ["g.\(column) IS NOT NULL"] + (holds.map { [$0] } ?? [])
        var values: [SQLValue] = []
        func add(_ sign: String, _ instant: Instant?) {
            guard let instant else { return }
            conditions.append("g.\(column) \(sign) ?")
            values.append(.integer(instant.milliseconds))
        }
        add(">=", from)
        add("<", before)
        if column != "first_resolved_at" { add("<", now) }
        return ("k.id IN (SELECT g.complaint_id FROM case_figures g WHERE \(conditions.joined(separator: " AND ")))", values)
    }

    private var parts: (column: String, holds: String?) {
        switch course {
        case .contactDue: ("first_due_at", nil)
        case .contactKept: ("first_due_at", "g.first_met_at <= g.first_due_at")
        case .contactBroken: ("first_due_at", "(g.first_met_at IS NULL OR g.first_met_at > g.first_due_at)")
        case .termDue: ("term_due_at", nil)
        case .termKept: ("term_due_at", "g.term_met_at <= g.term_due_at")
        case .termBroken: ("term_due_at", "(g.term_met_at IS NULL OR g.term_met_at > g.term_due_at)")
        case .solved: ("first_resolved_at", nil)
        case .reopened: ("first_resolved_at", "g.reopened_at IS NOT NULL")
        case .rated: ("first_resolved_at", "g.is_satisfied IS NOT NULL")
        case .satisfied: ("first_resolved_at", "g.is_satisfied = 1")
        case .unsatisfied: ("first_resolved_at", "g.is_satisfied = 0")
        }
    }
}
