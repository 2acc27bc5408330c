import Casework
import Complaints
import Exports
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Records

/// The management review and the yearly report for everybody, as a page and on paper.
struct ReportRoutes {
    let workplace: Workplace
    private let memory = DriftMemory()

    init(workplace: Workplace) { self.workplace = workplace }

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.reports), use: show)
        routes.get(RouterPath(Paths.reportsPDF), use: print)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, query, document) = try await document(request, visit)
        return ReportPage(desk: desk, query: query, document: document).response()
    }

    @Sendable func print(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, query, document) = try await document(request, visit)
        if !query.problems.isEmpty { throw ProblemDetails(.invalid(query.problems), in: desk.language) }
        let pdf = try await PrintingRoom.pdf(document, printedAt: MachineTime.text(desk.now, desk.calendar.zone))
        return Answers.download(
            ResponseBody(byteBuffer: ByteBuffer(bytes: pdf)), name: query.fileName(in: desk.language), type: "application/pdf")
    }

    private func document(_ request: Request, _ visit: Visit) async throws -> (Desk, ReportQuery, ReportDocument) {
        let actor = try visit.signedIn(as: [.manager, .management]).actor
        let (fields, workplace) = (QueryFields(request), workplace)
        let (desk, found) = try await workplace.desk(visit) { snapshot, house, now in
            let visibility = Visibility(actor)
            let query = ReportQuery(fields, today: now.day)
            // What everybody may read is made from all complaints, whoever makes it.
            let cases = try workplace.counted.all(in: snapshot, at: now.instant).filter {
                query.kind == .open || $0.isListed(for: visibility)
            }
            let facts = ManagementReview.Facts(
                cases: cases, signals: try snapshot.keptSignals(from: ManagementReview.Facts.firstSignal(over: query.days, today: now.day)),
                incidents: try snapshot.incidents(),
                measures: try snapshot.measures(in: Set(MeasurePhase.allCases)),
                judged: try snapshot.judgedWeeks(from: query.days.first - 6), baselines: try snapshot.chartBaselines(),
                size: try snapshot.knownSize())
            return (query, facts, house, now)
        }
        let (query, facts, house, now) = found
        switch query.kind {
        case .review:
            let review = ManagementReview(facts, over: query.days, house: house, now: now, in: desk.language, memory: memory) {
                ReviewLinks.address($0)
            }
            return (desk, query, review.document)
        case .open:
            let year = query.days.last.year
            return (desk, query, PublicReport(facts.cases, year: year, house: house, now: now, in: desk.language).document)
        }
    }
}

/// Which report, over which days.
struct ReportQuery: Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case review = "directie"
        case open = "openbaar"
    }

    static let (kindField, firstField, lastField) = ("soort", "van", "tot")

    let kind: Kind
    let days: DayRange
    let problems: [FieldProblem]
    let typed: (first: String, last: String)

    /// Without days the last whole quarter; for everybody the last whole year.
    init(_ fields: QueryFields, today: Day) {
        kind = Kind(rawValue: fields[Self.kindField]) ?? .review
        typed = (fields[Self.firstField].trimmed, fields[Self.lastField].trimmed)
        let isReview = kind == .review
        let standard = (isReview ? ReportKind.quarter : .year).period(before: today)
        let read = TypedDays(typed, fields: (Self.firstField, Self.lastField), today: today) { first, last in
            // Whoever says only when it begins means until now; of the report for everybody that year.
            let end = first.map { isReview ? max($0, today) : CalendarMonth(year: $0.year, month: 12).days.last } ?? standard.last
            return DayRange(first: first ?? standard.first, last: last ?? end)
        }
        (days, problems) = (read.range ?? standard, read.problems)
    }

    var pairs: [(String, String)] {
        [(Self.kindField, kind.rawValue), (Self.firstField, days.first.iso), (Self.lastField, days.last.iso)]
    }

    func fileName(in language: Language) -> String {
        switch kind {
        case .review: "\(Wording(language)("directiebeoordeling", "management-review"))-\(days.first.iso)-\(days.last.iso).pdf"
        case .open: "\(Wording(language)("klachten", "complaints"))-\(days.last.year).pdf"
        }
    }
}
