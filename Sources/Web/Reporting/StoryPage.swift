import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// The first question: what went wrong, and files that show it.
extension ReportPages {
    func storyPage() -> Response {
        let story = field(.story, say("Uw verhaal", "Your story"), hint: storyHint)
        let files = Field(
            ReportForm.upload, say("Bestanden", "Files"), hint: filesHint, optional: say.optional, error: trouble.files, prefix: "k")
        return page(say("Wat is er misgegaan?", "What went wrong?"), isFirst: true, fields: [story, files]) {
            h1 {
                span(.class("step")) { say("Klacht indienen · vraag 1 van 2", "Make a complaint · question 1 of 2") }
                say("Wat is er misgegaan?", "What went wrong?")
            }
            p(.class("lead")) { promise }
            form(to: Paths.reportReach, isUpload: true, showing: ReportField.ofStory) {
                TextArea(field: story, value: report[.story], rows: 9, isFocused: isFocused(.story))
                FileField(
                    field: files, kept: keptFiles, removal: (ReportForm.leftOut, say("Niet meesturen", "Leave out")))
                actions { Button(say("Verder", "Continue"), .primary) }
            }
            if let phone = frame.phoneLink {
                p(.class("muted")) {
                    group {
                        say("Liever bellen? ", "Rather call? "); phone
                    }
                }
            }
        }
    }

    private var promise: String {
        guard case .workingDays(let days) = frame.house.procedure.firstContact else { return "" }
        return say(
            "Vertel het in uw eigen woorden. Binnen \(say.workingDays(days)) hoort u van ons.",
            "Tell it in your own words. You hear from us within \(say.workingDays(days)).")
    }

    private var storyHint: String {
        say(
            "Wat gebeurde er, wanneer, en wat moeten wij volgens u doen? Zet geen medische gegevens of BSN in uw verhaal.",
            "What happened, when, and what should we do about it? Leave medical details and your citizen service number (BSN) out.")
    }

    private var filesHint: String {
        say(
            "Bijvoorbeeld een foto, factuur of e-mail. Hoogstens \(ReportForm.mostFiles) bestanden van 25 MB.",
            "For example a photo, an invoice or an e-mail. At most \(ReportForm.mostFiles) files of 25 MB each.")
    }

    private var keptFiles: [FileField.Kept] {
        report.files.map { file in
            .init(key: reception.sealed(file.id, for: report.submission), name: file.name, size: say.size(file.size))
        }
    }
}

extension Wording {
    /// `340 kB`, `2,1 MB`: how large a file is, rounded up.
    func size(_ bytes: Int) -> String {
        if bytes < 1_000_000 { return "\(max(1, (bytes + 999) / 1_000)) kB" }
        let tenths = (bytes + 99_999) / 100_000
        return "\(tenths / 10)\(self(",", "."))\(tenths % 10) MB"
    }
}
