/// A day on which the Netherlands is off: those that Algemene termijnenwet art. 3 lid 1 and 2 name, in the order of the year.
/// Days equalised by royal decree (lid 3) are not among them: they are data, and ordinary working days for a company's own promises.
/// Raw values are the names that storage may keep.
package enum Holiday: String, CaseIterable, Hashable, Sendable {
    case newYear = "new-year"
    case goodFriday = "good-friday"
    case easterMonday = "easter-monday"
    case kingsDay = "kings-day"
    case liberationDay = "liberation-day"
    case ascension
    case whitMonday = "whit-monday"
    case christmas
    case boxingDay = "boxing-day"
}

/// The legal list, worked out for any year.
package enum LegalHolidays {
    /// The days off of one year; empty outside the years 1…9999. When Ascension and 5 May fall together (2005, 2016) the day is Ascension,
    /// which no switch of the office's calendar takes away.
    package static func holidays(in year: Int) -> [Day: Holiday] {
        let dated = Holiday.allCases.compactMap { holiday in day(of: holiday, in: year).map { ($0, holiday) } }
        return Dictionary(dated) { first, second in first == .liberationDay ? second : first }
    }

    /// The holiday that falls on a day, if one does.
    package static func holiday(on day: Day) -> Holiday? {
        let (year, month, dayOfMonth) = day.civil
        switch (month, dayOfMonth) {
        case (1, 1): return .newYear
        case (12, 25): return .christmas
        case (12, 26): return .boxingDay
        case (3...6, _): return springHolidays.first { self.day(of: $0, in: year) == day }
        default: return nil
        }
    }

    /// The day on which a holiday is celebrated in a year; nil outside the years 1…9999.
    package static func day(of holiday: Holiday, in year: Int) -> Day? {
        switch holiday {
        case .newYear: Day(year: year, month: 1, day: 1)
        case .goodFriday: Day.easterSunday(in: year).map { $0 - 2 }
        case .easterMonday: Day.easterSunday(in: year)?.next
        case .kingsDay: kingsDay(in: year)
        case .liberationDay: Day(year: year, month: 5, day: 5)
        case .ascension: Day.easterSunday(in: year).map { $0 + 39 }
        case .whitMonday: Day.easterSunday(in: year).map { $0 + 50 }
        case .christmas: Day(year: year, month: 12, day: 25)
        case .boxingDay: Day(year: year, month: 12, day: 26)
        }
    }

    /// Ascension stands before 5 May, so that it wins when both fall on one day.
    private static let springHolidays: [Holiday] = [.easterMonday, .goodFriday, .kingsDay, .ascension, .liberationDay, .whitMonday]

    /// 27 April, or the Saturday before when that is a Sunday. Until 2013 it was the Queen's: 30 April, or 29.
    private static func kingsDay(in year: Int) -> Day? {
        guard let birthday = Day(year: year, month: 4, day: year < 2014 ? 30 : 27) else { return nil }
        return birthday.weekday == .sunday ? birthday.previous : birthday
    }
}
