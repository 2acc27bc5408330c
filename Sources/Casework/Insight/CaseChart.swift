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

    /// The days that limits come from, and which of the periods lie in them.
    package let limitDays: DayRange?
    package var limitPlaces: ClosedRange<Int>? {
        guard let days = limitDays else { return nil }
        let places = periods.indices.filter { days.contains(periods[$0].days.first + periods[$0].days.count / 2) }
        guard let first = places.first, let last = places.last else { return nil }
        return first...last
    }

    /// - Parameters:
    ///   - limits: what was counted in the days that limits come from; nil where there are none yet.
    ///   - size: for rates, how much there was.
    package init(_ subject: Subject, of series: CaseSeries, limits base: LimitSeries?, per size: ExposureTable? = nil) {
        self.subject = subject
        periods = series.periods
        limitDays = base?.days
        let limits = ChartLimits(base: base, periods: series.periods)
        if let share = subject.share {
            (parts, wholes) = (series.counts(share.part), series.counts(share.whole))
            chart = limits.shares(parts, of: wholes, share)
            let alone = try? ProportionChart(parts, of: wholes)
            points =
                chart?.points ?? alone?.chart.points.map { ControlChart.Point(value: $0.value) }
                ?? wholes.map { _ in ControlChart.Point(value: nil) }
        } else if subject == .handling {
            (parts, wholes) = (series.received, series.received)
            (chart, points) = limits.individuals(Self.medians(series)) { Self.medians($0) }
        } else if subject == .rate {
            (parts, wholes) = (series.received, series.received)
            let exposures = series.periods.map { (size?.amount(over: $0.days) ?? 0) / 1000 }
            chart = size.flatMap { limits.rates(series.received, per: exposures, of: $0) { $0.received } }
            points =
                chart?.points
                ?? zip(parts, exposures).map { ControlChart.Point(value: $1 > 0 ? Double($0) / $1 : nil) }
        } else {
            let wanted: (CaseSeries) -> [Int] = { subject == .late ? $0.counts(.termBroken) : $0.received }
            (parts, wholes) = (wanted(series), wanted(series))
            chart = limits.counts(parts, wanted)
            points = chart?.points ?? parts.map { ControlChart.Point(value: Double($0)) }
        }
    }

    private static func medians(_ series: CaseSeries) -> [Double?] {
        series.handling.map { $0.flatMap { $0.n >= KaplanMeier.fewest && $0.closed >= KaplanMeier.fewestClosed ? $0.median : nil } }
    }

    /// Whether limits may be shown.
    package var isFit: Bool { chart?.isFit ?? false }
    /// Whether the last whole period could be measured: of rates it can't be before it is known of how many.
    package var reachesLast: Bool { lastWhole.flatMap { points[$0].value }?.isFinite ?? false }
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

    /// A level that is another, without a point outside.
    package enum Shift: Hashable, Sendable {
        /// So many periods on one side of the middle, up to the last one; whether they lie above it.
        case running(Int, isAbove: Bool)
        /// So many that are past, and the places of the first and the last.
        case ended(Int, ClosedRange<Int>)
        /// Too few crossings of the middle.
        case quiet
    }

    /// Whether the level is another up to now.
    package var isShiftedNow: Bool { if case .running = shift { true } else { false } }

    /// Of the periods that are over: half a week would end what goes on.
    package var shift: Shift? {
        guard isFit else { return nil }
        let told = periods.indices.filter { periods[$0].isWhole && points[$0].value != nil }
        guard let runs = try? RunRules(told.compactMap { points[$0].value }), runs.cautions.isEmpty else { return nil }
        if let last = runs.last, last.count > runs.longestAllowed {
            return .running(last.count, isAbove: (points[told[last.places.upperBound]].value ?? 0) > runs.median)
        }
        if runs.isTooLong, let longest = runs.longest {
            return .ended(longest.count, told[longest.places.lowerBound]...told[longest.places.upperBound])
        }
        return runs.isTooQuiet ? .quiet : nil
    }
}
