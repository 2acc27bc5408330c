extension ControlChart {
    /// c-chart: counts per period where the exposure is the same, or not known (A1).
    ///
    /// `c̄ ± 3√c̄`, not below 0. Needs 12 periods.
    package static func counts(_ counts: [Int], baseline: Range<Int>? = nil) throws(AnalysisRefusal) -> ControlChart {
        try Checked.counts(counts)
        let base = try Checked.baseline(baseline, of: counts.count)
        let values = counts.map { Double($0) }
        let centre = values[base].reduce(0, +) / Double(base.count)
        let width = sigmas * centre.squareRoot()
        let points = values.map { Point(value: $0, lower: max(0, centre - width), upper: centre + width) }
        let isOver = Dispersion.isOver(counts: values[base], expected: base.map { _ in centre })
        return ControlChart(
            centre: centre, points: points,
            cautions: periods(base.count) + (centre == 0 ? [.allZero] : []) + (isOver ? [.overdispersed] : []))
    }
}
