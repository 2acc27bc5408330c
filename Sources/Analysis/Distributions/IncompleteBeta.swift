import RealModule

/// The beta distribution: the regularised incomplete beta function and its inverse.
///
/// Lentz' continued fraction (*Numerical Recipes* §6.4) from Loader's `SaddlePoint`. Places are given with what they lack of 1, so that
/// nothing is lost close to 1.
package enum IncompleteBeta {
    /// `Iₓ(a, b)` and what is left of 1, with `y = 1 − x`.
    package static func tails(_ a: Double, _ b: Double, at x: Double, rest y: Double) -> Tails {
        if x <= 0 { return Tails(lower: 0) }
        if y <= 0 { return Tails(upper: 0) }
        if x * (b + 1) > y * (a + 1) { return lower(b, a, y, x).mirrored }
        return lower(a, b, x, y)
    }

    /// The place below which `p` lies; for `upper`, above which it lies.
    package static func quantile(_ a: Double, _ b: Double, lower p: Double) -> Double {
        place(a, b, p, atZero: 0) { $0.lower }
    }

    package static func quantile(_ a: Double, _ b: Double, upper p: Double) -> Double {
        place(a, b, p, atZero: 1) { $0.upper }
    }

    private static func place(_ a: Double, _ b: Double, _ p: Double, atZero: Double, _ side: (Tails) -> Double) -> Double {
        if p <= 0 { return atZero }
        if p >= 1 { return 1 - atZero }
        let logit = RootFinding.root(near: .log(a / b), step: 1) { u in
            .log(side(tails(a, b, at: 1 / (1 + .exp(-u)), rest: 1 / (1 + .exp(u))))) - .log(p)
        }
        return 1 / (1 + .exp(-logit))
    }

    private static func lower(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Tails {
        let front = SaddlePoint.binomial(a, of: a + b, p: x, q: y) * b / (a + b)
        return Tails(lower: front * fraction(a, b, x))
    }

    private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        var c = 1.0
        var d = 1 / nonZero(1 - (a + b) * x / (a + 1))
        var h = d
        var m = 0.0
        while m < 1e8 {
            m += 1
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / nonZero(1 + even * d)
            c = nonZero(1 + even / c)
            h *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / nonZero(1 + odd * d)
            c = nonZero(1 + odd / c)
            h *= d * c
            if abs(d * c - 1) < 1e-16 { break }
        }
        return h
    }

    private static func nonZero(_ x: Double) -> Double { abs(x) < 1e-300 ? 1e-300 : x }
}
