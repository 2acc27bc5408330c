import Analysis
import Testing

struct KaplanMeierTests {
    static let times: [Double] = [2, 3, 3, 5, 6, 7, 7, 8, 10, 12, 14, 15, 20, 21, 25, 30, 4, 9, 11, 18]
    static let ended = [1, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 1, 0, 1, 0, 1, 1, 0, 0].map { $0 == 1 }

    @Test func `open complaints count for as long as they were seen`() throws {
        let curve = try KaplanMeier(Self.times, ended: Self.ended)
        #expect(isClose(curve.survival(at: 2), 0.95) && isClose(curve.survival(at: 5), 0.75))
        #expect(isClose(curve.survival(at: 10), 0.4821428571, 1e-9) && isClose(curve.survival(at: 14), 0.4132653061, 1e-9))
        #expect(isClose(curve.survival(at: 20), 0.2582908163, 1e-9))
        #expect(curve.survival(at: 0) == 1 && curve.n == 20 && curve.closed == 14)
        #expect(curve.median == 10 && curve.time(by: 0.75) == 25)
        #expect(curve.interval(by: 0.5) == (5, 20))
        #expect(curve.cautions == [.notReached(share: 0.8)] || curve.cautions == [.notReached(share: 0.9)] || curve.cautions == [])
    }

    @Test func `closed complaints alone look quicker than it is`() throws {
        let closed = zip(Self.times, Self.ended).filter(\.1).map(\.0)
        let curve = try KaplanMeier(closed, ended: closed.map { _ in true })
        #expect(try #require(curve.median) < 10)
    }

    @Test func `a curve that falls to exactly three quarters has come to it`() throws {
        // 1 − 3/12, by steps: 11/12 · 10/11 · 9/10.
        let curve = try KaplanMeier((1...12).map(Double.init), ended: (1...12).map { $0 <= 3 })
        #expect(curve.time(by: 0.25) == 3)
        #expect(curve.median == nil && curve.cautions.contains(.notReached(share: 0.5)))
        #expect(curve.cautions.contains(.tooFew(.closed, have: 3, need: 5)))
    }

    @Test func `when the last one closes the curve ends at 0`() throws {
        let curve = try KaplanMeier([1, 2, 3], ended: [true, true, true])
        let last = try #require(curve.steps.last)
        #expect(last.survival == 0 && last.lower == nil && last.upper == nil)
        #expect(curve.cautions == [.tooFew(.cases, have: 3, need: 10), .tooFew(.closed, have: 3, need: 5)])
    }

    @Test func `nothing closed is no curve but no fault`() throws {
        let curve = try KaplanMeier([5, 6], ended: [false, false])
        #expect(curve.steps == [] && curve.median == nil && curve.survival(at: 99) == 1)
    }

    @Test func `all on one day is one step`() throws {
        let curve = try KaplanMeier(Array(repeating: 4, count: 12), ended: Array(repeating: true, count: 12))
        #expect(curve.steps.count == 1 && curve.median == 4 && curve.time(by: 0.9) == 4)
    }

    @Test func `what can't be a duration is refused`() {
        #expect(throws: AnalysisRefusal.empty) { try KaplanMeier([], ended: []) }
        #expect(throws: AnalysisRefusal.negative(at: 0)) { try KaplanMeier([-1], ended: [true]) }
        #expect(throws: AnalysisRefusal.notFinite(at: 1)) { try KaplanMeier([1, .nan], ended: [true, true]) }
        #expect(throws: AnalysisRefusal.unequal(2, 1)) { try KaplanMeier([1, 2], ended: [true]) }
    }

    @Test func `two periods that are alike do not differ`() throws {
        let sample = (times: Self.times, ended: Self.ended)
        let same = try LogRank([sample, sample])
        #expect(same.chiSquare < 1e-12 && isClose(same.p, 1) && isClose(same.groups[0].expected, 14))
        let slower = (times: Self.times.map { $0 * 4 }, ended: Self.ended)
        #expect(try LogRank([sample, slower]).p < 0.001)
    }

    @Test func `one period has nothing to differ from`() {
        let sample = (times: Self.times, ended: Self.ended)
        #expect(throws: AnalysisRefusal.nothingToCompare) { try LogRank([sample]) }
        #expect(throws: AnalysisRefusal.nothingToCompare) { try LogRank([sample, (times: [], ended: [])]) }
        let open = (times: [1.0, 2.0], ended: [false, false])
        #expect(throws: AnalysisRefusal.undetermined) { try LogRank([open, open]) }
    }

    @Test func `counted by whole times it is the same curve`() throws {
        let times = [2, 3, 3, 5, 6, 7, 7, 8, 10, 12, 0, 3]
        let ended = [true, true, true, false, true, false, true, true, false, true, true, false]
        var (over, open) = (Array(repeating: 0, count: 13), Array(repeating: 0, count: 13))
        for (time, isOver) in zip(times, ended) { if isOver { over[time] += 1 } else { open[time] += 1 } }
        let counted = try KaplanMeier(endedAt: over, openAt: open)
        let listed = try KaplanMeier(times.map { Double($0) }, ended: ended)
        #expect(counted == listed)
        #expect(throws: AnalysisRefusal.self) { try KaplanMeier(endedAt: [0], openAt: [0]) }
        #expect(throws: AnalysisRefusal.self) { try KaplanMeier(endedAt: [1], openAt: []) }
    }
}
