import RealModule

/// What is going on this week, over all natures of complaints at once, with few false alarms (A6, A7 and A8 together).
///
/// A category has a spike when `Spike` says so and it stays a finding beside all the others (`FalseDiscovery`). It drifts when the sum over
/// the last 26 weeks has passed its limit; mean and limit come from the weeks before those, at most 78 of them, so that a slow worsening
/// does not become its own measure. The mean is an estimate, and one that is a little low gives many false alarms: so the limit is for 1,000
/// weeks where 500 are wanted, and the mean is taken up to the next step of 5 %. Exposure counts for spikes only.
///
/// `WatchSimulationTests` tell what comes of it: false alarms in a year, and what is found how soon.
package struct WeeklyWatch<Category: Hashable & Sendable>: Hashable, Sendable {
    package struct Finding: Hashable, Sendable {
        package let category: Category
        /// Nil where there are not yet two weeks and one before them.
        package let spike: Spike?
        /// The spike's p-value among all categories.
        package let adjusted: Double?
        package let drift: DriftState?

        package var isSpike: Bool { spike.map(\.isAlarm) ?? false && adjusted.map { $0 < FalseDiscovery.q } ?? false }
        package var isDrift: Bool { drift.map(\.isAlarm) ?? false }
        package var isSignal: Bool { isSpike || isDrift }
    }

    package let findings: [Finding]
    /// What else was looked at in the week, beside all categories.
    package let beside: [Double]

    /// - Parameters:
    ///   - series: counts per week, oldest first, up to the week that is judged.
    ///   - exposures: of the same weeks, for all categories alike.
    ///   - others: the p-values of what else is looked at in this week: all of it together must not cry wolf.
    package init(
        _ series: [(category: Category, counts: [Int])], exposures: [Double]? = nil, beside others: [Double] = [],
        designs: inout DriftDesigns
    ) throws(AnalysisRefusal) {
        var spikes: [Spike?] = []
        var drifts: [DriftState?] = []
        for entry in series {
            try Checked.counts(entry.counts)
            if let exposures { try Checked.exposures(exposures, of: entry.counts) }
            spikes.append(try? Spike(entry.counts, exposures: exposures))
            drifts.append(try DriftState(entry.counts, designs: &designs))
        }
        let known = spikes.indices.filter { spikes[$0] != nil }
        let p = known.compactMap { spikes[$0]?.p }
        let all = p + others
        let adjusted = all.isEmpty ? [] : try FalseDiscovery.adjusted(all)
        beside = Array(adjusted.dropFirst(p.count))
        let found = Dictionary(uniqueKeysWithValues: zip(known, adjusted))
        findings = series.indices.map {
            Finding(category: series[$0].category, spike: spikes[$0], adjusted: found[$0], drift: drifts[$0])
        }
    }
}

/// How far a category has drifted from what it was.
package struct DriftState: Hashable, Sendable {
    package let drift: Drift
    package let sum: Double
    package let isAlarm: Bool
    /// When the sum last began to rise: so many weeks ago.
    package let weeksRising: Int
    /// Whether it is above what it was still. A sum that passed its limit falls slowly: after one bad month it lies above it for half a year. So
    /// the last weeks are looked at by themselves, eight at most: they have together what the mean before brings less than once in twenty
    /// times (Poisson).
    package let isGoingOn: Bool

    package static let latest = 8
    private static let rare = 0.05
    package static let window = 26
    package static let fewestBefore = 26
    package static let mostBefore = 78

    /// Nil where there are fewer than 26 weeks before the last 26, or fewer than one complaint a week in them: nothing can be found so.
    package init?(_ counts: [Int], designs: inout DriftDesigns) throws(AnalysisRefusal) {
        try Checked.counts(counts)
        let before = counts.dropLast(Self.window).suffix(Self.mostBefore)
        let mean = before.reduce(0) { $0 + Double($1) } / Double(max(1, before.count))
        guard before.count >= Self.fewestBefore, mean >= Drift.fewestPerWeek, mean <= Drift.mostPerWeek else { return nil }
        drift = try designs.drift(mean: mean)
        let sums = try drift.sums(Array(counts.suffix(Self.window)))
        sum = sums.last?.sum ?? 0
        isAlarm = sums.last?.isAlarm ?? false
        weeksRising = sums.reversed().prefix { $0.sum > 0 }.count
        let latest = counts.suffix(min(Self.latest, weeksRising))
        let usual = PoissonDistribution(mean: drift.mean * Double(latest.count))
        isGoingOn = !latest.isEmpty && usual.atLeast(latest.reduce(0, +)) < Self.rare
    }
}

/// References and limits that were worked out before: it takes a while, and means come back.
package struct DriftDesigns: Sendable {
    private var known: [Int: Drift] = [:]

    package init() {}

    package static let weeksToFalseAlarm = 1000.0
    private static let step = 1.05

    /// For the mean, taken up to the next step.
    package mutating func drift(mean: Double) throws(AnalysisRefusal) -> Drift {
        let place = Int((Double.log(mean) / .log(Self.step)).rounded(.up))
        if let drift = known[place] { return drift }
        let drift = try Drift(mean: min(.pow(Self.step, Double(place)), Drift.mostPerWeek), weeks: Self.weeksToFalseAlarm)
        known[place] = drift
        return drift
    }
}
