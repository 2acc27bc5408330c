import RealModule

/// How many of `trials` go one way, when each does so by itself with the same probability.
package struct BinomialDistribution: Hashable, Sendable {
    package let trials: Int
    package let p: Double

    package init(trials: Int, p: Double) { (self.trials, self.p) = (trials, p) }

    package func probability(of k: Int) -> Double {
        (0...trials).contains(k) ? SaddlePoint.binomial(Double(k), of: Double(trials), p: p, q: 1 - p) : 0
    }

    /// `P(X ≤ k)`
    package func atMost(_ k: Int) -> Double {
        if k < 0 { return 0 }
        if k >= trials { return 1 }
        return IncompleteBeta.tails(Double(k) + 1, Double(trials - k), at: p, rest: 1 - p).upper
    }

    /// `P(X ≥ k)`
    package func atLeast(_ k: Int) -> Double {
        if k <= 0 { return 1 }
        if k > trials { return 0 }
        return IncompleteBeta.tails(Double(k), Double(trials - k) + 1, at: p, rest: 1 - p).lower
    }

    /// The least count with `P(X ≤ k) ≥ q`.
    package func quantile(_ q: Double) -> Int {
        let mean = Double(trials) * p
        return min(trials, DiscreteQuantile.least(near: mean, spread: (mean * (1 - p)).squareRoot()) { atMost($0) >= q })
    }

    /// The two-sided probability of what is as unlikely as `k` or more so, as R's `binom.test` has it: all counts no likelier than `k`.
    package func asUnlikely(as k: Int) -> Double {
        if p <= 0 || p >= 1 { return probability(of: k) }
        let mean = Double(trials) * p
        // What differs by rounding only is as likely.
        let bound = probability(of: k) * (1 + 1e-7)
        if Double(k) == mean { return 1 }
        if Double(k) < mean {
            let other = DiscreteQuantile.least(near: mean, spread: 1) { Double($0) >= mean && probability(of: $0) <= bound }
            return min(1, atMost(k) + atLeast(other))
        }
        let other = DiscreteQuantile.least(near: mean, spread: 1) { Double($0) > mean || probability(of: $0) > bound }
        return min(1, atMost(other - 1) + atLeast(k))
    }
}
