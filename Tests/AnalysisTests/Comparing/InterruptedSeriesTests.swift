import Analysis
import Testing

struct InterruptedSeriesTests {
    static let before = [19, 20, 22, 19, 20, 21, 21, 21, 23, 21, 22, 22]
    static let after = [15, 14, 17, 12, 16, 15, 16, 15, 16, 13, 16, 16]

    @Test func `the coefficients are those of R`() throws {
        let model = try #require(try InterruptedSeries(Self.before + Self.after, before: 12).model)
        #expect(isClose(model.coefficients, [2.966977, 0.011203, -0.416572, -0.006799]))
        #expect(isClose(model.standardErrors, [0.042432, 0.005675, 0.061306, 0.008765]))
        #expect(isClose(model.dispersion, 0.0962356, 1e-7))
    }

    @Test func `a measure that took a third away works`() throws {
        let series = try InterruptedSeries(Self.before + Self.after, before: 12)
        #expect(series.verdict == .works && series.cautions == [])
        #expect(series.effect.ratio < 0.7 && series.effect.upper < 1 && series.effect.lower > 0.4)
    }

    @Test func `a measure that changed nothing does not work`() throws {
        let level = (0..<40).map { [20, 21, 19, 20][$0 % 4] }
        #expect(try InterruptedSeries(level, before: 20).verdict == .worksNot)
    }

    @Test func `a measure after which it became worse does not work`() throws {
        #expect(try InterruptedSeries(Self.after + Self.before, before: 12).verdict == .worksNot)
    }

    @Test func `it is too early to say, and when it can be said`() throws {
        let early = try InterruptedSeries(Self.before + [15, 14, 17], before: 12)
        #expect(early.cautions == [.tooFew(.pointsAfter, have: 3, need: 8)])
        guard case .tooEarly(let more) = early.verdict else {
            Issue.record("\(early.verdict)")
            return
        }
        #expect(try #require(more) >= 5)
        #expect(try InterruptedSeries(Self.before.dropLast() + Self.after, before: 11).verdict == .tooEarly(morePeriods: nil))
        let noisy = (0..<24).map { [4, 0, 2, 5, 1, 3][$0 % 6] }
        guard case .tooEarly = try InterruptedSeries(noisy, before: 12).verdict else {
            Issue.record("a verdict from noise")
            return
        }
    }

    @Test func `twice the customers are no effect`() throws {
        let counts = Self.before + Self.before.map { 2 * $0 }
        let exposures = counts.indices.map { $0 < 12 ? 100.0 : 200 }
        let series = try InterruptedSeries(counts, exposures: exposures, before: 12)
        #expect(abs(series.effect.ratio - 1) < 0.2)
        #expect(try InterruptedSeries(counts, before: 12).effect.ratio > 1.6)
    }

    @Test func `a lag moves the moment from which it counts`() throws {
        let series = try InterruptedSeries(Self.before + Self.after, before: 10, lag: 2)
        #expect(series == (try InterruptedSeries(Self.before + Self.after, before: 12)))
    }

    @Test func `where nothing happened any more the exact ratio judges`() throws {
        let gone = try InterruptedSeries(Self.before + Array(repeating: 0, count: 10), before: 12)
        #expect(gone.verdict == .works && gone.effect.ratio == 0 && gone.cautions.contains(.oneSideEmpty))
        #expect(gone.model == nil)
        let never = try InterruptedSeries(Array(repeating: 0, count: 24), before: 12)
        #expect(never.verdict == .tooEarly(morePeriods: nil) && never.cautions.contains(.oneSideEmpty))
    }

    @Test func `a series without a before or an after is refused`() {
        #expect(throws: AnalysisRefusal.undetermined) { try InterruptedSeries(Self.before, before: 12) }
        #expect(throws: AnalysisRefusal.undetermined) { try InterruptedSeries(Self.before, before: 0) }
        #expect(throws: AnalysisRefusal.undetermined) { try InterruptedSeries(Self.before, before: 5, lag: .max) }
        #expect(throws: AnalysisRefusal.undetermined) { try InterruptedSeries(Self.before, before: .max) }
        #expect(throws: AnalysisRefusal.undetermined) { try InterruptedSeries([1, 2, 3], before: 2) }
        #expect(throws: AnalysisRefusal.empty) { try InterruptedSeries([], before: 0) }
        #expect(throws: AnalysisRefusal.setting("lag")) { try InterruptedSeries(Self.before, before: 3, lag: -1) }
        #expect(throws: AnalysisRefusal.setting("expected")) { try InterruptedSeries(Self.before, before: 3, expected: 1) }
        #expect(throws: AnalysisRefusal.unequal(12, 1)) { try InterruptedSeries(Self.before, exposures: [1], before: 6) }
        #expect(throws: AnalysisRefusal.countWithoutExposure(at: 0)) {
            try InterruptedSeries(Self.before, exposures: Array(repeating: 0, count: 12), before: 6)
        }
    }
}
