import RealModule

/// How many of `trials` when the share is itself uncertain, as a beta distribution of `a` and `b` says.
package struct BetaBinomialDistribution: Hashable, Sendable {
    package let trials: Int
    package let a: Double
    package let b: Double

    package init(trials: Int, a: Double, b: Double) { (self.trials, self.a, self.b) = (trials, a, b) }

    package var mean: Double { Double(trials) * a / (a + b) }

    /// `C(n, k) B(k + a, n − k + b) / B(a, b)`
    package func probability(of k: Int) -> Double {
        if k < 0 || k > trials { return 0 }
        let (n, x) = (Double(trials), Double(k))
        let ways = Double.logGamma(n + 1) - .logGamma(x + 1) - .logGamma(n - x + 1)
        let chances = .logGamma(x + a) + .logGamma(n - x + b) - .logGamma(n + a + b)
        return .exp(ways + chances + .logGamma(a + b) - .logGamma(a) - .logGamma(b))
    }

    /// `P(X ≥ k)`
    package func atLeast(_ k: Int) -> Double {
        if k <= 0 { return 1 }
        if k > trials { return 0 }
        return min(1, (k...trials).reversed().reduce(0) { $0 + probability(of: $1) })
    }

    /// The least count with `P(X ≤ k) ≥ p`.
    package func quantile(_ p: Double) -> Int {
        var sum = 0.0
        for k in 0..<max(0, trials) {
            sum += probability(of: k)
            if sum >= p { return k }
        }
        return trials
    }
}
