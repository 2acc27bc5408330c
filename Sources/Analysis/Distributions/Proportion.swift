import RealModule

/// Intervals for a proportion behind `count` out of `total`.
package enum Proportion {
    /// Wilson's score interval (1927): right on average, also for few and for proportions close to 0 and 1.
    package static func wilson(_ count: Int, of total: Int, level: Double = 0.95) -> (lower: Double, upper: Double)? {
        guard total > 0, (0...total).contains(count) else { return nil }
        let (n, p) = (Double(total), Double(count) / Double(total))
        let z = NormalDistribution.twoSided(level: level)
        let square = z * z / n
        let centre = (p + square / 2) / (1 + square)
        let half = z * (p * (1 - p) / n + square / (4 * n)).squareRoot() / (1 + square)
        return (count == 0 ? 0 : max(0, centre - half), count == total ? 1 : min(1, centre + half))
    }

    /// Clopper and Pearson's exact interval (1934): never too narrow.
    package static func exact(_ count: Int, of total: Int, level: Double = 0.95) -> (lower: Double, upper: Double)? {
        guard total > 0, (0...total).contains(count) else { return nil }
        let half = (1 - level) / 2
        let (k, rest) = (Double(count), Double(total - count))
        return (
            count == 0 ? 0 : IncompleteBeta.quantile(k, rest + 1, lower: half),
            count == total ? 1 : IncompleteBeta.quantile(k + 1, rest, upper: half)
        )
    }
}
