package import Complaints

/// What invented history is asked for. The same plan on the same day gives the same history.
package struct DemoPlan: Hashable, Sendable {
    package let complaints: Int
    package let years: Int
    package let seed: UInt64
    /// Nothing happens on it or later: history ends with the day before.
    package let today: Day

    package static let allowedComplaints = 1...2_000_000
    package static let allowedYears = 1...20

    /// Nil for numbers that are not allowed.
    package init?(complaints: Int, years: Int, seed: UInt64, today: Day) {
        guard Self.allowedComplaints.contains(complaints), Self.allowedYears.contains(years) else { return nil }
        self.complaints = complaints
        self.years = years
        self.seed = seed
        self.today = today
    }

    var first: Day { today - (years * 1461 + 3) / 4 }
    var days: Int { today.number - first.number }

    /// Chance of its own for each thing that is drawn, so that one does not disturb another.
    func dice(_ purpose: UInt64) -> Dice {
        var mixing = Dice(seed ^ (purpose &* 0xD6E8_FEB8_6659_FD93))
        return Dice(mixing.next())
    }
}
