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
        let table = DayTable(from: days.first, through: max(days.last, calendar.zone.moment(at: now).day), on: calendar)
        var (counts, previous): ([Root: Int], [Root: Int]) = ([:], [:])
        var (waited, cents, serious): ([Root: Int], [Root: Int64], [Root: Int]) = ([:], [:], [:])
        for one in cases {
            let root = Root(about: one.about, cause: one.cause)
            if span.contains(one.receivedAt) {
                counts[root, default: 0] += 1
                waited[root, default: 0] += table.workingDays(from: one.receivedAt, to: HandlingTime(one, at: now).until)
                cents[root, default: 0] += one.figures.remedyCents
                if one.severity != .normal { serious[root, default: 0] += 1 }
            } else if before.contains(one.receivedAt) {
                previous[root, default: 0] += 1
            }
        }
        let roots = counts.keys.sorted { ($0.about ?? "~", $0.cause?.rawValue ?? "~") < ($1.about ?? "~", $1.cause?.rawValue ?? "~") }
        let entries = roots.map {
            Pareto<Root>.Entry(
                cause: $0, count: counts[$0] ?? 0, burden: Double(waited[$0] ?? 0), previous: previous[$0] ?? 0)
        }
        guard !entries.isEmpty, let pareto = try? Pareto(entries) else { return nil }
        (self.pareto, self.cents, self.serious) = (pareto, cents, serious)
    }
}
