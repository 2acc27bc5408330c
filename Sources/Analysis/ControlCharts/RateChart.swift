extension ControlChart {
    /// u-chart: complaints per unit of exposure (customers, orders, tickets) in each period (A1).
    ///
    /// `ū ± 3√(ū/nᵢ)` with `ū = Σc / Σn`, not below 0. A period without exposure has no rate. Needs 12 periods.
    package static func rates(
        _ counts: [Int], per exposures: [Double], baseline: Range<Int>? = nil
    ) throws(AnalysisRefusal) -> ControlChart {
        let rates = try Rates(counts, exposures, baseline)
        return ControlChart(
            centre: rates.centre, points: rates.points(wider: 1),
            cautions: rates.cautions + (rates.isOverdispersed ? [.overdispersed] : []))
    }

    /// Laney's u′-chart: the u-chart where periods differ by more than chance (A1).
    ///
    /// `ū ± 3 σ_z √(ū/nᵢ)`, where σ_z is the mean moving range of `zᵢ = (uᵢ − ū) / √(ū/nᵢ)`, divided by 1.128.
    /// Source: D. B. Laney, *Improved control charts for attributes*, Quality Engineering 14 (2002).
    package static func laneyRates(
        _ counts: [Int], per exposures: [Double], baseline: Range<Int>? = nil
    ) throws(AnalysisRefusal) -> ControlChart {
        let rates = try Rates(counts, exposures, baseline)
        let spread = sigma(ofMovingRange: rates.zValues)
        let lacks: [Caution] = spread == nil && rates.centre > 0 ? [.tooFew(.points, have: rates.zValues.count, need: 2)] : []
        return ControlChart(
            centre: rates.centre, points: rates.points(wider: spread ?? 1), cautions: rates.cautions + lacks, dispersion: spread)
    }

    /// Laney's chart where counts are overdispersed, the u-chart where they aren't.
    package static func fittingRates(
        _ counts: [Int], per exposures: [Double], baseline: Range<Int>? = nil
    ) throws(AnalysisRefusal) -> ControlChart {
        let plain = try rates(counts, per: exposures, baseline: baseline)
        guard plain.cautions.contains(.overdispersed) else { return plain }
        let laney = try laneyRates(counts, per: exposures, baseline: baseline)
        return laney.dispersion.map { $0 > 1 } ?? false ? laney : plain
    }
}

/// Counts over exposures.
private struct Rates {
    let counts: [Double]
    let exposures: [Double]
    /// The points that limits come from, without those that have no exposure.
    let base: [Int]
    let centre: Double

    init(_ counts: [Int], _ exposures: [Double], _ baseline: Range<Int>?) throws(AnalysisRefusal) {
        try Checked.counts(counts)
        try Checked.exposures(exposures, of: counts)
        base = try Checked.baseline(baseline, of: counts.count).filter { exposures[$0] > 0 }
        if base.isEmpty { throw .emptyBaseline }
        self.counts = counts.map { Double($0) }
        self.exposures = exposures
        let values = self.counts
        centre = base.reduce(0) { $0 + values[$1] } / base.reduce(0) { $0 + exposures[$1] }
    }

    func points(wider factor: Double) -> [ControlChart.Point] {
        counts.indices.map { index in
            guard exposures[index] > 0 else { return ControlChart.Point(value: nil) }
            let width = ControlChart.sigmas * factor * (centre / exposures[index]).squareRoot()
            return ControlChart.Point(
                value: counts[index] / exposures[index], lower: max(0, centre - width), upper: centre + width)
        }
    }

    /// How far each point of the baseline lies from the centre, in standard deviations; none where nothing happened.
    var zValues: [Double] {
        if centre == 0 { return [] }
        return base.map { (counts[$0] / exposures[$0] - centre) / (centre / exposures[$0]).squareRoot() }
    }

    var isOverdispersed: Bool { Dispersion.isOver(counts: base.map { counts[$0] }, expected: base.map { centre * exposures[$0] }) }

    var cautions: [Caution] {
        let missing = exposures.indices.filter { exposures[$0] == 0 }
        return ControlChart.periods(base.count) + (missing.isEmpty ? [] : [.withoutExposure(at: missing)])
            + (centre == 0 ? [.allZero] : [])
    }
}
