import Casework
import Complaints
import Hummingbird
import Markup

/// The first question: what went wrong, and files that show it.
extension ReportPages {
    func storyPage() -> Response {
        let story = field(.story, say("Uw verhaal", "Your story"), hint: storyHint)
        let upload = files.field(report.waiting, error: trouble.files, prefix: "k")
        return page(say("Wat is er misgegaan?", "What went wrong?"), isFirst: true, fields: [story, upload.field]) {
            h1 {
                span(.class("step")) { say("Klacht indienen · vraag 1 van 2", "Make a complaint · question 1 of 2") }
                say("Wat is er misgegaan?", "What went wrong?")
            }
            p(.class("lead")) { promise }
            form(to: Paths.reportReach, isUpload: true, showing: ReportField.ofStory) {
                TextArea(field: story, value: report[.story], rows: 9, isFocused: isFocused(.story))
                upload.html
                actions { Button(say("Verder", "Continue"), .primary) }
            }
            if let phone = frame.phoneLink {
                p(.class("muted")) {
                    group {
                        say("Liever bellen? ", "Rather call? ")
                        phone
                    }
                }
            }
        }
    }

    private var promise: String {
        let term = say.term(frame.house.procedure.firstContact)
        return say(
            "Vertel het in uw eigen woorden. Binnen \(term) hoort u van ons.",
            "Tell it in your own words. You hear from us within \(term).")
    }

    private var storyHint: String {
        say(
            "Wat gebeurde er, wanneer, en wat moeten wij volgens u doen? Zet geen medische gegevens of BSN in uw verhaal.",
            "What happened, when, and what should we do about it? Leave medical details and your citizen service number (BSN) out.")
    }
}
