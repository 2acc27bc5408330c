import Casework
import Complaints
import Markup
import Records

/// The fields that every intake fills in.
struct IntakeFields {
    let desk: Desk
    let intake: IntakeForm

    private var say: Wording { desk.say }

    func field(_ name: String, _ label: String, hint: String? = nil, isOptional: Bool = true) -> Field {
        let problem = intake.problems.first { $0.field == name }
        let error = intake.remarks[name] ?? problem.map { say.intakeProblem($0) }
        return Field(name, label, hint: hint, optional: isOptional ? say.optional : nil, error: error)
    }

    /// Enter in a field presses the first button of a form, which must not be "Zoek klant". Not in sight, not in the way of Tab.
    var defaultButton: HTML {
        button(.buttonType(.submit), .class("hidden-text"), .tabindex(-1), .aria("hidden", "true")) {
            say("Registreer klacht", "Register complaint")
        }
    }

    /// Tells two intakes with the same words apart, and one that is sent twice from both.
    var submission: HTML {
        let typed = intake.text(IntakeForm.submission)
        return input(.type(.hidden), .name(IntakeForm.submission), .value(typed.isEmpty ? Secret().text : typed))
    }

    func story(isFocused: Bool) -> HTML {
        TextArea(
            field: field(
                "story", say("Wat is er misgegaan?", "What went wrong?"),
                hint: say("In de woorden van de klant", "In the customer's own words"), isOptional: false),
            value: intake.text("story"), rows: 5, isFocused: isFocused
        ).html
    }

    func customer(found: [KnownCustomer]?, isFocused: Bool) -> HTML {
        div(.class("part")) {
            div(.class("with-button")) {
                TextField(
                    field: field(
                        "customer.name", say("Klant", "Customer"),
                        hint: say(
                            "Naam, klantnummer, telefoon of e-mail: wie bekend is, verschijnt vanzelf",
                            "Name, customer number, phone or e-mail: whoever is known appears by itself"), isOptional: false),
                    value: intake.text("customer.name"), autocomplete: "off", isFocused: isFocused,
                    lookup: (Paths.customerLookUp, "f-nature.about")
                ).html
                Button(say("Zoek klant", "Find customer"), field: (IntakeForm.lookUp, "1"))
            }
            CustomerLookup().html
            if let found { CustomerMatches(say: say, customers: found).onThePage }
            details(for: "customer.")
        }
    }

    /// The rest of a person's details.
    func details(for prefix: String) -> HTML {
        group {
            div(.class("pair")) {
                line(prefix + "phone", say("Telefoon", "Phone"), type: .tel)
                line(prefix + "email", say("E-mail", "E-mail"), type: .email)
            }
            div(.class("pair")) {
                line(prefix + "organisation", say("Organisatie", "Organisation"))
                line(prefix + "customerNumber", say("Klantnummer", "Customer number"))
            }
            Markup.details(.class("inner"), .open(intake.hasProblem(prefix + "address", prefix + "language", prefix + "preferredContact")))
            {
                summary { say("Postadres, voorkeur, taal", "Postal address, preference, language") }
                div(.class("part")) { post(prefix) }
            }
        }
    }

    private func post(_ prefix: String) -> HTML {
        group {
            TextArea(field: field(prefix + "address", say("Postadres", "Postal address")), value: intake.text(prefix + "address"), rows: 3)
                .html
            div(.class("pair")) {
                SelectField(
                    field: field(prefix + "preferredContact", say("Hoort graag per", "Prefers")),
                    choices: ContactMeans.allCases.map { Choice($0.rawValue, say.means($0)) },
                    chosen: intake.text(prefix + "preferredContact"),
                    empty: say("geen voorkeur", "no preference")
                ).html
                SelectField(
                    field: field(prefix + "language", say("Taal van brieven", "Language of letters"), isOptional: false),
                    choices: [Choice("nl", say("Nederlands", "Dutch")), Choice("en", say("Engels", "English"))],
                    chosen: intake.text(prefix + "language")
                ).html
            }
        }
    }

    func line(_ name: String, _ label: String, type: Attribute.InputType = .text, isOptional: Bool = true) -> HTML {
        TextField(
            field: field(name, label, isOptional: isOptional), value: intake.text(name), type: type, autocomplete: "off"
        ).html
    }

    func nature(isFocused: Bool) -> HTML {
        div(.class("pair part")) {
            natureChoice("nature.about", say("Gaat over", "About"), .about, isFocused: isFocused)
            natureChoice("nature.wrong", say("Wat ging er mis", "What went wrong"), .wrong, isFocused: false)
        }
    }

    private func natureChoice(_ name: String, _ label: String, _ axis: NatureAxis, isFocused: Bool) -> HTML {
        SelectField(
            field: field(name, label),
            choices: desk.house.natures.items(axis).filter { $0.isActive || $0.code == intake.text(name) }.map {
                Choice($0.code, $0.label(in: desk.language))
            },
            chosen: intake.text(name), empty: say("nog niet gekozen", "not chosen yet"), isFocused: isFocused
        ).html
    }

    /// By which door, and since when; it is the phone and now unless somebody says otherwise.
    var receipt: HTML {
        div(.class("trio")) {
            SelectField(
                field: field("channel", say("Kanaal", "Channel"), isOptional: false),
                choices: [Channel.phone, .email, .letter, .counter, .web].map { Choice($0.rawValue, say.channel($0)) },
                chosen: intake.text("channel").isEmpty ? Channel.phone.rawValue : intake.text("channel")
            ).html
            DateField(
                field: field(
                    "receivedAt", say("Ontvangen op", "Received on"),
                    hint: say("Leeg is vandaag; “gisteren” mag ook", "Empty is today; “yesterday” will do")),
                value: intake.text("receivedAt")
            ).html
            TextField(
                field: field("receivedTime", say("Om", "At"), hint: say("Zoals 14:05", "Such as 14:05")),
                value: intake.text("receivedTime"),
                autocomplete: "off", inputmode: "numeric", width: .short
            ).html
        }
    }
}
