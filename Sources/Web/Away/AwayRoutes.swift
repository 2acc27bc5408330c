import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// Who is away, from when until when, and who does their work meanwhile. A handler says so for themselves, a complaints manager for everybody.
struct AwayRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.away), use: show)
        routes.post(RouterPath(Paths.away), use: note)
        routes.post(RouterPath(Paths.awayEnd), use: end)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: [.handler, .manager])
        let isSaved = QueryFields(request)["bewaard"] == "1"
        return try await page(visit, isSaved: isSaved) { TypedForm($0) }
    }

    @Sendable func note(_ request: Request, _ visit: Visit) async throws -> Response {
        let (person, form) = try await read(request, visit, fields: ["staff", "first", "last", "replacement"])
        do {
            let (input, zone) = try await input(form, visit)
            _ = try await workplace.accounts.noteAbsence(input, in: zone, by: person.actor)
            return Answers.seeOther("\(Paths.away)?bewaard=1")
        } catch AccountRefusal.notAllowed {
            throw HTTPError(.notFound)
        } catch let refusal as AccountRefusal {
            return try await page(visit) { say in
                guard case .invalid(let problems) = refusal else { return TypedForm(say, form, refusal) }
                return TypedForm(
                    say, form, errors: Dictionary(problems.map { ($0.field, AwayWords(say: say).sentence($0)) }) { first, _ in first })
            }
        }
    }

    @Sendable func end(_ request: Request, _ visit: Visit) async throws -> Response {
        let (person, _) = try await read(request, visit, fields: [])
        guard let id = visit.parameter("afwezigheid").flatMap({ Int64($0) }) else { throw HTTPError(.notFound) }
        do {
            try await workplace.accounts.endAbsence(id, by: person.actor)
        } catch AccountRefusal.notAllowed, AccountRefusal.notThere {
            throw HTTPError(.notFound)
        }
        return Answers.seeOther("\(Paths.away)?bewaard=1")
    }

    private func read(_ request: Request, _ visit: Visit, fields: Set<String>) async throws -> (SignedInPerson, SubmittedForm) {
        let person = try visit.signedIn(as: [.handler, .manager])
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: fields.union([FormTokens.field]))
        return (person, form)
    }

    /// What was typed; a day that can't be read is a wrong field like any other.
    private func input(_ form: SubmittedForm, _ visit: Visit) async throws -> (AbsenceInput, OfficeZone) {
        let desk = try await workplace.desk(visit)
        var problems: [FieldProblem] = []
        func day(_ name: String) -> Day? {
            let text = form.text(name).trimmed
            if text.isEmpty { return nil }
            if let day = try? Day(typed: text, today: desk.now.day) { return day }
            problems.append(FieldProblem(name, .malformed))
            return nil
        }
        func staff(_ name: String) -> StaffID? { Int64(form.text(name)).map { StaffID($0) } }
        let mayChoose = desk.actor.has(.manager)
        let input = AbsenceInput(
            staff: mayChoose ? staff("staff") : desk.person.member.id, first: day("first"), last: day("last"),
            replacement: staff("replacement"))
        if !problems.isEmpty { throw AccountRefusal.invalid(problems) }
        return (input, desk.calendar.zone)
    }

    private func page(_ visit: Visit, isSaved: Bool = false, _ typed: (Wording) -> TypedForm) async throws -> Response {
        let workplace = workplace
        let (desk, content) = try await workplace.desk(visit) { snapshot, house, now in
            let person = try visit.signedIn()
            let reader = workplace.reader(for: person.actor, now: now, in: house)
            return try AwayPage.Content(reader, of: person, at: now, in: snapshot)
        }
        return AwayPage(desk: desk, content: content, typed: typed(desk.say), isSaved: isSaved).response()
    }
}

/// Words of this page's own.
struct AwayWords {
    let say: Wording

    func sentence(_ problem: FieldProblem) -> String {
        switch (problem.field, problem.reason) {
        case ("staff", _): say("Kies wie afwezig is.", "Choose who is away.")
        case ("first", .itself):
            say(
                "In deze dagen staat deze collega al als afwezig. Haal dat eerst weg.",
                "This colleague is noted as away in these days already. Take that away first.")
        case ("last", .tooEarly):
            say("Kies een laatste dag die nog komt, na de eerste.", "Choose a last day that is still to come, after the first.")
        case ("last", .tooLate):
            say("Houd het bij \(Absence.mostDays) dagen.", "Keep it within \(Absence.mostDays) days.")
        case ("first", _), ("last", _): say("Vul een dag in zoals 24-12-2026.", "Fill in a day such as 24-12-2026.")
        case ("replacement", .itself): say("Kies een ander dan wie afwezig is.", "Choose somebody else than who is away.")
        case ("replacement", .notSuitable):
            say("Kies voor een behandelaar een andere behandelaar.", "For a handler choose another handler.")
        case ("replacement", _): say("Kies een collega die hier werkt.", "Choose a colleague who works here.")
        default: say.problem(problem)
        }
    }
}
