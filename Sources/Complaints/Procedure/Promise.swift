/// What the customer is promised.
package enum PromiseKind: String, CaseIterable, Hashable, Sendable {
    /// Somebody of the company has spoken with the customer.
    case firstContact = "first-contact"
    /// The complaint is solved and the customer knows how.
    case resolution
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
    /// The rule it was made by.
    package let rule: DeadlineRule
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
        ordinal: Int, kind: PromiseKind, rule: DeadlineRule, procedureVersion: Int, calendarVersion: Int, start: Instant, due: Instant
    ) {
        self.ordinal = ordinal
        self.kind = kind
        self.rule = rule
        self.procedureVersion = procedureVersion
        self.calendarVersion = calendarVersion
        self.start = start
        self.due = due
    }

    package func state(at now: Instant) -> PromiseState { PromiseState(due: due, metAt: metAt, withdrawnAt: withdrawnAt, at: now) }

    /// Whether somebody still has to do something for it.
    package var isOutstanding: Bool { metAt == nil && withdrawnAt == nil }
}

/// What an occurrence did to a promise.
package enum PromiseChange: Hashable, Sendable {
    case made(Promise)
    /// The same promise by another date: counted anew from a corrected receipt, or extended.
    case moved(ordinal: Int, start: Instant, due: Instant, calendarVersion: Int)
    case met(ordinal: Int, at: Instant)
    case withdrawn(ordinal: Int)
    /// A withdrawal undone.
    case restored(ordinal: Int)
}
