import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Records

/// Where one request's form is taken in: the frame around its pages, and what it says.
struct ReportCounter {
    enum Step { case reach, check }

    let routes: ReportingRoutes
    let frame: PublicFrame
    var report = Report()

    init(_ routes: ReportingRoutes, _ request: Request, _ visit: Visit) async throws {
        self.routes = routes
        frame = try await routes.workplace.publicFrame(request, visit)
    }

    var say: Wording { frame.say }
    var files: FileCounter { FileCounter(reception: routes.reception, submission: report.submission, say: say) }

    private static let purpose = "report"

    var freshStamp: String { routes.reception.stamps.stamp(at: frame.now.instant.milliseconds, purpose: Self.purpose) }

    mutating func read(_ request: Request, _ visit: Visit) async throws -> ReportForm {
        let form = ReportForm(form: try await routes.workplace.forms.read(request, visit))
        try form.form.refuseUnknown(allowed: ReportForm.allowed)
        report = form.report(by: routes.workplace.tokens)
        report.waiting = try await files.waiting(form.form)
        return form
    }

    func pages(_ report: Report, _ trouble: ReportTrouble = ReportTrouble(), wanted: ReportField? = nil) -> ReportPages {
        ReportPages(
            frame: frame, report: report, trouble: trouble, reception: routes.reception, tokens: routes.workplace.tokens, wanted: wanted)
    }

    func page(for field: ReportField) -> Response {
        let pages = pages(report, wanted: field)
        return ReportField.ofStory.contains(field) ? pages.storyPage() : pages.reachPage()
    }

    /// The earlier page that must be seen first: because it was asked for, or because something is wrong there.
    func wayBack(_ form: ReportForm, at step: Step) -> Response? {
        if let wanted = form.wanted { return page(for: wanted) }
        var story = report.storyTrouble(say)
        // At the check they may be gone because the form was sent already; sending finds out.
        if step == .reach, report.waiting.lacksSome { story.files = files.gone }
        if !story.isEmpty { return pages(report, story).storyPage() }
        var reach = report.reachTrouble(say)
        if !report.trap.isBlank {
            reach.trap = say(
                "Maak dit veld leeg. Het vangt programma's; misschien vulde uw browser het in.",
                "Empty this field. It catches programs; perhaps your browser filled it in.")
        }
        return reach.isEmpty ? nil : pages(report, reach).reachPage()
    }

    /// What keeps a sound complaint from being sent just now, said so that a person can simply send again.
    func guardTrouble(_ client: ClientAddress) -> ReportTrouble? {
        guard routes.reception.limits.sending.admits(client) else {
            return .general(
                say(
                    "Er zijn vanaf uw adres veel klachten achter elkaar verstuurd. Wacht een minuut en verstuur opnieuw.",
                    "Many complaints were sent from your address in a row. Wait a minute and send again."), .tooManyRequests)
        }
        switch routes.reception.stamps.verdict(on: report.stamp, at: frame.now.instant.milliseconds, purpose: Self.purpose) {
        case .genuine: return nil
        case .tooFast:
            return .general(
                say("Dat ging erg snel. Kijk alles nog eens na en verstuur opnieuw.", "That was very quick. Look it over and send again."))
        case .tooOld, .forged:
            return .general(
                say(
                    "Deze pagina stond lang open. Kijk alles na en verstuur opnieuw.",
                    "This page was open for long. Look it over and send again."))
        }
    }
}
