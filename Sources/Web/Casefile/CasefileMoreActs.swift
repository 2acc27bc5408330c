import Casework
import Complaints
import Markup
import Records

/// Everything else that can be done to the file now, each folded until it is wanted; what is impossible is not shown.
struct CasefileMoreActs {
    let desk: Desk
    let file: Casefile
    let possible: Set<Act>
    let typed: TypedForms
    /// The act whose form was asked for.
    let wanted: Act?

    private var say: Wording { desk.say }
    private var complaint: Complaint { file.complaint }

    var html: HTML {
        let forms = self.forms
        if forms.isEmpty { return HTML() }
        return FactGroup(say("Meer doen", "More to do")) { for form in forms { form } }.html
    }

    private var forms: [HTML] {
        var forms: [HTML] = []
        if possible.contains(.classify) {
            forms.append(onDemand(.classify, say("Aard, ernst, inzage", "Nature, severity, access")) { classify($0) })
        }
        if possible.contains(.investigate) {
            forms.append(
                onDemand(.investigate, say("Oorzaken onderzoeken", "Investigate causes")) {
                    InvestigateForm(desk: desk, complaint: complaint, fields: $0).html
                })
        }
        if possible.contains(.assign), complaint.handler != nil || complaint.phase != .received {
            forms.append(
                details(.class("inner"), .open(typed.returned?.act == .assign)) {
                    summary { say("Aan een ander toewijzen", "Assign to somebody else") }
                    AssignForm(desk: desk, file: file, typed: typed).html
                })
        }
        if possible.contains(.return) {
            forms.append(
                folded(.return, say("Teruggeven", "Give back")) {
                    reason($0, say("Waarom geeft u terug?", "Why do you give it back?"), say("Geef terug", "Give back"))
                })
        }
        // While first contact is the next step, the solution is recorded from here.
        if possible.contains(.resolve), complaint.handler == nil || complaint.owesFirstContact {
            forms.append(ResolveForm(desk: desk, complaint: complaint, typed: typed).html)
        }
        if possible.contains(.correct) {
            forms.append(
                onDemand(.correct, say("Gegevens verbeteren", "Correct details")) {
                    CorrectForm(desk: desk, complaint: complaint, fields: $0).html
                })
        }
        if possible.contains(.withdraw) {
            forms.append(
                folded(.withdraw, say("Klant trekt in", "Customer withdraws")) {
                    reason($0, say("Waarom trekt de klant in?", "Why does the customer withdraw?"), say("Trek in", "Withdraw"))
                })
        }
        if possible.contains(.refer) { forms.append(folded(.refer, say("Doorverwijzen", "Refer")) { refer($0) }) }
        if possible.contains(.duplicate) {
            forms.append(folded(.duplicate, say("Samenvoegen met een andere klacht", "Merge into another complaint")) { duplicate($0) })
        }
        if possible.contains(.reopen) {
            forms.append(
                folded(.reopen, say("Heropenen vragen", "Ask to reopen")) {
                    reason($0, say("Waarom opnieuw bekijken?", "Why look at it again?"), say("Vraag om heropenen", "Ask to reopen"))
                })
        }
        return forms
    }

    /// A large form that is seldom needed: a link to this very page with the form in it. So files open quickly, however many natures and
    /// colleagues a house has.
    private func onDemand(_ act: Act, _ title: String, @HTMLBuilder content: (ActFields) -> HTML) -> HTML {
        if wanted == act || typed.returned?.act == act || typed.draft(of: act) != nil { return folded(act, title, content: content) }
        let path = "\(Paths.file(complaint.number))?\(CasefileRoutes.wantedForm)=\(act.rawValue)#\(act.rawValue)"
        return p(.class("inner")) { a(.href(path), .data("key", act == .investigate ? "o" : nil)) { title } }
    }

