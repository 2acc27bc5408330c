import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// What is past its term with one form for the decision, and what was decided of late.
struct RetentionPage {
    /// What was read for it, all of one moment.
    struct Content: Sendable {
        let rules: [RetentionRule]
        let waiting: [FilePastTerm]
        let decided: [FilePastTerm]

        init(_ house: House, for visibility: Visibility, at now: Moment, in snapshot: Snapshot) throws {
            rules = house.procedure.retention
            waiting = try snapshot.filesPastTerm(
                house.procedure.passedTerms(on: now.day), on: now.day, zone: house.calendar.zone, for: visibility,
                limit: RetentionPage.most)
            decided = try snapshot.retentionDecisions(on: now.day, for: visibility, limit: RetentionPage.most)
        }
    }

    /// So many files at once, those closed longest ago first.
    static let most = 100
    static let fields = ["complaint", "decision", "through", "reason"]

    let desk: Desk
    let content: Content
    let typed: TypedForm
    let isSaved: Bool

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = say("Bewaartermijn", "Retention")
        return desk.page(
            typed.title(title), current: Paths.retention,
            flash: isSaved ? Notice(.good, isFlash: true) { p { say("Vastgelegd.", "Recorded.") } } : nil,
            isReading: true, status: typed.hasTrouble ? .unprocessableContent : .ok
        ) {
            typed.summary([files, decision, through, reason])
            Heading(
                title: title,
                remark: say(
                    "Gesloten dossiers waarvan de termijn voorbij is. Er wordt niets vanzelf gewist: u beslist.",
                    "Closed files past their term. Nothing is erased by itself: you decide.")
            ).html
            rules
            if content.waiting.isEmpty {
                p(.class("muted")) { say("Geen dossier wacht op een besluit.", "No file waits for a decision.") }
            } else {
                form
            }
            if !content.decided.isEmpty { decided }
        }
    }

    private var files: Field {
        typed.field("complaint", say("Dossiers, wat het langst geleden eindigde eerst", "Files, those that ended longest ago first"))
    }
    private var decision: Field { typed.field("decision", say("Besluit", "Decision")) }
    private var through: Field {
        typed.field(
            "through", say("Bewaren tot en met", "Keep through"),
            hint: say("Alleen bij langer bewaren.", "Only when they are kept longer."), isOptional: true)
    }
    private var reason: Field { typed.field("reason", say("Waarom, voor het dossier", "Why, for the file")) }

    private var rules: HTML {
        if content.rules.isEmpty {
            return p {
                say(
                    "De procedure noemt geen bewaartermijn: alle dossiers blijven bewaard.",
                    "The procedure names no retention term: every file is kept.")
            }
        }
        return ul { for rule in content.rules { li { say.retention(rule) } } }
    }

    private var form: HTML {
        desk.form(to: Paths.retention) {
            files.around(choices: div(.class("choices")) { for file in content.waiting { choice(file) } })
            RadioField(
                field: decision,
                choices: [
                    Choice("keep", say("Langer bewaren", "Keep longer")), Choice("erase", say("Mag worden gewist", "May be erased")),
                ], chosen: typed.text("decision"))
            DateField(field: through, value: typed.text("through"))
            TextArea(field: reason, value: typed.text("reason"), rows: 3)
            actions { Button(say("Leg besluit vast", "Record decision"), .primary) }
        }
    }

    private func choice(_ file: FilePastTerm) -> HTML {
        let id = "f-complaint-\(file.number.digits)"
        return div(.class("choice")) {
            input(
                .type(.checkbox), .id(id), .name("complaint"), .value(file.number.digits),
                .checked(typed.all("complaint").contains(file.number.digits)))
            Markup.label(.for(id)) { about(file) }
            span(.class("hint")) {
                Link(say("Open dossier \(file.number.formatted)", "Open file \(file.number.formatted)"), to: Paths.file(file.number))
            }
        }
    }

    private func about(_ file: FilePastTerm) -> String {
        let day = DateWords.short(desk.calendar.zone.moment(at: file.endedAt).day)
        return [
            file.number.formatted, file.customer ?? say("gewist", "erased"), file.outcome.map { say.finding($0) },
            "\(say.phase(file.phase)) \(day)",
        ].compactMap(\.self).joined(separator: " · ")
    }

    private var decided: HTML {
        section(.class("apart")) {
            h2 { say("Besloten", "Decided") }
            ul {
                for file in content.decided {
                    li {
                        Link(about(file), to: Paths.file(file.number))
                        file.decision.map { ": \(RetentionWords(say: say).words($0))" } ?? ""
                    }
                }
            }
        }
    }
}
