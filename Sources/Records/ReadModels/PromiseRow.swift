package import Complaints

/// A promise as lists show it: how it stands, not how its date came about.
package struct PromiseRow: Hashable, Sendable {
    package let kind: PromiseKind
    package let due: Instant
    package let metAt: Instant?
    package let withdrawnAt: Instant?
    /// Since when its clock stands still, unless it was broken before.
    package let waitingSince: Instant?

    package func state(at now: Instant) -> PromiseState {
        waitingSince == nil ? PromiseState(due: due, metAt: metAt, withdrawnAt: withdrawnAt, at: now) : .open
    }
}

extension Snapshot {
    /// The promises of these complaints, each in the order they were made.
    package func promises(of ids: [ComplaintID]) throws -> [ComplaintID: [PromiseRow]] {
        var found: [ComplaintID: [PromiseRow]] = [:]
        if ids.isEmpty { return found }
        try each(
            """
            SELECT complaint_id, kind, due_at, met_at, withdrawn_at, waiting_since FROM promise
            WHERE complaint_id IN (\(ids.map { _ in "?" }.joined(separator: ", "))) ORDER BY complaint_id, ordinal
            """,
            values: ids.map { .integer($0.value) }
        ) { row in
            guard let kind = PromiseKind(rawValue: row.text(1)) else { throw UnreadableEntry(name: "promise", key: row.text(1)) }
            let promise = PromiseRow(
                kind: kind, due: Instant(milliseconds: row.integer(2)), metAt: row.optionalInteger(3).map { Instant(milliseconds: $0) },
                withdrawnAt: row.optionalInteger(4).map { Instant(milliseconds: $0) },
                waitingSince: row.optionalInteger(5).map { Instant(milliseconds: $0) })
            found[ComplaintID(row.integer(0)), default: []].append(promise)
        }
        return found
    }
}
