import Casework
import Complaints

/// The first and the last day of a period as they were typed.
struct TypedDays: Sendable {
    /// Nil where neither was typed, or something is wrong.
    let range: DayRange?
    let problems: [FieldProblem]

    /// - Parameters:
    ///   - fields: what the two are called where something is wrong with them.
    ///   - filling: the period, from the days that were typed.
    init(
        _ typed: (first: String, last: String), fields: (first: String, last: String), today: Day, filling: (Day?, Day?) -> DayRange
    ) {
        var problems: [FieldProblem] = []
        func day(_ text: String, _ field: String) -> Day? {
            if text.isEmpty { return nil }
            if let day = try? Day(typed: text, today: today) { return day }
            problems.append(FieldProblem(field, .malformed))
            return nil
        }
        let range = filling(day(typed.first, fields.first), day(typed.last, fields.last))
        if problems.isEmpty, range.first > range.last { problems.append(FieldProblem(fields.last, .tooEarly)) }
        let isTyped = !typed.first.isEmpty || !typed.last.isEmpty
        self.range = isTyped && problems.isEmpty ? range : nil
        self.problems = problems
    }
}
