/// On which days a term that a law sets can't end: Algemene termijnenwet art. 1 and 3. It knows nothing of a company's own calendar.
package enum LegalTerms {
    /// Why a legal term that would end on this day ends later; nil when it ends on it.
    package static func reasonToMove(_ day: Day) -> DayOff? {
        if let holiday = LegalHolidays.holiday(on: day) { return .holiday(holiday) }
        if let name = equalised[day] { return .closed(name: name) }
        return day.weekday == .saturday || day.weekday == .sunday ? .weekend : nil
    }

    /// Days that a royal decree made equal to holidays (art. 3 lid 3): what was decided, never computed. 2026 to 2028.
    private static let equalised: [Day: String] = {
        let decided = [(2026, 1, 2), (2026, 5, 15), (2027, 5, 7), (2028, 4, 28), (2028, 5, 26)]
        let days = decided.compactMap { year, month, day in Day(year: year, month: month, day: day).map { ($0, "Koninklijk besluit") } }
        return Dictionary(days) { first, _ in first }
    }()
}
