/// A week in which far more of some went wrong than usual: promises broken of those that fell due, solutions that were reopened (A2 as A6).
///
/// The share comes from the 26 weeks before, leaving out the last 2: with Jeffreys' prior a beta distribution of `S + ½` and `N − S + ½` for S
/// that went wrong of N. What this week's n then bring is beta-binomial. An alarm is `P(X ≥ x) < 0.002` and `x ≥ 3`, as of counts, so that one
/// rule holds for both. Needs 26 weeks, 30 in them and 5 in this one.
/// Source: A. Gelman and others, *Bayesian Data Analysis*, section 2.4, for the predictive distribution.
package struct ShareSpike: Hashable, Sendable {
    package let count: Int
    package let predicted: BetaBinomialDistribution
    /// The chance of so many or more while nothing changed.
    package let p: Double
    package let cautions: [Caution]

    /// So many must have been at stake in the weeks before.
    package static let fewestBefore = 30

    package var isAlarm: Bool { count >= Spike.fewest && p < Spike.alarmBelow && !cautions.contains(where: \.isGate) }
    /// Nineteen weeks in twenty bring what lies within these.
    package var usual: ClosedRange<Int> {
        let lower = predicted.quantile(0.025)
        return lower...max(lower, predicted.quantile(0.975))
    }

    /// - Parameters:
    ///   - counts: of each week how many went wrong, oldest first; the last week is judged.
    ///   - totals: of how many.
    package init(_ counts: [Int], of totals: [Int]) throws(AnalysisRefusal) {
        try Checked.counts(counts)
        if counts.count != totals.count { throw .unequal(counts.count, totals.count) }
        try Checked.counts(totals)
        if let at = counts.indices.first(where: { counts[$0] > totals[$0] }) { throw .moreThanAll(at: at) }
        guard let week = counts.indices.last else { throw .empty }
        let before = max(0, week - Spike.skipped - Spike.baseline)..<max(0, week - Spike.skipped)
        let (some, all) = (counts[before].reduce(0, +), totals[before].reduce(0, +))
        if all == 0 { throw .emptyBaseline }
        count = counts[week]
        predicted = BetaBinomialDistribution(trials: totals[week], a: Double(some) + 0.5, b: Double(all - some) + 0.5)
        p = predicted.atLeast(count)
        cautions =
            Caution.gate(.weeks, before.count, atLeast: Spike.baseline) + Caution.gate(.complaints, all, atLeast: Self.fewestBefore)
            + Caution.gate(.complaints, totals[week], atLeast: ProportionChart.fewest)
    }
}
