import Analysis
package import Complaints
package import Exports
package import Records

/// The management review of some days: what stood out, how everything ran, against other times, where to act first. The same facts at the
/// same moment give the same report.
package struct ManagementReview: Sendable {
    /// What was read for it.
    package struct Facts: Sendable {
        /// What the reader may see.
        package var cases: [CountedCase]
        package var signals: [KeptSignal]
        package var incidents: [Incident]
        package var measures: [MeasureRow]
        /// The weeks that were judged, by their Mondays.
        package var judged: [Day: JudgedWeek]
        /// From which days somebody has limits come.
        package var baselines: [ChartBaseline]
        /// Of how many complaints come, where that is known.
        package var size: (unit: ExposureUnit, table: ExposureTable)?

        package init(
            cases: [CountedCase], signals: [KeptSignal], incidents: [Incident], measures: [MeasureRow], judged: [Day: JudgedWeek],
            baselines: [ChartBaseline], size: (unit: ExposureUnit, table: ExposureTable)? = nil
        ) {
            (self.cases, self.signals, self.incidents, self.measures, self.judged) = (cases, signals, incidents, measures, judged)
            (self.baselines, self.size) = (baselines, size)
        }
    }

    private let days: DayRange
    private let house: House
    private let language: Language
    private let words: InsightWords
    private let charts: [CaseChart]
    private let compared: CaseComparison
    private var totals: [CaseTotals] { compared.totals }
    private let pareto: CausePareto?
    /// The codes of what rises still, and was found before.
    private let rising: [String]
    private let facts: Facts
    private let today: Day
    /// The day of the first complaint; nil without one.
    private let since: Day?
    private let address: @Sendable (ReviewList) -> String?

    /// - Parameters:
    ///   - memory: of what was worked out before.
    ///   - address: where the complaints that a number counts are listed.
    package init(
        _ facts: Facts, over days: DayRange, house: House, now: Moment, in language: Language,
        memory: DriftMemory = DriftMemory(), lists address: @escaping @Sendable (ReviewList) -> String? = { _ in nil }
    ) {
        self.address = address
        (self.days, self.house, self.language, self.facts, today) = (days, house, language, facts, now.day)
        words = InsightWords(language)
        let (counted, calendar) = (facts.cases.filter(\.isCounted), house.calendar)
        since = counted.lazy.map(\.receivedAt).min().map { calendar.zone.moment(at: $0).day }
        let first = since ?? days.last
        let drawn = DayRange(first: max(days.first, min(first, days.last)), last: days.last)
        let limits = LimitDays(facts.baselines, first: since, today: now.day)
        charts = CaseChart.all(
            counted, in: CasePeriod.covering(drawn, today: now.day), limits: limits, per: facts.size?.table, at: now.instant, on: calendar)
        compared = CaseComparison(counted, over: days, since: since, size: facts.size, at: now.instant, on: calendar)
        pareto = CausePareto(counted, over: days, since: since, size: facts.size?.table, at: now.instant, on: calendar)
        rising = StillRising(counted, facts.signals, over: days, house: house, today: now.day, memory: memory).abouts
    }

    package var document: ReportDocument {
        let span = "\(DateWords.short(days.first)) – \(DateWords.short(days.last))"
        var document = ReportDocument(
            title: say("Klachten: directiebeoordeling", "Complaints: management review"), subtitle: "\(house.organisation.name) · \(span)",
            footer: "\(house.organisation.name) · \(span)")
        if house.isSample {
            document.blocks.append(.paragraph(say("Let op: dit zijn verzonnen gegevens.", "Note: these are invented data.")))
        }
        document.blocks.append(.heading(say("In het kort", "In short")))
        document.blocks += summary.map { .paragraph($0) }
        document.blocks.append(.heading(say("Wat opviel", "What stood out")))
        document.blocks += remarkable
        document.blocks.append(.heading(say("Hoe het liep", "How it ran")))
        document.blocks += charts.filter { $0.subject != .satisfied || $0.wholes.contains { $0 > 0 } }.map { .chart(drawn($0)) }
        document.blocks.append(.heading(say("Vergeleken met andere tijden", "Compared with other times")))
        document.blocks += [.table(comparison), .paragraph(words.unseen)]
        if let pareto {
            document.blocks.append(.heading(say("Waar het eerst iets aan te doen", "Where to act first")))
            for burden in CausePareto.Burden.allCases where !pareto.rows(by: burden).isEmpty {
                document.blocks.append(.table(roots(pareto, burden)))
            }
        }
        document.blocks.append(.heading(say("Maatregelen", "Measures")))
        document.blocks += measures
        document.blocks.append(.heading(say("Hoe geteld is", "How it was counted")))
        document.blocks.append(.paragraph(method))
        return document
    }

    private func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        language == .dutch ? dutch() : english()
    }

    // MARK: In short

    private var summary: [String] {
        let (now, before) = (totals[0], totals[1])
        var sentences = [
            say(
                "Ontvangen: \(now.received); in de periode ervoor \(before.received) (\(words.change(compared.change(.received, 0)))).",
                "Received: \(now.received); in the period before \(before.received) (\(words.change(compared.change(.received, 0))))."),
            share(.contact, now), share(.term, now),
        ].compactMap { $0 }
        sentences += charts.compactMap { words.worse($0) }
        return sentences
    }

    private func share(_ subject: CaseChart.Subject, _ totals: CaseTotals) -> String? {
        guard let share = subject.share, totals.count(share.whole) > 0 else { return nil }
        return "\(words.title(subject)): \(words.share(totals.count(share.part), totals.count(share.whole)))."
    }

    // MARK: What stood out

    private var remarkable: [ReportDocument.Block] {
        let signals = facts.signals.filter { $0.isFound(in: days) }
        let incidents = facts.incidents.filter { $0.first <= days.last && ($0.last ?? days.last) >= days.first }
        var blocks: [ReportDocument.Block] = []
        let judgement = ReviewJudgement(days, since: since, judged: facts.judged, today: today, language: language)
        blocks.append(.paragraph(judgement.sentence(found: signals.count)))
        if !rising.isEmpty {
            let names = rising.map { name(.about, $0) }.joined(separator: ", ")
            blocks.append(
                .paragraph(
                    isPast
                        ? say("Aan het eind van deze tijd liep nog op: \(names).", "Still rising at the end of this time: \(names).")
                        : say("Loopt nog op: \(names).", "Still rising: \(names).")))
        }
        if !signals.isEmpty {
            let head = [
                say("Signaal", "Signal"), say("Week", "Week"), say("Toen", "Then"), say("Normaal", "Usual"), standingHead,
            ]
            let rows = signals.map { signal in
                [
                    ReportCell("\(words.name(of: signal, in: house.natures)), \(words.kind(signal.kind))", to: address(.signal(signal.id))),
                    ReportCell(DateWords.short(signal.week)),
                    ReportCell(words.found(signal)), ReportCell(words.usual(signal)), ReportCell(standing(signal)),
                ]
            }
            blocks.append(.table(ReportTable(caption: say("Signalen", "Signals"), head: head, cells: rows)))
        }
        if !incidents.isEmpty {
            let head = [say("Voorval", "Incident"), say("Van", "From"), say("Tot en met", "Until")]
            let rows = incidents.map { [$0.title, DateWords.short($0.first), $0.last.map { DateWords.short($0) } ?? "–"] }
            blocks.append(.table(ReportTable(caption: say("Voorvallen", "Incidents"), head: head, rows: rows)))
        }
        return blocks
    }

    private func standing(_ signal: KeptSignal) -> String {
        let state = words.state(signal.state)
        return signal.words.isEmpty ? state : "\(state): \(signal.words)"
    }

    private func name(_ axis: NatureAxis, _ code: String?) -> String {
        code.map { house.natures.label(axis, $0, in: language) } ?? say("Nog niet gekozen", "Not chosen yet")
    }

    // MARK: Series

    private func drawn(_ chart: CaseChart) -> ReportChart {
        let points = chart.periods.indices.map { place in
            let (days, point) = (chart.periods[place].days, chart.points[place])
            return ReportChart.Point(
                name: words.brief(chart.periods[place]), amount: point.value, lower: chart.isFit ? point.lower : nil,
                upper: chart.isFit ? point.upper : nil,
                words: cells.amount(chart, place),
                isOutside: chart.isOutside(place), mark: marks(days))
        }
        return ReportChart(
            title: words.title(chart.subject),
            reading: [words.reading(chart), words.limits(chart)].compactMap { $0 }.joined(separator: " "),
            points: points,
            centre: chart.isFit ? chart.chart?.centre : nil,
            top: chart.subject.share == nil ? nil : 1)
    }

    /// What happened in these days, and which measures were carried out.
    private func marks(_ days: DayRange) -> String? {
        let incidents = facts.incidents.filter { days.contains($0.first) }.map(\.title).reversed()
        let measures = facts.measures.filter { $0.doneOn.map { days.contains($0) } ?? false }.compactMap(\.title)
        let marks = incidents + measures
        return marks.isEmpty ? nil : marks.joined(separator: ", ")
    }

    // MARK: Tables

    private var cells: ReviewCells { ReviewCells(words: words, address: address) }

    private var comparison: ReportTable {
        let head =
            [say("Wat", "What")] + totals.map { "\(DateWords.short($0.days.first)) – \(DateWords.short($0.days.last))" }
            + words.against(compared)
        func row(_ title: String, _ row: CaseComparison.Row?, _ cell: (CaseTotals) -> ReportCell) -> [ReportCell] {
            [ReportCell(title)] + totals.map(cell)
                + compared.places.map { place in ReportCell(row.map { words.change(compared.change($0, place)) } ?? "") }
        }
        var rows = [row(received, .received) { cells.count($0.received, .received($0.days)) }]
        for subject in CaseComparison.shares {
            guard let share = subject.share, totals.contains(where: { $0.count(share.whole) > 0 }) else { continue }
            rows.append(
                row(words.title(subject), .share(subject)) {
                    cells.share($0.count(share.part), $0.count(share.whole), share, $0.days)
                })
        }
        rows.append(row(say("Helft opgelost in", "Half solved in"), .handling) { ReportCell(time($0, 0.5)) })
        rows.append(row(say("90% opgelost in", "90% solved in"), .handling) { ReportCell(time($0, 0.9)) })
        rows.append(row(say("Tegemoetkomingen", "Remedies"), nil) { ReportCell(DateWords.money(Money(cents: $0.remedyCents), language)) })
        return ReportTable(
            caption: totals.count > 2
                ? say("Deze tijd, die ervoor en een jaar eerder", "This time, the one before, a year before")
                : say("Deze tijd en die ervoor", "This time and the one before"), head: head, cells: rows)
    }

    private var received: String {
        if compared.isPerDay { return say("Ontvangen (vergeleken per dag)", "Received (compared by the day)") }
        guard compared.unit != nil else { return words.title(.received) }
        return say("Ontvangen (vergeleken naar verhouding)", "Received (compared in proportion)")
    }

    private func time(_ totals: CaseTotals, _ share: Double) -> String {
        guard let handling = totals.handling, !handling.cautions.contains(where: \.isGate), let time = handling.time(by: share) else {
            return "–"
        }
        return words.days(time)
    }

    private func roots(_ found: CausePareto, _ burden: CausePareto.Burden) -> ReportTable {
        let head = [
            say("Gaat over, oorzaak", "About, cause"), words.head(burden), say("Klachten", "Complaints"), say("Ervoor", "Before"),
        ]
        let told = found.rows(by: burden).prefix(12).map { row in
            let known = row.entry.cause.cause.map { CauseWords.name($0, language, in: house.causes) }
            let cause = known ?? say("oorzaak nog niet bekend", "cause not known yet")
            let (root, amount) = (row.entry.cause, words.amount(row.entry.burden, burden))
            return [
                ReportCell("\(name(.about, root.about)), \(cause)"),
                burden == .serious
                    ? ReportCell(amount, to: address(.root(root, days, serious: true))) : ReportCell(amount),
                cells.count(row.entry.count, .root(root, days, serious: false)),
                cells.count(row.entry.previous, .root(root, days.previous, serious: false)),
            ]
        }
        let dropped = burden == .count ? 1 : head.count
        func kept<Cell>(_ cells: [Cell]) -> [Cell] { cells.enumerated().filter { $0.offset != dropped }.map(\.element) }
        return ReportTable(caption: words.title(burden), head: kept(head), cells: told.map { kept($0) })
    }

    /// More measures are not told.
    static let mostMeasures = 40

    /// Whether these days have passed: how things stand is of today, and is told so.
    private var isPast: Bool { days.last.next < today }
    private var standingHead: String { isPast ? say("Stand van nu", "As of now") : say("Stand", "Standing") }

    /// Those that were open in these days, and those that something was done to in them; not what was taken up after them.
    private func isTold(_ row: MeasureRow) -> Bool {
        let zone = house.calendar.zone
        guard zone.moment(at: row.raisedAt).day <= days.last else { return false }
        return !row.phase.isFinished || zone.moment(at: row.changedAt).day >= days.first
    }

    private var measures: [ReportDocument.Block] {
        let summary = MeasureSummary(measures: facts.measures, today: today, language: language)
        let told = facts.measures.filter(isTold)
        guard !told.isEmpty else { return [.paragraph(standing(summary))] }
        let head = [say("Maatregel", "Measure"), say("Uitgevoerd", "Carried out"), standingHead, say("Kosten", "Cost")]
        let rows = told.prefix(Self.mostMeasures).map { row in
            [
                ReportCell(row.title ?? say("gewist", "erased"), to: address(.measure(row.id))),
                ReportCell(row.doneOn.map { DateWords.short($0) } ?? "–"), ReportCell(summary.standing(row)),
                ReportCell(row.cost.map { DateWords.money($0, language) } ?? "–"),
            ]
        }
        let table = ReportTable(caption: say("Maatregelen", "Measures"), head: head, cells: Array(rows))
        let later = summary.begunLater(facts.measures.count { !$0.phase.isFinished && !isTold($0) })
        let sentences = [standing(summary), later].compactMap { $0 }.joined(separator: " ")
        return [.paragraph(sentences), .table(table)] + more(told.count - rows.count)
    }

    /// How measures stand is told of today; over days that have passed the reader must know that it is.
    private func standing(_ summary: MeasureSummary) -> String {
        guard isPast else { return summary.sentence }
        let words = summary.sentence.prefix(1).lowercased() + summary.sentence.dropFirst()
        return say("Vandaag (\(DateWords.short(today))): \(words)", "Today (\(DateWords.short(today))): \(words)")
    }

    private func more(_ count: Int) -> [ReportDocument.Block] {
        if count <= 0 { return [] }
        let words =
            count == 1
            ? say("Nog 1 maatregel staat bij de maatregelen.", "1 more measure is among the measures.")
            : say("Nog \(count) maatregelen staan bij de maatregelen.", "\(count) more measures are among the measures.")
        return [.more(words, .measures)]
    }

    private var method: String {
        say(
            """
            Elke klacht telt één keer, op de dag waarop zij is ontvangen; wat is samengevoegd telt bij de andere klacht, wat is heropend telt \
            niet opnieuw. Op tijd is geteld over alle toezeggingen waarvan de tijd voorbij is, ook van klachten die nog open zijn. De \
            doorlooptijd is in werkdagen en rekent mee hoelang open klachten al duren. Onder vijf staan er geen percentages.
            """,
            """
            Each complaint counts once, on the day it was received; what was merged counts with the other complaint, what was reopened does not \
            count again. In time is counted over all promises whose time has passed, of open complaints too. Handling time is in working days \
            and takes into account how long open complaints have taken already. Below five there are no percentages.
            """)
    }
}
