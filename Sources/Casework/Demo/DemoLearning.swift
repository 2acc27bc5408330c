import Complaints
import Records

/// What the invented company learnt from its complaints: themes, measures in each phase, incidents, and of how many customers complaints come.
/// Measures are decided by the domain at the moment they are said to have been taken, and judged by the complaints that were made up.
struct DemoLearning {
    private struct Idea {
        let kind: MeasureKind
        let title: String
        let problem: String
        let action: String
        let about: String
        /// When it was taken, as a share of the history, and so many days before its end at the latest.
        let share: Double
        let cents: Int64?
        let isCarriedOut: Bool
    }

    private let setting: DemoSetting
    private var dice: Dice

    init(_ setting: DemoSetting) { (self.setting, dice) = (setting, setting.plan.dice(7)) }

    /// Once for a house: a later filling leaves what was learnt as it is.
    mutating func write(in tx: Transaction) throws {
        guard try tx.snapshot.measures(in: Set(MeasurePhase.allCases), limit: 1).isEmpty else { return }
        try keepExposure(in: tx)
        for incident in DemoIncident.history(of: setting.plan).filter({ $0.name != nil }).suffix(6) { try keep(incident, in: tx) }
        try chooseLimits(in: tx)
        let theme = try gather("Bereikbaarheid van de servicedesk", about: "servicedesk", in: tx)
        _ = try gather("Gedoe rond overstappen", about: "migration", in: tx)
        for (place, idea) in Self.ideas.enumerated() { try take(idea, from: place == Self.ideas.count - 1 ? theme : nil, in: tx) }
    }

    private static let ideas = [
        Idea(
            kind: .corrective, title: "Opslag dubbel uitgevoerd", problem: "Bij uitval van de opslag ligt alles stil.",
            action: "De opslag in het tweede rekencentrum neemt het voortaan vanzelf over.", about: "hosting", share: 0.4,
            cents: 1_850_000, isCarriedOut: true),
        Idea(
            kind: .preventive, title: "Factuur nakijken voor verzending", problem: "Fouten in de factuurrun merken klanten eerder dan wij.",
            action: "Twee collega’s kijken van elke run twintig facturen na.", about: "billing", share: 0.62, cents: nil, isCarriedOut: true
        ),
        Idea(
            kind: .preventive, title: "Opzeggen in gewone taal", problem: "Klanten begrijpen de opzegtermijn niet.",
            action: "De opzegregels staan in drie zinnen op de factuur en op de website.", about: "contract", share: 0.9, cents: 90_000,
            isCarriedOut: true),
        Idea(
            kind: .corrective, title: "Terugbellen binnen één dag", problem: "Wie niemand bereikt, wordt te laat teruggebeld.",
            action: "De servicedesk houdt elke dag twee uur vrij om terug te bellen.", about: "servicedesk", share: 1, cents: nil,
            isCarriedOut: false),
    ]

    // MARK: A measure

    private mutating func take(_ idea: Idea, from theme: ThemeID?, in tx: Transaction) throws {
        let plan = setting.plan
        let raised = moment(min(plan.first + Int(Double(plan.days) * idea.share), plan.today - 12))
        guard let manager = setting.staff.managers.first, let owner = dice.pick(setting.staff.handlers)?.member else { return }
        var input = MeasureInput()
        (input.kind, input.title, input.problem, input.action) = (idea.kind.rawValue, idea.title, idea.problem, idea.action)
        (input.owner, input.due, input.checkOn, input.about) = (owner.id, raised.day + 42, raised.day + 126, idea.about)
        (input.cost, input.theme) = (idea.cents.map { Money(cents: $0).description }, theme?.value)
        let sources = theme.map { [MeasureSource(.theme, $0.value)] } ?? []
        var facts = MeasureFacts(natures: setting.facts.natures)
        facts.colleagues = [owner.id: owner.colleague]
        facts.known = Set(sources)
        let event = try Measure.raising(input, from: sources, by: manager.actor, at: raised, with: facts)
        let id = MeasureID(key(at: raised.instant))
        let measure = try tx.append(event, asNew: id, by: manager.actor, at: raised.instant)
        guard idea.isCarriedOut else { return }
        let done = moment(raised.day + dice.number(25...40))
        try act(.carryOut(on: nil, cost: nil, note: "Staat en werkt."), on: measure.id, by: owner, at: done, in: tx)
        try act(.check(note: nil), on: measure.id, by: manager, at: moment(raised.day + 127), in: tx)
    }

