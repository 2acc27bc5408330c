import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Records

/// The public form: two questions, a check, a receipt. Nothing is kept on the server until it is sent, but files that wait.
struct ReportingRoutes {
    let workplace: Workplace
    let reception: Reception
    let follow: FollowAccess

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.report), use: start)
        for path in [Paths.reportReach, Paths.reportCheck, Paths.reportSent] { routes.get(RouterPath(path), use: startAgain) }
        routes.post(RouterPath(Paths.reportReach), use: tellStory)
        routes.post(RouterPath(Paths.reportCheck), use: tellReach)
        routes.post(RouterPath(Paths.reportSent), use: send)
        routes.get(RouterPath(Paths.receipt), use: receipt)
        return routes
    }

    @Sendable func start(_ request: Request, _ visit: Visit) async throws -> Response {
        let counter = try await ReportCounter(self, request, visit)
        var response = counter.pages(Report(stamp: counter.freshStamp)).storyPage()
        // Nothing personal is on it yet; and a browser that may keep it gives back what was typed when one goes back to it.
        response.headers[.cacheControl] = "private, no-cache"
        return response
    }

    /// Pages that a form answered have no content of their own: whoever comes back to their address starts anew.
    @Sendable func startAgain(_ request: Request, _ visit: Visit) async throws -> Response {
        Answers.seeOther(try await workplace.publicFrame(request, visit).address(Paths.report))
    }

    /// The first question was answered.
    @Sendable func tellStory(_ request: Request, _ visit: Visit) async throws -> Response {
        var counter = try await ReportCounter(self, request, visit)
        let form = try await counter.read(request, visit)
        var trouble = counter.report.storyTrouble(counter.say)
        trouble.files = try await counter.files.take(form.form, into: &counter.report.waiting, from: visit.client)
        if trouble.isEmpty, counter.report.waiting.lacksSome { trouble.files = counter.files.gone }
        if let wanted = form.wanted { return counter.page(for: wanted) }
        if !trouble.isEmpty { return counter.pages(counter.report, trouble).storyPage() }
        // Whoever came here to change something goes back to the check.
        let isTold = counter.report.reachTrouble(counter.say).isEmpty
        return isTold ? counter.pages(counter.report).checkPage() : counter.pages(counter.report).reachPage()
    }

    /// The second question was answered.
    @Sendable func tellReach(_ request: Request, _ visit: Visit) async throws -> Response {
        var counter = try await ReportCounter(self, request, visit)
        let form = try await counter.read(request, visit)
        return counter.wayBack(form, at: .reach) ?? counter.pages(counter.report).checkPage()
    }

    /// The check was passed: the complaint is registered, once.
    @Sendable func send(_ request: Request, _ visit: Visit) async throws -> Response {
        var counter = try await ReportCounter(self, request, visit)
        let form = try await counter.read(request, visit)
        if let page = counter.wayBack(form, at: .check) { return page }
        if let trouble = counter.guardTrouble(visit.client) {
            counter.report.stamp = counter.freshStamp
            return counter.pages(counter.report, trouble).checkPage()
        }
        return try await ReportSending(routes: self, counter: counter).response()
    }

    @Sendable func receipt(_ request: Request, _ visit: Visit) async throws -> Response {
        try await ReceiptReading(routes: self).response(request, visit)
    }
}
