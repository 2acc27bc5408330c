import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup

/// The two lists by which complaints are named: what it is about, and what went wrong.
struct NaturesRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.natures), use: show)
        routes.post(RouterPath(Paths.natures), use: save)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: [.administrator])
        let desk = try await workplace.desk(visit)
        return NaturesPage(desk: desk, flash: desk.savedFlash(request)).response()
    }

    @Sendable func save(_ request: Request, _ visit: Visit) async throws -> Response {
        let desk = try await workplace.desk(visit)
        let items = NatureAxis.allCases.flatMap { desk.house.natures.items($0) }
        let sent = try await SettingsForm(request, visit, workplace, fields: ItemTable.names(of: items).union(["axis", "from.new"]))
        guard let axis = NatureAxis(rawValue: sent.form.text("axis")) else { throw FormError.malformed }
        do {
            let typed = ItemEntries(sent.form, of: desk.house.natures.items(axis))
            let input = NatureListInput(axis, entries: typed.entries, added: typed.added, addedFrom: sent.form.text("from.new"))
            try await workplace.settings.change(input, seen: sent.seen, by: sent.person.actor)
            return Answers.seeOther("\(Paths.natures)?bewaard=1")
        } catch let refusal as SettingsRefusal {
            let desk = try await workplace.desk(visit)
            let typed = sent.typed(desk.say, refusal) { (field: $0.field, words: ItemEntries.sentence($0, desk.say)) }
            return NaturesPage(desk: desk, returned: (axis, typed), refusal: refusal).response()
        }
    }
}

struct NaturesPage {
    let desk: Desk
    var returned: (axis: NatureAxis, typed: TypedForm)? = nil
    var refusal: SettingsRefusal? = nil
    var flash: Notice? = nil

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = say("Aard van klachten", "Nature of complaints")
        let shown = returned?.typed ?? TypedForm(say)
        return desk.page(
            shown.title(title), current: Paths.natures, flash: flash, status: SettingsForm.status(of: refusal)
        ) {
            if let returned { returned.typed.summary(fields(of: returned.axis)) }
            Heading(
                title: title,
                remark: say(
                    "Wie een klacht registreert, kiest uit elke lijst één. “Overig” blijft altijd bestaan. Wat u uitzet, blijft in oude dossiers staan.",
                    "Whoever registers a complaint chooses one of each list. “Other” always stays. What you switch off stays in old files.")
            ).html
            list(.about, say("Waar het over gaat", "What it is about"))
            list(.wrong, say("Wat er misging", "What went wrong"))
        }
    }

    private func typed(_ axis: NatureAxis) -> TypedForm {
        returned?.axis == axis ? returned?.typed ?? TypedForm(say) : TypedForm(say)
    }

    private func table(_ axis: NatureAxis) -> ItemTable {
        ItemTable(desk: desk, typed: typed(axis), prefix: axis.rawValue, items: desk.house.natures.items(axis))
    }

    private func fields(of axis: NatureAxis) -> [Field] { table(axis).fields + (axis == .about ? [from] : []) }

    /// Of which the new entry is a part from now on.
    private var from: Field {
        typed(.about).field(
            "from.new", say("De nieuwe is afgesplitst van", "The new one is split off of"),
            hint: say("Dan lopen de cijfers van beide samen door.", "Then the figures of both go on together."), isOptional: true,
            prefix: NatureAxis.about.rawValue)
    }

    private func list(_ axis: NatureAxis, _ title: String) -> HTML {
        let table = table(axis)
        return section(.class("apart")) {
            h2(.id("\(axis.rawValue)-title")) { title }
            if refusal == .movedOn, returned?.axis == axis { BothVersions(say: say, rows: table.rows) }
            desk.form(to: Paths.natures) {
                input(.type(.hidden), .name("axis"), .value(axis.rawValue))
                input(.type(.hidden), .name(SettingsForm.seenField), .value("\(desk.house.naturesVersion)"))
                table.html
                if axis == .about {
                    SelectField(
                        field: from,
                        choices: desk.house.natures.about.filter { $0.code != Nature.other }.map {
                            Choice($0.code, $0.label(in: desk.language))
                        }, chosen: typed(.about).text("from.new"), empty: say("nee, helemaal nieuw", "no, wholly new"), width: .medium)
                }
                actions { Button(say("Bewaar deze lijst", "Save this list"), axis == .about ? .primary : .plain) }
            }
        }
    }
}
