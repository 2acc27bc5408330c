package import Analysis
package import Complaints
package import Records

/// What a complaint is about, and what it came from; both may be unknown.
package struct Root: Hashable, Sendable {
    package let about: String?
    package let cause: Cause?

    package init(about: String?, cause: Cause?) { (self.about, self.cause) = (about, cause) }
}

/// Where to act first: what complaints are about and what they came from, by their number and by each kind of burden, each number against the
/// same length of time before.
package struct CausePareto: Sendable {
    /// By what roots are ordered.
    package enum Burden: String, CaseIterable, Hashable, Sendable {
        case count
        /// More than ordinary.
        case serious
        /// Working days that customers waited, and wait.
        case days
        /// What customers were given.
        case money
    }

    /// What is added up for one root.
    package struct Tally: Hashable, Sendable {
        package fileprivate(set) var (count, previous, days, serious, remedied) = (0, 0, 0, 0, 0)
        package fileprivate(set) var cents: Int64 = 0

        func amount(_ burden: Burden) -> Double {
            switch burden {
            case .count: Double(count)
            case .serious: Double(serious)
            case .days: Double(days)
            case .money: Double(cents) / 100
            }
        }

        fileprivate mutating func add(_ one: CountedCase, isNow: Bool, waited: Int) {
            guard isNow else { return previous += 1 }
            count += 1
            days += waited
            cents += one.figures.remedyCents
            if one.figures.remedyCents > 0 { remedied += 1 }
            if one.severity != .normal { serious += 1 }
        }
    }

    package let tallies: [Root: Tally]
    private let paretos: [Burden: Pareto<Root>]
    /// Whether the house was in use before these days: else there is no change to tell.
    package let hasBefore: Bool

    /// Nil where nothing was received.
    ///
    /// - Parameters:
    ///   - begin: the day of the first complaint of the house.
    ///   - size: of how many complaints come: then the change is one in proportion.
    package init?(
        _ cases: [CountedCase], over days: DayRange, since begin: Day? = nil, size: ExposureTable? = nil, at now: Instant,
        on calendar: OfficeCalendar
    ) {
        let (span, before) = (days.span(in: calendar.zone), days.previous.span(in: calendar.zone))
        let today = calendar.zone.moment(at: now).day
        let table = DayTable(from: days.first, through: today, on: calendar)
        var found: [Root: Tally] = [:]
        for one in cases {
            let isNow = span.contains(one.receivedAt)
            guard isNow || before.contains(one.receivedAt) else { continue }
            let waited = isNow ? table.workingDays(from: one.receivedAt, to: HandlingTime(one, at: now).until) : 0
            found[Root(about: one.about, cause: one.cause), default: Tally()].add(one, isNow: isNow, waited: waited)
        }
        let kept = found.filter { $0.value.count > 0 }
        let roots = kept.keys.sorted { ($0.about ?? "~", $0.cause?.rawValue ?? "~") < ($1.about ?? "~", $1.cause?.rawValue ?? "~") }
        let lived = [days, days.previous].map { $0.lived(since: begin, on: today) }
        let sizes = lived.map { $0.count > 0 ? size?.carried(over: $0) ?? 0 : 0 }
        let lengths = lived.map { Double(max(1, $0.count)) }
        hasBefore = lived[1].count > 0
        let known = sizes.allSatisfy { $0 > 0 } ? sizes : lengths
        var paretos: [Burden: Pareto<Root>] = [:]
        for burden in Burden.allCases {
            let entries = roots.map { root in
                let tally = kept[root] ?? Tally()
                return Pareto<Root>.Entry(cause: root, count: tally.count, burden: tally.amount(burden), previous: tally.previous)
            }
            paretos[burden] = try? Pareto(entries, exposure: known[0], previous: known[1])
        }
        if roots.isEmpty { return nil }
        (self.paretos, tallies) = (paretos, kept)
    }

    /// Too little to say how much of the whole, and what changed.
    package var isFit: Bool { paretos[.count].map { !$0.cautions.contains(where: \.isGate) } ?? false }
    /// The largest first; those that have none of it are left out.
    package func rows(by burden: Burden) -> [Pareto<Root>.Row] {
        (paretos[burden]?.byBurden ?? []).filter { $0.entry.burden > 0 }
    }
}
