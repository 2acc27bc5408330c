/// A series with a centre and limits between which nearly all points fall while nothing changes. A point outside is a signal; points inside
/// are to be left alone. Only one rule looks at single points; shifts are what `RunRules` finds.
///
/// Limits come from the baseline that somebody marked, and stay where they are until somebody moves it; without one, from all points.
/// Source: W. A. Shewhart (1931); D. C. Montgomery, *Introduction to Statistical Quality Control*, chapters 6 and 7.
package struct ControlChart: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        /// Nil where nothing could be measured.
        package let value: Double?
        package let lower: Double?
        package let upper: Double?

        package init(value: Double?, lower: Double? = nil, upper: Double? = nil) {
            (self.value, self.lower, self.upper) = (value, lower, upper)
        }

        /// Beyond a limit, by more than rounding.
        package var isSignal: Bool {
            guard let value else { return false }
            let slack = 1e-12 * max(abs(value), 1e-300)
            return upper.map { value > $0 + slack } ?? false || lower.map { value < $0 - slack } ?? false
        }
    }

    package let centre: Double
    package let points: [Point]
    package let cautions: [Caution]
    /// By how much more than chance the points vary, on Laney's charts.
    package let dispersion: Double?
    /// Shifts without a single point outside.
    package let runs: RunRules?

    package init(centre: Double, points: [Point], cautions: [Caution], dispersion: Double? = nil) {
        self.centre = centre
        self.points = points
        self.cautions = cautions
        self.dispersion = dispersion
        runs = try? RunRules(points.compactMap(\.value))
    }

    package var n: Int { points.count }
    /// Where a point lies outside.
    package var signals: [Int] { points.indices.filter { points[$0].isSignal } }
    /// Whether there is enough to show this to anybody.
    package var isFit: Bool { !cautions.contains(where: \.isGate) }

    /// At least 12 periods; limits are provisional until there are 20.
    static func periods(_ count: Int) -> [Caution] {
        if count < fewestPeriods { return [.tooFew(.periods, have: count, need: fewestPeriods)] }
        return count < firmPeriods ? [.provisional(.periods, have: count, until: firmPeriods)] : []
    }

    package static let fewestPeriods = 12
    package static let firmPeriods = 20
    /// Three standard deviations: one point in 370 falls outside when nothing changed.
    static let sigmas = 3.0
    /// The mean distance of two normal values, in standard deviations: `2/√π`, by custom to three decimals.
    static let movingRangeUnit = 1.128

    /// The mean distance between one value and the next, in standard deviations; nil for fewer than two.
    static func sigma(ofMovingRange values: [Double]) -> Double? {
        guard values.count > 1 else { return nil }
        let ranges = zip(values, values.dropFirst()).map { abs($1 - $0) }
        return ranges.reduce(0, +) / Double(ranges.count) / movingRangeUnit
    }
}
