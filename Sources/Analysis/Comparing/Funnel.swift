/// Teams and suppliers side by side without a league table (A12): each rate against the limits for its own size, so that a small team is
/// not called the worst (or the best) by chance.
///
/// Limits for size n around the common rate r: the exact binomial or Poisson quantiles at 95 % and 99.8 %. Outside the outer limits is a
/// signal. Source: D. J. Spiegelhalter, *Funnel plots for comparing institutional performance*, Statistics in Medicine 24 (2005).
package struct Funnel: Hashable, Sendable {
    package struct Limits: Hashable, Sendable {
        package let inner: ClosedRange<Double>
        package let outer: ClosedRange<Double>
    }

    package struct Point: Hashable, Sendable {
        /// Nil where the size is 0.
        package let value: Double?
        package let limits: Limits?

        package var isSignal: Bool {
            guard let value, let limits else { return false }
            return !limits.outer.contains(value)
        }
    }

    /// The common rate or share.
    package let centre: Double
    package let points: [Point]

    package static let innerTail = 0.025
    package static let outerTail = 0.001

    /// Complaints over exposures.
    package init(counts: [Int], per exposures: [Double]) throws(AnalysisRefusal) {
        try Checked.counts(counts)
        try Checked.exposures(exposures, of: counts)
        let whole = exposures.reduce(0, +)
        if whole == 0 { throw .undetermined }
        let rate = counts.reduce(0) { $0 + Double($1) } / whole
        centre = rate
        points = zip(counts, exposures).map { count, size in
            Self.point(count, size) { PoissonDistribution(mean: rate * size).quantile($0) }
        }
    }

    /// Shares: `kept` of `totals`.
    package init(kept: [Int], of totals: [Int]) throws(AnalysisRefusal) {
        try Checked.counts(kept)
        if kept.count != totals.count { throw .unequal(kept.count, totals.count) }
        try Checked.counts(totals)
        if let at = kept.indices.first(where: { kept[$0] > totals[$0] }) { throw .moreThanAll(at: at) }
        let whole = totals.reduce(0) { $0 + Double($1) }
        if whole == 0 { throw .undetermined }
        let share = kept.reduce(0) { $0 + Double($1) } / whole
        centre = share
        points = zip(kept, totals).map { count, size in
            Self.point(count, Double(size)) { BinomialDistribution(trials: size, p: share).quantile($0) }
        }
    }

    private static func point(_ count: Int, _ size: Double, quantile: (Double) -> Int) -> Point {
        guard size > 0 else { return Point(value: nil, limits: nil) }
        let range = { (tail: Double, count: (Double) -> Int) in Double(count(tail)) / size...Double(count(1 - tail)) / size }
        let limits = Limits(inner: range(innerTail, quantile), outer: range(outerTail, quantile))
        return Point(value: Double(count) / size, limits: limits)
    }
}
