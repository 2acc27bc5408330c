package import Complaints

/// A month of the calendar.
package struct CalendarMonth: Hashable, Sendable {
    package let year: Int
    package let month: Int

    package init(year: Int, month: Int) { (self.year, self.month) = (year, month) }

    package init(of day: Day) { self.init(year: day.civil.year, month: day.civil.month) }

    package var previous: CalendarMonth {
        month == 1 ? CalendarMonth(year: year - 1, month: 12) : CalendarMonth(year: year, month: month - 1)
    }
    package var next: CalendarMonth { CalendarMonth(of: days.last.next) }

    package var days: DayRange {
        let first = Day(year: year, month: month, day: 1) ?? Day(number: 0)
        return DayRange(first: first, last: first + (Day.length(ofMonth: month, in: year) - 1))
    }

    /// So many months up to the one that is running, in order.
    package static func last(_ count: Int, before today: Day) -> [CalendarMonth] {
        var months = [CalendarMonth(of: today)]
        while months.count < count, let first = months.first { months.insert(first.previous, at: 0) }
        return months
    }
}
