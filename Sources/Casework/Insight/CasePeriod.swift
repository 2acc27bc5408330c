package import Complaints

/// A column of a chart: a week or a month.
package struct CasePeriod: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable { case week, month }

    package let kind: Kind
    package let days: DayRange
    /// Whether it is over.
    package let isWhole: Bool

    package init(kind: Kind, days: DayRange, isWhole: Bool) { (self.kind, self.days, self.isWhole) = (kind, days, isWhole) }

    /// Weeks as long as they fit side by side, then months: from the one in which the days begin up to the one in which they end, or today.
    package static func covering(_ days: DayRange, today: Day) -> [CasePeriod] {
        let last = min(days.last, today)
        return days.count <= mostDaysInWeeks
            ? weeks(from: days.first, through: last, today) : Array(months(from: days.first, through: last, today).suffix(most))
    }

    package static let mostDaysInWeeks = 380
    /// More months than any house has had complaints, which are from 2000 on: a chart of all of time is drawn no wider.
    private static let most = 400

    /// All of them, however long ago the first is.
    package static func weeks(from first: Day, through last: Day, _ today: Day) -> [CasePeriod] {
        var periods: [CasePeriod] = []
        var week = CalendarWeek(of: last)
        while week.days.last >= first {
            periods.append(CasePeriod(kind: .week, days: week.days, isWhole: week.days.last < today))
            week = week.previous
        }
        return periods.reversed()
    }

    /// All of them, however long ago the first is.
    package static func months(from first: Day, through last: Day, _ today: Day) -> [CasePeriod] {
        var periods: [CasePeriod] = []
        var month = CalendarMonth(of: first)
        while month.days.first <= last {
            periods.append(CasePeriod(kind: .month, days: month.days, isWhole: month.days.last < today))
            month = month.next
        }
        return periods
    }
}
