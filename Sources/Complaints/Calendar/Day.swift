/// A civil day, without a clock or a time zone: the day on the wall calendar of the office.
///
/// Counted in days since 1 January 1970 in the proleptic Gregorian calendar; the conversions follow Howard Hinnant's
/// "chrono-compatible low-level date algorithms".
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970; negative before it.
    package let number: Int

    package init(number: Int) { self.number = number }

    /// The day with this year, month (1…12) and day of the month; nil when there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, in: year) else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.number = era * 146_097 + dayOfEra - 719_468
    }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
    package static func + (day: Day, count: Int) -> Day { Day(number: day.number + count) }
    package static func - (day: Day, count: Int) -> Day { Day(number: day.number - count) }

    package var next: Day { self + 1 }
    package var previous: Day { self - 1 }

    /// Year, month (1…12) and day of the month.
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
    }

    package var year: Int { civil.year }

    /// How many days a month has.
    package static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day {
    package var weekday: Weekday {
        let index = (number % 7 + 7 + 3) % 7
        return Weekday(rawValue: index + 1) ?? .monday
    }
}

/// A day of the week; raw values are those of ISO 8601, Monday is 1.
package enum Weekday: Int, CaseIterable, Hashable, Sendable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday
}
