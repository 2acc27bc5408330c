import Analysis
import Casework
import Complaints
import Records

/// All that the page of signals says, read and worked out at one moment.
struct SignalsContent: Sendable {
    let query: SignalsQuery
    let reading: SignalsReading
    let standing: SignalsStanding
    /// Of the days chosen, as many days before, and the same days a year before.
    let comparison: CaseComparison
    let pareto: CausePareto?
    let charts: [CaseChart]
    /// What is counted against, where that is known.
    let unit: ExposureUnit?
    let kept: [KeptSignal]
    let incidents: [Incident]
    let natureChanges: [NatureChange]
    /// Those that were carried out.
    let measures: [MeasureRow]
    /// Of each kind of complaint that stands out, by its code, over the last year; and what those are counted against, where any of it is known.
    let kinds: [String: CaseChart]
    let kindUnit: ExposureUnit?
    private let natures: NatureLists

    /// - Parameter cases: what the reader may see of all complaints.
    init(
        _ query: SignalsQuery, _ cases: [CountedCase], _ kept: Kept, now: Moment, on calendar: OfficeCalendar, natures: NatureLists,
        memory: DriftMemory
    ) throws {
        (self.query, self.natures) = (query, natures)
        (self.kept, incidents, natureChanges, measures) = (kept.signals, kept.incidents, kept.natureChanges, kept.measures)
        let found = query.selection == CaseSelection() ? cases : cases.filter { query.selection.holds($0) }
        let chosen = query.about.map { about in found.map { $0.about(about) } } ?? natures.joined(found)
        let weeks = CalendarWeek(of: now.day).last(SignalsReading.depth)
        let counts = WeekCounts.of(chosen, in: weeks, zone: calendar.zone)
        let reading = try memory.read { try SignalsReading(counts, weeks: weeks, designs: &$0) }
        self.reading = reading
        let all =
            try query.selection == CaseSelection()
            ? reading
            : memory.read {
                try SignalsReading(WeekCounts.of(natures.joined(cases), in: weeks, zone: calendar.zone), weeks: weeks, designs: &$0)
            }
        // What was before the house was in use was not a time without complaints.
        let first = cases.lazy.map(\.receivedAt).min().map { calendar.zone.moment(at: $0).day } ?? now.day
        let drawn = DayRange(first: max(query.days.first, min(first, query.days.last)), last: query.days.last)
        let limits = LimitDays(kept.baselines, first: cases.isEmpty ? nil : first, today: now.day)
        let size = kept.unit.flatMap { unit in kept.exposure.map { (unit: unit, table: $0) } }
        comparison = CaseComparison(chosen, over: query.days, since: first, size: size, at: now.instant, on: calendar)
        let periods = CasePeriod.covering(drawn, today: now.day)
        let bases = LimitSeries.all(
            chosen, over: limits.days(), months: periods.first?.kind == .month, at: now.instant, on: calendar)
        charts = CaseChart.all(
            chosen, in: periods, limits: limits, from: bases, per: kept.exposure, at: now.instant, on: calendar)
        unit = charts.contains { $0.subject == .rate } ? kept.unit : nil
        let usual = SignalsQuery.days(of: .year, today: now.day)
        // Of all complaints, whatever is chosen: what the first sentence speaks of.
        let standard =
            query.isUsual
            ? charts
            : CaseChart.all(
                cases, in: CasePeriod.covering(DayRange(first: max(usual.first, first), last: usual.last), today: now.day),
                limits: limits, from: query.selection.isEmpty ? bases : nil, per: kept.exposure, at: now.instant, on: calendar)
        standing = SignalsStanding(all, charts: standard, kept: kept.signals, judged: kept.judged, today: now.day)
        // What fits side by side, and enough to see a season coming back.
        let recent = CasePeriod.weeks(from: max(first, now.day - 7 * 52), through: now.day, now.day)
        kindUnit = kept.exposure.map { size in recent.contains { size.amount(over: $0.days) > 0 } } ?? false ? kept.unit : nil
        var kinds: [String: CaseChart] = [:]
        for about in reading.signals.compactMap(\.about) {
            let own = CaseChart.all(
                chosen.filter { $0.about == about }, in: recent, limits: limits, per: kept.exposure, of: [.rate, .received],
                at: now.instant, on: calendar)
            kinds[about] = own.first { $0.subject == .received || $0.isFit && $0.reachesLast }
        }
        self.kinds = kinds
        pareto = CausePareto(chosen, over: query.days, since: first, size: kept.exposure, at: now.instant, on: calendar)
    }
}

