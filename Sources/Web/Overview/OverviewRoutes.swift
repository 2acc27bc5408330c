import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Records

/// The overview for whoever leads: what stands out, the figures of a period, and the complaints behind every one of them.
struct OverviewRoutes {
    let workplace: Workplace
    private let memory = DriftMemory()

    init(workplace: Workplace) { self.workplace = workplace }

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.overview), use: show)
        routes.get(RouterPath(Paths.signals), use: showSignals)
        routes.get(RouterPath(Paths.newWord), use: showWord)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.signedIn().actor
        guard Visibility(actor).seesLists else { throw HTTPError(.notFound) }
        let (query, workplace) = (QueryFields(request), workplace)
        let read: @Sendable (Snapshot, House, Moment) throws -> OverviewPage.Content = { snapshot, house, now in
            let period = OverviewPeriod(query, today: now.day)
            let months = CalendarMonth.last(12, before: now.day)
            let zone = house.calendar.zone
            let reader = workplace.reader(for: actor, now: now, in: house)
            return OverviewPage.Content(
                period: period, months: months,
                overview: try snapshot.overview(
                    of: period.days.span(in: zone), months: months.map { $0.days.span(in: zone) }, for: reader),
                standing: try OverviewStanding(reader, in: snapshot),
                toAssign: try snapshot.unassignedComplaints(about: actor.inPlaceOf, for: reader, limit: 5))
        }
        let (desk, content) = try await workplace.desk(visit, ahead: { _ = try read($0, $1, $2) }, read)
        return OverviewPage(desk: desk, content: content).response()
    }

    @Sendable func showWord(_ request: Request, _ visit: Visit) async throws -> Response {
        guard Visibility(try visit.signedIn().actor).seesLists else { throw HTTPError(.notFound) }
        let desk = try await workplace.desk(visit)
        guard let page = WordPage(desk, QueryFields(request)) else { throw HTTPError(.notFound) }
        return page.response()
    }

    @Sendable func showSignals(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.signedIn().actor
        guard Visibility(actor).seesLists else { throw HTTPError(.notFound) }
        let (fields, workplace, memory) = (QueryFields(request), workplace, memory)
        let (desk, content) = try await workplace.desk(visit) { snapshot, house, now in
            let visibility = Visibility(actor)
            let cases = try workplace.counted.listed(for: visibility, in: snapshot, at: now.instant)
            return try SignalsContent(
                SignalsQuery(fields, today: now.day, natures: house.natures, everybody: try workplace.knownStaff.all(in: snapshot)), cases,
                try SignalsContent.Kept(in: snapshot, today: now.day, zone: house.calendar.zone), now: now,
                on: house.calendar, natures: house.natures, memory: memory)
        }
        return SignalsPage(desk: desk, content: content).response()
    }
}
