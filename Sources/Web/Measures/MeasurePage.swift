import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// One measure: what is to be done and why, what came of it, and all that happened.
struct MeasurePage {
    /// What was read for it, all of one moment.
    struct Content: Sendable {
        let measure: Measure
        let history: [RecordedMeasureEvent]
        /// The complaints it came from, those that the reader may not know of left out.
        let complaints: [(source: MeasureSource, number: ComplaintNumber, isFile: Bool)]
        let effect: EffectSeries?
        let themes: [Theme]
        let signals: [KeptSignal]

        init(
            _ journalled: JournalledMeasure, for actor: Actor, on calendar: OfficeCalendar, natures: NatureLists, today: Day,
            in snapshot: Snapshot
        ) throws {
            (measure, history) = (journalled.measure, journalled.history)
            complaints = try journalled.measure.sources.filter { $0.kind == .complaint }.compactMap { source in
                guard let complaint = try snapshot.complaint(ComplaintID(source.id)), complaint.isListed(to: actor) else { return nil }
                return (source, complaint.number, complaint.isVisible(to: actor))
            }
            themes = try snapshot.themes()
            signals = try journalled.measure.sources.filter { $0.kind == .signal }.compactMap { try snapshot.keptSignal($0.id) }
            effect = try snapshot.effect(of: journalled.measure, on: calendar, natures: natures, today: today)
        }

        /// When the verdict that holds was recorded.
        var recordedAt: Instant? {
            history.last { if case .checked = $0.event { true } else { false } }?.at
        }

        var hidden: Int { measure.sources.count { $0.kind == .complaint } - complaints.count }
    }

    static let seen = "gezien"

    static func fields(of act: MeasureAct) -> Set<String> {
        switch act {
        case .raise: []
        case .revise: MeasureForm.fields
        case .link: ["sources", "weg"]
        case .carryOut: ["done", "cost", "note"]
        case .check: ["note"]
        case .note: ["text"]
        case .cancel: ["reason"]
        }
    }

    let desk: Desk
    let content: Content
    var done: MeasureAct?
    var returned: (act: MeasureAct, form: SubmittedForm, refusal: MeasureRefusal)?

    private var say: Wording { desk.say }
    private var measure: Measure { content.measure }
    private var plan: MeasurePlan { measure.plan }
    private var title: String { plan.title.text ?? say("(gewist)", "(erased)") }

    func response() -> Response {
        let acts = MeasureActs(desk: desk, content: content, returned: returned)
        let prefix = returned == nil ? "" : say("Fout: ", "Error: ")
        return desk.page(prefix + say("Maatregel: \(title)", "Measure: \(title)"), current: Paths.measures, flash: flash, status: status) {
            acts.trouble
            FileHead(
                subject: title, promise: desk.pill(of: measure), number: say.measureKind(plan.kind),
                about: [desk.name(of: plan.owner) ?? "", say.measurePhase(measure.phase)])
            FileLayout(
                next: acts.next, factsTitle: say("Gegevens van deze maatregel", "Facts of this measure"), facts: facts(acts),
                content: group {
                    words
                    if let effect = content.effect {
                        EffectView(desk: desk, measure: measure, effect: effect, recordedAt: content.recordedAt)
                    }
                    MeasureTimeline(desk: desk, content: content)
                    acts.note
                })
        }
    }

    private var status: HTTPResponse.Status {
        switch returned?.refusal {
        case nil: .ok
        case .notThere: .notFound
        case .notNow, .movedOn: .conflict
        case .invalid: .unprocessableContent
        }
    }

    private var flash: Notice? {
        guard let done else { return nil }
        let words =
            switch done {
            case .raise: say("De maatregel is genomen.", "The measure has been taken.")
            case .revise: say("Bewaard.", "Saved.")
            case .link: say("De herkomst is bijgewerkt.", "Where it comes from has been updated.")
            case .carryOut: say("Vastgelegd: uitgevoerd.", "Recorded: carried out.")
            case .check: say("De effectmeting is vastgelegd.", "The check of the effect has been recorded.")
            case .note: say("De notitie is bewaard.", "The note has been saved.")
            case .cancel: say("De maatregel is gestopt.", "The measure has been stopped.")
            }
        return Notice(.good, isFlash: true) { p { words } }
    }

    private var words: HTML {
        group {
            part(say("Probleem", "Problem"), plan.problem)
            if let root = plan.rootCause { part(say("Hoofdoorzaak", "Root cause"), root) }
            part(say("Wat er gebeurt", "What is done"), plan.action)
        }
    }

