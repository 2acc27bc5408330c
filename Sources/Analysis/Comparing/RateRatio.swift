/// Two counts against one another, each over its exposure: this period against the previous one, one cause before and after (A9).
///
/// Given both together, the first count is binomial with `p = e₁ / (e₁ + e₂)` while the rates are alike; the chance of a split as unlikely
/// as this, on either side, is exact. The interval is Clopper and Pearson's, carried over to the ratio. R's `poisson.test` gives the same.
package struct RateRatio: Hashable, Sendable {
    /// Infinite where the second rate is 0; nil where both are.
    package let ratio: Double?
    package let lower: Double
    package let upper: Double
    package let p: Double

    package init(
        _ first: Int, over firstExposure: Double = 1, against second: Int, over secondExposure: Double = 1, level: Double = 0.95
    ) throws(AnalysisRefusal) {
        try Checked.counts([first, second])
        try Checked.exposures([firstExposure, secondExposure], of: [first, second])
        if let at = [firstExposure, secondExposure].firstIndex(of: 0) { throw .countWithoutExposure(at: at) }
        let share = firstExposure / (firstExposure + secondExposure)
        let total = first + second
        p = total == 0 ? 1 : BinomialDistribution(trials: total, p: share).asUnlikely(as: first)
        let limits = Proportion.exact(first, of: total, level: level) ?? (0, 1)
        let odds = { (p: Double) in p >= 1 ? Double.infinity : p / (1 - p) * secondExposure / firstExposure }
        (lower, upper) = (odds(limits.lower), odds(limits.upper))
        ratio = total == 0 ? nil : (Double(first) / firstExposure) / (Double(second) / secondExposure)
    }
}
