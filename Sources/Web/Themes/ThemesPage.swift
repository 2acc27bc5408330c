import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// The themes there are, and room for a new one.
struct ThemesPage {
    let desk: Desk
    let themes: [Theme]
    let counts: [ThemeID: Int]
    let typed: TypedForm

    private var say: Wording { desk.say }
    private var fields: [Field] { ThemeFields(typed: typed).all }

    func response() -> Response {
        let title = say("Thema’s", "Themes")
        let (open, ended) = (themes.filter { $0.endedAt == nil }, themes.filter { $0.endedAt != nil })
        return desk.page(typed.title(title), current: Paths.themes, status: typed.hasTrouble ? .unprocessableContent : .ok) {
            typed.summary(fields)
            Heading(
                title: title,
                remark: say(
                    "Een thema brengt klachten bij elkaar die iets gemeen hebben, waar ze ook over gaan.",
                    "A theme brings together complaints that have something in common, whatever they are about.")
            ).html
            if themes.isEmpty {
                EmptyState(
                    icon: .check, title: say("Nog geen thema’s", "No themes yet"),
                    words: say(
                        "Ziet u een patroon in klachten? Maak een thema en voeg ze toe, uit het dossier of uit een lijst.",
                        "Do you see a pattern in complaints? Make a theme and add them, from the file or from a list.")
                ).html
            }
            if !open.isEmpty { list(open, title) }
            if !ended.isEmpty {
                details(.class("fold")) {
                    summary { say("Afgesloten thema’s (\(ended.count))", "Ended themes (\(ended.count))") }
                    list(ended, say("Afgesloten thema’s", "Ended themes"))
                }
            }
            if !themes.isEmpty { FileLinks(say: say, csv: Paths.themesCSV, sheet: Paths.themesSheet).html }
            if desk.actor.hasAny(of: ThemeOffice.keepers) {
                section(.class("errands"), .aria("labelledby", "new-theme")) {
                    h2(.id("new-theme")) { say("Nieuw thema", "New theme") }
                    desk.form(to: Paths.themes) {
                        ThemeFields(typed: typed).html
                        actions { Button(say("Maak thema", "Make theme"), .primary) }
                    }
                }
            }
        }
    }

    private func list(_ themes: [Theme], _ label: String) -> HTML {
        Worklist(
            label: label, isDense: desk.person.member.isDense,
            rows: themes.map { theme in
                let count = counts[theme.id] ?? 0
                return WorkRow(
                    subject: theme.title, address: Paths.theme(theme.id), excerpt: HTML(theme.words ?? ""),
                    number: say.count(count, ("klacht", "klachten"), ("complaint", "complaints")), about: [],
                    promise: PromisePill(
                        theme.endedAt == nil ? say("loopt", "open") : say("afgesloten", "ended"), theme.endedAt == nil ? .calm : .good),
                    since: DateWords.brief(desk.calendar.zone.moment(at: theme.madeAt).day, desk.language))
            }
        ).html
    }
}

/// Title and words of a theme.
struct ThemeFields {
    let typed: TypedForm
    var title = ""
    var words = ""

    private var say: Wording { typed.say }
    private var titleField: Field { typed.field("title", say("Naam van het thema", "Name of the theme")) }
    private var wordsField: Field {
        typed.field("words", say("Wat hebben deze klachten gemeen?", "What do these complaints have in common?"), isOptional: true)
    }

    var all: [Field] { [titleField, wordsField] }

    var html: HTML {
        group {
            TextField(field: titleField, value: typed.text("title", or: title), width: .medium)
            TextArea(field: wordsField, value: typed.text("words", or: words), rows: 3)
        }
    }
}

/// Into which theme some chosen complaints go.
struct ThemeChoicePage {
    let desk: Desk
    let themes: [Theme]
    let numbers: [ComplaintNumber]
    let back: String
    let typed: TypedForm

    private var say: Wording { desk.say }

    private var choice: Field { typed.field("theme", say("Thema", "Theme"), isOptional: true) }
    private var title: Field { typed.field("title", say("Of een nieuw thema", "Or a new theme"), isOptional: true) }
    private var complaints: Field { typed.field("complaints", say("Klachten", "Complaints")) }

    func response() -> Response {
        let heading = say("Naar een thema", "To a theme")
        return desk.page(typed.title(heading), current: Paths.themes, status: typed.hasTrouble ? .unprocessableContent : .ok) {
            typed.summary([complaints, choice, title])
            Heading(title: heading).html
            desk.form(to: Paths.themeAdding) {
                input(.type(.hidden), .name(ThemesRoutes.back), .value(back))
                fieldset(.class("field"), .id(complaints.id), .tabindex(-1)) {
                    legend { say("Deze klachten", "These complaints") }
                    if numbers.isEmpty { p(.class("muted")) { say("Er is niets gekozen.", "Nothing is chosen.") } }
                    for number in numbers {
                        let id = "chosen-\(number.digits)"
                        div(.class("choice")) {
                            input(
                                .type(.checkbox), .id(id), .name(ThemesRoutes.complaint), .value(number.formatted), .checked(true))
                            label(.for(id)) { number.formatted }
                        }
                    }
                }
                SelectField(
                    field: choice, choices: themes.filter { $0.endedAt == nil }.map { Choice("\($0.id.value)", $0.title) },
                    chosen: typed.text("theme"), empty: say("Kies een thema", "Choose a theme"), width: .medium)
                TextField(field: title, value: typed.text("title"), width: .medium)
                actions {
                    Button(say("Voeg toe", "Add"), .primary)
                    Button(say("Terug", "Back"), .quiet, to: back)
                }
            }
        }
    }
}