    private func part(_ name: String, _ words: Passage) -> HTML {
        section(.class("passage")) {
            h2 { name }
            p(.class("pre")) { words.text ?? say("(gewist)", "(erased)") }
        }
    }

    private func facts(_ acts: MeasureActs) -> HTML {
        group {
            FactGroup(say("Afspraak", "Agreement")) { FactList(facts: agreement) }
            FactGroup(say("Herkomst", "Origin")) {
                origin
                acts.linking
            }
            acts.more
        }
    }

    private var agreement: [Fact] {
        var facts = [
            Fact(say("Eigenaar", "Owner"), desk.name(of: plan.owner) ?? ""),
            Fact(say("Klaar op", "Done by"), DateWords.brief(plan.due, desk.language, today: desk.now.day)),
        ]
        if let day = measure.doneOn {
            facts.append(Fact(say("Uitgevoerd", "Carried out"), DateWords.brief(day, desk.language, today: desk.now.day)))
        }
        if let cost = plan.cost { facts.append(Fact(say("Kosten", "Cost"), DateWords.money(cost, desk.language))) }
        facts += [
            Fact(say("Telt klachten over", "Counts complaints about"), say.scope(plan.check, desk, content.themes)),
            Fact(say("Verwacht", "Expected"), say("\(plan.check.hope)% minder", "\(plan.check.hope)% fewer")),
            Fact(say("Kan werken na", "Can work after"), say.count(plan.check.lag, ("week", "weken"), ("week", "weeks"))),
            Fact(say("Effectmeting", "Effect check"), DateWords.brief(plan.check.on, desk.language, today: desk.now.day)),
        ]
        if let next = measure.nextCheck, next != plan.check.on {
            facts.append(Fact(say("Volgende meting", "Next check"), DateWords.brief(next, desk.language, today: desk.now.day)))
        }
        return facts
    }

    private var origin: HTML {
        group {
            if measure.sources.isEmpty { p(.class("muted")) { say("Zonder klacht erbij.", "Without a complaint.") } }
            ul(.class("attached")) {
                for one in content.complaints {
                    li { if one.isFile { Link(one.number.formatted, to: Paths.file(one.number)) } else { one.number.formatted } }
                }
                // A complaints manager would know by it that there is one about themselves.
                if content.hidden > 0, !desk.actor.has(.manager) {
                    li {
                        say.count(
                            content.hidden, ("klacht buiten uw zicht", "klachten buiten uw zicht"),
                            ("complaint out of your sight", "complaints out of your sight"))
                    }
                }
                for theme in content.themes where measure.sources.contains(MeasureSource(.theme, theme.id.value)) {
                    li { Link(say("Thema: \(theme.title)", "Theme: \(theme.title)"), to: Paths.theme(theme.id)) }
                }
                for signal in content.signals { li { origin(signal) } }
            }
        }
    }
}

extension MeasurePage {
    /// The signal it came from, with its page for who judges signals; what it is about for who has lists.
    private func origin(_ signal: KeptSignal) -> HTML {
        guard Visibility(desk.actor).seesLists else { return HTML(say("Signaal uit de cijfers", "Signal of the figures")) }
        let (name, week) = (InsightWords(desk.language).name(of: signal, in: desk.house.natures), CalendarWeek(of: signal.week).number)
        let words = say("Signaal: \(name), week \(week)", "Signal: \(name), week \(week)")
        return desk.actor.hasAny(of: SignalOffice.judges) ? Link(words, to: Paths.signal(signal.id)).html : HTML(words)
    }
}

extension Wording {
    /// Which complaints a check counts.
    func scope(_ check: EffectCheck, _ desk: Desk, _ themes: [Theme]) -> String {
        let about = check.about.map { desk.house.natures.label(.about, $0, in: language) }
        let wrong = check.wrong.map { desk.house.natures.label(.wrong, $0, in: language).lowercasedFirst }
        let nature = [about, wrong].compactMap(\.self).joined(separator: ": ").nonEmpty ?? self("alles", "everything")
        let theme = check.theme.flatMap { key in themes.first { $0.id.value == key } }.map {
            self(", thema “\($0.title)”", ", theme “\($0.title)”")
        }
        return nature + (theme ?? "")
    }
}

extension Desk {
    func pill(of measure: Measure) -> PromisePill {
        if measure.phase == .works { return PromisePill(say.measurePhase(.works), .good) }
        guard let day = measure.nextDay else { return PromisePill(say.measurePhase(measure.phase), .waiting) }
        return say.nearness(of: calendar.zone.instant(of: CivilTime(day, calendar.closes)), now: now, on: calendar)
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
