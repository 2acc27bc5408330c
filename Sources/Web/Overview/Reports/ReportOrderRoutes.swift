import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Records

/// Which reports go to whom by themselves: seen and chosen by whoever may read them.
struct ReportOrderRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.reportOrders), use: show)
        routes.post(RouterPath(Paths.reportOrders), use: save)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, orders) = try await read(visit)
        return ReportOrdersPage(desk: desk, orders: orders, typed: TypedForm(desk.say), flash: desk.savedFlash(request)).response()
    }

    @Sendable func save(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, orders) = try await read(visit)
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: desk.person)
        try form.refuseUnknown(allowed: Set(ReportKind.allCases.map(\.rawValue)).union([FormTokens.field, SettingsForm.seenField]))
        var chosen: [ReportKind: Set<StaffID>] = [:]
        for kind in ReportKind.allCases { chosen[kind] = Set(form.all(kind.rawValue).compactMap { Int64($0).map { StaffID($0) } }) }
        do {
            let seen = ReportOrdersPage.receivers(in: form.text(SettingsForm.seenField))
            try await workplace.reports.keep(chosen, seen: seen, by: desk.actor)
            return Answers.seeOther("\(Paths.reportOrders)?bewaard=1")
        } catch Refusal.movedOn {
            let (_, now) = try await read(visit)
            let typed = TypedForm(desk.say, form, errors: [:], general: [desk.say.changedMeanwhile])
            return ReportOrdersPage(desk: desk, orders: now, typed: typed, chosen: chosen).response(.conflict)
        } catch Refusal.invalid(let problems) {
            let words = desk.say("Kies iemand die rapporten mag lezen.", "Choose somebody who may read reports.")
            let typed = TypedForm(desk.say, form, errors: Dictionary(problems.map { ($0.field, words) }) { first, _ in first })
            return ReportOrdersPage(desk: desk, orders: orders, typed: typed).response(.unprocessableContent)
        }
    }

    private func read(_ visit: Visit) async throws -> (Desk, [ReportOrder]) {
        _ = try visit.signedIn(as: ReportOffice.readers)
        return try await workplace.desk(visit) { snapshot, _, _ in try snapshot.reportOrders() }
    }
}
