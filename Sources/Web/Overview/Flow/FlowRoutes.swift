import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Records

/// How work flows: what is rare but serious, what lies open and how long, when complaints come in, and teams beside one another.
struct FlowRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.flow), use: show)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.signedIn().actor
        guard Visibility(actor).seesLists else { throw HTTPError(.notFound) }
        let workplace = workplace
        let (desk, content) = try await workplace.desk(visit) { snapshot, house, now in
            let cases = try workplace.counted.listed(for: Visibility(actor), in: snapshot, at: now.instant)
            let year = DayRange(first: CalendarWeek(of: now.day).monday - 52 * 7, last: now.day)
            let names = try workplace.knownStaff.all(in: snapshot).members.mapValues(\.team)
            return FlowPage.Content(
                flow: FlowReading(cases, now: now, on: house.calendar), year: year,
                funnel: TeamFunnel(cases, over: year, names: names, at: now.instant, zone: house.calendar.zone))
        }
        return FlowPage(desk: desk, content: content).response()
    }
}
