import Analysis
import Complaints
import Records

/// A series beside the weeks that its limits come from: worked out together, and then without those weeks.
struct ChartLimits {
    let base: LimitSeries?
    let periods: [CasePeriod]

    private var weeks: Int { base?.weeks.periods.count ?? 0 }
    /// How many weeks long each period is: limits come from weeks, also where months are shown.
    private var lengths: [Double] {
        periods.map { $0.kind == .week ? 1 : Double($0.days.count) / 7 }
    }

    /// Numbers, each over as long a time as its period.
    func counts(_ counts: [Int], _ wanted: (CaseSeries) -> [Int]) -> ControlChart? {
        guard let base, weeks > 0 else { return nil }
        let (before, lengths) = (wanted(base.weeks), lengths)
        let found = try? ControlChart.fittingRates(
            before + counts, per: before.map { _ in 1 } + lengths, baseline: 0..<weeks)
        guard let found else { return nil }
        let points = zip(found.points.dropFirst(weeks), lengths).map { point, length in
            ControlChart.Point(
                value: point.value.map { $0 * length }, lower: point.lower.map { $0 * length }, upper: point.upper.map { $0 * length })
        }
        // Months are not all of one length: the line in the middle is that of the usual one.
        let centre = found.centre * (lengths.isEmpty ? 1 : lengths.reduce(0, +) / Double(lengths.count))
        return ControlChart(centre: centre, points: points, cautions: found.cautions, dispersion: found.dispersion)
    }

    func rates(_ counts: [Int], per exposures: [Double], of size: ExposureTable, _ wanted: (CaseSeries) -> [Int]) -> ControlChart? {
        guard let base, weeks > 0 else { return nil }
        let before = size.known(from: base.weeks.periods.map(\.days.first))
        // Numbers come in after their month: a period of which it is not known yet takes no chart from those that are.
        func known(_ counts: [Int], _ exposures: [Double]) -> [Int] { zip(counts, exposures).map { $1 > 0 ? $0 : 0 } }
        let found = try? ControlChart.fittingRates(
            known(wanted(base.weeks), before) + known(counts, exposures), per: before + exposures, baseline: 0..<weeks)
        return found.map { without(weeks, $0) }
    }

    func shares(_ parts: [Int], of wholes: [Int], _ share: (part: CaseCourse, whole: CaseCourse)) -> ControlChart? {
        guard let base, weeks > 0 else { return nil }
        let (before, all) = (base.weeks.counts(share.part), base.weeks.counts(share.whole))
        let found = try? ProportionChart(before + parts, of: all + wholes, baseline: 0..<weeks)
        return found.map { without(weeks, $0.chart) }
    }

    /// Of what could be measured, each at its own place. Medians of weeks vary more than those of months: each come from their own.
    func individuals(_ values: [Double?], _ wanted: (CaseSeries) -> [Double?]) -> (ControlChart?, [ControlChart.Point]) {
        let own = periods.first?.kind == .month ? base?.months : base?.weeks
        let before = own.map { wanted($0).compactMap { $0 } } ?? []
        let known = values.indices.filter { values[$0] != nil }
        var points = values.map { ControlChart.Point(value: $0) }
        guard before.count > 1,
            let chart = try? ControlChart.individuals(before + known.compactMap { values[$0] }, baseline: 0..<before.count)
        else { return (nil, points) }
        let shown = without(before.count, chart)
        for (place, point) in zip(known, shown.points) {
            points[place] = ControlChart.Point(value: point.value, lower: point.lower.map { max(0, $0) }, upper: point.upper)
        }
        return (shown, points)
    }

    private func without(_ count: Int, _ chart: ControlChart) -> ControlChart {
        ControlChart(
            centre: chart.centre, points: Array(chart.points.dropFirst(count)), cautions: chart.cautions, dispersion: chart.dispersion)
    }
}
