import Casework
import Complaints
import Markup

/// Everything that was registered, to be put right.
struct CorrectForm {
    let desk: Desk
    let complaint: Complaint
    let fields: ActFields

    private var say: Wording { desk.say }

    var html: HTML {
        group {
            input(.type(.hidden), .name("gezien"), .value(fields.seen(now: complaint.sequence)))
            PersonFields(desk: desk, fields: fields, prefix: "customer.", person: complaint.customer).html
            details(.class("inner"), .open(complaint.representative != nil)) {
                summary { say("Vertegenwoordiger", "Representative") }
                div(.class("pair")) {
                    PersonFields(desk: desk, fields: fields, prefix: "representative.", person: complaint.representative?.person).html
                    SelectField(
                        field: fields.field("representative.authority", say("Machtiging", "Authority")),
                        choices: Representative.Authority.allCases.map { Choice($0.rawValue, say.authority($0)) },
                        chosen: fields.text("representative.authority", or: complaint.representative?.authority.rawValue ?? "claimed"))
                }
            }
            TextArea(
                field: fields.field("story", say("Verhaal", "Story")), value: fields.text("story", or: complaint.story.text ?? ""), rows: 5)
            SelectField(
                field: fields.field("channel", say("Kanaal", "Channel")),
                choices: Channel.allCases.map { Choice($0.rawValue, say.channel($0)) },
                chosen: fields.text("channel", or: complaint.channel.rawValue), width: .medium)
            DateField(
                field: fields.field(
                    "receivedAt", say("Ontvangen op", "Received on"),
                    hint: say("Leeg laat de datum zoals hij is", "Empty leaves the date as it is"), isOptional: true),
                value: fields.text("receivedAt"))
            actions { Button(say("Verbeter", "Correct")) }
        }
    }
}

/// A person's details; the same fields wherever they are asked.
struct PersonFields {
    let desk: Desk
    let fields: ActFields
    let prefix: String
    let person: Person?

    private var say: Wording { desk.say }

    var html: HTML {
        group {
            line("name", say("Naam", "Name"), person?.name, isOptional: false)
            line("organisation", say("Organisatie", "Organisation"), person?.organisation)
            line("customerNumber", say("Klantnummer", "Customer number"), person?.customerNumber, width: .medium)
            line("phone", say("Telefoon", "Phone"), person?.phone?.display, type: .tel, width: .medium)
            line("email", say("E-mail", "E-mail"), person?.email?.text, type: .email)
            TextArea(
                field: fields.field(prefix + "address", say("Postadres", "Postal address"), isOptional: true),
                value: fields.text(prefix + "address", or: person?.address ?? ""), rows: 3)
            SelectField(
                field: fields.field(prefix + "preferredContact", say("Hoort graag per", "Prefers"), isOptional: true),
                choices: ContactMeans.allCases.map { Choice($0.rawValue, say.means($0)) },
                chosen: fields.text(prefix + "preferredContact", or: person?.preferredContact?.rawValue ?? ""),
                empty: say("Geen voorkeur", "No preference"), width: .medium)
            SelectField(
                field: fields.field(prefix + "language", say("Taal", "Language")),
                choices: [Choice("nl", say("Nederlands", "Dutch")), Choice("en", say("Engels", "English"))],
                chosen: fields.text(prefix + "language", or: person?.language.rawValue ?? "nl"), width: .medium)
        }
    }

    private func line(
        _ name: String, _ label: String, _ value: String?, type: Attribute.InputType = .text, isOptional: Bool = true,
        width: FieldWidth = .full
    ) -> TextField {
        TextField(
            field: fields.field(prefix + name, label, isOptional: isOptional), value: fields.text(prefix + name, or: value ?? ""),
            type: type,
            autocomplete: "off", width: width)
    }
}
