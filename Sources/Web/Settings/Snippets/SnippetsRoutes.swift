import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup

/// Texts that are used again in messages to customers.
struct SnippetsRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.snippets), use: show)
        routes.post(RouterPath(Paths.snippets), use: save)
        return routes
    }

    private static let places = 1...(SnippetsInput.most + 1)

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: [.administrator])
        let desk = try await workplace.desk(visit)
        return SnippetsPage(desk: desk, typed: TypedForm(desk.say), flash: desk.savedFlash(request)).response()
    }

    @Sendable func save(_ request: Request, _ visit: Visit) async throws -> Response {
        let fields = Self.places.flatMap { ["name.\($0)", "text.\($0)"] }
        let sent = try await SettingsForm(request, visit, workplace, fields: Set(fields))
        let entries = Self.places.map { Snippet(name: sent.form.text("name.\($0)"), text: sent.form.text("text.\($0)")) }
        do {
            try await workplace.settings.change(SnippetsInput(entries), seen: sent.seen, by: sent.person.actor)
            return Answers.seeOther("\(Paths.snippets)?bewaard=1")
        } catch let refusal as SettingsRefusal {
            let desk = try await workplace.desk(visit)
            let typed = sent.typed(desk.say, refusal) { (field: $0.field, words: Self.sentence($0, desk.say)) }
            return SnippetsPage(desk: desk, typed: typed, refusal: refusal).response()
        }
    }

    private static func sentence(_ problem: FieldProblem, _ say: Wording) -> String {
        switch problem.reason {
        case .missing where problem.field.hasPrefix("name"): say("Geef deze tekst een naam.", "Give this text a name.")
        case .missing: say("Schrijf de tekst bij deze naam.", "Write the text for this name.")
        case .itself: say("Deze naam is er al. Kies een andere.", "There is this name already. Choose another.")
        case .unknown:
            say(
                "Tussen {{ en }} kan alleen staan wat hieronder staat, of een vraag zoals {{?bedrag}}.",
                "Between {{ and }} can stand only what is listed below, or a question such as {{?amount}}.")
        default: say.problem(problem)
        }
    }
}

struct SnippetsPage {
    let desk: Desk
    let typed: TypedForm
    var refusal: SettingsRefusal? = nil
    var flash: Notice? = nil

    private var say: Wording { desk.say }
    private var stored: [Snippet] { desk.house.snippets }
    /// Those there are, what was typed, and an empty one.
    private var count: Int {
        let typedCount = (1...SnippetsInput.most).last { !typed.text("name.\($0)").isBlank || !typed.text("text.\($0)").isBlank } ?? 0
        return min(max(stored.count, typedCount) + 1, SnippetsInput.most + 1)
    }

    private func name(_ place: Int) -> Field {
        typed.field("name.\(place)", place > stored.count ? say("Nieuwe tekst: naam", "New text: name") : say("Naam", "Name"))
    }
    private func text(_ place: Int) -> Field { typed.field("text.\(place)", say("Tekst", "Text")) }

    func response() -> Response {
        let title = say("Antwoordteksten", "Reply texts")
        return desk.page(
            typed.title(title), current: Paths.snippets, flash: flash, isReading: true, status: SettingsForm.status(of: refusal)
        ) {
            typed.summary((1...count).flatMap { [name($0), text($0)] })
            Heading(
                title: title,
                remark: say(
                    "Wie een klant schrijft, typt :: en kiest een tekst. Maak naam en tekst leeg om er een weg te halen.",
                    "Whoever writes to a customer types :: and chooses a text. Empty name and text to take one away.")
            ).html
            if refusal == .movedOn { BothVersions(say: say, rows: (1...count).flatMap { rows(of: $0) }) }
            desk.form(to: Paths.snippets) {
                input(.type(.hidden), .name(SettingsForm.seenField), .value("\(desk.house.snippetsVersion)"))
                for place in 1...count { entry(place) }
                actions { Button(say("Bewaar teksten", "Save texts"), .primary) }
            }
            tags
        }
    }

    private func kept(_ place: Int) -> Snippet? { stored.indices.contains(place - 1) ? stored[place - 1] : nil }

    /// What holds now beside what was typed.
    private func rows(of place: Int) -> [(name: String, stored: String, typed: String)] {
        [
            (say("Naam \(place)", "Name \(place)"), kept(place)?.name ?? "", typed.text("name.\(place)")),
            (say("Tekst \(place)", "Text \(place)"), kept(place)?.text ?? "", typed.text("text.\(place)")),
        ]
    }

    private func entry(_ place: Int) -> HTML {
        let kept = kept(place)
        return section(.class("apart part")) {
            TextField(field: name(place), value: typed.text("name.\(place)", or: kept?.name ?? ""), autocomplete: "off", width: .medium)
            TextArea(field: text(place), value: typed.text("text.\(place)", or: kept?.text ?? ""), rows: 5)
        }
    }

    private var tags: HTML {
        section(.class("apart")) {
            h2 { say("Wat Gehoor invult", "What Gehoor fills in") }
            ul {
                for tag in SnippetTag.allCases {
                    li {
                        code { "{{\(tag.rawValue)}}" }
                        " " + meaning(tag)
                    }
                }
                li {
                    code { "{{?bedrag}}" }
                    " "
                        + say(
                            "een vraag: wie schrijft, vult het in. Zonder dat gaat het bericht niet weg.",
                            "a question: whoever writes fills it in. The message does not leave without.")
                }
            }
        }
    }

    private func meaning(_ tag: SnippetTag) -> String {
        switch tag {
        case .customer: say("de naam van de klant", "the customer's name")
        case .number: say("het klachtnummer", "the complaint's number")
        case .author: say("uw eigen naam", "your own name")
        case .organisation: say("de naam van de organisatie", "the organisation's name")
        case .phone: say("het telefoonnummer van de organisatie", "the organisation's phone number")
        case .due: say("de eerste toegezegde datum", "the first promised date")
        }
    }
}
