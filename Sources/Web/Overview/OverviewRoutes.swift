import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Records

/// The overview for whoever leads: what stands out, the figures of a period, and the complaints behind every one of them.
struct OverviewRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.overview), use: show)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.signedIn().actor
        guard Visibility(actor).seesLists else { throw HTTPError(.notFound) }
        let (query, workplace) = (QueryFields(request), workplace)
        let (desk, content) = try await workplace.desk(visit) { snapshot, house, now in
            let period = OverviewPeriod(query, today: now.day)
            let months = OverviewMonth.last(12, before: now.day)
            let zone = house.calendar.zone
            let reader = workplace.reader(for: actor, now: now, in: house)
            return OverviewPage.Content(
                period: period, months: months,
                overview: try snapshot.overview(
                    of: period.days.span(in: zone), months: months.map { $0.days.span(in: zone) }, for: reader),
                standing: try OverviewStanding(reader, in: snapshot))
        }
        return OverviewPage(desk: desk, content: content).response()
    }
}
