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
        /// Whether more wait than are listed.
        let hasMore: Bool
        /// What was decided to be erased and is there still.
        let toErase: [FilePastTerm]
        let decided: [FilePastTerm]

        init(_ house: House, for visibility: Visibility, at now: Moment, in snapshot: Snapshot) throws {
            rules = house.procedure.retention
            let most = RetentionPage.most
            let found = try snapshot.filesPastTerm(
                house.procedure.passedTerms(on: now.day), on: now.day, zone: house.calendar.zone, for: visibility, limit: most + 1)
            waiting = Array(found.prefix(most))
            hasMore = found.count > most
            toErase = try snapshot.retentionDecisions(on: now.day, for: visibility, toErase: true, limit: most)
            decided = try snapshot.retentionDecisions(on: now.day, for: visibility, toErase: false, limit: most)
        }
    }

    /// So many files at once, those that ended longest ago first.
    static let most = 100
    /// The button that takes a decision back.
    static let back = "terug"
    static let fields = ["complaint", "decision", "through", "reason"]

    let desk: Desk
    let content: Content
    let typed: TypedForm
    /// What was just done.
    let done: Done?

    enum Done { case recorded, erased(Int), keptAfterAll }

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = say("Bewaartermijn", "Retention")
        return desk.page(
            typed.title(title), current: Paths.retention,
            flash: flash,
            isReading: true, status: typed.hasTrouble ? .unprocessableContent : .ok
        ) {
            typed.summary([files, decision, through, reason])
            Heading(
                title: title,
                remark: say(
                    "Dossiers die gesloten, ingetrokken, doorverwezen of samengevoegd zijn en waarvan de termijn voorbij is. Er wordt niets vanzelf gewist: u beslist.",
                    "Files that were closed, withdrawn, referred or merged and are past their term. Nothing is erased by itself: you decide."
                )
            ).html
            rules
            if content.waiting.isEmpty {
                p(.class("muted")) { say("Geen dossier wacht op een besluit.", "No file waits for a decision.") }
            } else {
                form
            }
            if !content.toErase.isEmpty { erasing }
            if !content.decided.isEmpty { decided }
        }
    }

    private var flash: Notice? {
        switch done {
        case nil: nil
        case .recorded?: Notice(.good, isFlash: true) { p { say("Vastgelegd.", "Recorded.") } }
        case .keptAfterAll?:
            Notice(.good, isFlash: true) {
                p { say("Die worden niet gewist. Beslis opnieuw.", "Those will not be erased. Decide again.") }
            }
        case .erased(1)?: Notice(.good, isFlash: true) { p { say("1 dossier is gewist.", "1 file was erased.") } }
        case .erased(let count)?:
            Notice(.good, isFlash: true) { p { say("\(count) dossiers zijn gewist.", "\(count) files were erased.") } }
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
            if content.hasMore {
                p(.class("hint")) {
                    say(
                        "Er wachten er meer. Na uw besluit over deze \(Self.most) ziet u de volgende.",
                        "More of them wait. After your decision about these \(Self.most) you see the next.")
                }
            }
            files.around(choices: div(.class("choices")) { for file in content.waiting { choice(file, prefix: "f") } })
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

    private func choice(_ file: FilePastTerm, prefix: String) -> HTML {
        let id = "\(prefix)-complaint-\(file.number.digits)"
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
            "\(desk.phase(file.phase)) \(day)",
        ].compactMap(\.self).joined(separator: " · ")
    }

    private var erasing: HTML {
        let chosen = Field("complaint", say("Welke dossiers?", "Which files?"), prefix: "e")
        return section(.class("apart")) {
            h2 { say("Mag worden gewist", "May be erased") }
            desk.form(to: Paths.erasing) {
                chosen.around(choices: div(.class("choices")) { for file in content.toErase { choice(file, prefix: "e") } })
                p(.class("hint")) {
                    say(
                        "U ziet eerst wat er gewist wordt. Daarna bevestigt u het.",
                        "First you see what will be erased. Then you confirm it.")
                }
                actions {
                    Button(say("Bekijk wat er gewist wordt", "See what will be erased"))
                    Button(say("Toch niet wissen", "Don’t erase after all"), field: (Self.back, "1"))
                }
            }
        }
    }

    private var decided: HTML {
        section(.class("apart")) {
            h2 { say("Besloten", "Decided") }
            ul {
                for file in content.decided {
                    li {
                        Link(about(file), to: Paths.file(file.number))
                        ": \(standing(file))"
                    }
                }
            }
        }
    }

    private func standing(_ file: FilePastTerm) -> String {
        if let erased = file.erasedAt {
            let day = DateWords.short(desk.calendar.zone.moment(at: erased).day)
            return say("gewist op \(day)", "erased on \(day)")
        }
        return file.decision.map { RetentionWords(say: say).words($0) } ?? ""
    }
}
