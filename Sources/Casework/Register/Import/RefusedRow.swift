import Complaints

/// What is wrong with a row, for whoever gives the file.
package struct RowProblem: Hashable, Sendable {
    /// The field, where it is about one.
    package let field: String?
    /// What stands there, shortened.
    package let value: String?
    package let reason: String

    init(field: String? = nil, value: String? = nil, _ reason: String) {
        self.field = field
        self.value = value.map(Self.shortened)
        self.reason = reason
    }

    private static let mostShown = 40

    private static func shortened(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(mostShown).map { $0.properties.generalCategory == .control ? " " : $0 }
        return String(String.UnicodeScalarView(scalars)) + (text.unicodeScalars.count > mostShown ? "…" : "")
    }
}

/// A row that was not taken over, and everything that is wrong with it.
package struct RefusedRow: Error, Hashable, Sendable {
    /// The line of the file on which it begins.
    package let line: Int
    package let problems: [RowProblem]

    /// One line for each problem.
    package var lines: [String] {
        problems.map { problem in
            let value = problem.value.map { " “\($0)”" } ?? ""
            return "line \(line): " + (problem.field.map { "\($0)\(value): " } ?? "") + problem.reason
        }
    }
}

extension FieldProblem.Reason {
    /// What the domain finds wrong with a field, in plain words.
    var sentence: String {
        switch self {
        case .missing: "this is missing"
        case .tooLong(let limit): "this is longer than \(limit) characters"
        case .malformed: "this can't be read"
        case .unknown: "this is not one of the values there are"
        case .unreachable: "there is no e-mail address, phone number or postal address"
        case .inTheFuture: "this lies in the future"
        case .tooEarly: "this lies before 2000, or before the complaint was received"
        case .tooLate: "this lies more than ten years ahead"
        case .notAnAmount: "this is no amount"
        case .notSuitable: "this colleague is no active handler"
        case .itself: "this is the same as before"
        case .tooMany(let limit): "these are more than \(limit)"
        }
    }
}

extension Refusal {
    /// The fields of a row that the domain refuses.
    var rowProblems: [RowProblem] {
        switch self {
        case .invalid(let problems):
            problems.map { RowProblem(field: $0.field == "at" ? ImportField.contactAt.rawValue : $0.field, $0.reason.sentence) }
        case .natureNotFinal: [RowProblem(field: "nature", "a solved complaint needs a nature other than “other”")]
        case .notNow(.resolve, _): [RowProblem(field: "finding", "a finding needs a handler; without one it can only be `informal`")]
        case .notNow(.accept, _): [RowProblem(field: "handler", "a complaint that is in progress needs a handler")]
        default: [RowProblem("the rules refuse this: \(code)")]
        }
    }
}
