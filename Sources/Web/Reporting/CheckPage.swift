import Complaints
import Hummingbird
import Markup
import Records

/// Everything once more, each with its way back, before it is sent.
extension ReportPages {
    func checkPage() -> Response {
        let title = say("Klopt het zo?", "Is this right?")
        return page(title, fields: []) {
            h1 {
                span(.class("step")) { say("Klacht indienen · controle", "Make a complaint · check") }
                title
            }
            form(to: Paths.reportSent, showing: []) {
                dl(.class("facts answers")) {
                    for answer in answers { row(answer) }
                }
                p {
                    say(
                        "Wij gebruiken uw gegevens alleen om uw klacht te behandelen.",
                        "We use your details only to handle your complaint.")
                }
                actions { Button(say("Klacht versturen", "Send complaint"), .primary) }
            }
        }
    }

    private var answers: [ReportAnswer] { report.answers(say) }

    private func row(_ answer: ReportAnswer) -> HTML {
        div(.class("fact change")) {
            dt { answer.name }
            dd { answer.words }
            dd(.class("act")) {
                button(.class("button quiet"), .buttonType(.submit), .name(ReportForm.back), .value(answer.field.rawValue)) {
                    say("Wijzig", "Change")
                    hiddenText(" \(answer.name)")
                }
            }
        }
    }
}

/// One answer as it is shown back, and the field that changes it.
struct ReportAnswer {
    let field: ReportField
    let name: String
    let words: String
}

extension Report {
    /// What was told, in the order it was asked; questions that stayed open say so.
    func answers(_ say: Wording) -> [ReportAnswer] {
        let nothing = say("Niet ingevuld", "Not filled in")
        func answer(_ field: ReportField, _ name: String, _ words: String? = nil) -> ReportAnswer {
            let words = (words ?? self[field]).trimmed
            return ReportAnswer(field: field, name: name, words: words.isEmpty ? nothing : words)
        }
        let means = ContactMeans(rawValue: self[.preferred]).map { say.means($0).uppercasedFirst } ?? say("Geen voorkeur", "No preference")
        var answers = [
            answer(.story, say("Uw verhaal", "Your story")),
            answer(
                .story, say("Bestanden", "Files"),
                waiting.files.isEmpty ? say("Geen", "None") : waiting.files.map(\.name).joined(separator: "\n")),
            answer(.name, say("Uw naam", "Your name")), answer(.email, say("E-mailadres", "E-mail address")),
            answer(.phone, say("Telefoonnummer", "Phone number")), answer(.preferred, say("Voorkeur", "Preference"), means),
            answer(.organisation, say("Organisatie", "Organisation")),
            answer(.customerNumber, say("Klantnummer", "Customer number")),
        ]
        if isForAnother { answers.append(answer(.anotherName, say("Namens", "On behalf of"))) }
        return answers
    }
}
