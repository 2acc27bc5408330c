import Analysis
import Testing

struct ControlChartTests {
    @Test func `a point outside is a signal, one on the limit is not`() {
        #expect(ControlChart.Point(value: 5.1, lower: 0, upper: 5).isSignal)
        #expect(ControlChart.Point(value: -0.1, lower: 0, upper: 5).isSignal)
        #expect(!ControlChart.Point(value: 5, lower: 0, upper: 5).isSignal)
        #expect(!ControlChart.Point(value: 0.1 + 0.2, lower: nil, upper: 0.3).isSignal)
        #expect(!ControlChart.Point(value: nil, lower: nil, upper: nil).isSignal)
    }

    @Test func `one bad month stands out`() throws {
        let chart = try ControlChart.counts([5, 6, 4, 7, 5, 6, 5, 4, 6, 5, 7, 25])
        #expect(chart.signals == [11])
    }

    @Test func `limits stay where the baseline put them`() throws {
        let calm = [5, 6, 4, 7, 5, 6, 5, 4, 6, 5, 7, 6]
        let chart = try ControlChart.counts(calm + [20, 22, 21], baseline: 0..<12)
        let first = try ControlChart.counts(calm)
        #expect(chart.centre == first.centre && chart.points[0] == first.points[0])
        #expect(chart.signals == [12, 13, 14])
    }

    @Test func `twelve periods are needed, and twenty to be sure`() throws {
        let counts = { (n: Int) in try ControlChart.counts(Array(repeating: 3, count: n)).cautions }
        #expect(try counts(11) == [.tooFew(.periods, have: 11, need: 12)])
        #expect(try counts(12) == [.provisional(.periods, have: 12, until: 20)])
        #expect(try counts(20) == [])
        #expect(try !ControlChart.counts([3]).isFit && ControlChart.counts(Array(repeating: 3, count: 12)).isFit)
    }

    @Test func `a period without exposure has no rate and counts for nothing`() throws {
        let chart = try ControlChart.rates([4, 0, 6], per: [100, 0, 100])
        #expect(chart.centre == 0.05 && chart.points[1].value == nil && chart.points[1].upper == nil)
        #expect(chart.cautions.contains(.withoutExposure(at: [1])))
    }

    @Test func `where nothing happened there are no limits to cross`() throws {
        for chart in [
            try ControlChart.counts([0, 0, 0]), try ControlChart.rates([0, 0, 0], per: [9, 9, 9]),
            try ControlChart.laneyRates([0, 0, 0], per: [9, 9, 9]),
        ] {
            #expect(chart.centre == 0 && chart.signals == [] && chart.cautions.contains(.allZero))
        }
    }

    @Test func `overdispersed counts get Laney's limits`() throws {
        let wild = [3, 30, 5, 28, 4, 33, 2, 29, 6, 31, 3, 30]
        let exposures = wild.map { _ in 100.0 }
        #expect(try ControlChart.rates(wild, per: exposures).cautions.contains(.overdispersed))
        let fitting = try ControlChart.fittingRates(wild, per: exposures)
        #expect(fitting.dispersion ?? 0 > 1 && fitting.signals == [])
        let calm = [5, 6, 4, 7, 5, 6, 5, 4, 6, 5, 7, 6]
        #expect(try ControlChart.fittingRates(calm, per: exposures).dispersion == nil)
    }

    @Test func `one point has a value and no spread`() throws {
        let chart = try ControlChart.individuals([7])
        #expect(chart.centre == 7 && chart.points[0].upper == nil && chart.signals == [])
        #expect(chart.cautions.contains(.tooFew(.points, have: 1, need: 2)))
    }

    @Test func `equal values have no variation to judge by`() throws {
        #expect(try ControlChart.individuals(Array(repeating: 0.1, count: 12)).cautions.contains(.noVariation))
        #expect(try ControlChart.individuals(Array(repeating: 0.1, count: 12)).signals == [])
    }

    @Test func `eight events are needed for the time between them`() throws {
        #expect(try ControlChart.times(Array(repeating: 4, count: 6)).cautions.contains(.tooFew(.events, have: 7, need: 8)))
        #expect(try ControlChart.gaps([4, 5, 3, 8, 2, 9, 4]).cautions == [])
        #expect(try ControlChart.times([0, 0, 3, 8, 2, 9, 4]).isFit)
    }

    @Test func `shares have their intervals, and small periods are marked`() throws {
        let shares = try ProportionChart([7, 0, 3], of: [40, 0, 4])
        #expect(shares.chart.points[0].value == 0.175 && shares.chart.points[1].value == nil && shares.intervals[1] == nil)
        #expect(isClose(shares.intervals[0]?.upper, 0.31950, 5e-6))
        #expect(shares.chart.cautions.contains(.smallNumbers(at: [1, 2])))
        let all = try ProportionChart([5, 6], of: [5, 6])
        #expect(all.chart.centre == 1 && all.chart.points[0].upper == 1 && all.chart.signals == [])
    }

    @Test func `a run of one side and a series that zigzags`() throws {
        #expect(try RunRules([1, 1, 1, 1]).useful == 0 && !RunRules([1, 1, 1, 1]).isSignal)
        #expect(try RunRules([5]).longestRun == 0)
        let zigzag = try RunRules((0..<20).map { $0.isMultiple(of: 2) ? 1 : 9 })
        #expect(zigzag.crossings == 19 && !zigzag.isSignal && zigzag.cautions == [])
        #expect(try RunRules([3, 3, 3, 4], centre: 1).longestRun == 4)
    }

    @Test func `where most lie on the median the others tell nothing`() throws {
        let rare: [Double] = (0..<53).map { $0.isMultiple(of: 5) || $0.isMultiple(of: 3) ? 0.1 : 0 }
        let rules = try RunRules(rare)
        #expect(rules.median == 0 && rules.useful == 25 && rules.isTooLong)
        #expect(rules.cautions == [.tooFew(.points, have: 25, need: 27)])
    }

    @Test func `a run has its places, and the one at the end is another than the longest`() throws {
        let rules = try RunRules([1, 9, 9, 5, 9, 1, 1, 9], centre: 5)
        #expect(rules.longest?.count == 3 && rules.longest?.places == 1...4)
        #expect(rules.last?.count == 1 && rules.last?.places == 7...7)
        #expect(try RunRules([5, 5], centre: 5).last == nil)
    }
}
