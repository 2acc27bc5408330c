import RealModule

extension ControlChart {
    /// Individuals chart (XmR): one measurement per period.
    ///
    /// `x̄ ± 3 · (mean moving range) / 1.128`. Needs 12 periods.
    package static func individuals(_ values: [Double], baseline: Range<Int>? = nil) throws(AnalysisRefusal) -> ControlChart {
        try Checked.values(values)
        let base = try Checked.baseline(baseline, of: values.count)
        let limits = Individuals(Array(values[base]))
        let points = values.map { Point(value: $0, lower: limits.lower, upper: limits.upper) }
        return ControlChart(centre: limits.centre, points: points, cautions: periods(base.count) + limits.cautions)
    }

    /// g-chart: what is counted (days, orders) between two rare events (A4).
    ///
    /// `ḡ + 3√(ḡ(ḡ + 1))`, as for a geometric count; no lower limit. A signal means that it lasted longer than chance: better.
    /// Needs 8 events, which is 7 gaps. Source: J. C. Benneyan, *Number-between g-type control charts*, Health Care Management Science 4 (2001).
    package static func gaps(_ gaps: [Double], baseline: Range<Int>? = nil) throws(AnalysisRefusal) -> ControlChart {
        try Checked.times(gaps)
        let base = try Checked.baseline(baseline, of: gaps.count)
        let centre = gaps[base].reduce(0, +) / Double(base.count)
        let upper = centre + sigmas * (centre * (centre + 1)).squareRoot()
        return ControlChart(centre: centre, points: gaps.map { Point(value: $0, upper: upper) }, cautions: events(behind: base.count))
    }

    /// t-chart: the time between two rare events (A4).
    ///
    /// Times between events are far from normal; their power 1/3.6 is nearly so (Nelson). That gets an individuals chart, whose lines are
    /// carried back. Above the limit it lasted longer than chance (better); below, the events came closer together (worse). A lower limit
    /// below 0 is none. Needs 8 events, which is 7 gaps.
    /// Source: L. S. Nelson, *A control chart for parts-per-million nonconforming items*, Journal of Quality Technology 26 (1994).
    package static func times(_ times: [Double], baseline: Range<Int>? = nil) throws(AnalysisRefusal) -> ControlChart {
        try Checked.times(times)
        let base = try Checked.baseline(baseline, of: times.count)
        let limits = Individuals(times[base].map { Double.pow($0, 1 / nelson) })
        let lower = limits.lower.flatMap { $0 > 0 ? Double.pow($0, nelson) : nil }
        let upper = limits.upper.map { Double.pow($0, nelson) }
        return ControlChart(
            centre: .pow(limits.centre, nelson), points: times.map { Point(value: $0, lower: lower, upper: upper) },
            cautions: events(behind: base.count) + limits.cautions)
    }

    package static let fewestEvents = 8
    private static let nelson = 3.6

    /// One event more than there are gaps.
    private static func events(behind gaps: Int) -> [Caution] { Caution.gate(.events, gaps + 1, atLeast: fewestEvents) }
}

/// The limits of an individuals chart.
private struct Individuals {
    let centre: Double
    let lower: Double?
    let upper: Double?
    let cautions: [Caution]

    init(_ values: [Double]) {
        centre = values.reduce(0) { $0 + $1 / Double(values.count) }
        let sigma = ControlChart.sigma(ofMovingRange: values)
        let middle = centre
        lower = sigma.map { middle - ControlChart.sigmas * $0 }
        upper = sigma.map { middle + ControlChart.sigmas * $0 }
        cautions = sigma.map { $0 == 0 ? [.noVariation] : [] } ?? [.tooFew(.points, have: values.count, need: 2)]
    }
}
