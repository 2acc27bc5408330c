import Casework
import Complaints
import Markup
import Records

/// The fields of a plan, as they are first shown, as they stand, or as they come back.
struct MeasureForm {
    static let fields: Set<String> = [
        "kind", "title", "problem", "rootCause", "action", "owner", "due", "cost", "checkOn", "about", "wrong", "theme", "lag", "hope",
    ]

    let desk: Desk
    let typed: TypedForm
    /// What stands in the fields before anybody types.
    let stored: [String: String]
    /// Themes by which complaints can be counted.
    var themes: [Theme] = []

    private var say: Wording { desk.say }

    /// What a form says, with the fields that can't be read as days.
    static func input(_ form: SubmittedForm, today: Day) -> MeasureInput {
        var input = MeasureInput()
        (input.kind, input.title, input.problem) = (form["kind"], form["title"], form["problem"])
        (input.rootCause, input.action, input.cost) = (form["rootCause"], form["action"], form["cost"])
        (input.about, input.wrong) = (form["about"], form["wrong"])
        (input.lag, input.hope) = (form["lag"], form["hope"])
        input.owner = Int64(form.text("owner")).map { StaffID($0) }
        input.theme = Int64(form.text("theme"))
        func day(_ name: String) -> Day? {
            let text = form.text(name).trimmed
            if text.isEmpty { return nil }
            do { return try TypedMoment.day(text, today: today, isAhead: true, field: name) } catch {
                input.unreadable.insert(name)
                return nil
            }
        }
        (input.due, input.checkOn) = (day("due"), day("checkOn"))
        return input
    }

    static func stored(_ plan: MeasurePlan) -> [String: String] {
        [
            "kind": plan.kind.rawValue, "title": plan.title.text ?? "", "problem": plan.problem.text ?? "",
            "rootCause": plan.rootCause?.text ?? "", "action": plan.action.text ?? "", "owner": "\(plan.owner.value)",
            "due": DateWords.short(plan.due), "cost": plan.cost?.description ?? "", "checkOn": DateWords.short(plan.check.on),
            "about": plan.check.about ?? "", "wrong": plan.check.wrong ?? "", "theme": plan.check.theme.map { "\($0)" } ?? "",
            "lag": "\(plan.check.lag)", "hope": "\(plan.check.hope)",
        ]
    }

    private func value(_ name: String) -> String { typed.text(name, or: stored[name] ?? "") }
    private func field(_ name: String, _ label: String, hint: String? = nil, isOptional: Bool = false) -> Field {
        typed.field(name, label, hint: hint, isOptional: isOptional)
    }

    private var kind: Field {
        field("kind", say("Soort maatregel", "Kind of measure"))
    }
    private var title: Field { field("title", say("Naam", "Name"), hint: say("Kort: wat verandert er?", "Short: what changes?")) }
    private var problem: Field { field("problem", say("Wat is het probleem?", "What is the problem?")) }
    private var root: Field { field("rootCause", say("Wat is de hoofdoorzaak?", "What is the root cause?"), isOptional: true) }
    private var action: Field { field("action", say("Wat gaat er gebeuren?", "What will be done?")) }
    private var owner: Field { field("owner", say("Wie voert het uit?", "Who carries it out?")) }
    private var due: Field { field("due", say("Klaar op", "Done by"), hint: say("Zoals 3-11-2026.", "Such as 3-11-2026.")) }
    private var cost: Field { field("cost", say("Kosten in euro’s", "Cost in euros"), isOptional: true) }
    private var about: Field {
        field("about", say("Tel klachten over", "Count complaints about"), isOptional: true)
    }
    private var wrong: Field { field("wrong", say("waarbij misging", "of which this went wrong"), isOptional: true) }
    private var theme: Field { field("theme", say("binnen het thema", "within the theme"), isOptional: true) }
    private var hope: Field {
        field(
            "hope", say("Hoeveel procent minder verwacht u?", "How many per cent fewer do you expect?"),
            hint: say("Van 5 tot en met 95.", "From 5 to 95."))
    }
    private var lag: Field {
        field(
            "lag", say("Na hoeveel weken kan het gaan werken?", "After how many weeks can it begin to work?"),
            hint: say("0 is meteen.", "0 is at once."))
    }
    private var checkOn: Field {
        field(
            "checkOn", say("Kijk of het werkt op", "Look whether it works on"),
            hint: say(
                "Liefst 8 weken of meer nadat het klaar is: eerder is er te weinig om iets te zeggen.",
                "At best 8 weeks or more after it is done: earlier there is too little to say anything."))
    }

