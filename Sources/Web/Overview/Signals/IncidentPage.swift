import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// All that is known to have happened, and the form to write down more.
struct IncidentsPage {
    let desk: Desk
    let incidents: [Incident]
    /// What the new one explains.
    var signal: KeptSignal? = nil
    let typed: TypedForm
    var flash: Notice? = nil

    private var say: Wording { desk.say }

    func response(_ status: HTTPResponse.Status = .ok) -> Response {
        let title = say("Voorvallen", "Incidents")
        let form = IncidentForm(desk: desk, typed: typed, incident: nil, signal: signal)
        return desk.page(typed.title(title), current: Paths.signals, flash: flash, isReading: true, status: status) {
            typed.summary(form.all)
            Heading(
                title: title,
                remark: say(
                    "Wat er gebeurd is, staat als lijn in de grafieken. Klanten kunnen er een tijd lang een melding van zien.",
                    "What happened is a line in the charts. Customers can see a notice of it for a while.")
            ).html
            if !incidents.isEmpty { list }
            section(.class("apart")) {
                h2 { say("Een voorval vastleggen", "Write down an incident") }
                form.html
            }
        }
    }

    private var list: HTML {
        div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", say("Voorvallen", "Incidents"))) {
            table(.class("table")) {
                thead {
                    tr {
                        th(.scope("col")) { say("Wat", "What") }
                        th(.scope("col")) { say("Van", "From") }
                        th(.scope("col")) { say("Tot en met", "Until") }
                        th(.scope("col")) { say("Melding aan klanten", "Notice to customers") }
                    }
                }
                tbody {
                    for incident in incidents {
                        tr {
                            th(.scope("row")) { a(.href(Paths.incident(incident.id))) { incident.title } }
                            td { DateWords.short(incident.first) }
                            td { incident.last.map { DateWords.short($0) } ?? say("loopt nog", "goes on") }
                            td { banner(incident) }
                        }
                    }
                }
            }
        }
    }

    private func banner(_ incident: Incident) -> String {
        guard let until = incident.banner?.until else { return "–" }
        let day = DateWords.short(until)
        return until < desk.now.day ? say("tot en met \(day), voorbij", "until \(day), over") : say("tot en met \(day)", "until \(day)")
    }
}

/// One incident, to be changed.
struct IncidentPage {
    static let signalField = "signaal"
    static let fields: Set<String> = [
        "title", "about", "first", "last", "bannerDutch", "bannerEnglish", "bannerUntil", signalField,
    ]

    let desk: Desk
    let incident: Incident
    let typed: TypedForm
    var flash: Notice? = nil
    /// Whether somebody else changed it since the form was opened.
    var isSecond = false

    func response(_ status: HTTPResponse.Status = .ok) -> Response {
        let form = IncidentForm(desk: desk, typed: typed, incident: incident, signal: nil)
        return desk.page(typed.title(incident.title), current: Paths.signals, flash: flash, isReading: true, status: status) {
            typed.summary(form.all)
            Heading(title: incident.title).html
            if isSecond { BothVersions(say: desk.say, rows: form.bothVersions(incident)).html }
            form.html
            p { a(.href(Paths.incidents)) { desk.say("Naar alle voorvallen", "To all incidents") } }
        }
    }
}

/// What happened, when, to what; and the notice.
struct IncidentForm {
    let desk: Desk
    let typed: TypedForm
    let incident: Incident?
    let signal: KeptSignal?

    private var say: Wording { desk.say }

    var all: [Field] { [title, about, first, last, dutch, english, until] }

    private var title: Field {
        typed.field("title", say("Wat er gebeurde", "What happened"), hint: say("Kort: storing 14 oktober", "Short: outage 14 October"))
    }
    private var about: Field { typed.field("about", say("Gaat over", "About"), isOptional: true) }
    private var first: Field { typed.field("first", say("Eerste dag", "First day")) }
    private var last: Field {
        typed.field("last", say("Laatste dag", "Last day"), hint: say("Leeg zolang het duurt", "Empty while it goes on"), isOptional: true)
    }
    private var dutch: Field { typed.field("bannerDutch", say("Melding in het Nederlands", "Notice in Dutch"), isOptional: true) }
    private var english: Field { typed.field("bannerEnglish", say("Melding in het Engels", "Notice in English"), isOptional: true) }
    private var until: Field {
        typed.field("bannerUntil", say("Klanten zien dit tot en met", "Customers see this until"), isOptional: true)
    }

    private var notice: String { say("Melding aan klanten", "Notice to customers") }

    var html: HTML {
        desk.form(to: incident.map { Paths.incident($0.id) } ?? Paths.incidents) {
            if let signal { input(.type(.hidden), .name(IncidentPage.signalField), .value("\(signal.id)")) }
            if let changed = incident?.changedAt {
                input(.type(.hidden), .name(SettingsForm.seenField), .value("\(changed.milliseconds)"))
            }
            TextField(field: title, value: typed.text("title", or: incident?.title ?? ""), autocomplete: "off").html
            SelectField(
                field: about, choices: desk.house.natures.about.map { Choice($0.code, $0.label(in: desk.language)) },
                chosen: typed.text("about", or: incident?.about ?? signal?.nature ?? ""), empty: say("alles", "everything")
            ).html
            DateField(field: first, value: typed.text("first", or: short(incident?.first ?? signal?.week))).html
            DateField(field: last, value: typed.text("last", or: short(incident?.last))).html
            // Under a heading of its own in the list; the page of one incident has none above it.
            if incident == nil { h3 { notice } } else { h2 { notice } }
            p(.class("muted")) {
                say(
                    "Staat boven het klachtformulier en bij een klacht die zij volgen. Laat leeg als er niets te melden is.",
                    "Stands above the complaint form and with a complaint that they follow. Leave empty when there is nothing to tell.")
            }
            TextArea(field: dutch, value: typed.text("bannerDutch", or: incident?.banner?.dutch ?? ""), rows: 3).html
            TextArea(field: english, value: typed.text("bannerEnglish", or: incident?.banner?.english ?? ""), rows: 3).html
            DateField(field: until, value: typed.text("bannerUntil", or: short(incident?.banner?.until))).html
            actions { Button(say("Bewaar voorval", "Save incident"), .primary) }
        }
    }

    /// What stands now beside what was typed.
    func bothVersions(_ incident: Incident) -> [(name: String, stored: String, typed: String)] {
        func kind(_ code: String) -> String {
            code.isEmpty ? say("alles", "everything") : desk.house.natures.label(.about, code, in: desk.language)
        }
        return [
            (title.label, incident.title, typed.text("title")), (about.label, kind(incident.about ?? ""), kind(typed.text("about"))),
            (first.label, short(incident.first), typed.text("first")), (last.label, short(incident.last), typed.text("last")),
            (dutch.label, incident.banner?.dutch ?? "", typed.text("bannerDutch")),
            (english.label, incident.banner?.english ?? "", typed.text("bannerEnglish")),
            (until.label, short(incident.banner?.until), typed.text("bannerUntil")),
        ]
    }

    private func short(_ day: Day?) -> String { day.map { DateWords.short($0) } ?? "" }
}
