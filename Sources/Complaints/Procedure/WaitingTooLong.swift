/// When a file that waits for the customer has been quiet for too long. Its clock may stand still; the customer must not be forgotten. Where the
/// procedure promises to tell customers how far it is every so often, that often; else every five working days.
extension Procedure {
    private static let usual = DeadlineRule.workingDays(5)

    package var waitingTerm: DeadlineRule { generalRule(for: .progress)?.within ?? Self.usual }

    /// What happened before this is too long ago: the first moment of a day.
    package func waitingTooLong(at now: Moment, on calendar: OfficeCalendar) -> Instant {
        var day = now.day
        switch waitingTerm {
        case .workingDays(let number): for _ in 0..<number { day = calendar.previousWorkingDay(before: day) }
        case .days(let number): day = day + -number
        case .weeks(let number): day = day + -7 * number
        case .hours, .on: day = day + -7
        }
        return calendar.zone.instant(of: CivilTime(day, TimeOfDay(0)))
    }
}
