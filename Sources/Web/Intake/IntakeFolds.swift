import Casework
import Complaints
import Markup
import Records

/// What an intake needs now and then, each folded up until it is opened, filled in or wrong.
struct IntakeFolds {
    let desk: Desk
    let intake: IntakeForm
    let fields: IntakeFields

    private var say: Wording { desk.say }

    var html: HTML {
        div(.class("folds")) {
            let isTyped = intake.isOn("solved") || intake.isFilled(IntakeForm.solution)
            // What the procedure does not lead to is not offered; what was typed before stays in sight.
            if isTyped || desk.house.procedure.leads(from: .received, to: .resolved) {
                fold(say("Meteen opgelost", "Solved at once"), isOpen: isTyped || wrong("solved", "answer", "cause", "remedy.")) {
                    solution
                }
            }
            fold(say("Ernst, vertrouwelijk, over een medewerker", "Severity, confidential, about a colleague"), isOpen: isGrave) { gravity }
            fold(
                say("Meer punten, vertegenwoordiger, bestanden", "More points, representative, files"),
                isOpen: intake.isFilled(points + representative) || intake.remarks["file"] != nil
                    || wrong("grievances", "representative.", "file")
            ) {
                grievances
                represented
                files
            }
        }
    }

    private func fold(_ title: String, isOpen: Bool, @HTMLBuilder content: () -> HTML) -> HTML {
        Markup.details(.class("inner"), .open(isOpen)) {
            Markup.summary { title }
            div(.class("part"), content: content)
        }
    }

    private func wrong(_ names: String...) -> Bool {
        intake.problems.contains { problem in names.contains { problem.field.hasPrefix($0) } }
    }

    // MARK: Solved on the first call

    private var solution: HTML {
        group {
            Tick(
                field: fields.field(
                    "solved", say("De klacht is tijdens dit gesprek opgelost", "The complaint was solved during this call"),
                    hint: say("Informeel: er komt geen oordeel en geen behandelaar", "Informal: no finding and no handler")),
                isOn: intake.isOn("solved")
            ).html
            TextArea(
                field: fields.field(
                    "answer", say("Hoe is het opgelost?", "How was it solved?"),
                    hint: say("Komt in de brief aan de klant", "Goes into the letter to the customer")),
                value: intake.text("answer"), rows: 3
            ).html
            div(.class("pair")) {
                SelectField(
                    field: fields.field("cause", say("Oorzaak", "Cause")),
                    choices: desk.causeChoices(),
                    chosen: intake.text("cause"), empty: say("nog niet bekend", "not known yet")
                ).html
                fields.line("remedy.text", say("Tegemoetkoming", "Remedy"))
                fields.line("remedy.amount", say("Bedrag in euro's", "Amount in euros"))
            }
        }
    }

    // MARK: Gravity

    private var isGrave: Bool {
        !["", Severity.normal.rawValue].contains(intake.text("severity")) || intake.isOn("confidential") || intake.isFilled(["aboutStaff"])
            || !intake.all("severityReasons").isEmpty || wrong("severity", "aboutStaff")
    }

    private var gravity: HTML {
        group {
            SelectField(
                field: fields.field("severity", say("Ernst", "Severity"), isOptional: false),
                choices: Severity.allCases.map { Choice($0.rawValue, say.severity($0)) }, chosen: intake.text("severity"), width: .medium
            ).html
            CheckboxField(
                field: fields.field("severityReasons", say("Waarom ernstig?", "Why serious?")),
                choices: SeverityReason.allCases.map { Choice($0.rawValue, say.reason($0)) }, chosen: intake.all("severityReasons"),
                isInLine: true
            ).html
            Tick(
                field: fields.field(
                    "confidential", say("Vertrouwelijk", "Confidential"),
                    hint: say(
                        "Alleen de klachtenmanager en de behandelaar lezen het dossier",
                        "Only the complaints manager and the handler read the file")),
                isOn: intake.isOn("confidential")
            ).html
            SelectField(
                field: fields.field(
                    "aboutStaff", say("Gaat over een medewerker", "About a member of staff"),
                    hint: say("Die ziet het dossier nooit", "Who never sees the file")),
                choices: desk.colleagues().map { Choice("\($0.id.value)", $0.name) }, chosen: intake.text("aboutStaff"),
                empty: say("nee", "no"), width: .medium
            ).html
        }
    }

    // MARK: Points, representative, files

    private var points: [String] { (1...IntakeForm.mostGrievances).map { "grievances.\($0)" } }

    private var grievances: HTML {
        group {
            p(.class("muted")) {
                say(
                    "Klaagt de klant over meer dan één ding? Elk punt krijgt dan een eigen oordeel.",
                    "More than one thing? Each point then gets its own finding.")
            }
            for (index, name) in points.enumerated() { fields.line(name, say("Punt \(index + 1)", "Point \(index + 1)")) }
        }
    }

    private var representative: [String] {
        IntakeForm.person.filter { $0 != "language" && $0 != "preferredContact" }.map { "representative.\($0)" }
    }

    private var represented: HTML {
        group {
            p(.class("muted")) {
                say(
                    "Belt iemand namens de klant? Brieven gaan dan naar de vertegenwoordiger.",
                    "Does somebody call for the customer? Letters then go to the representative.")
            }
            fields.line("representative.name", say("Naam van de vertegenwoordiger", "Name of the representative"))
            fields.details(for: "representative.")
            SelectField(
                field: fields.field("representative.authority", say("Machtiging", "Authority"), isOptional: false),
                choices: Representative.Authority.allCases.map { Choice($0.rawValue, say.authority($0)) },
                chosen: intake.text("representative.authority"), width: .medium
            ).html
        }
    }

    private var files: HTML {
        FileField(
            field: fields.field(
                "file", say("Bestanden bij deze klacht", "Files with this complaint"),
                hint: say("Hoogstens 10, elk tot 25 MB", "At most 10, up to 25 MB each"))
        ).html
    }
}
