import Casework
import Complaints

/// What a working day is here, in sentences for customers.
struct WorkingDayWords {
    let say: Wording
    let calendar: OfficeCalendar
    let today: Day

    var sentences: [String] {
        let hours = "\(DateWords.time(calendar.opens))–\(DateWords.time(calendar.closes))"
        let weekdays = Weekday.allCases.filter { calendar.workingWeekdays.contains($0) }
        let names = weekdays.map { DateWords.weekday($0, say.language) }
        let isRow = weekdays.count > 2 && zip(weekdays, weekdays.dropFirst()).allSatisfy { $1.rawValue == $0.rawValue + 1 }
        let list =
            isRow
            ? say("\(names[0]) tot en met \(names[names.count - 1])", "\(names[0]) to \(names[names.count - 1])")
            : say.joined(names)
        var sentences = [
            say("Wij werken op \(list), \(hours) uur.", "We work on \(list), \(hours)."),
            say(
                "De dag van ontvangst telt niet mee. Een termijn eindigt om \(DateWords.time(calendar.closes)) uur op de laatste werkdag.",
                "The day of receipt does not count. A term ends at \(DateWords.time(calendar.closes)) on the last working day."),
            calendar.lateArrivalsCountFromNextWorkingDay
                ? say(
                    "Wat na sluitingstijd of op een vrije dag binnenkomt, geldt als ontvangen op de volgende werkdag.",
                    "What comes in after closing time or on a day off counts as received on the next working day.")
                : say(
                    "Ook wat na sluitingstijd of op een vrije dag binnenkomt, geldt als ontvangen op die dag zelf.",
                    "What comes in after closing time or on a day off counts as received on that very day, too."),
            say("Geen werkdagen zijn: \(holidays).", "These days are not working days: \(holidays)."),
        ]
        let closing = calendar.closingDays.filter { $0.day >= today }.prefix(20)
        if !closing.isEmpty {
            let days = closing.map { "\(DateWords.long($0.day, say.language)) (\($0.name))" }.joined(separator: ", ")
            sentences.append(say("Ook gesloten: \(days).", "Also closed: \(days)."))
        }
        return sentences
    }

    private var holidays: String {
        let kept = Holiday.allCases.filter { holiday in
            switch holiday {
            case .goodFriday: calendar.goodFridayIsFree
            case .liberationDay: calendar.liberationDayIsFree
            default: true
            }
        }
        return say.joined(kept.map { say.holiday($0) })
    }
}
