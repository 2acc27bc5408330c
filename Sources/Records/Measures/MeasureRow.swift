package import Complaints

/// A measure as lists show it.
package struct MeasureRow: Hashable, Sendable {
    package let id: MeasureID
    package let kind: MeasureKind
    package let phase: MeasurePhase
    /// Nil once erased.
    package let title: String?
    package let owner: StaffID
    package let due: Day
    /// When it asks something of somebody: to be carried out, or to look at the effect.
    package let nextDay: Day?
    package let doneOn: Day?
    package let verdict: EffectReading.Verdict?
    package let cost: Money?
    package let raisedAt: Instant
    package let changedAt: Instant
    /// The nature of the complaints by which its effect is told; nil for all of them.
    package let about: String?

    static let columns = [
        "id", "sequence", "head", "kind", "phase", "title", "owner_id", "due_day", "next_day", "done_day", "verdict", "cents", "raised_at",
        "changed_at", "about",
    ]

    static func values(_ measure: Measure, head: [UInt8]) -> [SQLValue] {
        [
            .integer(measure.id.value), SQLValue(measure.sequence), .text(EntryHash.hex(head)), .text(measure.plan.kind.rawValue),
            .text(measure.phase.rawValue), SQLValue(measure.plan.title.text), .integer(measure.plan.owner.value),
            .text(measure.plan.due.iso), SQLValue(measure.nextDay?.iso), SQLValue(measure.doneOn?.iso),
            SQLValue(measure.reading?.verdict.rawValue), SQLValue(measure.plan.cost?.cents), .integer(measure.raisedAt.milliseconds),
            .integer(measure.changedAt.milliseconds), SQLValue(measure.plan.check.about),
        ]
    }

    init(_ row: any SQLRow) throws {
        guard let kind = MeasureKind(rawValue: row.text(3)), let phase = MeasurePhase(rawValue: row.text(4)),
            let due = Day(iso: row.text(7))
        else { throw UnreadableEntry(name: "measure", key: row.text(4)) }
        (id, self.kind, self.phase, self.due) = (MeasureID(row.integer(0)), kind, phase, due)
        (title, owner) = (row.optionalText(5), StaffID(row.integer(6)))
        nextDay = row.optionalText(8).flatMap { Day(iso: $0) }
        doneOn = row.optionalText(9).flatMap { Day(iso: $0) }
        verdict = row.optionalText(10).flatMap { EffectReading.Verdict(rawValue: $0) }
        cost = row.optionalInteger(11).map { Money(cents: $0) }
        (raisedAt, changedAt) = (Instant(milliseconds: row.integer(12)), Instant(milliseconds: row.integer(13)))
        about = row.optionalText(14)
    }

    /// Whether it was to be carried out before this day, and was not.
    package func isLate(on today: Day) -> Bool { phase.isOpen && due < today }
}

extension Transaction {
    /// The row stays the same one, also where it is written anew: others may be waiting to hold it.
    func putReadModel(of measure: Measure, head: [UInt8]) throws {
        let id = SQLValue.integer(measure.id.value)
        let marks = MeasureRow.columns.map { _ in "?" }.joined(separator: ", ")
        let changes = MeasureRow.columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        try post(
            "INSERT INTO measure (\(MeasureRow.columns.joined(separator: ", "))) VALUES (\(marks)) ON CONFLICT (id) DO UPDATE SET \(changes)",
            values: MeasureRow.values(measure, head: head))
        try post("DELETE FROM measure_source WHERE measure_id = ?", id)
        for source in measure.sources {
            try post(
                "INSERT INTO measure_source (measure_id, kind, source_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", id,
                .text(source.kind.rawValue), .integer(source.id))
        }
    }
}

extension Snapshot {
    private static let selected = "SELECT \(MeasureRow.columns.map { "m.\($0)" }.joined(separator: ", ")) FROM measure m"

    /// Measures in some phases, what asks for something first coming first.
    package func measures(in phases: Set<MeasurePhase>, limit: Int = 500) throws -> [MeasureRow] {
        let phases = phases.map(\.rawValue).sorted()
        return try all(
            "\(Self.selected) WHERE m.phase IN (\(phases.map { _ in "?" }.joined(separator: ", "))) ORDER BY COALESCE(m.next_day, '9999'), m.changed_at DESC, m.id LIMIT \(limit)",
            values: phases.map { .text($0) }
        ) { try MeasureRow($0) }
    }

    /// Measures that came from this, the newest first.
    package func measures(from source: MeasureSource) throws -> [MeasureRow] {
        try all(
            """
            \(Self.selected) JOIN measure_source s ON s.measure_id = m.id
            WHERE s.kind = ? AND s.source_id = ? ORDER BY m.raised_at DESC, m.id
            """, .text(source.kind.rawValue), .integer(source.id)
        ) { try MeasureRow($0) }
    }

    /// Measures that ask something by a day: of their owner to carry them out; of who leads also to look at the effect.
    ///
    /// - Parameter leads: whether the reader looks after all of them rather than only their own.
    package func measuresAsking(by day: Day, of owner: StaffID?, leads: Bool, limit: Int = 200) throws -> [MeasureRow] {
        try all(
            """
            \(Self.selected) WHERE m.phase IN ('open', 'reopened', 'done') AND m.next_day <= ?
            AND ((m.owner_id = ? AND m.phase <> 'done') OR ? = 1) ORDER BY m.next_day, m.id LIMIT \(limit)
            """, .text(day.iso), .integer(owner?.value ?? -1), SQLValue(leads)
        ) { try MeasureRow($0) }
    }

    /// When the first complaint was received; nil while there is none.
    package func firstReceipt() throws -> Instant? {
        try first("SELECT min(received_at) FROM complaint") { $0.optionalInteger(0).map { Instant(milliseconds: $0) } } ?? nil
    }

    /// When each complaint of a kind was received, of those that count by themselves. Confidential ones are not among them, whoever looks: the
    /// verdict is one for all, and by it nobody learns of what they may not see.
    ///
    /// - Parameter abouts: what counts as being about the same as the check; nil for any.
    package func receipts(_ check: EffectCheck, abouts: [String]?, from: Instant) throws -> [Instant] {
        var conditions = ["k.received_at >= ?", "k.phase <> 'duplicate'", "k.is_confidential = 0"]
        var values: [SQLValue] = [.integer(from.milliseconds)]
        if let abouts {
            conditions.append("k.about IN (\(abouts.map { _ in "?" }.joined(separator: ", ")))")
            values += abouts.map { .text($0) }
        }
        if let wrong = check.wrong {
            conditions.append("k.wrong = ?")
            values.append(.text(wrong))
        }
        if let theme = check.theme {
            conditions.append("k.id IN (SELECT complaint_id FROM theme_complaint WHERE theme_id = ?)")
            values.append(.integer(theme))
        }
        return try all("SELECT k.received_at FROM complaint k WHERE \(conditions.joined(separator: " AND "))", values: values) {
            Instant(milliseconds: $0.integer(0))
        }
    }
}
