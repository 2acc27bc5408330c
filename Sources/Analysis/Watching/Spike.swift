/// Whether this week holds more than the weeks before it make likely (A6).
///
/// The rate of the 26 weeks before, without the last 2 (which may hold the beginning of what is looked for), is a gamma distribution with
/// Jeffreys' prior: shape `S + ½` for S complaints. What this week then brings is negative binomial: `X ~ NB(S + ½, E / (E + e))`, with E
/// the exposure of the baseline and e of this week; 26 and 1 where no exposure is known, hence 26/27. An alarm is `P(X ≥ x) < 0.002` and
/// `x ≥ 3`: one quiet category in ten years of weeks.
/// Source: M. Höhle and A. Riebler, R's `surveillance::bayes`; Riebler (2004).
package struct Spike: Hashable, Sendable {
    package let count: Int
    package let predicted: NegativeBinomialDistribution
    /// How many weeks the prediction comes from.
    package let baselineWeeks: Int
    /// The chance of so many or more while nothing changed.
    package let p: Double
    package let cautions: [Caution]

    package static let baseline = 26
    package static let skipped = 2
    package static let alarmBelow = 0.002
    package static let fewest = 3

    package var isAlarm: Bool { count >= Self.fewest && p < Self.alarmBelow }
    /// Nineteen weeks in twenty bring what lies within these.
    package var usual: ClosedRange<Int> { predicted.quantile(0.025)...predicted.quantile(0.975) }
    /// The least count that is an alarm.
    package var alarmFrom: Int { max(Self.fewest, predicted.fewest(rarerThan: Self.alarmBelow)) }

    /// - Parameters:
    ///   - week: the place of the week that is judged; by default the last.
    ///   - exposures: by default every week counts as one.
    package init(_ counts: [Int], exposures: [Double]? = nil, week: Int? = nil) throws(AnalysisRefusal) {
        try Self.check(counts, exposures)
        try self.init(checked: counts, exposures, week: week ?? counts.count - 1)
    }

    /// Every week as if it were the last; nil where there is none before it, or nobody could have complained. The numbers are looked through
    /// once: it takes twice as long for twice as many weeks.
    package static func each(_ counts: [Int], exposures: [Double]? = nil) throws(AnalysisRefusal) -> [Spike?] {
        try check(counts, exposures)
        return counts.indices.map { try? Spike(checked: counts, exposures, week: $0) }
    }

    private static func check(_ counts: [Int], _ exposures: [Double]?) throws(AnalysisRefusal) {
        try Checked.counts(counts)
        if let exposures { try Checked.exposures(exposures, of: counts) }
    }

    private init(checked counts: [Int], _ exposures: [Double]?, week: Int) throws(AnalysisRefusal) {
        guard counts.indices.contains(week) else { throw .setting("week") }
        let weight = { (index: Int) in exposures.map { $0[index] } ?? 1 }
        let before = (max(0, week - Self.skipped - Self.baseline)..<max(0, week - Self.skipped)).filter { weight($0) > 0 }
        let (total, own) = (before.reduce(0) { $0 + weight($1) }, weight(week))
        guard total > 0 else { throw .emptyBaseline }
        if own == 0 { throw .countWithoutExposure(at: week) }
        let sum = before.reduce(0) { $0 + Double(counts[$1]) }
        count = counts[week]
        baselineWeeks = before.count
        predicted = NegativeBinomialDistribution(size: sum + 0.5, p: total / (total + own), q: own / (total + own))
        p = predicted.atLeast(count)
        cautions =
            Caution.gate(.weeks, before.count, atLeast: Self.baseline) + (sum < Double(before.count) ? [.seldom] : [])
    }
}

extension NegativeBinomialDistribution {
    /// The least count of which so many or more are rarer than `p`.
    func fewest(rarerThan p: Double) -> Int {
        DiscreteQuantile.least(near: mean, spread: (mean / self.p).squareRoot()) { atLeast($0) < p }
    }
}
