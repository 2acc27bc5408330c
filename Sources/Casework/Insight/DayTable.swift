import Complaints

/// Working days between many instants, quickly: each day's midnight is looked up once.
struct DayTable: Sendable {
    /// A hundred years: whoever asks for all of time waits for no more days than any complaint took.
    private static let most = 36_525

    /// Midnights in milliseconds, of each day from the first on.
    private let midnights: [Int64]
    /// Working days from the first day up to and including each.
    private let worked: [Int]

    init(from first: Day, through last: Day, on calendar: OfficeCalendar) {
        let first = max(first, last - Self.most)
        let days = (first.number...max(first.number, last.number)).map { Day(number: $0) }
        midnights = days.map { DayRange.midnight($0, calendar.zone).milliseconds }
        var sum = 0
        worked = days.map { day in
            if calendar.isWorkingDay(day) { sum += 1 }
            return sum
        }
    }

    /// Working days after the day of one instant up to and including that of a later one; never below 0.
    func workingDays(from start: Instant, to end: Instant) -> Int { max(0, worked[place(end)] - worked[place(start)]) }

    /// Days are 23 to 25 hours long: a guess is at most one off for each change of the clock, and those cancel out.
    private func place(_ instant: Instant) -> Int {
        let last = midnights.count - 1
        var place = min(last, max(0, Int((instant.milliseconds - midnights[0]) / 86_400_000)))
        while place > 0, midnights[place] > instant.milliseconds { place -= 1 }
        while place < last, midnights[place + 1] <= instant.milliseconds { place += 1 }
        return place
    }
}
