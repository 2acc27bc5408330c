import Complaints

/// What is wrong with a row, for whoever gives the file.
package struct RowProblem: Hashable, Sendable {
    /// The field, where it is about one.
    package let field: String?
    /// What stands there, shortened.
    package let value: String?
    package let reason: RowReason

    init(field: String? = nil, value: String? = nil, _ reason: RowReason) {
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
            return "line \(line): " + (problem.field.map { "\($0)\(value): " } ?? "") + problem.reason.english
        }
    }
}

extension Refusal {
    /// The fields of a row that the domain refuses.
    var rowProblems: [RowProblem] {
        switch self {
        case .invalid(let problems):
            problems.map { RowProblem(field: $0.field == "at" ? ImportField.contactAt.rawValue : $0.field, RowReason($0.reason)) }
        case .natureNotFinal: [RowProblem(field: "nature", .natureNotFinal)]
        case .notNow(.resolve, _, _): [RowProblem(field: "finding", .findingWithoutHandler)]
        case .notNow(.accept, _, _): [RowProblem(field: "handler", .workWithoutHandler)]
        default: [RowProblem(RowReason("de regels weigeren dit: \(code)", "the rules refuse this: \(code)"))]
        }
    }
}

extension RowReason {
    fileprivate static let natureNotFinal = RowReason(
        "een opgeloste klacht heeft een andere aard nodig dan “overig”", "a solved complaint needs a nature other than “other”")
    fileprivate static let findingWithoutHandler = RowReason(
        "een oordeel vraagt om een behandelaar; zonder kan het alleen `informal` zijn",
        "a finding needs a handler; without one it can only be `informal`")
    fileprivate static let workWithoutHandler = RowReason(
        "een klacht in behandeling heeft een behandelaar nodig", "a complaint that is in progress needs a handler")
}
