import Casework
import Complaints

/// What was sent of an `ItemTable`: the entries that were there, and a new one.
struct ItemEntries {
    let entries: [String: NatureListInput.Entry]
    let added: NatureListInput.Entry

    init(_ form: SubmittedForm, of items: [NatureItem]) {
        let codes = items.map(\.code).filter { form.has("nl.\($0)") || form.has("en.\($0)") }
        let entries = codes.map { code in
            (
                code,
                NatureListInput.Entry(
                    dutch: form.text("nl.\(code)"), english: form.text("en.\(code)"), isActive: form.has("on.\(code)"))
            )
        }
        self.entries = Dictionary(entries) { first, _ in first }
        added = .init(dutch: form.text("nl.new"), english: form.text("en.new"), isActive: true)
    }

    /// What to do about a field of the table.
    static func sentence(_ problem: FieldProblem, _ say: Wording) -> String {
        switch problem.reason {
        case .missing: say("Vul een naam in, in beide talen.", "Fill in a name, in both languages.")
        case .itself: say("Deze naam staat al in de lijst. Kies een andere.", "This name is in the list already. Choose another.")
        default: say.problem(problem)
        }
    }
}
