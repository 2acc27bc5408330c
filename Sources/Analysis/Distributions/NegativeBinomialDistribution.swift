import RealModule

/// A Poisson count whose mean is itself uncertain, as a gamma distribution says: so many failures before `size` successes of probability `p`.
package struct NegativeBinomialDistribution: Hashable, Sendable {
    package let size: Double
    package let p: Double
    /// What `p` lacks of 1.
    package let q: Double

    package init(size: Double, p: Double, q: Double? = nil) { (self.size, self.p, self.q) = (size, p, q ?? 1 - p) }

    package var mean: Double { size * q / p }

    /// `Γ(k + size) / (Γ(size) k!) pˢⁱᶻᵉ qᵏ`
    package func probability(of k: Int) -> Double {
        if k < 0 { return 0 }
        let total = size + Double(k)
        return SaddlePoint.binomial(size, of: total, p: p, q: q) * size / total
    }

    /// `P(X ≤ k)`
    package func atMost(_ k: Int) -> Double { k < 0 ? 0 : IncompleteBeta.tails(size, Double(k) + 1, at: p, rest: q).lower }

    /// `P(X ≥ k)`
    package func atLeast(_ k: Int) -> Double { k <= 0 ? 1 : IncompleteBeta.tails(size, Double(k), at: p, rest: q).upper }

    /// The least count with `P(X ≤ k) ≥ probability`.
    package func quantile(_ probability: Double) -> Int {
        DiscreteQuantile.least(near: mean, spread: (mean / p).squareRoot()) { atMost($0) >= probability }
    }
}
