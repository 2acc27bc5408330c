import Casework
import Complaints
import Markup

/// What came of trying to reach the customer. It is on the page once: as the next step while first contact is due, later in the composer.
struct ContactForm {
    let desk: Desk
    let complaint: Complaint
    let typed: TypedForms
    /// Whether it is the one thing to do next.
    var isNextStep = false

    private var say: Wording { desk.say }

    var html: HTML {
        let fields = ActFields(act: .contact, typed: typed, say: say)
        return fields.form(on: complaint.number, desk) {
            RadioField(
                field: fields.field("outcome", say("Wat leverde het op?", "What came of it?")),
                choices: ContactOutcome.allCases.map { Choice($0.rawValue, say.outcome($0)) }, chosen: fields.text("outcome"),
                isInLine: !isNextStep)
            TextArea(
                field: fields.field("note", say("Wat is er besproken", "What was said"), isOptional: true), value: fields.text("note"),
                rows: isNextStep ? 2 : 3)
            moment(fields)
            actions { Button(say("Leg contact vast", "Record contact"), isNextStep ? .primary : .plain) }
        }
    }

    /// It was mostly just now: only otherwise the day and time are asked for.
    private func moment(_ fields: ActFields) -> HTML {
        let (day, time) = (fields.text("day"), fields.text("time"))
        return details(.class("inner"), .open(!day.isEmpty || !time.isEmpty || fields.isWrong("day", "time"))) {
            summary { say("Het was niet zojuist", "It was not just now") }
            div(.class("pair")) {
                DateField(
                    field: fields.field("day", say("Dag", "Day"), hint: say("Leeg is vandaag", "Empty is today"), isOptional: true),
                    value: day)
                TextField(
                    field: fields.field("time", say("Tijd", "Time"), hint: say("Leeg is nu", "Empty is now"), isOptional: true),
                    value: time, width: .short)
            }
        }
    }
}
