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

    /// As many days, just before these.
    package var previous: DayRange { DayRange(first: first - count, last: first.previous) }

    /// The same days of the year before; of 29 February the 28th.
    package var yearBefore: DayRange {
        func back(_ day: Day) -> Day {
            let civil = day.civil
            return Day(year: civil.year - 1, month: civil.month, day: min(civil.day, Day.length(ofMonth: civil.month, in: civil.year - 1)))
                ?? day - 365
        }
        return DayRange(first: back(first), last: back(last))
    }

    static func midnight(_ day: Day, _ zone: OfficeZone) -> Instant { zone.instant(of: CivilTime(day, TimeOfDay(seconds: 0))) }
}