    private func folded(_ act: Act, _ title: String, @HTMLBuilder content: (ActFields) -> HTML) -> HTML {
        let fields = ActFields(act: act, typed: typed, say: say)
        return details(.class("inner"), .id(act.rawValue), .open(fields.isBegun || wanted == act)) {
            summary { title }
            if DraftSlots.form(of: act) == nil {
                desk.form(to: Paths.act(act.rawValue, complaint.number)) { content(fields) }
            } else {
                fields.form(on: complaint.number, desk) { content(fields) }
            }
        }
    }

    private var seen: HTML { input(.type(.hidden), .name("gezien"), .value("\(complaint.sequence)")) }

    private func reason(_ fields: ActFields, _ label: String, _ verb: String) -> HTML {
        group {
            TextArea(field: fields.field("reason", label), value: fields.text("reason"), rows: 3)
            actions { Button(verb) }
        }
    }

    private func refer(_ fields: ActFields) -> HTML {
        group {
            TextField(field: fields.field("to", say("Naar wie", "To whom")), value: fields.text("to"))
            reason(fields, say("Waarom, voor de klant", "Why, for the customer"), say("Verwijs door", "Refer"))
        }
    }

    private func duplicate(_ fields: ActFields) -> HTML {
        group {
            TextField(
                field: fields.field("of", say("Nummer van de klacht die doorgaat", "Number of the complaint that goes on")),
                value: fields.text("of"), width: .medium)
            actions { Button(say("Voeg samen", "Merge")) }
        }
    }

    private func classify(_ fields: ActFields) -> HTML {
        let natures = desk.house.natures
        return group {
            seen
            NatureFields(desk: desk, fields: fields, about: complaint.nature?.about, wrong: complaint.nature?.wrong, lists: natures).html
            SelectField(
                field: fields.field("severity", say("Ernst", "Severity")),
                choices: Severity.allCases.map { Choice($0.rawValue, say.severity($0)) },
                chosen: fields.text("severity", or: complaint.severity.rawValue), width: .medium)
            CheckboxField(
                field: fields.field("reasons", say("Waarom ernstig", "Why serious"), isOptional: true),
                choices: SeverityReason.allCases.map { Choice($0.rawValue, say.reason($0)) },
                chosen: fields.all("reasons", or: Set(complaint.severityReasons.map(\.rawValue))))
            SelectField(
                field: fields.field(
                    "aboutStaff", say("Gaat over medewerker", "Is about a member of staff"),
                    hint: say("Die ziet dit dossier dan niet", "Who will then not see this file"),
                    isOptional: true),
                choices: desk.colleagues().map { Choice("\($0.id.value)", $0.name) },
                chosen: fields.text("aboutStaff", or: complaint.aboutStaff.map { "\($0.value)" } ?? ""), empty: say("Niemand", "Nobody"))
            Tick(
                field: fields.field(
                    "confidential",
                    say("Vertrouwelijk: alleen behandelaar en klachtenmanager", "Confidential: handler and complaints manager only")),
                isOn: fields.isOn("confidential", or: complaint.isConfidential))
            actions { Button(say("Leg vast", "Record")) }
        }
    }
}

/// What it is about and what went wrong, as two lists.
struct NatureFields {
    let desk: Desk
    let fields: ActFields
    let about: String?
    let wrong: String?
    let lists: NatureLists
    /// In front of the fields' names where they are part of something larger.
    var prefix = ""

    var html: HTML {
        let say = desk.say
        return group {
            select(.about, say("Waar gaat het over", "What is it about"), about)
            select(.wrong, say("Wat ging er mis", "What went wrong"), wrong)
        }
    }

    private func select(_ axis: NatureAxis, _ label: String, _ current: String?) -> HTML {
        let items = lists.items(axis).filter { $0.isActive || $0.code == current }
        return SelectField(
            field: fields.field(prefix + axis.rawValue, label, isOptional: !prefix.isEmpty),
            choices: items.map { Choice($0.code, $0.label(in: desk.language)) },
            chosen: fields.text(prefix + axis.rawValue, or: current ?? ""), empty: desk.say("Nog niet bepaald", "Not determined yet"),
            width: .medium
        ).html
    }
}
