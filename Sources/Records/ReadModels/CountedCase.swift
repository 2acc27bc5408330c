package import Complaints

/// A complaint as it is counted: what it is, who may see it, and its figures.
package struct CountedCase: Hashable, Sendable {
    package let id: ComplaintID
    package let phase: Phase
    package let channel: Channel
    package let receivedAt: Instant
    /// Nil while nobody has chosen it.
    package private(set) var about: String?
    package let wrong: String?
    package let cause: Cause?
    package let severity: Severity
    package let handler: StaffID?
    let isConfidential: Bool
    let aboutStaff: StaffID?
    package let figures: CaseFigures

    /// The same counted under another kind.
    package func about(_ code: String?) -> CountedCase {
        var counted = self
        counted.about = code
        return counted
    }

    /// Whether it counts by itself: what was merged into another is counted there.
    package var isCounted: Bool { phase != .duplicate }

    /// As `VisibleCondition` says it of lists.
    package func isListed(for visibility: Visibility) -> Bool {
        visibility.listsFile(isConfidential: isConfidential, handler: handler, aboutStaff: aboutStaff)
    }
}

extension CountedCase {
    static let columns =
        "k.id, k.phase, k.channel, k.received_at, k.about, k.wrong, k.cause, k.severity, k.handler_id, k.is_confidential, k.about_staff,"
        + " g.first_due_at, g.first_met_at, g.term_due_at, g.term_met_at, g.first_resolved_at, g.reopened_at, g.left_at, g.customer_group,"
        + " g.remedy_cents, g.is_satisfied"

    init(_ row: any SQLRow) throws {
        func instant(_ column: Int) -> Instant? { row.optionalInteger(column).map { Instant(milliseconds: $0) } }
        func term(_ column: Int) -> CaseFigures.Term? { instant(column).map { CaseFigures.Term(due: $0, metAt: instant(column + 1)) } }
        guard let phase = Phase(rawValue: row.text(1)), let channel = Channel(rawValue: row.text(2)),
            let severity = Severity(rawValue: row.text(7)), let group = CustomerGroup(rawValue: row.text(18))
        else { throw UnreadableEntry(name: "complaint", key: "\(row.integer(0))") }
        id = ComplaintID(row.integer(0))
        (self.phase, self.channel, self.severity) = (phase, channel, severity)
        receivedAt = Instant(milliseconds: row.integer(3))
        (about, wrong) = (row.optionalText(4), row.optionalText(5))
        cause = row.optionalText(6).flatMap { Cause(rawValue: $0) }
        handler = row.optionalInteger(8).map { StaffID($0) }
        isConfidential = row.flag(9)
        aboutStaff = row.optionalInteger(10).map { StaffID($0) }
        figures = CaseFigures(
            firstContact: term(11), resolution: term(13), firstResolvedAt: instant(15), reopenedAt: instant(16), leftAt: instant(17),
            group: group, remedyCents: row.integer(19), isSatisfied: row.optionalInteger(20).map { $0 != 0 })
    }
}

extension Snapshot {
    /// What changed since an instant, itself included; everything without one.
    func countedCases(changedSince instant: Instant?) throws -> [CountedCase] {
        let condition = instant == nil ? "" : " WHERE k.changed_at >= ?"
        return try all(
            "SELECT \(CountedCase.columns) FROM complaint k JOIN case_figures g ON g.complaint_id = k.id\(condition)",
            values: instant.map { [.integer($0.milliseconds)] } ?? []
        ) { try CountedCase($0) }
    }
}
