import Casework
import Complaints
import Markup

/// A form's fields with what was typed in them and what is wrong with it; nothing of either on a first visit.
struct TypedForm {
    let say: Wording
    private let form: SubmittedForm?
    private let errors: [String: String]
    /// What is wrong with the whole rather than with one field.
    private let general: [String]

    /// The form as it is first shown.
    init(_ say: Wording) { self.init(say, nil, errors: [:]) }

    /// The form as it comes back: the errors are sentences by the name of their field.
    init(_ say: Wording, _ form: SubmittedForm?, errors: [String: String], general: [String] = []) {
        (self.say, self.form, self.errors, self.general) = (say, form, errors, general)
    }

    var hasTrouble: Bool { !errors.isEmpty || !general.isEmpty }

    func field(_ name: String, _ label: String, hint: String? = nil, isOptional: Bool = false, prefix: String = "f") -> Field {
        Field(name, label, hint: hint, optional: isOptional ? say.optional : nil, error: errors[name], prefix: prefix)
    }

    /// What was typed, or what stands in the field before anybody types.
    func text(_ name: String, or stored: String = "") -> String { form.map { $0.text(name) } ?? stored }

    func all(_ name: String, or stored: Set<String> = []) -> Set<String> { form.map { Set($0.all(name)) } ?? stored }

    func isOn(_ name: String, or stored: Bool) -> Bool { form.map { $0.has(name) } ?? stored }

    /// A title that tells at once when something is wrong.
    func title(_ title: String) -> String { hasTrouble ? say("Fout: ", "Error: ") + title : title }

    /// What stands above the heading when something is wrong: a line for each field, in the page's order.
    func summary(_ fields: [Field]) -> HTML {
        guard hasTrouble else { return HTML() }
        return ErrorSummary(title: say("Er is een probleem", "There is a problem"), fields: fields, general: general).html
    }
}

extension TypedForm {
    /// The form that an account refusal sends back.
    ///
    /// - Parameter password: the name of the field with the password that was chosen or given.
    init(_ say: Wording, _ form: SubmittedForm, _ refusal: AccountRefusal, password: String = "password") {
        switch refusal {
        case .invalid(let problems):
            self.init(say, form, errors: Dictionary(problems.map { ($0.field, say.accountProblem($0)) }) { first, _ in first })
        case .unfitPassword, .wrongCredentials: self.init(say, form, errors: [password: say.refusal(refusal)])
        case .emailTaken: self.init(say, form, errors: ["email": say.refusal(refusal)])
        case .throttled, .linkNotThere, .lastAdministrator, .leavesFiles, .notAllowed, .notThere:
            self.init(say, form, errors: [:], general: [say.refusal(refusal)])
        }
    }
}
