import Analysis
import RealModule
import Testing

struct DriftTests {
    @Test func `run lengths are exact`() {
        let three = Drift(mean: 3, reference: .init(13, over: 3), limit: .init(8, over: 1))
        #expect(abs(three.averageRunLength(at: 3) - 1639.98) < 0.01 && abs(three.averageRunLength(at: 6) - 5.71) < 0.005)
        // Any week above the reference: 1 / P(N ≥ 5).
        let none = Drift(mean: 3, reference: .init(13, over: 3), limit: .init(0, over: 1))
        #expect(abs(none.averageRunLength(at: 3) - 5.4131) < 0.0001)
        let five = Drift(mean: 5, reference: .init(36, over: 5), limit: .init(48, over: 5))
        #expect(abs(five.averageRunLength(at: 5) - 4657.36) < 0.01 && abs(five.averageRunLength(at: 10) - 4.31) < 0.005)
    }

    @Test(arguments: [1, 2.7, 3, 5, 40, 9000]) func `the limit is the least that keeps quiet for 500 weeks`(mean: Double) throws {
        let drift = try Drift(mean: mean)
        #expect(drift.averageRunLength(at: mean) >= 500)
        let lower = Drift(
            mean: mean, reference: drift.reference,
            limit: .init(drift.limit.parts * drift.reference.denominator / drift.limit.denominator - 1, over: drift.reference.denominator))
        #expect(drift.limit.parts == 0 || lower.averageRunLength(at: mean) < 500)
    }

    @Test func `every mean has a limit, and the busiest need no sum`() throws {
        var designs = DriftDesigns()
        for place in 0..<188 {
            let mean = Double.pow(1.05, Double(place))
            let drift = try designs.drift(mean: mean)
            let weeks = drift.averageRunLength(at: drift.mean)
            #expect(drift.limit.value <= 20 && weeks >= DriftDesigns.weeksToFalseAlarm, "a mean of \(mean)")
            #expect(mean < 60 || drift.limit.parts == 0, "a mean of \(mean)")
        }
    }

    @Test func `the reference is the nearest simple fraction`() throws {
        #expect(try Drift(mean: 3).reference == .init(13, over: 3))
        #expect(try Drift(mean: 5).reference == .init(36, over: 5))
        #expect(Drift.Fraction(near: 2) == .init(2, over: 1) && Drift.Fraction(near: .nan) == nil && Drift.Fraction(near: 1e12) == nil)
    }

    @Test func `a level that doubled passes the limit, a calm one does not`() throws {
        let drift = try Drift(mean: 3)
        #expect(try drift.sums([3, 3, 3, 3, 3, 3, 3, 3]).allSatisfy { $0.sum == 0 && !$0.isAlarm })
        let sums = try drift.sums([3, 6, 6, 6, 6, 6, 6, 6])
        #expect(isClose(sums[2].sum, 10.0 / 3) && sums.contains(where: \.isAlarm))
    }

    @Test func `settings that make no sense are refused`() {
        #expect(throws: AnalysisRefusal.setting("mean")) { try Drift(mean: 0) }
        #expect(throws: AnalysisRefusal.setting("mean")) { try Drift(mean: .nan) }
        #expect(throws: AnalysisRefusal.setting("mean")) { try Drift(mean: 1e6) }
        #expect(throws: AnalysisRefusal.setting("growth")) { try Drift(mean: 3, growth: 1) }
        #expect(throws: AnalysisRefusal.setting("weeks")) { try Drift(mean: 3, weeks: 0) }
        #expect(throws: AnalysisRefusal.empty) { try Drift(mean: 3).sums([]) }
        #expect(throws: AnalysisRefusal.negative(at: 0)) { try Drift(mean: 3).sums([-1]) }
    }

    @Test func `a year of a doubled level is told from the year before it`() throws {
        var designs = DriftDesigns()
        let calm = (0..<60).map { [3, 2, 4, 3, 3][$0 % 5] }
        let state = try #require(try DriftState(calm, designs: &designs))
        #expect(!state.isAlarm && state.drift.mean >= 3 && state.drift.mean < 3.16)
        let doubled = try #require(try DriftState(calm + [6, 5, 7, 6, 6, 6, 5, 7], designs: &designs))
        #expect(doubled.isAlarm && doubled.weeksRising == 8 && doubled.isGoingOn)
        // What came in one month alone lies above the limit for a long time yet: it goes on no more.
        let month = try #require(try DriftState(calm + [12, 14, 13, 11] + calm.prefix(9), designs: &designs))
        #expect(month.isAlarm && !month.isGoingOn && !state.isGoingOn)
    }

    @Test func `fewer than one a week, or less than a year, finds no drift`() throws {
        var designs = DriftDesigns()
        #expect(try DriftState(Array(repeating: 0, count: 80), designs: &designs) == nil)
        #expect(try DriftState(Array(repeating: 5, count: 51), designs: &designs) == nil)
        #expect(try DriftState(Array(repeating: 5, count: 52), designs: &designs) != nil)
    }
}
