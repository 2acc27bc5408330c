import Analysis
import Testing

/// Numbers that were worked out elsewhere, by hand or by other programs.
struct ChartVectorTests {
    static let counts = [4, 6, 5, 12, 3, 7, 5, 6, 4, 8]
    static let exposures: [Double] = [100, 120, 110, 105, 90, 130, 100, 115, 95, 140]
    static let days: [Double] = [12, 30, 5, 44, 18, 25, 9, 60, 14, 21]

    @Test func `a u-chart has limits for each period's size`() throws {
        let chart = try ControlChart.rates(Self.counts, per: Self.exposures)
        #expect(isClose(chart.centre, 0.05429864253, 1e-10))
        #expect(isClose(chart.points.prefix(3).map(\.upper), [0.1242048499, 0.1181139870, 0.1209515960], 1e-9))
        #expect(chart.points.allSatisfy { $0.lower == 0 })
        #expect(chart.signals == [] && chart.n == 10)
    }

    @Test func `Laney's chart takes the spread between periods`() throws {
        let chart = try ControlChart.laneyRates(Self.counts, per: Self.exposures)
        // With the unit of moving ranges to all its digits, 2/√π, it would be 0.9140009322.
        #expect(isClose(chart.dispersion, 0.9140009322 * 1.1283791671 / 1.128, 1e-9))
        #expect(isClose(chart.points.prefix(3).map(\.upper), [0.1182144587, 0.1126455331, 0.1152399821], 1e-9))
    }

    @Test func `a c-chart has one pair of limits`() throws {
        let chart = try ControlChart.counts(Self.counts)
        #expect(chart.centre == 6 && isClose(chart.points[0].upper, 13.34846923, 1e-9) && chart.points[9].lower == 0)
    }

    @Test func `individuals have limits by their moving ranges`() throws {
        let chart = try ControlChart.individuals(Self.days)
        #expect(isClose(chart.centre, 23.8))
        #expect(isClose(chart.points[0].lower, -45.64444444, 1e-9) && isClose(chart.points[0].upper, 93.24444444, 1e-9))
    }

    @Test func `days between have limits of their own kind`() throws {
        let gaps = try ControlChart.gaps(Self.days)
        #expect(isClose(gaps.centre, 23.8) && isClose(gaps.points[0].upper, 96.68456627, 1e-9) && gaps.points[0].lower == nil)
        let times = try ControlChart.times(Self.days)
        #expect(isClose(times.centre, 20.17711616, 1e-9) && isClose(times.points[0].upper, 197.342841, 1e-3))
    }

    @Test(arguments: [(10, 6, 2), (12, 7, 3), (20, 7, 6), (24, 8, 8), (52, 9, 20)])
    func `Anhøj's rules have their bounds`(useful: Int, longest: Int, crossings: Int) {
        #expect(RunRules.longestAllowed(useful) == longest)
        #expect(RunRules.fewestAllowed(useful) == crossings)
    }

    @Test func `a shift is seen without a point outside`() throws {
        let rules = try RunRules(Self.counts.map(Double.init) + [9, 10, 11, 9, 8, 9, 10, 12, 9, 8])
        #expect(rules.median == 8 && rules.useful == 17)
        #expect(rules.longestRun == 8 && rules.longestAllowed == 7 && rules.isTooLong)
        #expect(rules.crossings == 3 && rules.fewestAllowed == 5 && rules.isTooQuiet)
        #expect(rules.isSignal)
    }
}
