import RealModule

/// Did the measure work? What happened after it against where the trend before was going (A10).
///
/// `log E(y) = log(exposure) + b₀ + b₁ t + b₂ after + b₃ (t − T) after`, quasi-Poisson; t counts periods from 1, T is the last period
/// before the measure could work (a lag is fixed beforehand, never chosen to fit). The effect is `exp(b₂ + b₃ · (mean t after − T))`: the
/// mean change over all periods after it. Needs 12 points before and 8 after.
/// Source: J. Lopez Bernal, S. Cummins and A. Gasparrini, *Interrupted time series regression*, Int. J. Epidemiology 46 (2017).
package struct InterruptedSeries: Hashable, Sendable {
    /// Nil where one side holds no complaint at all: then the exact ratio of rates judges, without a trend.
    package let model: QuasiPoisson?
    package let before: Int
    package let after: Int
    /// By what factor the level changed, with its 95 % interval.
    package let effect: Estimate
    package let verdict: Verdict
    package let cautions: [Caution]

    package struct Estimate: Hashable, Sendable {
        package let ratio: Double
        package let lower: Double
        package let upper: Double
    }

    package static let fewestBefore = 12
    package static let fewestAfter = 8

    /// - Parameters:
    ///   - before: how many of the periods came before the measure.
    ///   - lag: so many periods after it until it can work.
    ///   - expected: the factor that was hoped for when the measure was taken: 0.7 for three in ten fewer.
    package init(
        _ counts: [Int], exposures: [Double]? = nil, before: Int, lag: Int = 0, expected: Double = Verdict.usualHope
    ) throws(AnalysisRefusal) {
        guard lag >= 0 else { throw .setting("lag") }
        guard expected > 0, expected < 1 else { throw .setting("expected") }
        try Checked.counts(counts)
        guard before > 0, before < counts.count, lag < counts.count - before else { throw .undetermined }
        let start = before + lag
        self.before = start
        after = counts.count - start
        // What there was before doesn't grow any more.
        let missing = start < Self.fewestBefore ? nil : max(0, Self.fewestAfter - after)
        let gates =
            Caution.gate(.pointsBefore, start, atLeast: Self.fewestBefore)
            + Caution.gate(.pointsAfter, after, atLeast: Self.fewestAfter)
        guard counts[..<start].contains(where: { $0 > 0 }), counts[start...].contains(where: { $0 > 0 }) else {
            model = nil
            cautions = gates + [.oneSideEmpty]
            effect = try Self.exact(counts, exposures, start)
            verdict = Verdict(effect, expected: expected, missing: missing) { _ in .infinity }
            return
        }
        let rows = Self.rows(counts.count, start: start)
        let model = try QuasiPoisson(counts, rows: rows, exposures: exposures)
        self.model = model
        cautions = gates
        effect = Self.effect(model, after: after)
        verdict = Verdict(effect, expected: expected, missing: missing) {
            Self.logError(model, rows: rows, start: start, more: $0)
        }
    }

    private static func exact(_ counts: [Int], _ exposures: [Double]?, _ start: Int) throws(AnalysisRefusal) -> Estimate {
        let weights = exposures ?? counts.map { _ in 1 }
        try Checked.exposures(weights, of: counts)
        let found = try RateRatio(
            counts[start...].reduce(0, &+), over: weights[start...].reduce(0, +), against: counts[..<start].reduce(0, &+),
            over: weights[..<start].reduce(0, +))
        return Estimate(ratio: found.ratio ?? 1, lower: found.lower, upper: found.upper)
    }

    /// What the model knows of each period.
    package static func rows(_ count: Int, start: Int) -> [[Double]] { (0..<count).map { row($0, start) } }

    private static func row(_ index: Int, _ start: Int) -> [Double] {
        let isAfter = index >= start
        return [1, Double(index + 1), isAfter ? 1 : 0, isAfter ? Double(index + 1 - start) : 0]
    }

    /// What makes the mean effect out of the coefficients.
    private static func weights(after: Int) -> [Double] { [0, 0, 1, Double(after + 1) / 2] }

    private static func error(_ covariance: [[Double]], after: Int) -> Double {
        let w = weights(after: after)
        let variance = w.indices.reduce(0.0) { sum, i in w.indices.reduce(sum) { $0 + w[i] * w[$1] * covariance[i][$1] } }
        return max(0, variance).squareRoot()
    }

    private static func effect(_ model: QuasiPoisson, after: Int) -> Estimate {
        let log = zip(weights(after: after), model.coefficients).reduce(0) { $0 + $1.0 * $1.1 }
        let half = StudentDistribution(freedom: Double(model.freedom)).twoSided(level: 0.95) * error(model.covariance, after: after)
        return Estimate(ratio: .exp(log), lower: .exp(log - half), upper: .exp(log + half))
    }

    /// The standard error of the effect when `more` periods like the last ones have come.
    private static func logError(_ model: QuasiPoisson, rows: [[Double]], start: Int, more: Int) -> Double {
        let recent = model.fitted[start...].reduce(0, +) / Double(model.fitted.count - start)
        let all = rows + (rows.count..<(rows.count + more)).map { row($0, start) }
        let fitted = model.fitted + Array(repeating: recent, count: more)
        let weighted = zip(all, fitted).map { row, mean in row.map { $0 * mean.squareRoot() } }
        guard let solved = LinearEquations.leastSquares(weighted, fitted) else { return .infinity }
        let spread = max(model.dispersion, 1e-9)
        return error(solved.inverse.map { $0.map { $0 * spread } }, after: all.count - start)
    }
}
