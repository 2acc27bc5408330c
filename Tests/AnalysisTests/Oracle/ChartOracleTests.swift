import Analysis
import Testing

/// shewhart's charts, and numpy's arithmetic where it has none.
@Suite(.enabled(if: AnalysisOracle.path != nil, AnalysisOracle.advice))
struct ChartOracleTests {
    private func isLike(_ chart: ControlChart, centre: [Double?], lower: [Double?], upper: [Double?]) -> Bool {
        isClose([chart.centre], centre) && isClose(chart.points.map(\.lower), lower) && isClose(chart.points.map(\.upper), upper)
    }

    @Test func `charts of counts and rates`() throws {
        try AnalysisOracle.compare("c-chart", lists: 5) {
            isLike(try .counts($0[0].counts), centre: $0[2], lower: $0[3], upper: $0[4])
        }
        try AnalysisOracle.compare("u-chart", lists: 5) {
            isLike(try .rates($0[0].counts, per: $0[1].all), centre: $0[2], lower: $0[3], upper: $0[4])
        }
        try AnalysisOracle.compare("laney-u", lists: 6) {
            let chart = try ControlChart.laneyRates($0[0].counts, per: $0[1].all)
            return isLike(chart, centre: $0[2], lower: $0[3], upper: $0[4]) && isClose([chart.dispersion], $0[5])
        }
    }

    @Test func `charts of shares`() throws {
        try AnalysisOracle.compare("p-chart", lists: 7) {
            let shares = try ProportionChart($0[0].counts, of: $0[1].counts)
            return isLike(shares.chart, centre: $0[2], lower: $0[3], upper: $0[4])
                && isClose(shares.intervals.map { $0?.lower }, $0[5]) && isClose(shares.intervals.map { $0?.upper }, $0[6])
        }
    }

    @Test func `charts of single values and of days between`() throws {
        try AnalysisOracle.compare("individuals", lists: 2) {
            let chart = try ControlChart.individuals($0[0].all)
            return isClose([chart.centre, chart.points[0].lower, chart.points[0].upper], $0[1])
        }
        try AnalysisOracle.compare("gaps", lists: 3) {
            let (times, gaps) = (try ControlChart.times($0[0].all), try ControlChart.gaps($0[0].all))
            return isClose([times.centre, times.points[0].lower, times.points[0].upper], $0[1])
                && isClose([gaps.centre, gaps.points[0].upper], $0[2])
        }
    }

    @Test func `runs and crossings`() throws {
        try AnalysisOracle.compare("runs", lists: 2) {
            let rules = try RunRules($0[0].all)
            let counts = [rules.useful, rules.longestRun, rules.crossings, rules.longestAllowed, rules.fewestAllowed]
            return isClose([rules.median] + counts.map { Double($0) }, $0[1])
        }
    }
}
