package import Complaints

/// The directors' counts over a period. Every number is the length of a list that the same filter gives.
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

extension Snapshot {
    /// - Parameters:
    ///   - period: what "received" and "resolved" are counted over.
    ///   - months: the months of the chart, in order.
    package func overview(of period: Span, months: [Span], for reader: WorklistReader) throws -> Overview {
        var overview = Overview()
        let visible = VisibleCondition(reader.visibility, asList: true)
        func count(_ condition: String, _ values: [SQLValue]) throws -> Int {
            try self.count("SELECT count(*) FROM complaint k WHERE \(visible.sql) AND \(condition)", values: visible.values + values)
        }
        func within(_ column: String, _ span: Span) throws -> Int {
            try count("k.\(column) >= ? AND k.\(column) < ?", [.integer(span.from.milliseconds), .integer(span.before.milliseconds)])
        }
        overview.received = try within("received_at", period)
        overview.resolved = try within("resolved_at", period)
        overview.open = try count("k.is_open = 1", [])
        overview.late = try count("k.is_open = 1 AND \(WorklistConditions.due) < ?", [.integer(reader.now.milliseconds)])
        overview.months = try months.map { (try within("received_at", $0), try within("resolved_at", $0)) }
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
        let span: [SQLValue] = [.integer(period.from.milliseconds), .integer(period.before.milliseconds)]
        func count(_ condition: String, _ values: [SQLValue]) throws -> Int {
            try self.count(
                "SELECT count(*) FROM complaint k WHERE \(condition) AND k.received_at >= ? AND k.received_at < ? AND \(visible.sql)",
                values: values + span + visible.values)
        }
        var shares = [Overview.Share(code: nil, count: try count("k.\(column) IS NULL", []))]
        for code in codes { shares.append(.init(code: code, count: try count("k.\(column) = ?", [.text(code)]))) }
        return shares.filter { $0.count > 0 }.sorted { ($1.count, $0.code ?? "") < ($0.count, $1.code ?? "") }
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
