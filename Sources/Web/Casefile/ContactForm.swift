import Casework
import Complaints
import Markup

/// What came of trying to reach the customer, and when that was.
struct ContactForm {
    let desk: Desk
    let complaint: Complaint
    let returned: ReturnedForm?
    /// In the next step the form is the primary one of the page; its ids must not meet those of the composer's.
    var isPrimary = false

    private var say: Wording { desk.say }

    var html: HTML {
        let fields = ActFields(act: .contact, returned: isPrimary ? nil : returned, say: say)
        return desk.form(to: Paths.act(Act.contact.rawValue, complaint.number)) {
            if isPrimary { quick } else { full(fields) }
        }
    }

    private var quick: HTML {
        group {
            RadioField(
                field: Field("outcome", say("Wat leverde het op?", "What came of it?"), prefix: "step"),
                choices: ContactOutcome.allCases.map { Choice($0.rawValue, say.outcome($0)) }, chosen: "")
            TextArea(field: Field("note", say("Wat is er besproken", "What was said"), optional: say.optional, prefix: "step"), rows: 2)
            actions { Button(say("Leg contact vast", "Record contact"), .primary) }
        }
    }

    private func full(_ fields: ActFields) -> HTML {
        group {
            RadioField(
                field: fields.field("outcome", say("Wat leverde het op?", "What came of it?")),
                choices: ContactOutcome.allCases.map { Choice($0.rawValue, say.outcome($0)) }, chosen: fields.text("outcome"),
                isInLine: true)
            div(.class("pair")) {
                DateField(
                    field: fields.field("day", say("Dag", "Day"), hint: say("Leeg is vandaag", "Empty is today"), isOptional: true),
                    value: fields.text("day"))
                TextField(
                    field: fields.field("time", say("Tijd", "Time"), hint: say("Leeg is nu", "Empty is now"), isOptional: true),
                    value: fields.text("time"), width: .short)
            }
            TextArea(
                field: fields.field("note", say("Wat is er besproken", "What was said"), isOptional: true), value: fields.text("note"),
                rows: 3)
            actions { Button(say("Leg contact vast", "Record contact")) }
        }
    }
}
