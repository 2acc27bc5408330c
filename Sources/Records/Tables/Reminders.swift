package import Complaints

/// Who is reminded of a promise, added up as the database keeps it.
package struct ReminderRecipients: OptionSet, Hashable, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let handler = ReminderRecipients(rawValue: 1)
    package static let manager = ReminderRecipients(rawValue: 2)
    package static let management = ReminderRecipients(rawValue: 4)

    package init(_ recipients: Set<ReminderStep.Recipient>) {
        self = []
        for recipient in recipients {
            switch recipient {
            case .handler: insert(.handler)
            case .manager: insert(.manager)
            case .management: insert(.management)
            }
        }
    }
}

/// A promise that the watch looks at.
package struct WatchedPromise: Hashable, Sendable {
    package let complaint: ComplaintID
    package let ordinal: Int
    package let kind: PromiseKind
    package let start: Instant
    package let due: Instant
    package let procedureVersion: Int
}

/// A promise of which somebody was reminded and that is still owed, with its complaint.
package struct RemindedPromise: Hashable, Sendable {
    package let row: WorklistRow
    package let kind: PromiseKind
    package let due: Instant
}

/// Who was reminded of a promise, and when.
package struct ReminderLine: Hashable, Sendable {
    package let ordinal: Int
    package let due: Instant
    package let step: Int
    package let recipients: ReminderRecipients
    package let at: Instant
}

/// What one reader is reminded of. A handler hears of the complaints on their own desk, and of those of whom they stand in for; what has no
/// handler is the manager's, and so is what a handler who is away leaves without anybody in their place, or who no longer works here: also
/// what whoever stands in may not read.
package struct ReminderScope: Hashable, Sendable {
    package var handlers: Set<StaffID> = []
    package var roles: ReminderRecipients = []
    /// In whose place the reader hears, as complaints manager, of complaints about them.
    package var inPlaceOf: Set<StaffID> = []
    /// Who is away, and who of them has nobody in their place.
    package var absences = Absences()

    package init(handlers: Set<StaffID> = [], roles: ReminderRecipients = [], absences: Absences = Absences()) {
        (self.handlers, self.roles, self.absences) = (handlers, roles, absences)
    }

    package init(of actor: Actor, absences: Absences) {
        if let staff = actor.staff { handlers = absences.replaced(by: staff).union([staff]) }
        if actor.has(.manager) { roles.insert(.manager) }
        if actor.has(.management) { roles.insert(.management) }
        inPlaceOf = actor.inPlaceOf
        self.absences = absences
    }

    fileprivate var sql: String {
        let others = roles.subtracting(.handler).rawValue
        var parts = ["(p.reminded_to & \(others)) <> 0"]
        if !handlers.isEmpty { parts.append("((p.reminded_to & 1) <> 0 AND k.handler_id IN (\(Self.list(handlers))))") }
        if !inPlaceOf.isEmpty {
            parts.append("(k.about_staff IN (\(Self.list(inPlaceOf))) AND ((p.reminded_to & 2) <> 0 OR k.handler_id IS NULL))")
        }
        return Self.any(of: parts + leftToManager)
    }

    /// The files of which the reader hears what their handler would: that the customer has said nothing for too long.
    var files: String {
        var parts: [String] = []
        if !handlers.isEmpty { parts.append("k.handler_id IN (\(Self.list(handlers)))") }
        if !inPlaceOf.isEmpty { parts.append("(k.about_staff IN (\(Self.list(inPlaceOf))) AND k.handler_id IS NULL)") }
        return Self.any(of: parts + leftToManager)
    }

    /// What nobody does, or who does it may not read: nothing for whoever is no complaints manager.
    private var leftToManager: [String] {
        guard roles.contains(.manager) else { return [] }
        var parts = ["k.handler_id IS NULL", "k.handler_id IN (SELECT id FROM staff WHERE is_active = 0)"]
        let left = absences.withoutStandIn
        if !left.isEmpty { parts.append("k.handler_id IN (\(Self.list(left)))") }
        let away = absences.all.map(\.staff)
        if !away.isEmpty { parts.append("(k.is_confidential = 1 AND k.handler_id IN (\(Self.list(away))))") }
        return parts
    }

    private static func list(_ ids: some Collection<StaffID>) -> String { ids.map { "\($0.value)" }.sorted().joined(separator: ", ") }
    private static func any(of parts: [String]) -> String { parts.isEmpty ? "1 = 0" : "(\(parts.joined(separator: " OR ")))" }
}

extension Snapshot {
    /// The next promises whose time has come, the earliest first.
    package func promisesToWatch(through now: Instant, limit: Int) throws -> [WatchedPromise] {
        try promisesToWatch(through: now, limit: limit, lock: "")
    }

    fileprivate func promisesToWatch(through now: Instant, limit: Int, lock: String) throws -> [WatchedPromise] {
        try all(
            """
            SELECT complaint_id, ordinal, start_at, due_at, procedure_version, kind FROM promise\(connection.dialect.through("promise_to_watch"))
            WHERE met_at IS NULL AND withdrawn_at IS NULL AND waiting_since IS NULL AND watch_at <= ?
            ORDER BY watch_at, complaint_id, ordinal LIMIT ?\(lock)
            """, .integer(now.milliseconds), SQLValue(limit)
        ) { row in
            guard let kind = PromiseKind(rawValue: row.text(5)) else { throw UnreadableEntry(name: "promise", key: row.text(5)) }
            return WatchedPromise(
                complaint: ComplaintID(row.integer(0)), ordinal: Int(row.integer(1)), kind: kind,
                start: Instant(milliseconds: row.integer(2)),
                due: Instant(milliseconds: row.integer(3)), procedureVersion: Int(row.integer(4)))
        }
    }

