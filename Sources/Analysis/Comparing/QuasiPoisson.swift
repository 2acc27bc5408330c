import RealModule

/// A log-linear model of counts: `log E(y) = offset + Xb`, fitted by reweighted least squares; the spread is estimated by Pearson's
/// chi-square over the degrees of freedom left. As R's `glm(family = quasipoisson)`.
package struct QuasiPoisson: Hashable, Sendable {
    package let coefficients: [Double]
    /// Of the coefficients, the spread included.
    package let covariance: [[Double]]
    /// Pearson's; 1 where counts vary as Poisson counts do.
    package let dispersion: Double
    package let fitted: [Double]
    /// What is left to estimate the spread from.
    package let freedom: Int

    package var standardErrors: [Double] { covariance.indices.map { max(0, covariance[$0][$0]).squareRoot() } }

    /// - Throws: `undetermined` where the rows don't tell the coefficients apart or one of them has no bounds.
    package init(_ counts: [Int], rows: [[Double]], exposures: [Double]? = nil) throws(AnalysisRefusal) {
        try Checked.counts(counts)
        if counts.count != rows.count { throw .unequal(counts.count, rows.count) }
        if let exposures {
            try Checked.exposures(exposures, of: counts)
            if let at = exposures.firstIndex(of: 0) { throw .countWithoutExposure(at: at) }
        }
        let y = counts.map { Double($0) }
        let offsets = exposures.map { $0.map { Double.log($0) } } ?? y.map { _ in 0 }
        freedom = counts.count - (rows.first?.count ?? 0)
        guard freedom > 0, let fit = Self.fit(y, rows, offsets) else { throw .undetermined }
        let spread = zip(y, fit.fitted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1 } / Double(freedom)
        (coefficients, fitted, dispersion) = (fit.answer, fit.fitted, spread)
        covariance = fit.inverse.map { $0.map { $0 * spread } }
    }

    private struct Fit {
        let answer: [Double]
        let inverse: [[Double]]
        let fitted: [Double]
    }

    private static func fit(_ y: [Double], _ rows: [[Double]], _ offsets: [Double]) -> Fit? {
        var fitted = y.map { $0 + 0.1 }
        var deviance = Double.infinity
        for _ in 0..<100 {
            let roots = fitted.map { $0.squareRoot() }
            let working = y.indices.map { .log(fitted[$0]) - offsets[$0] + (y[$0] - fitted[$0]) / fitted[$0] }
            let weighted = y.indices.map { index in rows[index].map { $0 * roots[index] } }
            guard let solved = LinearEquations.leastSquares(weighted, y.indices.map { working[$0] * roots[$0] }) else { return nil }
            fitted = y.indices.map { index in
                .exp(offsets[index] + zip(rows[index], solved.answer).reduce(0) { $0 + $1.0 * $1.1 })
            }
            guard fitted.allSatisfy({ $0.isFinite && $0 > 0 }) else { return nil }
            let now = 2 * zip(y, fitted).reduce(0) { $0 + ($1.0 == 0 ? $1.1 : SaddlePoint.deviance($1.0, $1.1)) }
            if abs(now - deviance) <= 1e-13 * (abs(now) + 0.1) {
                return Fit(answer: solved.answer, inverse: solved.inverse, fitted: fitted)
            }
            deviance = now
        }
        return nil
    }
}
