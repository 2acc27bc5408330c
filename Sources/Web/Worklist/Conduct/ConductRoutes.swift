import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Records

/// "Is de procedure gevolgd?" over a period: counted, with the complaints behind each count, and as a file made from the journal itself.
struct ConductRoutes {
    static let (stepField, verdictField, versionField, startField) = ("stap", "oordeel", "versie", "vanaf")
    static let mostRows = 200
    /// The counts of complaints, by what they are called in the address.
    static let steps: [(name: String, filter: ConductFilter)] = [
        ("alle", .all), ("toegewezen", .assigned), ("opgelost", .resolved), ("gesloten", .closed), ("niet-gevolgd", .unfollowed),
    ]

    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.conductOverview), use: show)
        routes.get(RouterPath(Paths.conductList), use: list)
        routes.get(RouterPath(Paths.conductCSV), use: export)
        routes.get(RouterPath(Paths.conductSheet), use: spreadsheet)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try readsLists(visit)
        let (desk, period) = try await period(request, visit)
        var tally = ConductTally()
        // Month by month: a year of a large house is more than a page should read in one go.
        for span in Self.spans(of: period, desk) {
            let reader = workplace.reader(for: actor, now: desk.now, in: desk.house)
            tally.add(try await workplace.records.read { try $0.conduct(of: span, for: reader) })
        }
        return ConductOverviewPage(desk: desk, period: period, tally: tally).response()
    }

    @Sendable func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try readsLists(visit)
        let query = QueryFields(request)
        guard let filter = Self.filter(query) else { throw HTTPError(.notFound) }
        let (desk, period) = try await period(request, visit)
        let reader = workplace.reader(for: actor, now: desk.now, in: desk.house)
        let span = period.days.span(in: desk.calendar.zone)
        // Month by month, as the counts are made.
        var count = 0
        for span in Self.spans(of: period, desk) {
            count += try await workplace.records.read { try $0.conductCount(filter, in: span, for: reader) }
        }
        // An address can say anything: behind the last there is the last page.
        let asked = max(1, Int(query[Self.startField]) ?? 1)
        let start = asked <= count ? asked : max(0, count - 1) / Self.mostRows * Self.mostRows + 1
        let rows = try await workplace.records.read {
            try $0.complaints(filter, in: span, for: reader, skipping: start - 1, limit: Self.mostRows)
        }
        return ConductListPage(desk: desk, period: period, filter: filter, rows: rows, start: start, count: count).response()
    }

    private static func spans(of period: OverviewPeriod, _ desk: Desk) -> [Span] {
        period.days.months(until: desk.now.day).map { $0.span(in: desk.calendar.zone) }
    }

    private static func filter(_ query: QueryFields) -> ConductFilter? {
        if let step = steps.first(where: { $0.name == query[stepField] }) { return step.filter }
        guard let kind = PromiseKind(rawValue: query[stepField]), let verdict = Conduct.Verdict(rawValue: query[verdictField]) else {
            return nil
        }
        return .promises(kind, version: Int(query[versionField]), verdict)
    }

    /// The list behind a count, as its address says it.
    static func address(_ filter: ConductFilter, over days: DayRange, from start: Int = 1) -> String {
        var pairs = [(OverviewPeriod.firstField, days.first.iso), (OverviewPeriod.lastField, days.last.iso)]
        if case .promises(let kind, let version, let verdict) = filter {
            pairs += [(stepField, kind.rawValue), (verdictField, verdict.rawValue), (versionField, version.map { "\($0)" } ?? "")]
        } else {
            pairs.append((stepField, steps.first { $0.filter == filter }?.name ?? ""))
        }
        return Paths.conductList + QueryText.query(pairs + [(startField, start > 1 ? "\(start)" : "")])
    }

    @Sendable func export(_ request: Request, _ visit: Visit) async throws -> Response {
        let (export, name) = try await made(request, visit)
        return Answers.download(export.body, name: name + ".csv", type: "text/csv; charset=utf-8; header=present")
    }

    @Sendable func spreadsheet(_ request: Request, _ visit: Visit) async throws -> Response {
        let (export, name) = try await made(request, visit)
        return Answers.download(
            try await export.spreadsheet(in: workplace.forms.folder), name: name + ".xlsx",
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }

    private func made(_ request: Request, _ visit: Visit) async throws -> (ConductExport, name: String) {
        let actor = try readsLists(visit)
        let (desk, period) = try await period(request, visit)
        if !period.problems.isEmpty { throw ProblemDetails(.invalid(period.problems), in: desk.language) }
        let export = ConductExport(
            desk: desk, span: period.days.span(in: desk.calendar.zone), reader: workplace.reader(for: actor, now: desk.now, in: desk.house),
            records: workplace.records)
        return (export, "procedure-\(period.days.first.iso)-\(period.days.last.iso)")
    }

    private func period(_ request: Request, _ visit: Visit) async throws -> (Desk, OverviewPeriod) {
        let desk = try await workplace.desk(visit)
        return (desk, OverviewPeriod(QueryFields(request), today: desk.now.day))
    }

    private func readsLists(_ visit: Visit) throws -> Actor {
        let actor = try visit.signedIn().actor
        guard Visibility(actor).seesLists else { throw HTTPError(.notFound) }
        return actor
    }
}

extension DayRange {
    /// The same days month by month, as far as they have come; a range of centuries is cut to its last forty years.
    func months(until today: Day) -> [DayRange] {
        let last = min(last, today)
        var (ranges, from): ([DayRange], Day) = ([], max(first, last + -14_610))
        while from <= last {
            let end = min(CalendarMonth(of: from).days.last, last)
            ranges.append(DayRange(first: from, last: end))
            from = end.next
        }
        return ranges
    }
}
