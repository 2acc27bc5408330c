import Complaints
import Markup
import Records

/// Recording the solution: a finding for each point, the cause, what we do for the customer, and the final answer.
struct ResolveForm {
    let desk: Desk
    let complaint: Complaint
    let typed: TypedForms

    private var say: Wording { desk.say }
    private var fields: ActFields { ActFields(act: .resolve, typed: typed, say: say) }

    var html: HTML {
        details(.class("inner"), .open(fields.isBegun)) {
            summary { say("Leg de oplossing vast", "Record the solution") }
            fields.form(on: complaint.number, desk) {
                input(.type(.hidden), .name("gezien"), .value("\(complaint.sequence)"))
                findings
                ResolutionFields(
                    fields: fields, say: say, causes: desk.causeChoices(keeping: complaint.cause), cause: complaint.cause?.rawValue ?? ""
                ).html
                actions { Button(say("Klacht opgelost", "Complaint resolved"), .primary) }
            }
        }
    }

    private var findings: HTML {
        let choices = complaint.handler == nil ? [Finding.informal] : Finding.allCases
        return group {
            if complaint.grievances.count == 1 {
                RadioField(
                    field: fields.field("finding", say("Oordeel", "Finding")), choices: choices.map(choice), chosen: fields.text("finding"))
            } else {
                for grievance in complaint.grievances {
                    SelectField(
                        field: fields.field("findings.\(grievance.id)", "\(grievance.id). \(grievance.text?.text ?? say("punt", "point"))"),
                        choices: choices.map(choice), chosen: fields.text("findings.\(grievance.id)"),
                        empty: say("Kies een oordeel", "Choose a finding"))
                }
            }
        }
    }

    private func choice(_ finding: Finding) -> Choice { Choice(finding.rawValue, say.finding(finding)) }
}

/// The fields of a solution that a file and a first call have in common.
struct ResolutionFields {
    let fields: ActFields
    let say: Wording
    let causes: [Choice]
    var cause = ""

    var html: HTML {
        group {
            TextArea(
                field: fields.field(
                    "answer", say("Antwoord aan de klant", "Answer to the customer"), hint: say("Komt in de brief", "Goes into the letter"),
                    isOptional: true),
                value: fields.text("answer"), rows: 4)
            SelectField(
                field: fields.field("cause", say("Oorzaak", "Cause"), isOptional: true),
                choices: causes,
                chosen: fields.text("cause", or: cause), empty: say("Nog niet bekend", "Not known yet"), width: .medium)
            TextField(
                field: fields.field("remedy.text", say("Tegemoetkoming", "Remedy"), isOptional: true), value: fields.text("remedy.text"))
            TextField(
                field: fields.field("remedy.amount", say("Bedrag in euro's", "Amount in euros"), isOptional: true),
                value: fields.text("remedy.amount"),
                inputmode: "decimal", width: .short)
        }
    }
}
