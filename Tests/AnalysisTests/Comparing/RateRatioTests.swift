import Analysis
import Testing

struct RateRatioTests {
    @Test func `14 over 120 against 6 over 130`() throws {
        let ratio = try RateRatio(14, over: 120, against: 6, over: 130)
        #expect(isClose(ratio.p, 0.07100497627, 1e-10))
        #expect(isClose(ratio.ratio, 14.0 / 120 / (6.0 / 130)) && ratio.lower < 1 && ratio.upper > 1)
    }

    @Test func `the other way round it is the inverse`() throws {
        let (one, other) = (try RateRatio(14, over: 120, against: 6, over: 130), try RateRatio(6, over: 130, against: 14, over: 120))
        #expect(isClose(one.p, other.p, 1e-12) && isClose(one.lower, 1 / other.upper, 1e-9) && isClose(one.upper, 1 / other.lower, 1e-9))
    }

    @Test func `nothing against something, and nothing at all`() throws {
        let none = try RateRatio(0, against: 9)
        #expect(none.ratio == 0 && none.lower == 0 && none.upper < 1 && none.p < 0.01)
        let fresh = try RateRatio(9, against: 0)
        #expect(fresh.ratio == .infinity && fresh.upper == .infinity && fresh.lower > 1)
        let nothing = try RateRatio(0, against: 0)
        #expect(nothing.ratio == nil && nothing.p == 1 && nothing.lower == 0 && nothing.upper == .infinity)
    }

    @Test func `what can't be a rate is refused`() {
        #expect(throws: AnalysisRefusal.negative(at: 1)) { try RateRatio(1, against: -1) }
        #expect(throws: AnalysisRefusal.countWithoutExposure(at: 0)) { try RateRatio(1, over: 0, against: 1) }
        #expect(throws: AnalysisRefusal.negative(at: 1)) { try RateRatio(1, over: 1, against: 1, over: -2) }
        #expect(throws: AnalysisRefusal.notFinite(at: 0)) { try RateRatio(1, over: .nan, against: 1) }
    }

    @Test func `causes are put in order by number and by burden, with their change`() throws {
        let pareto = try Pareto([
            .init(cause: "mail", count: 40, burden: 100, previous: 10), .init(cause: "bill", count: 5, burden: 900, previous: 6),
            .init(cause: "tone", count: 5, burden: 0, previous: 5),
        ])
        #expect(pareto.byCount.map(\.entry.cause) == ["mail", "bill", "tone"])
        #expect(pareto.byBurden.map(\.entry.cause) == ["bill", "mail", "tone"])
        #expect(
            isClose(pareto.byCount.map(\.cumulativeCount), [0.8, 0.9, 1]) && isClose(pareto.byBurden.map(\.cumulativeBurden), [0.9, 1, 1]))
        #expect(pareto.byCount.map(\.isChanged) == [true, false, false] && pareto.cautions == [])
    }

    @Test func `few complaints, or none, are said`() throws {
        let few = try Pareto([.init(cause: 1, count: 0, burden: 0, previous: 0)])
        #expect(few.cautions == [.tooFew(.complaints, have: 0, need: 30)] && few.byCount[0].cumulativeCount == 0)
        #expect(throws: AnalysisRefusal.empty) { try Pareto([Pareto<Int>.Entry]()) }
        #expect(throws: AnalysisRefusal.notFinite(at: 0)) { try Pareto([.init(cause: 1, count: 1, burden: .nan, previous: 0)]) }
    }

    @Test func `a small team is not the worst by chance`() throws {
        let funnel = try Funnel(counts: [50, 2, 120], per: [1000, 10, 1000])
        #expect(funnel.points.map(\.isSignal) == [true, false, true])
        #expect(try #require(funnel.points[1].value) > #require(funnel.points[2].value))
        let shares = try Funnel(kept: [90, 1, 50, 0], of: [100, 3, 100, 0])
        #expect(shares.points.map(\.isSignal) == [true, false, true, false] && shares.points[3].value == nil)
    }

    @Test func `teams without any work have no rate`() {
        #expect(throws: AnalysisRefusal.undetermined) { try Funnel(counts: [0], per: [0]) }
        #expect(throws: AnalysisRefusal.undetermined) { try Funnel(kept: [0], of: [0]) }
        #expect(throws: AnalysisRefusal.moreThanAll(at: 0)) { try Funnel(kept: [2], of: [1]) }
        #expect(throws: AnalysisRefusal.countWithoutExposure(at: 0)) { try Funnel(counts: [2], per: [0]) }
    }
}
