package import Complaints

package enum SignalKind: String, CaseIterable, Hashable, Sendable {
    /// Far more than usual in one week.
    case spike
    /// Slowly rising.
    case drift
}

/// What of complaints stands out.
package enum SignalSubject: String, CaseIterable, Hashable, Sendable {
    /// How many of one kind were received, how many at all, how many by one channel.
    case nature, received, channel
    /// How many of those whose time passed had no first contact, or no solution, in time.
    case contact, term
    /// How long they take.
    case handling
    /// How many of those that were solved came back, and how many of those asked were not satisfied.
    case reopened, satisfied

    /// Whether it is about how complaints go rather than how many there are.
    package var isCourse: Bool { self != .nature && self != .received && self != .channel }
}

/// How far people are with a signal.
package enum SignalState: String, CaseIterable, Hashable, Sendable {
    case raised
    /// Somebody is looking at it.
    case seen
    /// It is known what it came from.
    case explained
    /// It is nothing, for a reason.
    case dismissed
    /// Something is done about it.
    case measure

    /// Whether nobody has to look at it any more.
    package var isSettled: Bool { self == .explained || self == .dismissed || self == .measure }
    /// Whether it takes words to say so.
    package var needsWords: Bool { self == .explained || self == .dismissed }
}

/// What was found to stand out in a week, as it was then, and what people said of it. Measures refer to it by its key (`signal`, id).
package struct KeptSignal: Hashable, Sendable {
    package let id: Int64
    package let kind: SignalKind
    package let subject: SignalSubject
    /// The nature or the channel that it is about; nil without one.
    package let about: String?
    package let week: Day
    /// How many it were then; over the weeks of rising a rounded mean; of handling times working days.
    package let found: Int
    /// Of how many, where it is a share.
    package let total: Int?
    package let usual: ClosedRange<Int>?
    /// The chance that it is a coincidence is one in so many.
    package let oneIn: Int?
    package let raisedAt: Instant
    package let state: SignalState
    package let words: String
    package let changedAt: Instant
    package let changedBy: Actor.Identity?

    /// What was found just now.
    package init(
        _ kind: SignalKind, _ subject: SignalSubject = .nature, about: String?, week: Day, found: Int, of total: Int? = nil,
        usual: ClosedRange<Int>?, oneIn: Int?, at instant: Instant
    ) {
        (id, self.kind, self.subject, self.about, self.week) = (Keys.fresh(at: instant.milliseconds), kind, subject, about, week)
        (self.found, self.total, self.usual, self.oneIn, raisedAt) = (found, total, usual, oneIn, instant)
        (state, words, changedAt, changedBy) = (.raised, "", instant, nil)
    }

    fileprivate static let columns =
        "id, kind, about, week, found, usual_from, usual_to, one_in, raised_at, state, words, changed_at, changed_by, subject, total"

    fileprivate init(_ row: any SQLRow) throws {
        guard let kind = SignalKind(rawValue: row.text(1)), let week = Day(iso: row.text(3)),
            let state = SignalState(rawValue: row.text(9)),
            let subject = SignalSubject(rawValue: row.text(13))
        else { throw UnreadableEntry(name: "kept_signal", key: "\(row.integer(0))") }
        (id, self.kind, self.week, self.state) = (row.integer(0), kind, week, state)
        (self.subject, total) = (subject, row.optionalInteger(14).map { Int($0) })
        about = row.text(2).isEmpty ? nil : row.text(2)
        found = Int(row.integer(4))
        let (from, to) = (Int(row.integer(5)), Int(row.integer(6)))
        usual = row.optionalInteger(6) == nil || from > to ? nil : from...to
        oneIn = row.optionalInteger(7).map { Int($0) }
        (raisedAt, changedAt) = (Instant(milliseconds: row.integer(8)), Instant(milliseconds: row.integer(11)))
        (words, changedBy) = (row.text(10), ActorText.identity(in: row.text(12)))
    }
}

extension KeptSignal {
    /// The kind of complaints that it is about, where it is about one.
    package var nature: String? { subject == .nature ? about : nil }
}

extension Snapshot {
    /// Those of the weeks from a Monday on, the newest first.
    package func keptSignals(from week: Day) throws -> [KeptSignal] {
        try all(
            "SELECT \(KeptSignal.columns) FROM kept_signal WHERE week >= ? ORDER BY week DESC, id DESC LIMIT 500", .text(week.iso)
        ) { try KeptSignal($0) }
    }

    package func keptSignal(_ id: Int64) throws -> KeptSignal? {
        try first("SELECT \(KeptSignal.columns) FROM kept_signal WHERE id = ?", .integer(id)) { try KeptSignal($0) }
    }
}

extension Transaction {
    /// Keeps what was found; the same of the same week is kept once.
    package func keep(_ signal: KeptSignal) throws {
        try execute(
            """
            INSERT INTO kept_signal (\(KeptSignal.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (kind, subject, about, week) DO NOTHING
            """,
            .integer(signal.id), .text(signal.kind.rawValue), .text(signal.about ?? ""), .text(signal.week.iso), SQLValue(signal.found),
            SQLValue(signal.usual?.lowerBound), SQLValue(signal.usual?.upperBound), SQLValue(signal.oneIn),
            .integer(signal.raisedAt.milliseconds), .text(signal.state.rawValue), .text(signal.words),
            .integer(signal.changedAt.milliseconds), .text(ActorText.text(of: signal.changedBy ?? .system)),
            .text(signal.subject.rawValue), SQLValue(signal.total))
    }

    /// Writes down what somebody says of a signal; false where it changed since the moment that they saw. Each change has a later moment than
    /// the one before.
    @discardableResult
    package func judge(
        _ id: Int64, _ state: SignalState, words: String, seen: Instant? = nil, by actor: Actor, at instant: Instant
    ) throws -> Bool {
        let seen = seen.map(\.milliseconds)
        return try execute(
            """
            UPDATE kept_signal SET state = ?, words = ?, \(changedLater), changed_by = ?
            WHERE id = ?\(seen == nil ? "" : " AND changed_at = ?")
            """,
            values: [
                .text(state.rawValue), .text(words), .integer(instant.milliseconds), .integer(instant.milliseconds),
                .text(ActorText.text(of: actor.identity)), .integer(id),
            ] + (seen.map { [.integer($0)] } ?? [])) > 0
    }
}
