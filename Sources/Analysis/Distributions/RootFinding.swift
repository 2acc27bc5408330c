/// Where a function that only rises, or only falls, is zero.
enum RootFinding {
    /// Looks outwards from a guess until the sign changes, then closes in by Brent's method.
    static func root(near guess: Double, step: Double, _ f: (Double) -> Double) -> Double {
        var (low, high, width) = (guess - step, guess + step, step)
        var (atLow, atHigh) = (f(low), f(high))
        var tries = 0
        while (atLow < 0) == (atHigh < 0), tries < 60 {
            width *= 2
            if abs(atLow) < abs(atHigh) {
                (high, atHigh) = (low, atLow)
                low -= width
                atLow = f(low)
            } else {
                (low, atLow) = (high, atHigh)
                high += width
                atHigh = f(high)
            }
            tries += 1
        }
        return brent(low, high, atLow, atHigh, f)
    }

    /// Source: R. P. Brent, *Algorithms for Minimization without Derivatives* (1973), chapter 4.
    private static func brent(_ low: Double, _ high: Double, _ atLow: Double, _ atHigh: Double, _ f: (Double) -> Double) -> Double {
        var (a, fa, b, fb) = (low, atLow, high, atHigh)
        var (c, fc, d, e) = (a, fa, b - a, b - a)
        for _ in 0..<200 {
            if (fb > 0) == (fc > 0) { (c, fc, d, e) = (a, fa, b - a, b - a) }
            if abs(fc) < abs(fb) { (a, b, c, fa, fb, fc) = (b, c, b, fb, fc, fb) }
            let tolerance = 2 * abs(b).ulp + 1e-16
            let half = (c - b) / 2
            if abs(half) <= tolerance || fb == 0 { break }
            if let jump = interpolated(a, b, c, fa, fb, fc), abs(e) >= tolerance,
                2 * abs(jump) < min(3 * abs(half) - tolerance, abs(e)), (jump > 0) == (half > 0)
            {
                (e, d) = (d, jump)
            } else {
                (d, e) = (half, half)
            }
            (a, fa) = (b, fb)
            b += abs(d) > tolerance ? d : (half > 0 ? tolerance : -tolerance)
            fb = f(b)
        }
        return b
    }

    /// The step to where a parabola on its side, or a line, through the points meets zero.
    private static func interpolated(_ a: Double, _ b: Double, _ c: Double, _ fa: Double, _ fb: Double, _ fc: Double) -> Double? {
        guard abs(fa) > abs(fb) else { return nil }
        let s = fb / fa
        if a == c { return (c - b) * s / (s - 1) }
        let (q, r) = (fa / fc, fb / fc)
        let over = s * ((c - b) * q * (q - r) - (b - a) * (r - 1))
        let under = (q - 1) * (r - 1) * (s - 1)
        return under == 0 ? nil : -over / under
    }
}