    /// For the summary of what is wrong, in the page's order.
    var all: [Field] { [kind, title, problem, root, action, owner, due, cost, about, wrong, theme, hope, lag, checkOn] }

    var html: HTML {
        group {
            RadioField(
                field: kind,
                choices: [
                    Choice(
                        MeasureKind.corrective.rawValue, say("Corrigerend", "Corrective"),
                        hint: say("zet recht wat misging", "puts right what went wrong")),
                    Choice(
                        MeasureKind.preventive.rawValue, say("Preventief", "Preventive"),
                        hint: say("voorkomt dat het misgaat", "keeps it from going wrong")),
                ], chosen: value("kind"))
            TextField(field: title, value: value("title"))
            TextArea(field: problem, value: value("problem"), rows: 4)
            TextArea(field: root, value: value("rootCause"), rows: 3)
            TextArea(field: action, value: value("action"), rows: 4)
            SelectField(
                field: owner, choices: owners, chosen: value("owner"), empty: say("Kies een collega", "Choose a colleague"), width: .medium)
            DateField(field: due, value: value("due"))
            TextField(field: cost, value: value("cost"), inputmode: "decimal", width: .short)
            effect
        }
    }

    /// Fixed beforehand, so that nobody can choose afterwards by what it is judged.
    private var effect: HTML {
        fieldset(.class("part")) {
            legend { say("Hoe meten wij of het werkt?", "How do we measure whether it works?") }
            p(.class("hint")) {
                say(
                    "Gehoor telt deze klachten per week, vóór en na de maatregel. U legt dat nu vast; na het uitvoeren verandert het niet meer.",
                    "Gehoor counts these complaints per week, before the measure and after it. You fix this now; once it is carried out it does not change."
                )
            }
            SelectField(field: about, choices: natures(.about), chosen: value("about"), empty: say("alles", "everything"), width: .medium)
            SelectField(field: wrong, choices: natures(.wrong), chosen: value("wrong"), empty: say("alles", "everything"), width: .medium)
            if !themes.isEmpty {
                SelectField(
                    field: theme,
                    choices: themes.filter { $0.endedAt == nil || "\($0.id.value)" == stored["theme"] }.map {
                        Choice("\($0.id.value)", $0.title)
                    },
                    chosen: value("theme"), empty: say("alle thema’s", "all themes"), width: .medium)
            }
            TextField(field: hope, value: value("hope"), inputmode: "numeric", width: .short)
            TextField(field: lag, value: value("lag"), inputmode: "numeric", width: .short)
            DateField(field: checkOn, value: value("checkOn"))
        }
    }

    private var owners: [Choice] {
        var members = desk.colleagues()
        // Who left may stay in what was written before.
        if let id = Int64(stored["owner"] ?? ""), let member = desk.staff[StaffID(id)], !member.isActive { members.append(member) }
        return members.map { Choice("\($0.id.value)", $0.name) }
    }

    private func natures(_ axis: NatureAxis) -> [Choice] {
        let items = desk.house.natures.items(axis)
        return items.filter { $0.isActive || $0.code == stored[axis.rawValue] }.map { Choice($0.code, $0.label(in: desk.language)) }
    }
}
