import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// Taking a measure: where it comes from, what will be done, and how it will be judged.
struct NewMeasurePage {
    /// What alone the key of this form may be sent for.
    static let purpose = "measure"

    let desk: Desk
    let typed: TypedForm
    var stored: [String: String] = [:]
    var numbers = ""
    var signal: Int64?
    var themes: [Theme] = []
    /// The theme it comes from.
    var theme: Theme?

    private var say: Wording { desk.say }

    private var sources: Field {
        var field = typed.field(
            "sources", say("Uit welke klachten?", "From which complaints?"),
            hint: say("Nummers met een komma ertussen.", "Numbers with commas between them."), isOptional: true)
        field = Field(
            MeasuresRoutes.Origin.complaints, field.label, hint: field.hint, optional: field.optional, error: field.error)
        return field
    }

    func response() -> Response {
        let title = say("Maatregel nemen", "Take a measure")
        let form = MeasureForm(desk: desk, typed: typed, stored: stored, themes: themes)
        return desk.page(
            typed.title(title), current: Paths.measures, status: typed.hasTrouble ? .unprocessableContent : .ok
        ) {
            typed.summary([sources] + form.all)
            Heading(
                title: title,
                remark: say(
                    "Een maatregel krijgt een eigenaar, een datum en een dag waarop wij kijken of hij werkt.",
                    "A measure gets an owner, a date, and a day on which we look whether it works.")
            ).html
            desk.form(to: Paths.newMeasure) {
                input(.type(.hidden), .name(Submission.field), .value(Submission().sealed(by: desk.workplace.tokens, for: Self.purpose)))
                if let signal {
                    input(.type(.hidden), .name(MeasuresRoutes.Origin.signal), .value("\(signal)"))
                    p(.class("hint")) { say("Deze maatregel komt uit een signaal.", "This measure comes from a signal.") }
                }
                if let theme {
                    input(.type(.hidden), .name(MeasuresRoutes.Origin.theme), .value("\(theme.id.value)"))
                    p(.class("hint")) {
                        say("Deze maatregel komt uit het thema “\(theme.title)”.", "This measure comes from the theme “\(theme.title)”.")
                    }
                }
                TextField(field: sources, value: numbers, width: .medium)
                form.html
                actions { Button(say("Neem deze maatregel", "Take this measure"), .primary) }
            }
        }
    }
}