    /// Does it if that was before today.
    private func act(
        _ command: MeasureCommand, on id: MeasureID, by member: StaffMember, at moment: Moment, in tx: Transaction
    ) throws {
        guard moment.instant < setting.end, let journalled = try tx.measureToChange(id) else { return }
        var facts = MeasureFacts(natures: setting.facts.natures)
        facts.reading = try tx.snapshot.effect(
            of: journalled.measure, on: setting.facts.calendar, natures: setting.facts.natures, today: moment.day)?.reading
        let event = try journalled.measure.decide(command, by: member.actor, seen: nil, at: moment, with: facts)
        _ = try tx.append(event, to: journalled, by: member.actor, at: moment.instant)
    }

    // MARK: The rest

    private mutating func gather(_ title: String, about: String, in tx: Transaction) throws -> ThemeID? {
        guard let manager = setting.staff.managers.first else { return nil }
        var filter = WorklistFilter()
        filter.about = about
        let reader = WorklistReader(
            visibility: Visibility(manager.actor), now: setting.hours.moment(setting.plan.today, TimeOfDay(0)),
            calendar: setting.facts.calendar)
        let found = try tx.snapshot.worklist(filter, for: reader, limit: 14).rows
        guard let last = found.last else { return nil }
        let id = ThemeID(key(at: last.receivedAt))
        try tx.addTheme(id, title: title, words: nil, by: manager.actor, at: last.receivedAt)
        for row in found { try tx.add(row.id, to: id, by: manager.actor, at: max(row.receivedAt, last.receivedAt)) }
        return id
    }

    private mutating func keep(_ incident: DemoIncident, in tx: Transaction) throws {
        guard let manager = setting.staff.managers.first, let name = incident.name else { return }
        let at = moment(incident.start.next).instant
        try tx.keep(
            Incident(
                id: key(at: at), title: name, about: incident.nature.about, first: incident.start,
                last: min(incident.start + (incident.days - 1), setting.plan.today.previous)), by: manager.actor, at: at)
    }

    /// The company grew: limits come from a year that was as it is now, and not from its first.
    private func chooseLimits(in tx: Transaction) throws {
        guard setting.plan.years >= 3, let manager = setting.staff.managers.first else { return }
        let last = setting.plan.today - 7 * 27
        let at = moment(setting.plan.today - 5).instant
        for subject in CaseChart.Subject.allCases {
            try tx.keep(
                ChartBaseline(
                    subject: subject.rawValue, first: last - 7 * 53, last: last,
                    reason: "Wij zijn gegroeid: het gaat nu zoals in dit jaar.", at: at, by: manager.actor.identity))
        }
    }

    /// Customers at the end of each month: a company that grows a little.
    private mutating func keepExposure(in tx: Transaction) throws {
        guard let director = setting.staff.others.first else { return }
        var (month, customers, exposures) = (
            CalendarMonth(of: setting.plan.first), 30.0 * Double(setting.plan.complaints) / Double(setting.plan.years) / 12, [Exposure]()
        )
        while month.days.last < setting.plan.today {
            exposures.append(Exposure(first: month.days.first, last: month.days.last, amount: max(1, Int(customers))))
            customers *= 1.002 + dice.fraction() * 0.006
            month = month.next
        }
        try tx.keep(exposures, of: .customers, by: director.actor, at: moment(setting.plan.today - 3).instant)
    }

    private func moment(_ day: Day) -> Moment { setting.hours.opening(from: setting.hours.moment(day, TimeOfDay(10, 15))) }

    /// As other keys are: milliseconds since 2020 and a part that is drawn.
    private mutating func key(at instant: Instant) -> Int64 {
        Keys.first(at: instant.milliseconds) | Int64(dice.next() >> 43)
    }
}

extension DemoIncident {
    /// What it is called by those who know of it; nobody noticed the others.
    fileprivate var name: String? {
        switch kind {
        case .storageOutage: "Storing opslag"
        case .billingRun: "Fout in de factuurrun"
        case .migration: "Overgang naar het nieuwe platform"
        case .mailOutage: "Storing e-mail"
        case .priceRise: "Nieuwe tarieven"
        case .lineTrouble, .crowdedDesk: nil
        }
    }
}
