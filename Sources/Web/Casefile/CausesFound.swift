import Casework
import Complaints
import Markup

/// The causes that were found, and the whys that led to them.
struct CausesFound {
    let desk: Desk
    let complaint: Complaint

    private var say: Wording { desk.say }

    var html: HTML {
        guard let found = complaint.investigation else { return HTML() }
        return FactGroup(say("Oorzaken", "Causes")) {
            FactList(facts: facts(found))
            if !found.whys.isEmpty {
                ol(.class("whys")) { for why in found.whys { li { why.text ?? say("(gewist)", "(erased)") } } }
            }
        }.html
    }

    private func facts(_ found: Investigation) -> [Fact] {
        [
            found.direct.map { Fact(say("Directe oorzaak", "Direct cause"), desk.cause($0)) },
            found.root.map { Fact(say("Hoofdoorzaak", "Root cause"), desk.cause($0)) },
        ].compactMap(\.self)
    }
}

/// Naming the causes: what went wrong at once, what lay behind it, and up to five times why.
struct InvestigateForm {
    let desk: Desk
    let complaint: Complaint
    let fields: ActFields

    private var say: Wording { desk.say }

    var html: HTML {
        group {
            input(.type(.hidden), .name("gezien"), .value(fields.seen(now: complaint.sequence)))
            select("direct", say("Directe oorzaak", "Direct cause"), complaint.investigation?.direct ?? complaint.cause)
            fieldset(.class("field")) {
                legend { say("5 × waarom", "5 × why") }
                p(.class("hint")) {
                    say("Vraag telkens door. U mag eerder stoppen.", "Ask on each time. You may stop earlier.")
                }
                for number in 1...Investigation.mostWhys { why(number) }
            }
            select("root", say("Hoofdoorzaak", "Root cause"), complaint.investigation?.root)
            actions { Button(say("Leg oorzaken vast", "Record the causes")) }
        }
    }

    private func why(_ number: Int) -> HTML {
        let label =
            number == 1
            ? say("Waarom ging het mis?", "Why did it go wrong?") : say("En waarom dat? (\(number))", "And why that? (\(number))")
        let whys = complaint.investigation?.whys ?? []
        return TextField(
            field: fields.field("why-\(number)", label, isOptional: true),
            value: fields.text("why-\(number)", or: whys.indices.contains(number - 1) ? whys[number - 1].text ?? "" : ""),
            autocomplete: "off"
        ).html
    }

    private func select(_ name: String, _ label: String, _ current: Cause?) -> HTML {
        SelectField(
            field: fields.field(name, label, isOptional: true), choices: desk.causeChoices(keeping: current),
            chosen: fields.text(name, or: current?.rawValue ?? ""), empty: say("Nog niet bekend", "Not known yet"), width: .medium
        ).html
    }
}
