import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup

/// The list of causes, kept by the complaints manager.
struct CausesRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.causes), use: show)
        routes.post(RouterPath(Paths.causes), use: save)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: [.manager])
        let desk = try await workplace.desk(visit)
        return CausesPage(desk: desk, typed: TypedForm(desk.say), flash: desk.savedFlash(request)).response()
    }

    @Sendable func save(_ request: Request, _ visit: Visit) async throws -> Response {
        let desk = try await workplace.desk(visit)
        let items = desk.house.causes.items
        let sent = try await SettingsForm(request, visit, workplace, of: .manager, fields: ItemTable.names(of: items))
        let typed = ItemEntries(sent.form, of: items)
        let input = CauseListInput(entries: typed.entries, added: typed.added)
        do {
            try await workplace.settings.change(input, seen: sent.seen, by: sent.person.actor)
            return Answers.seeOther("\(Paths.causes)?bewaard=1")
        } catch let refusal as SettingsRefusal {
            let desk = try await workplace.desk(visit)
            let typed = sent.typed(desk.say, refusal) { (field: $0.field, words: Self.sentence($0, desk.say)) }
            return CausesPage(desk: desk, typed: typed, refusal: refusal).response()
        }
    }

    private static func sentence(_ problem: FieldProblem, _ say: Wording) -> String {
        if problem.field == "nl.new", problem.reason == .missing {
            return say(
                "Houd minstens één oorzaak in gebruik, of geef een nieuwe een naam.", "Keep at least one cause in use, or name a new one.")
        }
        return ItemEntries.sentence(problem, say)
    }
}

struct CausesPage {
    let desk: Desk
    let typed: TypedForm
    var refusal: SettingsRefusal? = nil
    var flash: Notice? = nil

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = say("Oorzaken", "Causes")
        let table = ItemTable(desk: desk, typed: typed, prefix: "causes", items: desk.house.causes.items)
        return desk.page(typed.title(title), current: Paths.causes, flash: flash, status: SettingsForm.status(of: refusal)) {
            typed.summary(table.fields)
            Heading(
                title: title,
                remark: say(
                    "Wie een klacht onderzoekt, kiest hieruit de directe oorzaak en de hoofdoorzaak. Wat u uitzet, blijft in oude dossiers staan.",
                    "Whoever investigates a complaint chooses the direct and the root cause from these. What you switch off stays in old files."
                )
            ).html
            section(.class("apart")) {
                h2(.id("causes-title")) { say("De lijst", "The list") }
                if refusal == .movedOn { BothVersions(say: say, rows: table.rows) }
                desk.form(to: Paths.causes) {
                    input(.type(.hidden), .name(SettingsForm.seenField), .value("\(desk.house.causesVersion)"))
                    table.html
                    actions { Button(say("Bewaar deze lijst", "Save this list"), .primary) }
                }
            }
        }
    }
}
