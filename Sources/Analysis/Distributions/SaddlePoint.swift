import RealModule

/// Probabilities of one value, also of large ones, without the loss of digits that `log Γ` brings.
///
/// Source: C. Loader, *Fast and Accurate Computation of Binomial Probabilities* (2000); R's `dpois` and `dbinom` do the same.
enum SaddlePoint {
    /// `xᵃ e⁻ˣ / Γ(a + 1)` for `a ≥ 0`, `x ≥ 0`; for whole `a` the Poisson probability of `a` where `x` is expected.
    static func poisson(_ a: Double, mean x: Double) -> Double {
        if x == 0 { return a == 0 ? 1 : 0 }
        if a == 0 { return .exp(-x) }
        return .exp(-stirlingError(a) - deviance(a, x)) / (2 * Double.pi * a).squareRoot()
    }

    /// `Γ(n + 1) / (Γ(a + 1) Γ(n − a + 1)) pᵃ qⁿ⁻ᵃ` with `q = 1 − p`; for whole numbers the binomial probability of `a` in `n`.
    static func binomial(_ a: Double, of n: Double, p: Double, q: Double) -> Double {
        let b = n - a
        if p == 0 { return a == 0 ? 1 : 0 }
        if q == 0 { return b == 0 ? 1 : 0 }
        if a == 0 { return n == 0 ? 1 : .exp(p < 0.1 ? -deviance(n, n * q) - n * p : n * .log(q)) }
        if b == 0 { return .exp(q < 0.1 ? -deviance(n, n * p) - n * q : n * .log(p)) }
        let exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * p) - deviance(b, n * q)
        return .exp(exponent) * (n / (2 * Double.pi * a * b)).squareRoot()
    }

    /// `log Γ(n + 1)` less what Stirling's formula says of it.
    static func stirlingError(_ n: Double) -> Double {
        if n <= 15 { return .logGamma(n + 1) - (n + 0.5) * .log(n) + n - 0.918_938_533_204_672_741_8 }
        let square = n * n
        let tail = (1.0 / 1680 - (1.0 / 1188) / square) / square
        return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - tail) / square) / square) / n
    }

    /// `x log(x / m) + m − x`, with all its digits where x is near m too.
    static func deviance(_ x: Double, _ m: Double) -> Double {
        let difference = x - m
        guard abs(difference) < 0.1 * (x + m) else { return x * .log(x / m) + m - x }
        let v = difference / (x + m)
        var sum = difference * v
        var term = 2 * x * v
        for j in 1..<1000 {
            term *= v * v
            let next = sum + term / Double(2 * j + 1)
            if next == sum { break }
            sum = next
        }
        return sum
    }
}
