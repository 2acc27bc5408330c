package import Complaints

/// A week from Monday to Sunday, with the number that people give it: week 1 has the year's first Thursday (ISO 8601).
package struct CalendarWeek: Hashable, Sendable {
    package let monday: Day

    package init(of day: Day) { monday = day - (day.weekday.rawValue - 1) }

    package var days: DayRange { DayRange(first: monday, last: monday + 6) }
    package var previous: CalendarWeek { CalendarWeek(of: monday - 7) }
    package var next: CalendarWeek { CalendarWeek(of: monday + 7) }

    package var number: Int {
        let thursday = monday + 3
        let first = Day(year: thursday.year, month: 1, day: 1) ?? thursday
        return (thursday.number - first.number) / 7 + 1
    }

    /// So many weeks up to this one, in order.
    package func last(_ count: Int) -> [CalendarWeek] { (0..<count).reversed().map { CalendarWeek(of: monday - 7 * $0) } }
}
