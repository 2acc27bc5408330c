package import Analysis
import Complaints
import Synchronization

/// What the numbers of the weeks say: per kind of complaint whether the last whole week, or the one that is running, stands out.
package struct SignalsReading: Sendable {
    package struct Kind: Sendable {
        package let about: String?
        /// Per week, oldest first; the last is the one that is running.
        package let counts: [Int]
        /// Of the last whole week.
        package let finding: WeeklyWatch<String?>.Finding?
        /// Of the running week as it stands: it has too many already, or lets what rises go on; what it lacks is not told.
        package let now: WeeklyWatch<String?>.Finding?

        /// Whether the running week has more already than whole weeks bring.
        package var isSpikeNow: Bool { now?.isSpike ?? false }
        /// How it rises still.
        package var rise: DriftState? { SignalsReading.rise(now: now?.drift, whole: finding?.drift) }
        /// Whether it rose in the last half year, and does so no more.
        package var hasRisen: Bool { rise == nil && finding?.isDrift ?? false }

        package var lastWeek: Int { counts.dropLast().last ?? 0 }
        package var thisWeek: Int { counts.last ?? 0 }
        package var isSignal: Bool { finding?.isSpike ?? false || isSpikeNow || rise != nil }
    }

    /// Two years and the running week: as much as any rule looks at.
    package static let depth = 105

    /// From the first in which anything came in.
    package let weeks: [CalendarWeek]
    /// The largest last week first; signals before all others.
    package let kinds: [Kind]
    /// All kinds together, and how they rise.
    package let totals: [Int]
    package let totalRise: DriftState?

    /// How something rises still: by the running week where that says so already, or by the last whole one, since half a week would end what
    /// goes on.
    private static func rise(now: DriftState?, whole: DriftState?) -> DriftState? {
        [now, whole].lazy.compactMap(\.self).first { $0.isAlarm && $0.isGoingOn }
    }

    package init(_ rows: [WeekCounts], weeks all: [CalendarWeek], designs: inout DriftDesigns) throws(AnalysisRefusal) {
        // Weeks before a house was in use are no weeks without complaints.
        let first = all.indices.first { week in rows.contains { $0.counts[week] > 0 } } ?? max(0, all.count - 1)
        weeks = Array(all[first...])
        let rows = rows.map { (category: $0.about, counts: Array($0.counts[first...])) }.filter { $0.counts.contains { $0 > 0 } }
        let totals = weeks.indices.map { week in rows.reduce(0) { $0 + $1.counts[week] } }
        self.totals = totals
        let now = try DriftState(totals, designs: &designs)
        let whole = totals.count > 1 ? try DriftState(Array(totals.dropLast()), designs: &designs) : nil
        totalRise = Self.rise(now: now, whole: whole)
        // What nobody has chosen a kind for yet is counted, and is no kind that something can be going on in.
        let known = rows.filter { $0.category != nil }
        let before = known.map { (category: $0.category, counts: Array($0.counts.dropLast())) }.filter { !$0.counts.isEmpty }
        let findings = try WeeklyWatch(before, designs: &designs).findings
        // The running week is not over: what it has too many of already is told, what it lacks is not.
        let running = try WeeklyWatch(known, designs: &designs).findings
        var place = 0
        kinds = rows.map { row in
            guard row.category != nil else { return Kind(about: nil, counts: row.counts, finding: nil, now: nil) }
            defer { place += 1 }
            return Kind(
                about: row.category, counts: row.counts, finding: place < findings.count ? findings[place] : nil,
                now: running[place])
        }.sorted { left, right in
            if left.isSignal != right.isSignal { return left.isSignal }
            return (right.lastWeek, left.about ?? "~") < (left.lastWeek, right.about ?? "~")
        }
    }

    package var signals: [Kind] { kinds.filter(\.isSignal) }
    package var runningWeek: CalendarWeek? { weeks.last }
    package var lastWeek: CalendarWeek? { weeks.dropLast().last }
    /// Whole weeks that there are too few of to tell a spike from chance.
    package var weeksMissing: Int { max(0, Spike.baseline + Spike.skipped + 1 - (weeks.count - 1)) }
}

/// Limits that were worked out for one request serve the next.
package final class DriftMemory: Sendable {
    private let designs = Mutex(DriftDesigns())

    package init() {}

    package func read<T>(_ body: (inout DriftDesigns) throws -> T) rethrows -> T {
        var copy = designs.withLock { $0 }
        defer { designs.withLock { [copy] in $0 = copy } }
        return try body(&copy)
    }
}
