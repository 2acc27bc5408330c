/// p-chart: which share of the promises was kept, of reports was in time, of people was satisfied (A2).
///
/// The denominator is all whose term has passed, open or closed: leaving out what is open still would make the share look better than it is.
/// Each period has Wilson's interval beside its share. Shares are shown where a period has at least 5; below that only counts.
package struct ProportionChart: Hashable, Sendable {
    package let chart: ControlChart
    /// 95 % intervals for the share of each period by itself; nil for a period without any.
    package let intervals: [Interval?]

    package struct Interval: Hashable, Sendable {
        package let lower: Double
        package let upper: Double
    }

    /// Below this a period shows counts and no percentage.
    package static let fewest = 5

    /// Limits are `p̄ ± 3√(p̄(1 − p̄)/nᵢ)`, within 0 and 1.
    package init(_ kept: [Int], of totals: [Int], baseline: Range<Int>? = nil) throws(AnalysisRefusal) {
        try Checked.counts(kept)
        if kept.count != totals.count { throw .unequal(kept.count, totals.count) }
        try Checked.counts(totals)
        if let at = kept.indices.first(where: { kept[$0] > totals[$0] }) { throw .moreThanAll(at: at) }
        let base = try Checked.baseline(baseline, of: kept.count).filter { totals[$0] > 0 }
        if base.isEmpty { throw .emptyBaseline }
        let centre = base.reduce(0) { $0 + Double(kept[$1]) } / base.reduce(0) { $0 + Double(totals[$1]) }
        let points = kept.indices.map { Self.point(kept[$0], of: totals[$0], around: centre) }
        let small = totals.indices.filter { totals[$0] < Self.fewest }
        chart = ControlChart(
            centre: centre, points: points,
            cautions: ControlChart.periods(base.count) + (small.isEmpty ? [] : [.smallNumbers(at: small)]))
        intervals = zip(kept, totals).map { Proportion.wilson($0, of: $1).map { Interval(lower: $0.lower, upper: $0.upper) } }
    }

    private static func point(_ kept: Int, of total: Int, around centre: Double) -> ControlChart.Point {
        guard total > 0 else { return ControlChart.Point(value: nil) }
        let width = ControlChart.sigmas * (centre * (1 - centre) / Double(total)).squareRoot()
        return ControlChart.Point(
            value: Double(kept) / Double(total), lower: max(0, centre - width), upper: min(1, centre + width))
    }
}