extension SignalsContent {
    /// What people said of signals, and what is known to have happened.
    struct Kept: Sendable {
        var signals: [KeptSignal] = []
        /// The Mondays of the weeks of that time that were judged.
        var judged: Set<Day> = []
        var incidents: [Incident] = []
        var natureChanges: [NatureChange] = []
        var measures: [MeasureRow] = []
        var baselines: [ChartBaseline] = []
        /// What complaints are counted against, and what is known of it.
        var unit: ExposureUnit?
        var exposure: ExposureTable?

        init() {}

        /// Of half a year: what is older has been looked at, or will not be.
        init(in snapshot: Snapshot, today: Day, zone: OfficeZone) throws {
            natureChanges = try NatureChange.all(in: snapshot, zone: zone)
            let first = CalendarWeek(of: today).monday - 7 * 26
            signals = try snapshot.keptSignals(from: first)
            judged = Set(try snapshot.judgedWeeks(from: first).keys)
            incidents = try snapshot.incidents()
            measures = try snapshot.measures(in: [.done, .works, .reopened, .cancelled]).filter { $0.doneOn != nil }
            baselines = try snapshot.chartBaselines()
            if let size = try snapshot.knownSize() { (unit, exposure) = (size.unit, size.table) }
        }
    }

    /// What began on these days, as far as it concerns what is looked at: incidents, measures that were carried out, and what became of its
    /// name.
    func marks(_ days: DayRange, about kind: String? = nil, for desk: Desk) -> [ControlLines.Mark] {
        let about = kind ?? query.about
        // What happened to something that was split off happened to what it is counted with.
        let parts = about.map { natures.parts(of: $0) }
        func concerns(_ part: String?) -> Bool { parts.map { parts in part.map { parts.contains($0) } ?? true } ?? true }
        let mayJudge = desk.actor.hasAny(of: SignalOffice.judges)
        let happened = incidents.filter { days.contains($0.first) && concerns($0.about) }.reversed().map {
            ControlLines.Mark(name: $0.title, address: mayJudge ? Paths.incident($0.id) : nil)
        }
        let done = measures.filter { $0.doneOn.map { days.contains($0) } ?? false && concerns($0.about) }.map { row in
            ControlLines.Mark(
                name: desk.say("maatregel: ", "measure: ") + (row.title ?? desk.say("gewist", "erased")),
                address: MeasurePermissions.sees(desk.actor, owner: row.owner) ? Paths.measure(row.id) : nil)
        }
        let changes = natureChanges.filter { days.contains($0.day) && $0.code == about }.map { ControlLines.Mark(name: $0.words(desk.say)) }
        return happened + done + changes
    }

    /// What was kept of this kind: of the last whole week, or of its rise.
    func signals(of kind: SignalsReading.Kind) -> [KeptSignal] {
        kept.filter { signal in
            guard signal.subject == .nature, signal.about == kind.about else { return false }
            return signal.kind == .drift
                ? kind.rise != nil : signal.week == reading.lastWeek?.monday && kind.finding?.isSpike ?? false
        }
    }
}

extension NatureChange {
    fileprivate func words(_ say: Wording) -> String {
        switch kind {
        case .added: say("nieuw in de lijst", "new in the list")
        case .split(let into):
            say("afgesplitst: \(into.text(in: say.language))", "split off: \(into.text(in: say.language))")
        case .dropped: say("niet meer te kiezen", "not chosen any more")
        case .renamed(let from): say("heette \(from.text(in: say.language))", "was called \(from.text(in: say.language))")
        }
    }
}
