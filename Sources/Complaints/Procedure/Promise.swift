/// What the customer is promised.
package enum PromiseKind: String, CaseIterable, Hashable, Sendable {
    /// The customer knows that the complaint was received.
    case acknowledgement
    /// Somebody of the company has spoken with the customer.
    case firstContact = "first-contact"
    /// The complaint is solved and the customer knows how.
    case resolution
    /// The customer has heard how far it is.
    case progress
    /// The answer within a term that a law sets, beside the company's own.
    case statutory
    /// What a member of staff promised in their own words.
    case byHand = "by-hand"
    /// What must be done at once because of why a complaint is serious. Nothing that the customer is told.
    case immediate

    /// Somebody other than the handler has judged whether to look again, since the customer is not satisfied.
    case review

    /// What stands in registers and previews even where nothing of it was promised.
    package static let main: [PromiseKind] = [.firstContact, .resolution]
}

/// How a promise stands. *Broken* is never recorded: it is what the clock says.
package enum PromiseState: String, CaseIterable, Hashable, Sendable {
    case open, kept, broken, withdrawn

    /// A promise met after its due date stays broken, and so does one withdrawn after it.
    package init(due: Instant, metAt: Instant?, withdrawnAt: Instant?, at now: Instant) {
        if let metAt {
            self = metAt <= due ? .kept : .broken
        } else if let withdrawnAt {
            self = withdrawnAt <= due ? .withdrawn : .broken
        } else {
            self = now <= due ? .open : .broken
        }
    }
}

/// A promise to the customer with the rule it was made by, so that its date can be worked out again.
package struct Promise: Hashable, Sendable {
    /// A due moment that no longer holds, and when it was replaced.
    package struct FormerDue: Hashable, Sendable {
        package let due: Instant
        package let until: Instant

        package init(due: Instant, until: Instant) {
            self.due = due
            self.until = until
        }
    }

    /// 1, 2, 3 … within the complaint, in the order they were made.
    package let ordinal: Int
    package let kind: PromiseKind
    /// The rule it was made by, and how much was added to it since, in the same unit.
    package var rule: DeadlineRule
    package var added = 0
    /// How often it was given a later date.
    package internal(set) var extensions = 0
    /// The times in which its clock stood still; only the last may not have ended.
    package var pauses: [PausedTime] = []
    /// What an immediate step is for: the code of a reason.
    package var topic: String?
    /// The version of the procedure that the rule comes from, and of the calendar it was counted on.
    package let procedureVersion: Int
    package var calendarVersion: Int
    /// What the days are counted from.
    package var start: Instant
    package var due: Instant
    package var history: [FormerDue] = []
    /// When what was promised happened, whenever it was recorded.
    package var metAt: Instant?
    package var withdrawnAt: Instant?

    package init(
        ordinal: Int, kind: PromiseKind, rule: DeadlineRule, procedureVersion: Int, calendarVersion: Int, start: Instant, due: Instant,
        topic: String? = nil
    ) {
        self.ordinal = ordinal
        self.kind = kind
        self.rule = rule
        self.procedureVersion = procedureVersion
        self.calendarVersion = calendarVersion
        self.start = start
        self.due = due
        self.topic = topic
    }

    /// While its clock stands still a promise does not break.
    package func state(at now: Instant) -> PromiseState {
        if isWaiting { return .open }
        return PromiseState(due: due, metAt: metAt, withdrawnAt: withdrawnAt, at: now)
    }

    /// Since when its clock stands still; nil while it runs.
    package var pausedSince: Instant? { pauses.last.flatMap { $0.until == nil ? $0.from : nil } }

    /// Whether somebody still owes it, its clock stands still, and it was not broken before that.
    package var isWaiting: Bool { isOutstanding && pausedSince.map { $0 <= due } ?? false }

    /// How its date follows from all that it is counted by.
    package func count(on calendar: OfficeCalendar) -> TermCount? {
        rule.lengthened(by: added).count(from: calendar.zone.moment(at: start), on: calendar, pauses: pauses)
    }

    /// How much its term can be lengthened before it is longer than any term may be.
    package var room: Int { max(0, rule.allowed.upperBound - rule.amount - added) }

    /// Whether somebody still has to do something for it.
    package var isOutstanding: Bool { metAt == nil && withdrawnAt == nil }
}

/// All that a date is counted by, when it is counted anew.
package struct Recount: Hashable, Sendable {
    package var rule: DeadlineRule
    package var added: Int
    package var pauses: [PausedTime]
    package var start: Instant
    package var due: Instant
    package var calendarVersion: Int

    package init(
        rule: DeadlineRule, added: Int = 0, pauses: [PausedTime] = [], start: Instant, due: Instant, calendarVersion: Int
    ) {
        (self.rule, self.added, self.pauses) = (rule, added, pauses)
        (self.start, self.due, self.calendarVersion) = (start, due, calendarVersion)
    }
}

/// What an occurrence did to a promise.
package enum PromiseChange: Hashable, Sendable {
    case made(Promise)
    /// The same promise by another date: counted anew from a corrected receipt, or extended.
    case moved(ordinal: Int, start: Instant, due: Instant, calendarVersion: Int)
    /// The same promise counted by more than another start: extended, paused, going on, or by another rule.
    case recounted(ordinal: Int, Recount)
    case met(ordinal: Int, at: Instant)
    case withdrawn(ordinal: Int)
    /// A withdrawal undone.
    case restored(ordinal: Int)
}
