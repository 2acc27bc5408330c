package import Complaints
package import Records

/// Days from the first up to and including the last.
package struct DayRange: Hashable, Sendable {
    package let first: Day
    package let last: Day

    package init(first: Day, last: Day) { (self.first, self.last) = (first, last) }

    package func span(in zone: OfficeZone) -> Span {
        Span(from: Self.midnight(first, zone), before: Self.midnight(last.next, zone))
    }

    package var count: Int { last.number - first.number + 1 }

    package func contains(_ day: Day) -> Bool { first <= day && day <= last }

    /// The days just before these: of whole months of the calendar, as a quarter or a year is, as many months; of others as many days.
    package var previous: DayRange {
        guard let months = wholeMonths else { return DayRange(first: first - count, last: first.previous) }
        let place = first.civil.year * 12 + first.civil.month - 1 - months
        // There is no year 0.
        guard place >= 12 else { return DayRange(first: first - count, last: first.previous) }
        return DayRange(first: CalendarMonth(year: place / 12, month: place % 12 + 1).days.first, last: first.previous)
    }

    /// How many months of the calendar they are, each of them whole; nil where they begin or end within one.
    private var wholeMonths: Int? {
        let (begin, end) = (CalendarMonth(of: first), CalendarMonth(of: last))
        guard first <= last, first == begin.days.first, last == end.days.last else { return nil }
        return (end.year - begin.year) * 12 + end.month - begin.month + 1
    }

    /// Those of these days that have come, the one that is running among them, and that are not before a house was in use.
    func lived(since begin: Day?, on today: Day) -> DayRange { DayRange(first: max(first, begin ?? first), last: min(last, today)) }

    /// The same days of the year before; of 29 February the 28th, of whole months the same months. Of more than a year only
    /// those before it: no day is held against itself.
    package var yearBefore: DayRange {
        func back(_ day: Day) -> Day {
            let civil = day.civil
            return Day(year: civil.year - 1, month: civil.month, day: min(civil.day, Day.length(ofMonth: civil.month, in: civil.year - 1)))
                ?? day - 365
        }
        let last = wholeMonths == nil ? back(last) : CalendarMonth(of: back(last)).days.last
        return DayRange(first: back(first), last: min(last, first.previous))
    }

    static func midnight(_ day: Day, _ zone: OfficeZone) -> Instant { zone.instant(of: CivilTime(day, TimeOfDay(seconds: 0))) }
}
