/// A phase as the procedure tells of it.
package struct ProcedurePhase: Hashable, Sendable {
    package var phase: Phase
    package var name: Bilingual
    /// The phases that come next, onwards.
    package var then: [Phase]
    /// The phases that it may fall back to.
    package var back: [Phase]

    package init(_ phase: Phase, _ name: Bilingual, then: [Phase] = [], back: [Phase] = []) {
        (self.phase, self.name, self.then, self.back) = (phase, name, then, back)
    }

    /// The longest name, in Unicode scalars.
    static let longestName = 60
}

/// A chapter of the procedure in words for everybody.
package struct ProcedureChapter: Hashable, Sendable {
    package var title: Bilingual
    package var text: Bilingual

    package init(title: Bilingual, text: Bilingual) { (self.title, self.text) = (title, text) }
}

/// Who is reminded of a promise, and how many working days before (negative) or after it was due.
package struct ReminderStep: Hashable, Sendable {
    package enum Recipient: String, CaseIterable, Hashable, Sendable { case handler, manager, management }

    package var workingDays: Int
    package var recipients: Set<Recipient>

    package init(_ workingDays: Int, to recipients: Set<Recipient>) { (self.workingDays, self.recipients) = (workingDays, recipients) }
}

/// Whoever of the company is told that a letter to the customer was written. The letter itself is in the file.
package enum LetterCopy: String, CaseIterable, Hashable, Sendable { case handler, manager }

/// Above which amount a remedy needs somebody else's agreement.
package struct RemedyLimit: Hashable, Sendable {
    package var above: Money
    /// Whoever may give it, when it is not the one who wrote the solution.
    package var by: Standing

    package init(above: Money, by: Standing) { (self.above, self.by) = (above, by) }
}

/// What must be done at once when a complaint is serious for a certain reason.
package struct ImmediateStep: Hashable, Sendable {
    package var reason: SeverityReason
    package var within: DeadlineRule
    package var step: Bilingual

    package init(_ reason: SeverityReason, within: DeadlineRule, step: Bilingual) {
        (self.reason, self.within, self.step) = (reason, within, step)
    }
}

/// Who looks at a complaint outside the company, for which customers and until when.
package struct OutsideBody: Hashable, Sendable {
    package enum Customers: String, CaseIterable, Hashable, Sendable { case everybody, consumers, businesses }

    package var name: Bilingual
    package var customers: Customers
    /// What it does, and how to reach it.
    package var text: Bilingual
    package var term: Bilingual?

    package init(name: Bilingual, customers: Customers, text: Bilingual, term: Bilingual? = nil) {
        (self.name, self.customers, self.text, self.term) = (name, customers, text, term)
    }
}

extension OutsideBody {
    /// Who it is, what it does, and until when: one line.
    package func words(in language: Language) -> String {
        ["\(name.text(in: language)).", text.text(in: language), term?.text(in: language)].compactMap(\.self).joined(separator: " ")
    }
}

extension Procedure {
    /// Those who look at complaints of such customers outside the company.
    package func outsideBodies(for group: CustomerGroup) -> [OutsideBody] {
        outsideBodies.filter { body in
            switch body.customers {
            case .everybody: true
            case .consumers: group == .person
            case .businesses: group == .organisation
            }
        }
    }
}

extension Complaint {
    /// Whether the company has said its last word: it is closed, or will not be looked at again.
    package var isOver: Bool { [.closed, .withdrawn, .referred].contains(phase) && reopeningRequest == nil }
}

/// How long files are kept, and why.
package struct RetentionRule: Hashable, Sendable {
    /// Nil for every outcome that no other rule names.
    package var outcome: Finding?
    /// Months after closing.
    package var months: Int
    package var reason: Bilingual

    /// Thirty years, after which no claim is left by any law: above this a term is a slip of the pen.
    package static let mostMonths = 360

    package init(outcome: Finding? = nil, months: Int, reason: Bilingual) {
        (self.outcome, self.months, self.reason) = (outcome, months, reason)
    }
}

/// What comes after several attempts that did not reach the customer.
package struct AttemptRule: Hashable, Sendable {
    package var after: Int
    package var advice: Bilingual

    package init(after: Int, advice: Bilingual) { (self.after, self.advice) = (after, advice) }
}
