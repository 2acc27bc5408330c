import Complaints
import Records

/// What the invented company learnt from its complaints: themes, measures in each phase, incidents, and of how many customers complaints come.
/// Measures are decided by the domain at the moment they are said to have been taken, and judged by the complaints that were made up.
struct DemoLearning {
    private let setting: DemoSetting
    private var dice: Dice

    init(_ setting: DemoSetting) { (self.setting, dice) = (setting, setting.plan.dice(7)) }

    /// Once for a house: a later filling leaves what was learnt as it is.
    mutating func write(in tx: Transaction) throws {
        guard try tx.snapshot.measures(in: Set(MeasurePhase.allCases), limit: 1).isEmpty else { return }
        try keepExposure(in: tx)
        for incident in DemoIncident.history(of: setting.plan).filter({ $0.name != nil }).suffix(6) { try keep(incident, in: tx) }
        try chooseLimits(in: tx)
        _ = try gather("Bereikbaarheid van de servicedesk", about: "servicedesk", in: tx)
        let theme = try gather("Gedoe rond overstappen", about: "migration", in: tx)
        for idea in DemoMeasure.all { try take(idea, from: idea.course == .open ? theme : nil, in: tx) }
    }

    // MARK: A measure

    private mutating func take(_ idea: DemoMeasure, from theme: ThemeID?, in tx: Transaction) throws {
        let days = DemoMeasureDays(of: idea.course, setting.plan)
        let raised = moment(days.raised)
        guard let manager = setting.staff.managers.first, let owner = dice.pick(setting.staff.handlers)?.member else { return }
        var input = MeasureInput()
        (input.kind, input.title, input.problem, input.action) = (idea.kind.rawValue, idea.title, idea.problem, idea.action)
        (input.owner, input.due, input.checkOn, input.about) = (owner.id, days.done + 4, days.check, idea.about)
        (input.cost, input.theme) = (idea.cents.map { Money(cents: $0).description }, theme?.value)
        input.hope = "\(idea.hope)"
        let sources = theme.map { [MeasureSource(.theme, $0.value)] } ?? []
        var facts = facts(of: owner)
        facts.known = Set(sources)
        let event = try Measure.raising(input, from: sources, by: manager.actor, at: raised, with: facts)
        let id = MeasureID(key(at: raised.instant))
        let measure = try tx.append(event, asNew: id, by: manager.actor, at: raised.instant)
        guard idea.course != .open else { return }
        try act(.carryOut(on: nil, cost: nil, note: "Staat en werkt."), on: measure.id, by: owner, at: moment(days.done), in: tx)
        let judged = try check(id, on: days.check, by: manager, in: tx)
        guard let judged, judged.measure.phase == .reopened, let last = judged.measure.judgedThrough else { return }
        (input.action, input.due, input.checkOn) = (idea.instead, last + 60, last + 60 + 7 * 27)
        try act(.revise(input), on: measure.id, by: manager, at: moment(last + 3), facts: facts, in: tx)
    }

    /// Looks at its effect on the day that was fixed, and again on each day that was named then.
    private func check(_ id: MeasureID, on day: Day, by manager: StaffMember, in tx: Transaction) throws -> JournalledMeasure? {
        var (next, judged): (Day?, JournalledMeasure?) = (day, nil)
        while let day = next, moment(day).instant < setting.end {
            try act(.check(note: nil), on: id, by: manager, at: moment(day), in: tx)
            judged = try tx.snapshot.journalledMeasure(id)
            next = judged?.measure.nextCheck
        }
        return judged
    }

    private func facts(of owner: StaffMember) -> MeasureFacts {
        var facts = MeasureFacts(natures: setting.facts.natures)
        facts.colleagues = [owner.id: owner.colleague]
        return facts
    }

    /// Does it if that was before today.
    private func act(
        _ command: MeasureCommand, on id: MeasureID, by member: StaffMember, at moment: Moment, facts: MeasureFacts? = nil,
        in tx: Transaction
    ) throws {
        guard moment.instant < setting.end, let journalled = try tx.measureToChange(id) else { return }
        var facts = facts ?? MeasureFacts(natures: setting.facts.natures)
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
