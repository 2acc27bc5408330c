import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// One signal: what was found, the complaints of that week, and what somebody says it is.
struct SignalPage {
    struct Content: Sendable {
        let signal: KeptSignal
        /// What was taken because of it, the newest first.
        let measures: [MeasureRow]
    }

    let desk: Desk
    let content: Content
    let typed: TypedForm
    var flash: Notice? = nil
    /// Whether somebody else said something of it since the form was opened.
    var isSecond = false

    private var say: Wording { desk.say }
    private var words: KeptSignalWords { KeptSignalWords(desk: desk) }
    private var signal: KeptSignal { content.signal }

    func response(_ status: HTTPResponse.Status = .ok) -> Response {
        let title = say("Signaal: \(words.name(signal))", "Signal: \(words.name(signal))")
        return desk.page(typed.title(title), current: Paths.signals, flash: flash, isReading: true, status: status) {
            typed.summary([state, remark])
            Heading(title: title, remark: words.week(signal)).html
            p { words.evidence(signal) }
            p { a(.href(words.list(signal).address())) { say("De klachten waar het om gaat", "The complaints that it is about") } }
            p(.class("muted")) { words.standing(signal) }
            if isSecond { BothVersions(say: say, rows: bothVersions).html }
            form
            section(.class("apart")) {
                h2 { say("Is er iets gebeurd?", "Did something happen?") }
                p {
                    a(.href("\(Paths.incidents)?\(IncidentPage.signalField)=\(signal.id)")) {
                        say("Leg het voorval vast dat dit verklaart", "Write down the incident that explains it")
                    }
                }
            }
            if MeasurePermissions.allows(.raise, desk.actor, owner: nil) {
                section(.class("apart")) {
                    h2 { say("Moet er iets veranderen?", "Must something change?") }
                    measures
                    p {
                        a(.href(Paths.newMeasure(fromSignal: signal.id, about: signal.nature, problem: words.evidence(signal)))) {
                            say("Neem een maatregel naar aanleiding van dit signaal", "Take a measure because of this signal")
                        }
                    }
                }
            }
            p { a(.href(Paths.signals)) { say("Naar alle signalen", "To all signals") } }
        }
    }

    private var measures: HTML {
        if content.measures.isEmpty { return HTML() }
        return ul(.class("attached")) {
            for measure in content.measures {
                let title = measure.title ?? say("(gewist)", "(erased)")
                li {
                    Link(say("Maatregel: \(title)", "Measure: \(title)"), to: Paths.measure(measure.id))
                    " (\(say.measurePhase(measure.phase)))"
                }
            }
        }
    }

    private var state: Field { typed.field("state", say("Wat is hiermee?", "What about this?")) }
    private var remark: Field {
        typed.field(
            "words", say("In uw woorden", "In your words"),
            hint: say("Nodig bij “verklaard” en “geen signaal”.", "Needed with “explained” and “no signal”."), isOptional: true)
    }

    private var bothVersions: [(name: String, stored: String, typed: String)] {
        let chosen = SignalState(rawValue: typed.text("state")).map { words.insight.state($0) } ?? ""
        return [(state.label, words.insight.state(signal.state), chosen), (remark.label, signal.words, typed.text("words"))]
    }

    private var form: HTML {
        desk.form(to: Paths.signal(signal.id)) {
            input(.type(.hidden), .name(SettingsForm.seenField), .value("\(signal.changedAt.milliseconds)"))
            RadioField(
                field: state, choices: SignalState.allCases.filter { $0 != .raised }.map { Choice($0.rawValue, words.insight.state($0)) },
                chosen: typed.text("state", or: signal.state.rawValue)
            ).html
            TextArea(field: remark, value: typed.text("words", or: signal.words), rows: 3).html
            actions { Button(say("Bewaar", "Save"), .primary) }
        }
    }

    /// What to do about a mistake, in the words of these pages.
    static func words(_ problem: FieldProblem, _ say: Wording) -> String {
        switch (problem.field, problem.reason) {
        case ("words", .missing): say("Schrijf op waarom.", "Write down why.")
        case ("state", _): say("Kies wat ermee is.", "Choose what about it.")
        case ("title", .missing): say("Vul in wat er gebeurde.", "Fill in what happened.")
        case ("first", .missing): say("Vul de eerste dag in.", "Fill in the first day.")
        case ("last", .tooEarly): say("Kies een dag na de eerste dag.", "Choose a day after the first day.")
        case ("bannerDutch", .missing), ("bannerEnglish", .missing):
            say("Schrijf de melding in beide talen.", "Write the notice in both languages.")
        case ("bannerUntil", .missing): say("Vul in tot wanneer klanten dit zien.", "Fill in until when customers see this.")
        case ("bannerUntil", .tooLate): say("Kies een dag binnen negentig dagen.", "Choose a day within ninety days.")
        default: say.problem(problem)
        }
    }
}

/// How signals that were kept are told.
struct KeptSignalWords {
    let desk: Desk

    private var say: Wording { desk.say }
    var insight: InsightWords { InsightWords(desk.language) }

    func name(_ signal: KeptSignal) -> String { insight.name(of: signal, in: desk.house.natures) }

    func week(_ signal: KeptSignal) -> String {
        let week = CalendarWeek(of: signal.week)
        return say(
            "Week \(week.number), tot en met \(DateWords.dated(week.days.last, desk.language))",
            "Week \(week.number), up to \(DateWords.dated(week.days.last, desk.language))")
    }

    func evidence(_ signal: KeptSignal) -> String { insight.evidence(signal) }

    /// What it was found in, as it is now.
    func list(_ signal: KeptSignal) -> WorklistQuery {
        let days = CalendarWeek(of: signal.week).days
        let all = WorklistQuery.received(in: days)
        switch signal.subject {
        case .nature: return all.with(.about, desk.house.natures.listed(signal.about ?? WorklistQuery.none))
        case .received: return all
        case .channel: return all.with(.channel, signal.about ?? "")
        case .handling:
            return WorklistQuery.received(in: DayRange(first: days.first - 21, last: days.last))
        case .contact: return course(.contactBroken, days)
        case .term: return course(.termBroken, days)
        case .reopened: return course(.reopened, days)
        case .satisfied: return course(.unsatisfied, days)
        }
    }

    private func course(_ course: CaseCourse, _ days: DayRange) -> WorklistQuery {
        WorklistQuery().with(.counted, WorklistQuery.yes).with(.course, course.rawValue)
            .with(.courseFrom, days.first.iso).with(.courseUntil, days.last.iso)
    }

    /// "Verklaard: storing 14 oktober (Dirk, 17 oktober)"
    func standing(_ signal: KeptSignal) -> String {
        var words = insight.state(signal.state).capitalisedFirst
        if !signal.words.isEmpty { words += ": \(signal.words)" }
        guard case .staff(let id) = signal.changedBy, let name = desk.name(of: id) else { return words + "." }
        let day = DateWords.brief(desk.calendar.zone.moment(at: signal.changedAt).day, desk.language, today: desk.now.day)
        return "\(words) (\(name), \(day))."
    }
}
