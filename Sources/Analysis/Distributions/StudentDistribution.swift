import RealModule

/// Student's t with a number of degrees of freedom: for estimates whose spread is estimated too.
package struct StudentDistribution: Hashable, Sendable {
    package let freedom: Double

    package init(freedom: Double) { self.freedom = freedom }

    /// `P(|T| ≥ |t|)`
    package func twoSided(_ t: Double) -> Double {
        if t == 0 { return 1 }
        if !t.isFinite { return 0 }
        let square = t * t
        let sum = freedom + square
        return IncompleteBeta.tails(freedom / 2, 0.5, at: freedom / sum, rest: square / sum).lower
    }

    package func tails(at t: Double) -> Tails {
        let half = twoSided(t) / 2
        return t < 0 ? Tails(lower: half) : Tails(upper: half)
    }

    /// The t outside which, on both sides together, `1 − level` lies: 2.09 for 0.95 and 20 degrees.
    package func twoSided(level: Double) -> Double {
        let x = IncompleteBeta.quantile(freedom / 2, 0.5, lower: 1 - level)
        return (freedom * (1 - x) / x).squareRoot()
    }
}
