import Analysis
import Testing

struct ChartRefusalTests {
    @Test func `an empty series is refused`() {
        #expect(throws: AnalysisRefusal.empty) { try ControlChart.counts([]) }
        #expect(throws: AnalysisRefusal.empty) { try ControlChart.rates([], per: []) }
        #expect(throws: AnalysisRefusal.empty) { try ControlChart.individuals([]) }
        #expect(throws: AnalysisRefusal.empty) { try ControlChart.times([]) }
        #expect(throws: AnalysisRefusal.empty) { try ProportionChart([], of: []) }
        #expect(throws: AnalysisRefusal.empty) { try RunRules([]) }
    }

    @Test func `what is below 0 is refused, by its place`() {
        #expect(throws: AnalysisRefusal.negative(at: 1)) { try ControlChart.counts([1, -1]) }
        #expect(throws: AnalysisRefusal.negative(at: 0)) { try ControlChart.rates([1], per: [-4]) }
        #expect(throws: AnalysisRefusal.negative(at: 2)) { try ControlChart.gaps([1, 2, -3]) }
    }

    @Test func `what is no number is refused, by its place`() {
        #expect(throws: AnalysisRefusal.notFinite(at: 1)) { try ControlChart.individuals([1, .nan]) }
        #expect(throws: AnalysisRefusal.notFinite(at: 0)) { try ControlChart.rates([1], per: [.infinity]) }
        #expect(throws: AnalysisRefusal.notFinite(at: 0)) { try RunRules([.nan]) }
    }

    @Test func `complaints without anybody to complain are refused`() {
        #expect(throws: AnalysisRefusal.countWithoutExposure(at: 1)) { try ControlChart.rates([1, 2], per: [5, 0]) }
    }

    @Test func `no exposure at all leaves nothing to go by`() {
        #expect(throws: AnalysisRefusal.emptyBaseline) { try ControlChart.rates([0, 0], per: [0, 0]) }
        #expect(throws: AnalysisRefusal.emptyBaseline) { try ProportionChart([0], of: [0]) }
    }

    @Test func `lists of different lengths are refused`() {
        #expect(throws: AnalysisRefusal.unequal(2, 1)) { try ControlChart.rates([1, 2], per: [5]) }
        #expect(throws: AnalysisRefusal.unequal(1, 2)) { try ProportionChart([1], of: [5, 6]) }
    }

    @Test func `more kept than promised is refused`() {
        #expect(throws: AnalysisRefusal.moreThanAll(at: 0)) { try ProportionChart([6], of: [5]) }
    }

    @Test func `a baseline outside the series is refused`() {
        #expect(throws: AnalysisRefusal.emptyBaseline) { try ControlChart.counts([1, 2], baseline: 5..<9) }
    }

    @Test func `huge numbers make no trap`() throws {
        let huge = [1_000_000_000_000, 999_999_999_999, 0, 1]
        #expect(try ControlChart.counts(huge).centre == 5e11)
        #expect(try ControlChart.rates(huge, per: [1e-300, 1e12, 1, 1]).points.count == 4)
        #expect(try ControlChart.individuals([1e308, -1e308, 1e308]).points.count == 3)
        #expect(try ControlChart.times([1e308, 1e308, 5]).points.count == 3)
        #expect(try ProportionChart(huge, of: huge).chart.centre == 1)
    }

    @Test func `what is beyond counting is refused, by its place`() {
        #expect(throws: AnalysisRefusal.tooLarge(at: 1)) { try ControlChart.counts([1, .max]) }
        #expect(throws: AnalysisRefusal.tooLarge(at: 0)) { try ControlChart.rates([1], per: [1e13]) }
    }
}
