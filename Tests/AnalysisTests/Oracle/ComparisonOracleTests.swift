import Analysis
import Testing

/// R's poisson.test and glm, statsmodels, scipy.
@Suite(.enabled(if: AnalysisOracle.path != nil, AnalysisOracle.advice))
struct ComparisonOracleTests {
    @Test func `two shares, by Fisher's exact test`() throws {
        try AnalysisOracle.compare("fisher", lists: 2) {
            let x = $0[0].counts
            return isClose([try ShareChange(x[0], of: x[1], against: x[2], of: x[3]).p], $0[1], 1e-7)
        }
    }

    @Test func `exact ratios of rates`() throws {
        try AnalysisOracle.compare("rate-ratio", lists: 4) {
            let (counts, exposures) = ($0[0].counts, $0[1].all)
            let ratio = try RateRatio(counts[0], over: exposures[0], against: counts[1], over: exposures[1])
            let alone = PoissonDistribution.interval(count: counts[0])
            return isClose([ratio.p, ratio.lower, ratio.upper], $0[2]) && isClose([alone.lower, alone.upper], $0[3])
        }
    }

    @Test func `interrupted series by quasi-Poisson`() throws {
        try AnalysisOracle.compare("interrupted", lists: 6) {
            let counts = $0[1].counts
            let rows = InterruptedSeries.rows(counts.count, start: $0[0].counts[0])
            let model = try QuasiPoisson(counts, rows: rows, exposures: $0[2].all)
            return isClose(model.coefficients, $0[3]) && isClose(model.standardErrors, $0[4]) && isClose([model.dispersion], $0[5])
        }
    }

    @Test func `surprise by likelihood`() throws {
        try AnalysisOracle.compare("surprise", lists: 2) {
            let x = $0[0].counts
            let surprise = Surprise.of(x[0], of: x[1], against: x[2], of: x[3])
            return isClose([surprise, ChiSquareDistribution.atLeast(surprise, freedom: 1)], $0[1], 1e-9)
        }
    }
}