    /// Open complaints that owe something, those that owe it first before others.
    package func complaintsWithOpenPromises(limit: Int) throws -> [ComplaintID] {
        try all(
            "SELECT id FROM complaint WHERE is_open = 1 AND next_due_at IS NOT NULL ORDER BY next_due_at, id LIMIT ?", SQLValue(limit)
        ) { ComplaintID($0.integer(0)) }
    }

    /// What somebody was reminded of and what is still owed, by when it is due.
    package func reminders(for reader: WorklistReader, _ scope: ReminderScope, limit: Int) throws -> [RemindedPromise] {
        let visible = VisibleCondition(reader.visibility, asList: true)
        return try all(
            """
            SELECT \(WorklistRow.columns), p.kind, p.due_at FROM promise p\(connection.dialect.through("promise_reminded_of")) CROSS JOIN complaint k
            WHERE k.id = p.complaint_id AND \(Self.isReminded) AND \(visible.sql) AND \(scope.sql) ORDER BY p.due_at, p.complaint_id, p.ordinal LIMIT ?
            """, values: visible.values + [SQLValue(limit)]
        ) { row in
            guard let kind = PromiseKind(rawValue: row.text(25)) else { throw UnreadableEntry(name: "promise", key: row.text(25)) }
            return RemindedPromise(
                row: try WorklistRow(row, withNames: reader.seesNames), kind: kind, due: Instant(milliseconds: row.integer(26)))
        }
    }

    package func reminderCount(for reader: WorklistReader, _ scope: ReminderScope, upTo limit: Int = 1000) throws -> Int {
        let visible = VisibleCondition(reader.visibility, asList: true)
        return try count(
            """
            SELECT count(*) FROM (SELECT 1 FROM promise p\(connection.dialect.through("promise_reminded_of")) CROSS JOIN complaint k
            WHERE k.id = p.complaint_id AND \(Self.isReminded) AND \(visible.sql) AND \(scope.sql) LIMIT ?) AS counted
            """, values: visible.values + [SQLValue(limit)])
    }

    private static let isReminded = "p.reminded_to > 0 AND p.met_at IS NULL AND p.withdrawn_at IS NULL AND p.waiting_since IS NULL"

    /// Every reminder about a complaint, the first first.
    package func reminders(about id: ComplaintID) throws -> [ReminderLine] {
        try all(
            "SELECT ordinal, due_at, step, recipients, made_at FROM reminder WHERE complaint_id = ? ORDER BY made_at, ordinal, step",
            .integer(id.value)
        ) { row in
            ReminderLine(
                ordinal: Int(row.integer(0)), due: Instant(milliseconds: row.integer(1)), step: Int(row.integer(2)),
                recipients: ReminderRecipients(rawValue: Int(row.integer(3))), at: Instant(milliseconds: row.integer(4)))
        }
    }
}

extension Transaction {
    /// The same, to be looked at by this write alone: those that another node looks at, or that change at this moment, are passed over.
    package func takePromisesToWatch(through now: Instant, limit: Int) throws -> [WatchedPromise] {
        try snapshot.promisesToWatch(through: now, limit: limit, lock: snapshot.connection.dialect.forTaking("promise"))
    }

    /// Has the watch look anew at every promise of which a step is still to come: by another calendar it comes at another moment.
    package func watchAnew() throws {
        try execute(
            """
            UPDATE promise SET watch_at = 0
            WHERE met_at IS NULL AND withdrawn_at IS NULL AND waiting_since IS NULL AND watch_at > 0 AND watch_at < \(Self.never)
            """)
    }

    private static let never: Int64 = 9_000_000_000_000_000

    /// Notes that somebody is reminded; false where that was done before.
    package func remind(
        of promise: WatchedPromise, step: Int, to recipients: ReminderRecipients, at now: Instant
    ) throws -> Bool {
        try execute(
            """
            INSERT INTO reminder (complaint_id, ordinal, due_at, step, recipients, made_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (complaint_id, ordinal, due_at, step) DO NOTHING
            """, .integer(promise.complaint.value), SQLValue(promise.ordinal), .integer(promise.due.milliseconds), SQLValue(step),
            SQLValue(recipients.rawValue), .integer(now.milliseconds)) > 0
    }

    /// When the watch looks at this promise again (never: nil), and who knows of it; unless it has another date by now, by which it is
    /// looked at anew.
    package func watch(_ promise: WatchedPromise, next: Instant?, reminded: ReminderRecipients) throws {
        try post(
            "UPDATE promise SET watch_at = ?, reminded_to = ? WHERE complaint_id = ? AND ordinal = ? AND due_at = ?",
            .integer(next?.milliseconds ?? Self.never), SQLValue(reminded.rawValue), .integer(promise.complaint.value),
            SQLValue(promise.ordinal), .integer(promise.due.milliseconds))
    }
}
