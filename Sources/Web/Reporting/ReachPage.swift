import Complaints
import Hummingbird
import Markup

/// The second question: who writes, and how to reach them.
extension ReportPages {
    func reachPage() -> Response {
        let title = say("Hoe bereiken we u?", "How do we reach you?")
        return page(title, fields: reachFields) {
            h1 {
                span(.class("step")) { say("Klacht indienen · vraag 2 van 2", "Make a complaint · question 2 of 2") }
                title
            }
            form(to: Paths.reportCheck, showing: ReportField.ofReach) {
                text(name, "name")
                text(email, "email", .email, "email")
                text(phone, "tel", .tel, "tel")
                RadioField(field: preferred, choices: means, chosen: report[.preferred])
                text(organisation, "organization")
                text(customerNumber, "off")
                onBehalf
                trap
                actions {
                    Button(say("Verder", "Continue"), .primary)
                    Button(say("Terug", "Back"), .quiet, field: (ReportForm.back, ReportField.story.rawValue))
                }
            }
        }
    }

    private var reachFields: [Field] {
        [name, email, phone, preferred, organisation, customerNumber, anotherName] + (trouble.trap == nil ? [] : [trapField])
    }

    private var name: Field { field(.name, say("Uw naam", "Your name")) }
    private var email: Field {
        field(
            .email, say("E-mailadres", "E-mail address"),
            hint: say(
                "E-mailadres of telefoonnummer: één van de twee is genoeg.", "E-mail address or phone number: one of the two is enough."),
            isOneOfSeveral: true)
    }
    private var phone: Field { field(.phone, say("Telefoonnummer", "Phone number"), isOneOfSeveral: true) }
    private var preferred: Field {
        field(.preferred, say("Hoe hoort u het liefst van ons?", "How do you prefer to hear from us?"), isOptional: true)
    }
    private var organisation: Field { field(.organisation, say("Organisatie", "Organisation"), isOptional: true) }
    private var customerNumber: Field {
        field(
            .customerNumber, say("Klantnummer", "Customer number"), hint: say("Staat op uw factuur.", "It is on your invoice."),
            isOptional: true)
    }
    private var anotherName: Field {
        field(
            .anotherName, say("Namens wie?", "On whose behalf?"),
            hint: say(
                "De naam van degene om wie het gaat. Wij schrijven en bellen met u.",
                "The name of the person concerned. We write to you and call you."))
    }

    private var means: [Choice] {
        [Choice("", say("Geen voorkeur", "No preference"))]
            + [ContactMeans.email, .phone].map { Choice($0.rawValue, say.means($0).uppercasedFirst) }
    }

    private func text(
        _ field: Field, _ autocomplete: String, _ type: Attribute.InputType = .text, _ inputmode: String? = nil
    ) -> TextField {
        let asked = ReportField(rawValue: field.name)
        return TextField(
            field: field, value: asked.map { report[$0] } ?? "", type: type, autocomplete: autocomplete, inputmode: inputmode,
            isFocused: asked.map(isFocused) ?? false)
    }

    private var onBehalf: HTML {
        div(.class("stack close")) {
            Tick(
                field: Field(
                    ReportField.forAnother.rawValue, say("Ik klaag namens iemand anders", "I complain on behalf of somebody else"),
                    prefix: "k"),
                isOn: report.isForAnother)
            div(.class("reveal")) { text(anotherName, "off") }
        }
    }

    private var trapField: Field {
        Field(ReportForm.trap, say("Laat dit veld leeg", "Leave this field empty"), error: trouble.trap, prefix: "k")
    }

    /// A field that people do not see and programs fill in. Whoever's browser filled it in sees it after all, and can empty it.
    private var trap: HTML {
        if trouble.trap != nil { return TextField(field: trapField, value: report.trap, autocomplete: "off").html }
        return div(.class("trap")) {
            label(.for(trapField.id)) { trapField.label }
            input(.id(trapField.id), .name(trapField.name), .type(.text), .tabindex(-1), .autocomplete("off"))
        }
    }
}

extension String {
    /// With a capital, to begin a line.
    var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
