package import Complaints

/// The directors' counts over a period. What was received is counted once: what was merged into another complaint counts there. Every number is
/// the length of a list that the same filter gives.
package struct Overview: Hashable, Sendable {
    /// One bar: the value of a column and how many complaints have it.
    package struct Share: Hashable, Sendable {
        /// The code; nil for complaints without one.
        package let code: String?
        package let count: Int
    }

    package var received = 0
    package var open = 0
    package var late = 0
    package var resolved = 0
    package var byAbout: [Share] = []
    package var byWrong: [Share] = []
    package var byChannel: [Share] = []
    /// Received and resolved in each of the months that were asked for, in their order.
    package var months: [(received: Int, resolved: Int)] = []

    package static func == (left: Overview, right: Overview) -> Bool { left.fingerprint == right.fingerprint }
    package func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
    private var fingerprint: [Int] {
        [received, open, late, resolved] + months.flatMap { [$0.received, $0.resolved] } + (byAbout + byWrong + byChannel).map(\.count)
    }
}

/// From an instant on, and before another.
package struct Span: Hashable, Sendable {
    package let from: Instant
    package let before: Instant

    package init(from: Instant, before: Instant) {
        self.from = from
        self.before = before
    }
}

extension Span {
    fileprivate var values: [SQLValue] { [.integer(from.milliseconds), .integer(before.milliseconds)] }
}

/// The complaints that are to be counted.
private struct Counted {
    let sql: String
    let values: [SQLValue]
    /// At most so many are asked for at once: an engine has a limit to the columns of a row.
    static let most = 200

    init(_ condition: String, _ values: [SQLValue], _ visible: VisibleCondition) {
        sql = "(SELECT count(*) FROM complaint k WHERE \(condition) AND \(visible.sql))"
        self.values = values + visible.values
    }

    private init(sql: String, values: [SQLValue]) { (self.sql, self.values) = (sql, values) }

    /// Without some of them: they are counted by themselves, since an index holds each of the two.
    func without(_ others: Counted) -> Counted { Counted(sql: "(\(sql) - \(others.sql))", values: values + others.values) }
}

extension Snapshot {
    /// - Parameters:
    ///   - period: what "received" and "resolved" are counted over.
    ///   - months: the months of the chart, in order.
    package func overview(of period: Span, months: [Span], for reader: WorklistReader) throws -> Overview {
        var overview = Overview()
        let visible = VisibleCondition(reader.visibility, asList: true)
        func received(_ span: Span) -> Counted {
            let within = "k.received_at >= ? AND k.received_at < ?"
            return Counted(within, span.values, visible).without(Counted("k.phase = 'duplicate' AND \(within)", span.values, visible))
        }
        // What was solved is no duplicate: only what is open can be marked as one.
        func resolved(_ span: Span) -> Counted { Counted("k.resolved_at >= ? AND k.resolved_at < ?", span.values, visible) }
        let standing = [
            Counted("k.is_open = 1", [], visible),
            Counted("k.is_open = 1 AND \(WorklistConditions.due) < ?", [.integer(reader.now.milliseconds)], visible),
        ]
        let spans = ([period] + months).flatMap { [received($0), resolved($0)] }
        let counts = try counts(of: standing + spans)
        (overview.open, overview.late, overview.received, overview.resolved) = (counts[0], counts[1], counts[2], counts[3])
        overview.months = months.indices.map { (counts[4 + 2 * $0], counts[5 + 2 * $0]) }
        let (about, wrong, channel) = (try codes("about"), try codes("wrong"), try codes("channel"))
        try foresee { ahead in
            for (column, codes) in [("about", about), ("wrong", wrong), ("channel", channel)] {
                _ = try ahead.shares(column, codes, in: period, visible)
            }
        }
        overview.byAbout = try shares("about", about, in: period, visible)
        overview.byWrong = try shares("wrong", wrong, in: period, visible)
        overview.byChannel = try shares("channel", channel, in: period, visible)
        return overview
    }

    /// Counted code by code, each from the index that holds its complaints in order of receipt: grouping would sort all of the period.
    private func shares(_ column: String, _ codes: [String], in period: Span, _ visible: VisibleCondition) throws -> [Overview.Share] {
        let withinPeriod = "k.received_at >= ? AND k.received_at < ?"
        let all = [nil] + codes
        let counts = try counts(
            of: all.map { code in
                guard let code else { return Counted("k.\(column) IS NULL AND \(withinPeriod)", period.values, visible) }
                return Counted("k.\(column) = ? AND \(withinPeriod)", [.text(code)] + period.values, visible)
            })
        let merged = Dictionary(
            try self.all(
                "SELECT k.\(column), count(*) FROM complaint k WHERE k.phase = 'duplicate' AND \(withinPeriod) AND \(visible.sql) GROUP BY 1",
                values: period.values + visible.values
            ) { (code: $0.optionalText(0), count: Int($0.integer(1))) }.map { ($0.code, $0.count) }
        ) { $0 + $1 }
        let shares = zip(all, counts).map { Overview.Share(code: $0, count: $1 - merged[$0, default: 0]) }
        return shares.filter { $0.count > 0 }.sorted { ($1.count, $0.code ?? "") < ($0.count, $1.code ?? "") }
    }

    /// So many complaints each, asked together: each question is some work for a server, whatever it is about.
    private func counts(of counted: [Counted]) throws -> [Int] {
        var found: [Int] = []
        for chunk in stride(from: 0, to: counted.count, by: Counted.most).map({ counted[$0..<min($0 + Counted.most, counted.count)] }) {
            let columns = chunk.map(\.sql)
            let counts = try first("SELECT \(columns.joined(separator: ", "))", values: chunk.flatMap(\.values)) { row in
                columns.indices.map { Int(row.integer($0)) }
            }
            // There is no answer where a question is only foreseen.
            found += counts ?? columns.map { _ in 0 }
        }
        return found
    }

    /// Every value that a column has, each found behind the one before.
    private func codes(_ column: String) throws -> [String] {
        let next = "SELECT k.\(column) FROM complaint k WHERE k.\(column) > code.value ORDER BY k.\(column) LIMIT 1"
        return try all(
            """
            WITH RECURSIVE code (value) AS
            (SELECT CAST('' AS TEXT) UNION ALL SELECT (\(next)) FROM code WHERE code.value IS NOT NULL)
            SELECT value FROM code WHERE value <> ''
            """
        ) { $0.text(0) }
    }
}
