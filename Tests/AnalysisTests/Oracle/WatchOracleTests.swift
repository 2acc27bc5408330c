import Analysis
import Testing

/// scipy, and R's packages surveillance and spc.
@Suite(.enabled(if: AnalysisOracle.path != nil, AnalysisOracle.advice))
struct WatchOracleTests {
    @Test func `spikes`() throws {
        try AnalysisOracle.compare("spike", lists: 2) {
            let spike = try Spike($0[0].counts)
            let bounds = [spike.usual.lowerBound, spike.usual.upperBound, spike.alarmFrom]
            return isClose([spike.p] + bounds.map { Double($0) }, $0[1], 1e-9)
        }
    }

    @Test func `spikes of shares`() throws {
        try AnalysisOracle.compare("share-spike", lists: 3) {
            let spike = try ShareSpike($0[0].counts, of: $0[1].counts)
            return isClose([spike.p, Double(spike.usual.lowerBound), Double(spike.usual.upperBound)], $0[2], 1e-7)
        }
    }

    @Test func `the bound above which surveillance's Bayesian rule has an alarm`() throws {
        try AnalysisOracle.compare("bayes", lists: 2) {
            let spike = try Spike($0[0].counts)
            let bound = try #require($0[1].first ?? nil)
            // Ours is no alarm below 3, and asks for less than 0.002 where theirs asks for 0.002 at most.
            return spike.alarmFrom == max(Spike.fewest, Int(bound) + 1)
        }
    }

    @Test func `run lengths of cumulative sums`() throws {
        try AnalysisOracle.compare("run-length", lists: 2) {
            let x = $0[0].all
            let drift = Drift(
                mean: x[0], reference: .init(Int(x[1]), over: Int(x[3])), limit: .init(Int(x[2]), over: Int(x[3])))
            let lengths = [drift.averageRunLength(at: x[0]), drift.averageRunLength(at: 2 * x[0])]
            return zip(lengths, $0[1].all).allSatisfy { abs($0 - $1) <= 1e-6 * $1 }
        }
    }

    @Test func `false discovery rates`() throws {
        try AnalysisOracle.compare("benjamini-hochberg", lists: 2) { isClose(try FalseDiscovery.adjusted($0[0].all), $0[1], 1e-10) }
    }
}
