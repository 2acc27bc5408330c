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
        return try await page(visit, saved: Int64(QueryFields(request)["bewaard"])) { TypedForm($0.say) }
    }

    @Sendable func note(_ request: Request, _ visit: Visit) async throws -> Response {
        let (person, form) = try await read(request, visit, fields: ["staff", "first", "last", "replacement"])
        do {
            let (input, zone) = try await input(form, visit)
            let absence = try await workplace.accounts.noteAbsence(input, in: zone, by: person.actor)
            return Answers.seeOther("\(Paths.away)?bewaard=\(absence.id)")
        } catch AccountRefusal.notAllowed {
            throw HTTPError(.notFound)
        } catch let refusal as AccountRefusal {
            return try await page(visit) { desk in
                guard case .invalid(let problems) = refusal else { return TypedForm(desk.say, form, refusal) }
                let words = problems.map { ($0.field, AwayWords(desk: desk).sentence($0)) }
                return TypedForm(desk.say, form, errors: Dictionary(words) { first, _ in first })
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

    /// - Parameter saved: the absence that was just noted; nothing of that where one was ended.
    private func page(_ visit: Visit, saved: Int64? = nil, _ typed: (Desk) -> TypedForm) async throws -> Response {
        let workplace = workplace
        let (desk, content) = try await workplace.desk(visit) { snapshot, house, now in
            let person = try visit.signedIn()
            let reader = workplace.reader(for: person.actor, now: now, in: house)
            return try AwayPage.Content(reader, of: person, at: now, in: snapshot)
        }
        return AwayPage(desk: desk, content: content, typed: typed(desk), saved: saved).response()
    }
}

/// Words of this page's own.
struct AwayWords {
    let desk: Desk

    private var say: Wording { desk.say }

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
        case ("replacement", .inRing(let ring)): sentence(ring)
        case ("replacement", .notSuitable):
            say("Kies voor een behandelaar een andere behandelaar.", "For a handler choose another handler.")
        case ("replacement", _): say("Kies een collega die hier werkt.", "Choose a colleague who works here.")
        default: say.problem(problem)
        }
    }

    /// "Joost is in die dagen ook afwezig, en wordt dan vervangen door wie u afwezig meldt." Of three it names the one between.
    private func sentence(_ ring: [StaffID]) -> String {
        let first = desk.name(of: ring.first) ?? ""
        if ring.count == 1 {
            return say(
                "\(first) is dan ook afwezig en wordt vervangen door wie u nu afwezig meldt. Kies een ander.",
                "\(first) is away then too, and replaced by whom you note as away now. Choose somebody else.")
        }
        let others = ring.dropFirst().compactMap { desk.name(of: $0) }.joined(separator: say(", en die door ", ", who is by "))
        return say(
            "\(first) is dan ook afwezig en wordt vervangen door \(others), en die weer door wie u nu afwezig meldt. Kies een ander.",
            "\(first) is away then too and replaced by \(others), who is by whom you note as away now. Choose somebody else.")
    }

    /// In which days the replacement is away too, and who does the work then; a sentence for each stretch of days.
    func gaps(_ absence: Absence, among all: [Absence]) -> [String] {
        guard let replacement = absence.replacement, let name = desk.name(of: replacement) else { return [] }
        let away = desk.name(of: absence.staff) ?? ""
        return absence.stretches(among: all).filter { $0.standIn != replacement }.map { stretch in
            let days = days(stretch.first, stretch.last)
            guard let other = desk.name(of: stretch.standIn) else {
                return say(
                    "Vervanger \(name) is zelf afwezig, \(days): dan vervangt niemand \(away) en gaan herinneringen naar de klachtenmanager.",
                    "Replacement \(name) is away too, \(days): nobody replaces \(away) then, and reminders go to the complaints manager.")
            }
            return say(
                "Vervanger \(name) is zelf afwezig, \(days): dan vervangt \(other) ook \(away).",
                "Replacement \(name) is away too, \(days): \(other) replaces \(away) as well then.")
        }
    }

    func days(_ first: Day, _ last: Day) -> String {
        let (from, through) = (DateWords.brief(first, desk.language), DateWords.brief(last, desk.language))
        return first == last ? from : say("\(from) tot en met \(through)", "\(from) through \(through)")
    }
}
