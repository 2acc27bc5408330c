package import Analysis
import Complaints
package import Records

/// One series of what is counted, with the limits between which it lies while nothing changes.
package struct CaseChart: Sendable {
    package enum Subject: String, CaseIterable, Hashable, Sendable {
        case received, rate, late, contact, term, handling, reopened, satisfied

        /// What is counted of what, where it is a share.
        package var share: (part: CaseCourse, whole: CaseCourse)? {
            switch self {
            case .contact: (.contactKept, .contactDue)
            case .term: (.termKept, .termDue)
            case .reopened: (.reopened, .solved)
            case .satisfied: (.satisfied, .rated)
            case .received, .rate, .late, .handling: nil
            }
        }

        /// Whether it is bad when there is more of it.
        package var isBadWhenHigh: Bool { ![.contact, .term, .satisfied].contains(self) }
    }

    package let subject: Subject
    package let periods: [CasePeriod]
    /// What the part and the whole of each period are; the whole is the number itself where there is no share.
    package let parts: [Int]
    package let wholes: [Int]
    /// A place for each period, without value where there is too little to measure.
    package let points: [ControlChart.Point]
    /// Nil where nothing could be worked out.
    package let chart: ControlChart?

    /// - Parameter exposures: for rates, how much there was in each period, in thousands; 0 where it is not known.
    package init(_ subject: Subject, of series: CaseSeries, per exposures: [Double]? = nil) {
        self.subject = subject
        periods = series.periods
        let whole = series.periods.count { $0.isWhole }
        let base = 0..<Self.base(whole, series.periods.first?.kind ?? .week)
        if let share = subject.share {
            (parts, wholes) = (series.counts(share.part), series.counts(share.whole))
            chart = base.isEmpty ? nil : (try? ProportionChart(parts, of: wholes, baseline: base))?.chart
            points = chart?.points ?? wholes.map { _ in ControlChart.Point(value: nil) }
        } else if subject == .handling {
            parts = series.received
            wholes = series.received
            let medians = series.handling.map {
                $0.flatMap { $0.n >= KaplanMeier.fewest && $0.closed >= KaplanMeier.fewestClosed ? $0.median : nil }
            }
            (chart, points) = Self.individuals(medians, base: base)
        } else {
            let exposures = subject == .rate ? exposures : nil
            let counts = subject == .late ? series.counts(.termBroken) : series.received
            (parts, wholes) = (counts, counts)
            // Numbers come in after their month: a period of which it is not known yet takes no chart from those that are.
            let counted = exposures.map { zip(counts, $0).map { $1 > 0 ? $0 : 0 } } ?? counts
            chart = base.isEmpty ? nil : try? ControlChart.fittingRates(counted, per: exposures ?? counts.map { _ in 1 }, baseline: base)
            points = chart?.points ?? parts.map { ControlChart.Point(value: subject == .rate ? nil : Double($0)) }
        }
    }

    /// Limits come from the periods before the last half year (of months: the last year) where there are enough of them: what changed since
    /// must not move them.
    package static func base(_ whole: Int, _ kind: CasePeriod.Kind) -> Int {
        let held = kind == .week ? 26 : 12
        return whole >= 2 * held ? whole - held : whole
    }

    /// Of what could be measured, each at its own place.
    private static func individuals(_ values: [Double?], base: Range<Int>) -> (ControlChart?, [ControlChart.Point]) {
        let known = values.indices.filter { values[$0] != nil }
        let limitsFrom = known.count { base.contains($0) }
        var points = values.map { ControlChart.Point(value: $0) }
        guard limitsFrom > 1, let chart = try? ControlChart.individuals(known.compactMap { values[$0] }, baseline: 0..<limitsFrom) else {
            return (nil, points)
        }
        for (place, point) in zip(known, chart.points) {
            points[place] = ControlChart.Point(value: point.value, lower: point.lower.map { max(0, $0) }, upper: point.upper)
        }
        return (chart, points)
    }

    /// Whether limits may be shown.
    package var isFit: Bool { chart?.isFit ?? false }
    package var lastWhole: Int? { periods.lastIndex { $0.isWhole } }

    /// Of a period that is not over, a number that is too low says nothing yet.
    package func isOutside(_ place: Int) -> Bool {
        guard isFit, points[place].isSignal, subject.share == nil || wholes[place] >= ProportionChart.fewest else { return false }
        if periods[place].isWhole { return true }
        return (points[place].value ?? 0) > (points[place].upper ?? 0)
    }

    /// Whether the last whole period is worse than chance explains.
    package var isWorse: Bool {
        guard let last = lastWhole, isOutside(last), let value = points[last].value else { return false }
        return (value > (points[last].upper ?? .infinity)) == subject.isBadWhenHigh
    }

    /// Whether the series moved to another level, without a point outside.
    package var isShifted: Bool { isFit && (chart?.runs.map { $0.isSignal && $0.cautions.isEmpty } ?? false) }
}
