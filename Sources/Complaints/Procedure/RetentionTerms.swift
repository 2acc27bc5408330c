/// A term of keeping that has passed for every file of this outcome that came to an end before a day: was closed, withdrawn, referred or merged.
package struct PassedTerm: Hashable, Sendable {
    /// Nil for every outcome that no other rule names.
    package let outcome: Finding?
    package let endedBefore: Day
}

extension Procedure {
    /// From when on files are past their term, rule by rule. A file that was closed on 15 January and is kept for 24 months is past it on the
    /// 16th of January two years later.
    package func passedTerms(on today: Day) -> [PassedTerm] {
        retention.map { PassedTerm(outcome: $0.outcome, endedBefore: today.back(months: $0.months)) }
    }
}

extension Day {
    /// The same day of the month so many months before; the last of that month where it has no such day.
    package func back(months: Int) -> Day {
        let (year, month, day) = civil
        let index = year * 12 + month - 1 - months
        let (before, of) = (index / 12, index % 12 + 1)
        return Day(year: before, month: of, day: min(day, Day.length(ofMonth: of, in: before))) ?? Day(number: 0)
    }
}

/// What is decided about a file whose term has passed. Gehoor erases nothing by itself.
package enum RetentionDecision: Hashable, Sendable {
    /// Kept through a day, after which it is asked again.
    case keep(through: Day)
    /// It may be erased.
    case erase

    /// The last day through which it is kept; nil where it may be erased.
    package var through: Day? { if case .keep(let day) = self { day } else { nil } }
}

/// A decision as it was typed.
package struct RetentionInput: Hashable, Sendable {
    package var decision: String
    package var through: String
    package var reason: String
    /// The files that it is about.
    package var complaints: [ComplaintNumber]

    package init(decision: String, through: String, reason: String, complaints: [ComplaintNumber]) {
        (self.decision, self.through, self.reason, self.complaints) = (decision, through, reason, complaints)
    }

    /// The decision and its reason. Throws what is wrong with each field.
    package func checked(today: Day) throws(Refusal) -> (decision: RetentionDecision, reason: String) {
        var check = FieldCheck()
        let kind = check.value(decision, at: "decision", or: .unknown, required: true) { ["keep", "erase"].contains($0) ? $0 : nil }
        var last: Day?
        if kind == "keep" {
            last = check.value(through, at: "through", or: .malformed, required: true) { try? Day(typed: $0, today: today) }
            if let day = last, day <= today { check.note(.tooEarly, at: "through") }
            if let day = last, day > today + Self.longest { check.note(.tooLate, at: "through") }
        }
        if kind == "erase", !through.isEmpty { check.note(.notSuitable, at: "through") }
        let reason = check.prose(reason, at: "reason", limit: Complaint.longestReason, required: true)
        if complaints.isEmpty { check.note(.missing, at: "complaint") }
        try check.finish()
        return (last.map { .keep(through: $0) } ?? .erase, reason ?? "")
    }

    /// Longer than ten years nothing is put off.
    private static let longest = 3653
}
