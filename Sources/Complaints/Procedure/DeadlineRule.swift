/// How a due moment follows from the moment that starts the count.
package enum DeadlineRule: Hashable, Sendable {
    /// Closing time of the n-th working day of the company's calendar.
    case workingDays(Int)
    /// The end of the n-th day after, whatever day that is.
    case days(Int)
    /// The end of the same day of the week, n weeks later; where that is a Saturday, a Sunday or a day of the Algemene termijnenwet, of
    /// the next day that is none (art. 1), unless it is more than twelve weeks (art. 4).
    case weeks(Int)
    /// So many hours later, to the second; no day off makes them more.
    case hours(Int)
    /// Closing time of a day that somebody named.
    case on(Day)

    /// Longer terms than this many weeks end where they end (Algemene termijnenwet, art. 4).
    private static let mostRollingWeeks = 12

    /// Whether its end moves on from a Saturday, a Sunday or a holiday by law.
    package var rollsOver: Bool { if case .weeks(let number) = self { number <= Self.mostRollingWeeks } else { false } }

    /// The number it holds; 0 for a day that was named.
    package var amount: Int {
        switch self {
        case .workingDays(let number), .days(let number), .weeks(let number), .hours(let number): number
        case .on: 0
        }
    }

    /// How much a term may be in its unit: above this a setting is a slip of the pen. Five years of days or hours in 72 are enough.
    package var allowed: ClosedRange<Int> {
        switch self {
        case .workingDays: WorkingDayCount.allowed
        case .days: 1...1826
        case .weeks: 1...260
        case .hours: 1...2160
        case .on: 0...0
        }
    }

    /// Another number of the same unit.
    package func with(_ number: Int) -> DeadlineRule { lengthened(by: number - amount) }

    /// As much of the same unit as a term may be.
    var longest: DeadlineRule { with(allowed.upperBound) }

    /// The same rule with more of the same unit: an extension.
    package func lengthened(by more: Int) -> DeadlineRule {
        switch self {
        case .workingDays(let number): .workingDays(number + more)
        case .days(let number): .days(number + more)
        case .weeks(let number): .weeks(number + more)
        case .hours(let number): .hours(number + more)
        case .on: self
        }
    }

    /// The count that leads to the due moment; nil for a number that no promise may take.
    package func count(from start: Moment, on calendar: OfficeCalendar, pauses: [PausedTime] = []) -> TermCount? {
        TermCount(self, from: start, on: calendar, pauses: pauses)
    }
}

/// A time in which a clock stands still: from one instant until another.
package struct PausedTime: Hashable, Sendable {
    package let from: Instant
    /// Nil while it still stands still.
    package var until: Instant?

    package init(from: Instant, until: Instant?) {
        self.from = from
        self.until = until
    }
}
