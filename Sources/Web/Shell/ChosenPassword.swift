import Markup

/// A new password, typed twice: a slip of the finger would lock its owner out.
struct ChosenPassword: Component {
    let typed: TypedForm

    private var say: Wording { typed.say }
    private var first: Field {
        typed.field("password", say("Nieuw wachtwoord", "New password"), hint: say.passwordAdvice)
    }
    private var second: Field { typed.field("again", say("Nog een keer", "Once more")) }

    var fields: [Field] { [first, second] }

    var html: HTML {
        group {
            TextField(field: first, type: .password, autocomplete: "new-password")
            TextField(field: second, type: .password, autocomplete: "new-password")
        }
    }

    /// What is wrong before anybody looks at the password itself: two that differ, by the byte.
    static func problem(in form: SubmittedForm, _ say: Wording) -> [String: String] {
        guard form.text("password").utf8.elementsEqual(form.text("again").utf8) else {
            return ["again": say("Typ twee keer hetzelfde wachtwoord.", "Type the same password twice.")]
        }
        return [:]
    }

    /// The form that comes back when the two differ; nil when they are the same.
    static func trouble(in form: SubmittedForm, _ say: Wording) -> TypedForm? {
        let problem = problem(in: form, say)
        return problem.isEmpty ? nil : TypedForm(say, form, errors: problem)
    }
}
