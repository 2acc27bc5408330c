import Analysis
import Testing

/// R's package survival.
@Suite(.enabled(if: AnalysisOracle.path != nil, AnalysisOracle.advice))
struct SurvivalOracleTests {
    @Test func `curves, their intervals and the times by which so many are done`() throws {
        try AnalysisOracle.compare("kaplan-meier", lists: 7) { found in
            let curve = try KaplanMeier(found[0].all, ended: found[1].all.map { $0 == 1 })
            return isClose(curve.steps.map(\.time), found[2]) && isClose(curve.steps.map(\.survival), found[3])
                && isClose(curve.steps.map(\.lower), found[4]) && isClose(curve.steps.map(\.upper), found[5])
                && isClose([curve.time(by: 0.5), curve.time(by: 0.8), curve.time(by: 0.9)], found[6])
        }
    }

    @Test func `log-rank tests of two to four groups`() throws {
        try AnalysisOracle.compare("log-rank", lists: 5) { found in
            let (times, ended, groups) = (found[0].all, found[1].all.map { $0 == 1 }, found[2].counts)
            let samples = (1...(groups.max() ?? 1)).map { group in
                let own = times.indices.filter { groups[$0] == group }
                return (times: own.map { times[$0] }, ended: own.map { ended[$0] })
            }
            let test = try LogRank(samples)
            return isClose([test.chiSquare], found[3]) && isClose(test.groups.map(\.expected), found[4])
        }
    }
}
