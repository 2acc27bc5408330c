/// A check of the numbers against one another (A12): on average, what is open is what comes in per day times how many days it stays.
///
/// `L = λW` holds for any steady flow. Where what is open is well above `λW`, work piles up; where it is well below, it is being eaten up,
/// or the handling times are of other complaints than those that come in now. Source: J. D. C. Little, Operations Research 9 (1961).
package struct LittlesLaw: Hashable, Sendable {
    /// What was open on average.
    package let open: Double
    package let arrivalsPerDay: Double
    package let daysInHouse: Double

    package init(open: Double, arrivals: Int, days: Double, daysInHouse: Double) throws(AnalysisRefusal) {
        try Checked.times([open, days, daysInHouse])
        try Checked.counts([arrivals])
        if days == 0 { throw .undetermined }
        (self.open, arrivalsPerDay, self.daysInHouse) = (open, Double(arrivals) / days, daysInHouse)
    }

    package var expectedOpen: Double { arrivalsPerDay * daysInHouse }
    /// 1 when all is steady; nil when nothing came in.
    package var ratio: Double? { expectedOpen > 0 ? open / expectedOpen : nil }
    /// Within a quarter of it, the numbers agree.
    package var isSteady: Bool { ratio.map { (0.75...1.25).contains($0) } ?? (open == 0) }
}
