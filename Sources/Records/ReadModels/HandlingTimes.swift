package import Complaints

/// When a complaint came in and when it was over, as far as it is.
package struct HandlingSpan: Hashable, Sendable {
    package let receivedAt: Instant
    /// When it was solved; nil when it is not, or ended otherwise.
    package let resolvedAt: Instant?
    /// Until when it was seen without a solution: when it ended otherwise; nil while it is open.
    package let leftAt: Instant?

    package init(receivedAt: Instant, resolvedAt: Instant?, leftAt: Instant?) {
        (self.receivedAt, self.resolvedAt, self.leftAt) = (receivedAt, resolvedAt, leftAt)
    }
}

extension Snapshot {
    /// The newest complaints received in a span, of those about this (all where it is nil).
    package func handlingSpans(about: String?, in span: Span, limit: Int) throws -> [HandlingSpan] {
        let condition = about == nil ? "" : "k.about = ? AND "
        let code: [SQLValue] = about.map { [.text($0)] } ?? []
        return try all(
            """
            SELECT k.received_at, k.resolved_at, k.is_open, k.changed_at FROM complaint k
            WHERE \(condition)k.received_at >= ? AND k.received_at < ? ORDER BY k.received_at DESC, k.id DESC LIMIT ?
            """,
            values: code + [.integer(span.from.milliseconds), .integer(span.before.milliseconds), SQLValue(limit)]
        ) { row in
            let resolvedAt = row.optionalInteger(1).map { Instant(milliseconds: $0) }
            return HandlingSpan(
                receivedAt: Instant(milliseconds: row.integer(0)), resolvedAt: resolvedAt,
                leftAt: resolvedAt == nil && !row.flag(2) ? Instant(milliseconds: row.integer(3)) : nil)
        }
    }
}
