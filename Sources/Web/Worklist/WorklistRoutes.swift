import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Records

/// Lists of complaints: on the desk, as a file for machines, as a file for a spreadsheet.
struct WorklistRoutes {
    static let pageSize = WorklistQuery.pageSize

    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.worklist), use: show)
        routes.get(RouterPath(Paths.worklistCSV)) { try await export($0, $1, as: .machine) }
        routes.get(RouterPath(Paths.worklistExcel)) { try await export($0, $1, as: .spreadsheet) }
        routes.get(RouterPath(Paths.worklistSpreadsheet), use: spreadsheet)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let reader = try readsLists(visit)
        let query = WorklistQuery(QueryFields(request))
        let workplace = workplace
        if let number = try await fileMeant(by: query, reader) { return Answers.seeOther(Paths.file(number)) }
        let (desk, list) = try await workplace.desk(visit) { ahead, house, now in
            let reading = workplace.reader(for: reader, now: now, in: house)
            let (filter, _) = query.filter(today: now.day, zone: house.calendar.zone)
            _ = try ahead.worklist(
                filter, for: reading, limit: Self.pageSize, after: query.cursor, countedUpTo: query.mostCounted + 1)
            if reader.has(.manager) { _ = try ahead.absences(at: now.instant) }
        } _: { snapshot, house, now in
            let reading = workplace.reader(for: reader, now: now, in: house)
            let (filter, problems) = query.filter(today: now.day, zone: house.calendar.zone)
            let (page, count, words) = try snapshot.worklist(
                filter, for: reading, limit: Self.pageSize, after: query.cursor, countedUpTo: query.mostCounted + 1)
            let hits = query[.words].isEmpty ? nil : SearchHits(query[.words])
            let assigns = reader.has(.manager) && query.view == .unassigned && !page.rows.isEmpty
            return WorklistDeskPage.Content(
                filter: filter, problems: problems, page: page, count: count, hits: hits,
                excerpts: try Self.excerpts(of: page.rows, for: query[.words], hits, words, reading, in: snapshot),
                quick: assigns ? try QuickAssignReading(page.rows, for: reading, in: snapshot) : nil,
                absences: reader.has(.manager) ? try snapshot.absences(at: now.instant) : Absences())
        }
        return WorklistDeskPage(desk: desk, query: query, content: list).response()
    }

    /// For the rows that don't show by themselves why they are here. What may be listed with names may be opened as well.
    private static func excerpts(
        of rows: [WorklistRow], for words: String, _ hits: SearchHits?, _ answers: [String], _ reader: WorklistReader,
        in snapshot: Snapshot
    ) throws -> [ComplaintID: SearchExcerpt] {
        guard reader.seesNames, let hits else { return [:] }
        let silent = rows.filter { row in
            ![row.customerName, row.organisation, row.opening].contains { $0.map { hits.isHit($0) } ?? false }
        }
        return try snapshot.excerpts(of: silent.map(\.id), for: words, hits, answers: answers)
    }

    /// The complaint whose number was typed in full, if this person may open it.
    private func fileMeant(by query: WorklistQuery, _ actor: Actor) async throws -> ComplaintNumber? {
        guard let number = ComplaintNumber(parsing: query[.words]) else { return nil }
        let complaint = try await workplace.records.read { snapshot in
            try snapshot.complaintID(of: number).flatMap { try snapshot.complaint($0) }
        }
        guard let complaint, complaint.isVisible(to: actor) else { return nil }
        return number
    }

    @Sendable func spreadsheet(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try readsLists(visit)
        let query = WorklistQuery(QueryFields(request))
        let desk = try await workplace.desk(visit)
        let (filter, problems) = query.filter(today: desk.now.day, zone: desk.calendar.zone)
        if !problems.isEmpty { throw ProblemDetails(.invalid(problems), in: desk.language) }
        let sheet = WorklistSpreadsheet(
            desk: desk, filter: filter, reader: workplace.reader(for: actor, now: desk.now, in: desk.house), records: workplace.records,
            folder: workplace.forms.folder)
        return Answers.download(
            try await sheet.bytes(), name: sheet.fileName, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }

    private func export(_ request: Request, _ visit: Visit, as flavour: WorklistExport.Flavour) async throws -> Response {
        let actor = try readsLists(visit)
        let query = WorklistQuery(QueryFields(request))
        let desk = try await workplace.desk(visit)
        let (filter, problems) = query.filter(today: desk.now.day, zone: desk.calendar.zone)
        if !problems.isEmpty { throw ProblemDetails(.invalid(problems), in: desk.language) }
        let reader = workplace.reader(for: actor, now: desk.now, in: desk.house)
        let export = WorklistExport(desk: desk, flavour: flavour, filter: filter, reader: reader, records: workplace.records)
        return Answers.download(export.body, name: export.fileName, type: "text/csv; charset=utf-8; header=present")
    }

    private func readsLists(_ visit: Visit) throws -> Actor {
        let actor = try visit.signedIn().actor
        guard Visibility(actor).seesLists else { throw HTTPError(.notFound) }
        return actor
    }
}
