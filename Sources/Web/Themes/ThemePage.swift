import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// One theme: its complaints across natures, and the measures that came from it.
struct ThemePage {
    struct Content: Sendable {
        let theme: Theme
        let rows: [WorklistRow]
        /// How many there are, also where not all are shown.
        let count: Int
        let measures: [MeasureRow]
    }

    static let mostRows = 200

    let desk: Desk
    let content: Content
    let typed: TypedForm
    var isChanging = false

    private var say: Wording { desk.say }
    private var theme: Theme { content.theme }
    private var keeps: Bool { desk.actor.hasAny(of: ThemeOffice.keepers) }

    private var own: TypedForm { isChanging ? typed : TypedForm(say) }
    private var fields: ThemeFields { ThemeFields(typed: own, title: theme.title, words: theme.words ?? "") }
    private var adding: TypedForm { isChanging ? TypedForm(say) : typed }
    private var numbers: Field {
        let field = adding.field(
            "complaints", say("Klachtnummers", "Complaint numbers"), hint: say("Met een komma ertussen.", "With commas between them."))
        return Field(ThemesRoutes.numbers, field.label, hint: field.hint, error: field.error, prefix: "add")
    }

    func response() -> Response {
        desk.page(
            typed.title(say("Thema: \(theme.title)", "Theme: \(theme.title)")), current: Paths.themes,
            status: typed.hasTrouble ? .unprocessableContent : .ok
        ) {
            typed.summary(isChanging ? fields.all : [numbers])
            Heading(title: theme.title, remark: sentence).html
            if let words = theme.words { p(.class("pre passage")) { words } }
            if MeasurePermissions.allows(.raise, desk.actor, owner: nil) {
                actions { Button(say("Neem een maatregel", "Take a measure"), .primary, to: Paths.newMeasure(fromTheme: theme.id)) }
            }
            if !content.measures.isEmpty {
                section(.class("errands"), .aria("labelledby", "measures")) {
                    h2(.id("measures")) { say("Maatregelen", "Measures") }
                    MeasureLines(desk: desk, label: say("Maatregelen", "Measures"), measures: content.measures)
                }
            }
            complaints
            if keeps { change }
        }
    }

    private var sentence: String {
        let count = say.count(content.count, ("klacht", "klachten"), ("complaint", "complaints"))
        let natures = Set(content.rows.map { $0.nature?.about ?? "" }).count
        let spread = natures > 1 ? say(", over \(natures) onderwerpen", ", about \(natures) subjects") : ""
        return count + spread + (theme.endedAt == nil ? "" : say(". Afgesloten.", ". Ended."))
    }

    private var complaints: HTML {
        let lines = WorklistLines(desk: desk, hits: nil, excerpts: [:])
        return section(.class("errands"), .aria("labelledby", "complaints")) {
            h2(.id("complaints")) { say("Klachten", "Complaints") }
            if content.rows.isEmpty {
                p(.class("muted")) { say("Nog geen klachten.", "No complaints yet.") }
            } else {
                Worklist(
                    label: say("Klachten van dit thema", "Complaints of this theme"), isDense: desk.person.member.isDense,
                    rows: content.rows.map { row in
                        var line = lines.row(row)
                        line.tick = nil
                        return line
                    }
                ).html
            }
            if content.count > content.rows.count {
                p(.class("muted")) { say("De nieuwste \(content.rows.count) staan hier.", "The newest \(content.rows.count) are here.") }
            }
            if keeps { keeping }
        }
    }

    private var keeping: HTML {
        details(.class("fold"), .open(adding.hasTrouble)) {
            summary { say("Klachten erbij of eraf", "Add or take off complaints") }
            desk.form(to: Paths.themeComplaints(theme.id)) {
                TextField(field: numbers, value: adding.text(ThemesRoutes.numbers), width: .medium)
                actions { Button(say("Voeg toe", "Add")) }
            }
            for row in content.rows.prefix(50) {
                desk.form(to: Paths.themeComplaints(theme.id)) {
                    input(.type(.hidden), .name("weg"), .value(row.number.formatted))
                    actions { Button(say("Haal \(row.number.formatted) eraf", "Take off \(row.number.formatted)"), .quiet) }
                }
            }
        }
    }

    private var change: HTML {
        details(.class("fold"), .open(isChanging)) {
            summary { say("Thema aanpassen of afsluiten", "Change or end the theme") }
            desk.form(to: Paths.theme(theme.id)) {
                input(.type(.hidden), .name(SettingsForm.seenField), .value("\(theme.version)"))
                fields.html
                Tick(
                    field: Field(
                        "ended", say("Afgesloten", "Ended"), hint: say("Kan niet meer gekozen worden", "Can't be chosen any more")),
                    isOn: own.isOn("ended", or: theme.endedAt != nil))
                actions { Button(say("Bewaar thema", "Save theme")) }
            }
        }
    }
}
