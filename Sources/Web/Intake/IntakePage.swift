import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// The intake: the story first, then who tells it, then what it is about; the rest is folded up until it is needed.
struct IntakePage {
    let desk: Desk
    let intake: IntakeForm
    /// The answer to "Zoek klant"; nil when nobody asked.
    var found: [KnownCustomer]?
    var customer: EarlierComplaints.Known?
    /// Whether a customer was just chosen: the page then goes on with the nature.
    var isChosen = false
    /// What the form was filled with.
    var draft: Draft?
    /// Other complaints that are half taken in.
    var others: [Draft] = []
    /// One that was thrown away of late.
    var thrown: Draft?

    private var say: Wording { desk.say }
    private var isWrong: Bool { !intake.problems.isEmpty || !intake.remarks.isEmpty }
    private var isFresh: Bool { intake.form.fields.isEmpty }

    func response() -> Response {
        let title = say("Klacht registreren", "Register complaint")
        return desk.page(
            (isWrong ? say("Fout: ", "Error: ") : "") + title, current: Paths.intake, shortcuts: shortcuts,
            status: isWrong ? .unprocessableContent : .ok
        ) {
            trouble
            Heading(title: title, remark: say("Alles op één pagina.", "Everything on one page.")).html
            HalfTaken(desk: desk, draft: draft, others: others, thrown: thrown).html
            div(.class("beside")) {
                desk.draftedForm(
                    to: Paths.intake, draft: draft, at: HalfTaken.paths,
                    mark: draft == nil ? intake.form.draftMark : nil, isUnsaved: !isFresh && draft == nil, isUpload: true,
                    class: "form intake"
                ) { form }
                aside(.class("file-side"), .aria("label", say("Eerdere klachten", "Earlier complaints"))) {
                    section {
                        h2 { say("Eerdere klachten", "Earlier complaints") }
                        div(.data("more-into", ""), .aria("live", "polite")) { EarlierComplaints(desk: desk, known: customer).html }
                    }
                }
            }
        }
    }

    private var trouble: HTML {
        guard isWrong else { return HTML() }
        let fields = intake.problems.map { Field($0.field, "", error: say.intakeProblem($0)) }
        let remarks = intake.remarks.sorted { $0.key < $1.key }.map { Field($0.key, "", error: $0.value) }
        return ErrorSummary(title: say("Er is een probleem", "There is a problem"), fields: fields + remarks).html
    }

    private var form: HTML {
        let fields = IntakeFields(desk: desk, intake: intake)
        return group {
            fields.defaultButton
            fields.submission
            fields.story(isFocused: isFresh || draft != nil)
            fields.customer(found: found, isFocused: found != nil)
            fields.nature(isFocused: isChosen)
            fields.receipt
            IntakeFolds(desk: desk, intake: intake, fields: fields).html
            actions {
                Button(say("Registreer klacht", "Register complaint"), .primary)
                span(.class("muted")) { say("of Ctrl+Enter", "or Ctrl+Enter") }
            }
        }
    }

    private var shortcuts: [Shortcut] {
        [
            Shortcut(key: "Ctrl Enter", meaning: say("registreren", "register")),
            Shortcut(key: "↓ Enter", meaning: say("gevonden klant kiezen", "choose a customer found")),
        ]
    }
}

extension Wording {
    /// Problems of this page that the shared words don't know.
    func intakeProblem(_ problem: FieldProblem) -> String {
        switch (problem.field, problem.reason) {
        case ("receivedTime", _): self("Vul een tijd in zoals 14:05.", "Fill in a time such as 14:05.")
        case ("solved", _):
            self(
                "Kruis aan dat de klacht is opgelost, of maak de velden eronder leeg.",
                "Tick that the complaint is solved, or empty the fields below it.")
        default: self.problem(problem)
        }
    }
}
