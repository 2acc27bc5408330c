package import Complaints

/// What became of mail, as it is counted. Each mail has one. Stands in addresses by its raw value.
package enum MailFate: String, CaseIterable, Hashable, Sendable {
    case complaint, file, forwarded, closed
    /// By programs and from ourselves, and what came before.
    case aside
    /// To be read, or with a person.
    case waiting

    fileprivate init(_ state: InboxState?, _ outcome: InboxOutcome?) {
        switch (state, outcome) {
        case (.waiting, _), (.asked, _), (.quarantined, _): self = .waiting
        case (_, .registered): self = .complaint
        case (_, .joined), (_, .contributed): self = .file
        case (_, .forwarded): self = .forwarded
        case (_, .noComplaint): self = .closed
        default: self = .aside
        }
    }

    /// Those that have it, as a condition on the table.
    fileprivate var condition: String {
        if self == .waiting { return "inbox.state IN ('waiting', 'asked', 'quarantined')" }
        let outcomes = InboxOutcome.allCases.filter { MailFate(.closed, $0) == self }.map { "'\($0.rawValue)'" }
        return "inbox.state IN ('placed', 'closed') AND inbox.outcome IN (\(outcomes.joined(separator: ", ")))"
    }
}

extension Snapshot {
    /// How many mails came from a moment on, until another, by what became of them. An index alone is read.
    package func mailFates(from start: Instant, until end: Instant) throws -> [MailFate: Int] {
        let counts = try all(
            "SELECT state, outcome, count(*) FROM inbox WHERE received_at >= ? AND received_at < ? GROUP BY state, outcome",
            .integer(start.milliseconds), .integer(end.milliseconds)
        ) { row in
            let outcome = row.optionalText(1).flatMap { InboxOutcome(rawValue: $0) }
            return (MailFate(InboxState(rawValue: row.text(0)), outcome), Int(row.integer(2)))
        }
        return Dictionary(counts, uniquingKeysWith: +)
    }

    /// Those mails, the newest first, as far as this reader may see them.
    ///
    /// - Parameter fate: all of them when nil.
    package func mails(of fate: MailFate?, from start: Instant, until end: Instant, for visibility: Visibility, limit: Int) throws
        -> [InboxMail]
    {
        let visible = VisibleCondition(visibility, asList: false)
        let wanted = fate.map { " AND \($0.condition)" } ?? ""
        return try all(
            """
            SELECT \(inboxColumns) FROM inbox LEFT JOIN complaint k ON k.id = inbox.complaint_id
            WHERE inbox.received_at >= ? AND inbox.received_at < ?\(wanted) AND (inbox.complaint_id IS NULL OR \(visible.sql))
            ORDER BY inbox.received_at DESC, inbox.id DESC LIMIT \(limit)
            """, values: [.integer(start.milliseconds), .integer(end.milliseconds)] + visible.values, as: inboxMail)
    }
}
