/// How a due moment follows from the moment that starts the count.
package enum DeadlineRule: Hashable, Sendable {
    /// Closing time of the n-th working day of the company's calendar.
    case workingDays(Int)

    /// The count that leads to the due moment; nil for a number of days that no promise may take.
    package func count(from start: Moment, on calendar: OfficeCalendar) -> WorkingDayCount? {
        switch self {
        case .workingDays(let days): WorkingDayCount(days, after: start, in: calendar)
        }
    }
}

/// The company's complaints procedure as far as it is numbers. Every rule that could differ between companies is read
/// from here and nowhere else.
package struct Procedure: Hashable, Sendable {
    package let version: Int
    /// "Binnen 2 werkdagen na ontvangst van de klacht neemt de toegewezen medewerker contact op."
    package var firstContact: DeadlineRule
    /// The expected response time that customers are told.
    package var resolution: DeadlineRule
    /// How many days after closing the customer may still ask to look at it again: six weeks.
    package var reopeningDays: Int

    package init(version: Int, firstContact: DeadlineRule, resolution: DeadlineRule, reopeningDays: Int) {
        self.version = version
        self.firstContact = firstContact
        self.resolution = resolution
        self.reopeningDays = reopeningDays
    }

    package static let standard = Procedure(version: 1, firstContact: .workingDays(2), resolution: .workingDays(10), reopeningDays: 42)

    package func rule(for kind: PromiseKind) -> DeadlineRule {
        switch kind {
        case .firstContact: firstContact
        case .resolution: resolution
        }
    }
}
