import Analysis
import Testing

struct SpikeTests {
    static let calm = Array(repeating: 5, count: 28)

    @Test func `four times as many in one week is an alarm`() throws {
        let spike = try Spike(Self.calm + [20])
        #expect(spike.isAlarm && spike.p < 0.0001 && spike.baselineWeeks == 26 && spike.cautions == [])
    }

    @Test func `what is usual is no alarm, and the first count that is one can be told`() throws {
        let spike = try Spike(Self.calm + [7])
        #expect(!spike.isAlarm && spike.usual.contains(7) && spike.p > 0.1)
        #expect(try Spike(Self.calm + [spike.alarmFrom]).isAlarm && !Spike(Self.calm + [spike.alarmFrom - 1]).isAlarm)
        #expect(try Spike(Self.calm + [spike.alarmFrom]).p < 0.002)
    }

    @Test func `the last two weeks don't hide what began in them`() throws {
        #expect(try Spike(Array(repeating: 5, count: 26) + [14, 15, 16]).predicted == Spike(Self.calm + [16]).predicted)
    }

    @Test func `two after a silence of half a year is no alarm, three is`() throws {
        let silence = Array(repeating: 0, count: 28)
        #expect(try !Spike(silence + [2]).isAlarm)
        #expect(try Spike(silence + [3]).isAlarm)
        #expect(try Spike(silence + [3]).cautions == [.seldom])
    }

    @Test func `twice the customers make twice the complaints`() throws {
        let grown = try Spike(Self.calm + [10], exposures: Array(repeating: 100, count: 28) + [200])
        let plain = try Spike(Self.calm + [10])
        #expect(grown.p > plain.p && isClose(grown.predicted.mean, 2 * plain.predicted.mean))
    }

    @Test func `half a year is needed`() throws {
        let young = try Spike([3, 4, 3, 5, 4, 9])
        #expect(young.baselineWeeks == 3 && young.cautions == [.tooFew(.weeks, have: 3, need: 26)])
    }

    @Test func `a week without any before it can't be judged`() {
        #expect(throws: AnalysisRefusal.emptyBaseline) { try Spike([3, 4]) }
        #expect(throws: AnalysisRefusal.empty) { try Spike([]) }
        #expect(throws: AnalysisRefusal.negative(at: 1)) { try Spike([1, -2, 3]) }
        #expect(throws: AnalysisRefusal.countWithoutExposure(at: 3)) { try Spike([1, 2, 3, 0], exposures: [1, 1, 1, 0]) }
        #expect(throws: AnalysisRefusal.setting("week")) { try Spike([1, 2, 3], week: 3) }
    }

    @Test func `every week by itself is what it is among all of them`() throws {
        let counts = Self.calm + [20, 5, 0, 7, 5, 5, 31, 4]
        let exposures = counts.indices.map { $0 == 30 ? 0 : 100 + Double($0) }
        for exposures in [nil, exposures] {
            let all = try Spike.each(counts, exposures: exposures)
            #expect(all == counts.indices.map { try? Spike(counts, exposures: exposures, week: $0) })
            #expect(all.count { $0 == nil } == (exposures == nil ? 3 : 4) && all.contains { $0?.isAlarm == true })
        }
        #expect(throws: AnalysisRefusal.negative(at: 1)) { try Spike.each([1, -2, 3]) }
        #expect(throws: AnalysisRefusal.countWithoutExposure(at: 0)) { try Spike.each([1, 2], exposures: [0, 1]) }
    }

    /// Looked through anew for each week, so many weeks would take a quarter of an hour.
    @Test(.timeLimit(.minutes(3))) func `many weeks take no longer each than few`() throws {
        #expect(try Spike.each(Array(repeating: 0, count: 150_000)).count { $0 != nil } == 149_997)
    }

    @Test func `many p-values at once are raised together`() throws {
        let adjusted = try FalseDiscovery.adjusted([0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216])
        #expect(isClose(adjusted, [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.1057142857, 0.216, 0.216, 0.216], 1e-9))
        #expect(try FalseDiscovery.adjusted([1, 0]) == [1, 0])
    }

    @Test func `what is no probability is refused`() {
        #expect(throws: AnalysisRefusal.noProbability(at: 1)) { try FalseDiscovery.adjusted([0.5, 1.01]) }
        #expect(throws: AnalysisRefusal.noProbability(at: 0)) { try FalseDiscovery.adjusted([.nan]) }
        #expect(throws: AnalysisRefusal.empty) { try FalseDiscovery.adjusted([]) }
    }
}
