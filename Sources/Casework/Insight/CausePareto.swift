package import Analysis
package import Complaints
package import Records

/// What a complaint is about, and what it came from; both may be unknown.
package struct Root: Hashable, Sendable {
    package let about: String?
    package let cause: Cause?

    package init(about: String?, cause: Cause?) { (self.about, self.cause) = (about, cause) }
}

/// Where to act first: what complaints are about and what they came from, by their number and by the working days that customers waited, each
/// against the same length of time before.
package struct CausePareto: Sendable {
    package let pareto: Pareto<Root>
    /// What customers were given, in cents, and how many were serious.
    package let cents: [Root: Int64]
    package let serious: [Root: Int]

    /// Nil where nothing was received.
    package init?(_ cases: [CountedCase], over days: DayRange, at now: Instant, on calendar: OfficeCalendar) {
        let (span, before) = (days.span(in: calendar.zone), days.previous.span(in: calendar.zone))
        let table = DayTable(from: days.first, through: calendar.zone.moment(at: now).day, on: calendar)
        var found: [Root: Tally] = [:]
        for one in cases {
            let isNow = span.contains(one.receivedAt)
            guard isNow || before.contains(one.receivedAt) else { continue }
            let waited = isNow ? table.workingDays(from: one.receivedAt, to: HandlingTime(one, at: now).until) : 0
            found[Root(about: one.about, cause: one.cause), default: Tally()].add(one, isNow: isNow, waited: waited)
        }
        let kept = found.filter { $0.value.count > 0 }
        let roots = kept.keys.sorted { ($0.about ?? "~", $0.cause?.rawValue ?? "~") < ($1.about ?? "~", $1.cause?.rawValue ?? "~") }
        let entries = roots.map { root in
            let tally = kept[root] ?? Tally()
            return Pareto<Root>.Entry(cause: root, count: tally.count, burden: Double(tally.waited), previous: tally.previous)
        }
        guard !entries.isEmpty, let pareto = try? Pareto(entries) else { return nil }
        (self.pareto, cents, serious) = (pareto, kept.mapValues(\.cents), kept.mapValues(\.serious))
    }
}

/// What is added up for one root.
private struct Tally {
    var (count, previous, waited, serious) = (0, 0, 0, 0)
    var cents: Int64 = 0

    mutating func add(_ one: CountedCase, isNow: Bool, waited days: Int) {
        guard isNow else { return previous += 1 }
        count += 1
        waited += days
        cents += one.figures.remedyCents
        if one.severity != .normal { serious += 1 }
    }
}
