import RealModule

/// Counts of what happens by itself, at a steady rate.
package struct PoissonDistribution: Hashable, Sendable {
    package let mean: Double

    package init(mean: Double) { self.mean = mean }

    package func probability(of k: Int) -> Double { k < 0 ? 0 : SaddlePoint.poisson(Double(k), mean: mean) }

    /// `P(X ≤ k)`
    package func atMost(_ k: Int) -> Double { k < 0 ? 0 : IncompleteGamma.tails(shape: Double(k) + 1, at: mean).upper }

    /// `P(X ≥ k)`
    package func atLeast(_ k: Int) -> Double { k <= 0 ? 1 : IncompleteGamma.tails(shape: Double(k), at: mean).lower }

    /// The least count with `P(X ≤ k) ≥ p`.
    package func quantile(_ p: Double) -> Int {
        DiscreteQuantile.least(near: mean, spread: mean.squareRoot()) { atMost($0) >= p }
    }

    /// The exact interval for the mean behind a count (Garwood 1936): each limit is the mean that makes the count just unlikely.
    package static func interval(count: Int, level: Double = 0.95) -> (lower: Double, upper: Double) {
        let half = (1 - level) / 2
        let lower = count <= 0 ? 0 : IncompleteGamma.quantile(shape: Double(count), lower: half)
        return (lower, IncompleteGamma.quantile(shape: Double(max(count, 0)) + 1, upper: half))
    }
}
