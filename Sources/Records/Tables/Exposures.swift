package import Complaints

/// What complaints are counted against.
package enum ExposureUnit: String, CaseIterable, Hashable, Sendable {
    case customers, orders, tickets
}

/// So many of a unit over some days.
package struct Exposure: Hashable, Sendable {
    package let first: Day
    package let last: Day
    package let amount: Int

    package init(first: Day, last: Day, amount: Int) { (self.first, self.last, self.amount) = (first, last, amount) }
}

extension Snapshot {
    /// In the order of days.
    package func exposures(_ unit: ExposureUnit) throws -> [Exposure] {
        try all("SELECT first_day, last_day, amount FROM exposure WHERE unit = ? ORDER BY first_day", .text(unit.rawValue)) { row in
            guard let first = Day(iso: row.text(0)), let last = Day(iso: row.text(1)) else {
                throw UnreadableEntry(name: "exposure", key: row.text(0))
            }
            return Exposure(first: first, last: last, amount: Int(row.integer(2)))
        }
    }
}

extension Transaction {
    /// Writes the numbers of a unit in place of those that they touch; one that they would replace in part was refused before.
    package func keep(_ exposures: [Exposure], of unit: ExposureUnit, by actor: Actor, at instant: Instant) throws {
        for exposure in exposures {
            try execute(
                "DELETE FROM exposure WHERE unit = ? AND first_day <= ? AND last_day >= ?", .text(unit.rawValue), .text(exposure.last.iso),
                .text(exposure.first.iso))
            try execute(
                "INSERT INTO exposure (unit, first_day, last_day, amount, changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?)",
                .text(unit.rawValue), .text(exposure.first.iso), .text(exposure.last.iso), SQLValue(exposure.amount),
                .integer(instant.milliseconds), .text(ActorText.text(of: actor.identity)))
        }
    }
}
