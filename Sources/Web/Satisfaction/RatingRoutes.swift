import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Records

/// Where a customer says what they think of a closed complaint: two questions behind the signed link of one letter, answered once.
struct RatingRoutes {
    let workplace: Workplace
    let reception: Reception

    static let fields: Set<String> = ["solution", "treatment", "remark", "contact"]

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.rating), use: show)
        routes.post(RouterPath(Paths.rating), use: answer)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let page = try await page(request, visit) else { return try await deadEnd(request, visit) }
        return page.response()
    }

    @Sendable func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        guard var page = try await page(request, visit) else { return try await deadEnd(request, visit) }
        let form = try await workplace.forms.read(request, visit)
        try form.refuseUnknown(allowed: Self.fields)
        // Sent twice, it is the same answer.
        guard page.isOpen else { return page.response() }
        page.form = form
        guard reception.limits.asking.admits(visit.client) else {
            page.isTooOften = true
            return page.response()
        }
        var input = page.input
        (input.solution, input.treatment, input.remark) = (form["solution"], form["treatment"], form["remark"])
        input.mayContact = form.has("contact")
        do {
            _ = try await workplace.office.perform(.rate(input), on: page.complaint.id, by: .customer)
        } catch Refusal.invalid(let problems) {
            page.problems = problems
            return page.response()
        } catch is Refusal {
            // What stood in the way meanwhile is what the page now tells.
        }
        return Answers.seeOther(page.frame.address(Paths.rating(page.reference)))
    }

    /// What a genuine link leads to; nil for any other.
    private func page(_ request: Request, _ visit: Visit) async throws -> RatingPage? {
        guard let reference = visit.parameter("link") else { return nil }
        var frame = try await workplace.publicFrame(request, visit)
        let references = workplace.inbox.references
        let found = try await workplace.records.read { snapshot -> (Letter, Complaint)? in
            guard let letter = try references.letter(asking: reference, in: snapshot),
                let complaint = try snapshot.complaint(letter.complaintID)
            else { return nil }
            return (letter, complaint)
        }
        guard let (letter, complaint) = found else { return nil }
        // An address that names no language is in that of the letter, whatever the browser asks for.
        frame.wanted = letter.content.language
        if QueryFields(request)[LanguageChoice.field].isEmpty { frame.language = frame.wanted }
        return RatingPage(frame: frame, reference: reference, complaint: complaint, input: RatingInput(answering: letter))
    }

    private func deadEnd(_ request: Request, _ visit: Visit) async throws -> Response {
        LinkDeadEnd(frame: try await workplace.publicFrame(request, visit)).response()
    }
}
