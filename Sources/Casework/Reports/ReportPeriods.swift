package import Complaints
package import Records

extension ReportKind {
    /// The last days of its kind that are over: a whole month, quarter or year.
    package func period(before today: Day) -> DayRange {
        switch self {
        case .digest, .month: return CalendarMonth(of: today).previous.days
        case .quarter:
            let last = CalendarMonth(year: today.year, month: (today.civil.month - 1) / 3 * 3 + 1).previous
            return DayRange(first: last.previous.previous.days.first, last: last.days.last)
        case .year:
            return DayRange(
                first: CalendarMonth(year: today.year - 1, month: 1).days.first,
                last: CalendarMonth(year: today.year - 1, month: 12).days.last)
        }
    }

    /// When the report of the days that are running goes: the first working day after them.
    package func nextDay(after today: Day, on calendar: OfficeCalendar) -> Day {
        var day = today.next
        while period(before: day) == period(before: today) || !calendar.isWorkingDay(day) { day = day.next }
        return day
    }

    /// When somebody gets it next.
    ///
    /// - Parameter isOwed: whether there is somebody who is still to be told of days that are over: on the first of a month in a weekend, or
    ///   before the office opens.
    package func nextDay(at now: Moment, isOwed: Bool, on calendar: OfficeCalendar) -> Day {
        guard isOwed else { return nextDay(after: now.day, on: calendar) }
        let isToday = calendar.isWorkingDay(now.day) && now.civil.time < calendar.closes
        return isToday ? now.day : calendar.nextWorkingDay(after: now.day)
    }

    /// "oktober 2026", "het derde kwartaal van 2026", "2026".
    package func name(of days: DayRange, _ language: Language) -> String {
        let (year, month) = (days.last.year, days.last.civil.month)
        switch self {
        case .digest, .month: return "\(DateWords.month(month, language)) \(year)"
        case .quarter: return language == .dutch ? "kwartaal \(month / 3) van \(year)" : "quarter \(month / 3) of \(year)"
        case .year: return "\(year)"
        }
    }
}
