import Casework
import Complaints
import Markup
import Records

/// Choosing a handler: whoever is advised by one button, anybody else from the list. Handing over says why.
struct AssignForm {
    let desk: Desk
    let file: Casefile
    let typed: TypedForms

    private var say: Wording { desk.say }
    private var complaint: Complaint { file.complaint }
    private var fields: ActFields { ActFields(act: .assign, typed: typed, say: say) }
    private var handlers: [StaffMember] {
        desk.colleagues(with: .handler).filter { $0.id != complaint.aboutStaff && $0.id != complaint.handler }
    }

    var html: HTML {
        group {
            if let option = advice?.first { advised(option) }
            chosen
        }
    }

    private var advice: HandlerAdvice? {
        file.advice?.advice(
            about: complaint.nature?.about, handler: complaint.handler, aboutStaff: complaint.aboutStaff, among: handlers)
    }

    private var absences: Absences { file.absences }

    private func advised(_ option: HandlerAdvice.Option) -> HTML {
        form {
            input(.type(.hidden), .name("handler"), .value("\(option.id.value)"))
            if let reason = proposedReason {
                input(.type(.hidden), .name("reason"), .value(reason))
                p(.class("muted")) { reason }
            }
            actions { Button(say("Wijs toe aan \(option.name)", "Assign to \(option.name)"), .primary, key: "a") }
            p(.class("hint")) { say("Voorstel: \(say.reasons(for: option)).", "Proposal: \(say.reasons(for: option)).") }
        }
    }

    private var chosen: HTML {
        form {
            SelectField(
                field: fields.field("handler", say("Behandelaar", "Handler")),
                choices: handlers.map { Choice("\($0.id.value)", desk.name(of: $0, absences)) },
                chosen: fields.text("handler"), empty: say("Kies een behandelaar", "Choose a handler"))
            if complaint.handler != nil {
                HandoverFields(
                    say: say, choice: fields.field("reason", HandoverFields.label(say)),
                    note: fields.field("reasonNote", HandoverFields.noteLabel(say), isOptional: true),
                    chosen: fields.text("reason", or: awayHandler == nil ? inPlace ?? "" : HandoverReason.away.rawValue),
                    written: fields.text("reasonNote", or: desk.reason(toTakeFrom: awayHandler, absences) ?? "")
                ).html
            } else if let inPlace {
                input(.type(.hidden), .name("reason"), .value(inPlace))
            }
            actions { Button(say("Wijs toe", "Assign"), complaint.handler == nil && advice?.first == nil ? .primary : .plain) }
        }
    }

    /// Why it goes to whom the page advises; nil where nobody has it.
    var proposedReason: String? { desk.reason(toTakeFrom: complaint.handler, absences) ?? inPlace }

    /// The file says why it was not the complaints manager who assigned it.
    private var inPlace: String? { complaint.isInPlace(desk.actor) ? AssignmentReason(say: say).inPlace : nil }

    private var awayHandler: StaffID? { complaint.handler.flatMap { absences.isAway($0) ? $0 : nil } }

    private func form(@HTMLBuilder content: () -> HTML) -> HTML {
        desk.form(to: Paths.act(Act.assign.rawValue, complaint.number)) {
            input(.type(.hidden), .name("gezien"), .value("\(complaint.sequence)"))
            content()
        }
    }
}
