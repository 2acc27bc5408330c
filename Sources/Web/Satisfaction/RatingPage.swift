import Casework
import Complaints
import Hummingbird
import Markup

/// Two questions and room for a remark; or, when there is nothing to ask any more, why.
struct RatingPage {
    var frame: PublicFrame
    let reference: String
    let complaint: Complaint
    let input: RatingInput
    var form: SubmittedForm?
    var problems: [FieldProblem] = []
    var isTooOften = false

    private var say: Wording { frame.say }
    private var lastDay: Day { input.lastDay(on: frame.house.calendar) }
    private var isAboutThisClosing: Bool { complaint.closedAt.map { $0 <= input.asked } ?? false }
    private var isRated: Bool { complaint.rating != nil && isAboutThisClosing }

    /// Whether the questions can be answered now.
    var isOpen: Bool { complaint.phase == .closed && isAboutThisClosing && !isRated && frame.now.day <= lastDay }

    func response() -> Response {
        if isOpen { return questions }
        if isRated { return thanks }
        return over
    }

    private var title: String { say("Wat vond u van ons werk?", "What did you think of our work?") }

    private func words(of contentment: Contentment) -> String {
        switch contentment {
        case .satisfied: say("Tevreden", "Satisfied")
        case .somewhat: say("Gaat wel", "So-so")
        case .dissatisfied: say("Niet tevreden", "Not satisfied")
        }
    }

    private var choices: [Choice] { Contentment.allCases.map { Choice($0.rawValue, words(of: $0)) } }

    private func error(_ name: String) -> String? {
        guard let problem = problems.first(where: { $0.field == name }) else { return nil }
        return problem.reason == .missing ? say("Kies een antwoord.", "Choose an answer.") : say.problem(problem)
    }

    private var fields: [Field] {
        [
            Field("solution", say("Bent u tevreden over de oplossing?", "Are you satisfied with the solution?"), error: error("solution")),
            Field(
                "treatment", say("Bent u tevreden over hoe wij u hielpen?", "Are you satisfied with how we helped you?"),
                error: error("treatment")),
            Field(
                "remark", say("Wat kan beter?", "What can be better?"),
                hint: say("Zet geen medische gegevens of BSN in uw bericht.", "Leave medical details and your BSN out."),
                optional: say.optional, error: error("remark")),
        ]
    }

    private var questions: Response {
        let fields = fields
        let isWrong = !problems.isEmpty || isTooOften
        let wait = say("U verstuurt veel achter elkaar. Wacht een minuut.", "You send much in a row. Wait a minute.")
        return frame.page(
            isWrong ? say("Fout: \(title)", "Error: \(title)") : title,
            status: isTooOften ? .tooManyRequests : isWrong ? .unprocessableContent : .ok, hasTwin: form == nil
        ) {
            if isWrong {
                ErrorSummary(title: say("Er is een probleem", "There is a problem"), fields: fields, general: isTooOften ? [wait] : [])
            }
            h1 { title }
            p(.class("lead")) {
                say(
                    "Het gaat om uw klacht \(complaint.number.formatted). Twee vragen, en u bent klaar.",
                    "This is about your complaint \(complaint.number.formatted). Two questions, and you are done.")
            }
            Markup.form(.method(.post), .action(frame.address(Paths.rating(reference))), .class("form"), .novalidate) {
                RadioField(field: fields[0], choices: choices, chosen: form?["solution"])
                RadioField(field: fields[1], choices: choices, chosen: form?["treatment"])
                TextArea(field: fields[2], value: form?.text("remark") ?? "", rows: 4)
                Tick(
                    field: Field(
                        "contact", say("U mag contact met mij opnemen", "You may get in touch with me"),
                        hint: say(
                            "Bent u niet tevreden? Dan kijkt iemand anders opnieuw naar uw klacht. U hoort binnen drie werkdagen van ons.",
                            "Not satisfied? Then somebody else looks at your complaint again. You hear from us within three working days.")),
                    isOn: form?.has("contact") ?? false)
                actions { Button(say("Verstuur mijn antwoord", "Send my answer"), .primary) }
            }
            p(.class("muted")) {
                let day = DateWords.told(lastDay, today: frame.now.day, frame.language)
                say("U kunt antwoorden tot en met \(day).", "You can answer until \(day).")
            }
        }
    }

    private var thanks: Response {
        frame.page(say("Dank u wel", "Thank you")) {
            h1 { say("Dank u wel voor uw antwoord", "Thank you for your answer") }
            if let review = complaint.promises.last(where: { $0.kind == .review && $0.isOutstanding }) {
                let due = frame.house.calendar.zone.moment(at: review.due).day
                if review.due >= frame.now.instant {
                    let day = DateWords.told(due, today: frame.now.day, frame.language)
                    p {
                        say(
                            "Het spijt ons dat u niet tevreden bent. Iemand anders kijkt opnieuw naar uw klacht. U hoort uiterlijk \(day) van ons.",
                            "We are sorry that you are not satisfied. Somebody else looks at your complaint again. You hear from us by \(day)."
                        )
                    }
                } else {
                    p { say("U had al van ons moeten horen. Dat spijt ons.", "You should have heard from us by now. We are sorry.") }
                }
            } else {
                p { say("Wij gebruiken uw antwoord om ons werk beter te doen.", "We use your answer to do our work better.") }
            }
            call
        }
    }

    private var over: Response {
        let isLate = complaint.phase == .closed && isAboutThisClosing
        return frame.page(say("U kunt niet meer antwoorden", "You can't answer any more")) {
            h1 { say("U kunt deze vragen niet meer beantwoorden", "You can't answer these questions any more") }
            p {
                if isLate {
                    let day = DateWords.told(lastDay, today: frame.now.day, frame.language)
                    say("Dat kon tot en met \(day).", "You could until \(day).")
                } else {
                    say(
                        "Uw klacht is intussen veranderd. De vragen gingen over hoe hij toen was afgesloten.",
                        "Your complaint has changed meanwhile. The questions were about how it was closed then.")
                }
            }
            call
        }
    }

    private var call: HTML {
        group {
            if frame.isReachable {
                p(.class("muted")) {
                    say("Wilt u ons iets vertellen? ", "Is there something you want to tell us? ")
                    frame.waysToReach
                    "."
                }
            }
        }
    }
}

/// Guessed, taken back, cut off by a mail program: one clear answer.
struct LinkDeadEnd {
    let frame: PublicFrame

    private var say: Wording { frame.say }

    func response() -> Response {
        frame.page(say("Deze link werkt niet", "This link does not work"), status: .notFound) {
            h1 { say("Deze link werkt niet (meer)", "This link does not work (any more)") }
            p {
                say(
                    "De link is misschien niet heel. Kopieer hem nog eens uit onze brief.",
                    "The link may have lost a piece. Copy it once more from our letter.")
            }
        }
    }
}
