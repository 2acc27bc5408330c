import RealModule

/// The gamma distribution with scale 1: the regularised incomplete gamma functions and their inverse, for shapes from about a half up.
///
/// A series below the mean and Lentz' continued fraction above it (*Numerical Recipes* §6.2), from Loader's `SaddlePoint`, so that large
/// shapes keep their digits.
package enum IncompleteGamma {
    /// `P(a, x)` and `Q(a, x)`.
    package static func tails(shape a: Double, at x: Double) -> Tails {
        if x <= 0 { return Tails(lower: 0) }
        if x == .infinity { return Tails(upper: 0) }
        let density = SaddlePoint.poisson(a, mean: x)
        return x < a + 1 ? Tails(lower: density * series(a, x)) : Tails(upper: density * a * fraction(a, x))
    }

    /// The place below which `p` lies; for `upper`, above which it lies. 0 and infinity at the ends.
    package static func quantile(shape a: Double, lower p: Double) -> Double { quantile(a, p) { $0.lower } }
    package static func quantile(shape a: Double, upper p: Double) -> Double { p <= 0 ? .infinity : quantile(a, p) { $0.upper } }

    private static func quantile(_ a: Double, _ p: Double, _ side: (Tails) -> Double) -> Double {
        let rises = side(tails(shape: a, at: a / 2)) < side(tails(shape: a, at: 2 * a))
        if p <= 0 { return rises ? 0 : .infinity }
        if p >= 1 { return rises ? .infinity : 0 }
        // On logarithms of both, so that far tails are as exact as the middle.
        return .exp(RootFinding.root(near: .log(a), step: 1) { .log(side(tails(shape: a, at: .exp($0)))) - .log(p) })
    }

    /// `1 + x/(a+1) + x²/((a+1)(a+2)) + …`
    private static func series(_ a: Double, _ x: Double) -> Double {
        var (term, sum, n) = (1.0, 1.0, a)
        repeat {
            n += 1
            term *= x / n
            sum += term
        } while term > sum * 1e-17
        return sum
    }

    private static func fraction(_ a: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        var b = x + 1 - a
        var c = 1 / tiny
        var d = 1 / max(b, tiny)
        var h = d
        var i = 0.0
        while i < 1e8 {
            i += 1
            let an = -i * (i - a)
            b += 2
            d = 1 / nonZero(an * d + b)
            c = nonZero(b + an / c)
            let delta = d * c
            h *= delta
            if abs(delta - 1) < 1e-16 { break }
        }
        return h
    }

    private static func nonZero(_ x: Double) -> Double { abs(x) < 1e-300 ? 1e-300 : x }
}
