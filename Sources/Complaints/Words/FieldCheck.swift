/// What is wrong with one field of what somebody typed or sent: data for a sentence, never the sentence.
package struct FieldProblem: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case missing
        case tooLong(limit: Int)
        /// Not in a form that can be read, such as an e-mail address without @.
        case malformed
        /// Not one of the values there are.
        case unknown
        /// No e-mail address, phone number or postal address at all.
        case unreachable
        case inTheFuture
        /// Before the earliest moment that is taken: 1 January 2000, or the receipt of the complaint.
        case tooEarly
        /// After the latest day that is taken: ten years from now.
        case tooLate
        case notAnAmount
        /// A colleague who can't do this: not there any more, without the role, or the one the complaint is about.
        case notSuitable
        /// The same thing as something it should differ from.
        case itself
        /// A number that is not between these two.
        case outside(Int, Int)
        /// A text with a place in it, `{{?…}}`, that somebody still has to fill in.
        case unfilled
        /// About days of which a part is known already by these others.
        case overlaps(Day, Day)
        /// A replacement who would be replaced, by way of these colleagues, by whoever they replace.
        case inRing([StaffID])
        /// More of them than are taken.
        case tooMany(limit: Int)

        /// The stable code that programs read.
        package var code: String {
            switch self {
            case .missing: "missing"
            case .tooLong: "too-long"
            case .malformed: "malformed"
            case .unknown: "unknown"
            case .unreachable: "unreachable"
            case .inTheFuture: "in-the-future"
            case .tooEarly: "too-early"
            case .tooLate: "too-late"
            case .notAnAmount: "not-an-amount"
            case .notSuitable: "not-suitable"
            case .itself: "itself"
            case .outside: "outside"
            case .unfilled: "unfilled"
            case .overlaps: "overlaps"
            case .inRing: "in-ring"
            case .tooMany: "too-many"
            }
        }
    }

    /// The field's name in the API: `story`, `customer.email`, `findings.2`.
    package let field: String
    package let reason: Reason

    package init(_ field: String, _ reason: Reason) {
        self.field = field
        self.reason = reason
    }
}

/// Reads raw fields one by one and gathers what is wrong with them, so that a person hears everything at once.
package struct FieldCheck {
    package private(set) var problems: [FieldProblem] = []

    package init() {}

    package mutating func note(_ reason: FieldProblem.Reason, at field: String) { problems.append(FieldProblem(field, reason)) }

    /// A text of one line, without blanks around it; nil when there is none. Limits count Unicode scalars.
    package mutating func line(_ raw: String?, at field: String, limit: Int, required: Bool = false) -> String? {
        prose(raw, at: field, limit: limit, required: required, isQuoted: true).map { text in
            text.utf8.contains { $0 < 0x20 }
                ? String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 })) : text
        }
    }

    /// A text of any number of lines, without blanks around it; nil when there is none. Where it is required it says something.
    ///
    /// - Parameter isQuoted: words of somebody else, or a name, which are taken as they came: "?" is what a customer can write.
    package mutating func prose(_ raw: String?, at field: String, limit: Int, required: Bool = false, isQuoted: Bool = false) -> String? {
        let text = (raw ?? "").trimmed
        if text.isEmpty || (required && !isQuoted && !text.saysSomething) {
            if required { note(.missing, at: field) }
            return nil
        }
        // A scalar takes at most four bytes: short texts need no counting.
        if text.utf8.count > limit, text.unicodeScalars.count > limit {
            note(.tooLong(limit: limit), at: field)
            return nil
        }
        return text
    }

    /// A value of a type that reads itself; nil when the field is empty or can't be read (which is noted).
    package mutating func value<Value>(
        _ raw: String?, at field: String, or reason: FieldProblem.Reason = .malformed, required: Bool = false, reading: (String) -> Value?
    ) -> Value? {
        let text = (raw ?? "").trimmed
        if text.isEmpty {
            if required { note(.missing, at: field) }
            return nil
        }
        if let value = reading(text) { return value }
        note(reason, at: field)
        return nil
    }

    /// Refuses with everything that was noted, if anything was.
    package func finish() throws(Refusal) {
        if !problems.isEmpty { throw .invalid(problems) }
    }
}
