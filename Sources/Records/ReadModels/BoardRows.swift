package import Complaints

extension Snapshot {
    /// Complaints whose next promise is due in a span, the first first.
    package func complaintsDue(in span: Span, for reader: WorklistReader, limit: Int) throws -> [WorklistRow] {
        var conditions = WorklistConditions(WorklistFilter(), for: reader)
        conditions.add("\(WorklistConditions.isDue) AND \(WorklistConditions.due) >= ?", [.integer(span.from.milliseconds)])
        conditions.add("\(WorklistConditions.due) < ?", [.integer(span.before.milliseconds)])
        return try rows(
            from: "complaint k", conditions, WorklistOrder(.due), rank: 0, limit: limit, withNames: reader.seesNames
        ).map(\.row)
    }

    /// Complaints in which nothing has happened since an instant though somebody here should do something, the longest first: open ones, and
    /// those that are over in which the customer said something that nobody answered. Open ones that wait for the customer are not ours to move.
    package func silentComplaints(since instant: Instant, for reader: WorklistReader, limit: Int) throws -> [WorklistRow] {
        let visible = VisibleCondition(reader.visibility, asList: true)
        func rows(through index: String, _ condition: String) throws -> [WorklistRow] {
            try all(
                """
                SELECT \(WorklistRow.columns) FROM complaint k\(connection.dialect.through(index))
                WHERE \(condition) AND k.changed_at < ? AND \(visible.sql) ORDER BY k.changed_at, k.id LIMIT ?
                """, values: [.integer(instant.milliseconds)] + visible.values + [SQLValue(limit)]
            ) { try WorklistRow($0, withNames: reader.seesNames) }
        }
        let open = try rows(through: "complaint_by_silence", "k.is_open = 1 AND k.phase <> 'waiting-for-customer'")
        let over = try rows(through: "complaint_by_reaction", "k.awaits_reaction = 1 AND k.is_open = 0")
        return Array((open + over).sorted { ($0.changedAt, $0.id.value) < ($1.changedAt, $1.id.value) }.prefix(limit))
    }

    /// Files that wait for the customer and in which nothing has happened since an instant, the longest first: the clock may stand still, the
    /// customer must not be forgotten.
    ///
    /// - Parameter scope: only those of which this reader hears; nil for everybody's.
    package func complaintsLeftWaiting(
        since instant: Instant, of scope: ReminderScope? = nil, for reader: WorklistReader, limit: Int
    ) throws -> [WorklistRow] {
        let left = leftWaiting(since: instant, of: scope, for: reader)
        return try all(
            "SELECT \(WorklistRow.columns) \(left.sql) ORDER BY k.changed_at, k.id LIMIT ?", values: left.values + [SQLValue(limit)]
        ) { try WorklistRow($0, withNames: reader.seesNames) }
    }

    /// How many those are.
    package func countOfLeftWaiting(since instant: Instant, of scope: ReminderScope, for reader: WorklistReader, upTo limit: Int = 1000)
        throws -> Int
    {
        let left = leftWaiting(since: instant, of: scope, for: reader)
        return try count("SELECT count(*) FROM (SELECT 1 \(left.sql) LIMIT ?) AS counted", values: left.values + [SQLValue(limit)])
    }

    private func leftWaiting(since instant: Instant, of scope: ReminderScope?, for reader: WorklistReader) -> (
        sql: String, values: [SQLValue]
    ) {
        let visible = VisibleCondition(reader.visibility, asList: true)
        let sql = """
            FROM complaint k\(connection.dialect.through("complaint_by_waiting"))
            WHERE k.phase = 'waiting-for-customer' AND k.changed_at < ? AND \(visible.sql)\(scope.map { " AND \($0.files)" } ?? "")
            """
        return (sql, [.integer(instant.milliseconds)] + visible.values)
    }

    /// How many open complaints somebody handles, confidential ones included.
    package func openFileCount(of handler: StaffID) throws -> Int {
        try count("SELECT count(*) FROM complaint WHERE is_open = 1 AND handler_id = ?", values: [.integer(handler.value)])
    }

    /// Who has how much to do, in no order.
    package func loads(for reader: WorklistReader) throws -> [Workload] {
        let visible = VisibleCondition(reader.visibility, asList: true)
        var loads: [Int64?: Workload] = [:]
        try each(
            """
            SELECT k.handler_id, k.phase, k.severity, count(*), sum(CASE WHEN k.next_due_at < ? THEN 1 ELSE 0 END)
            FROM complaint k\(connection.dialect.through("complaint_by_load")) WHERE k.is_open = 1 AND \(visible.sql)
            GROUP BY k.handler_id, k.phase, k.severity
            """, values: [.integer(reader.now.milliseconds)] + visible.values
        ) { row in
            guard let phase = Phase(rawValue: row.text(1)), let severity = Severity(rawValue: row.text(2)) else {
                throw UnreadableEntry(name: "complaint", key: row.text(1))
            }
            let handler = row.optionalInteger(0)
            var load = loads[handler] ?? Workload(handler: handler.map { StaffID($0) })
            load.add(Int(row.integer(3)), late: Int(row.integer(4)), phase, severity)
            loads[handler] = load
        }
        return Array(loads.values)
    }

    /// Promises whose day was in a span and that nobody withdrew before it, and how many of them were kept. What stands still has no day.
    package func promisesDue(in span: Span) throws -> (due: Int, kept: Int) {
        try first(
            """
            SELECT count(*), sum(CASE WHEN met_at IS NOT NULL AND met_at <= due_at THEN 1 ELSE 0 END)
            FROM promise\(connection.dialect.through("promise_by_outcome"))
            WHERE due_at >= ? AND due_at < ? AND waiting_since IS NULL AND (withdrawn_at IS NULL OR withdrawn_at > due_at)
            """, .integer(span.from.milliseconds), .integer(span.before.milliseconds)
        ) { (Int($0.integer(0)), Int($0.optionalInteger(1) ?? 0)) } ?? (0, 0)
    }

    /// Open complaints about these members of staff that nobody handles, those received first first.
    package func unassignedComplaints(about staff: Set<StaffID>, for reader: WorklistReader, limit: Int) throws -> [WorklistRow] {
        if staff.isEmpty { return [] }
        let visible = VisibleCondition(reader.visibility, asList: true)
        let marks = staff.map { _ in "?" }.joined(separator: ", ")
        return try all(
            """
            SELECT \(WorklistRow.columns) FROM complaint k
            WHERE k.handler_id IS NULL AND k.is_open = 1 AND k.about_staff IN (\(marks)) AND \(visible.sql)
            ORDER BY k.received_at, k.id LIMIT \(limit)
            """, values: staff.sorted().map { .integer($0.value) } + visible.values
        ) { try WorklistRow($0, withNames: reader.seesNames) }
    }

    /// Whom some of these complaints are about.
    package func staffConcerned(by ids: [ComplaintID]) throws -> [ComplaintID: StaffID] {
        if ids.isEmpty { return [:] }
        let marks = ids.map { _ in "?" }.joined(separator: ", ")
        let pairs = try all(
            "SELECT id, about_staff FROM complaint WHERE id IN (\(marks)) AND about_staff IS NOT NULL",
            values: ids.map { .integer($0.value) }
        ) { row in (ComplaintID(row.integer(0)), StaffID(row.integer(1))) }
        return Dictionary(pairs) { first, _ in first }
    }
}
