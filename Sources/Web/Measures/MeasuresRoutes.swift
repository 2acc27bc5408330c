import Casework
import Complaints
import HTTPTypes
import Hummingbird
import NIOCore
import Records

/// Measures: the board, taking one, and everything that is done to it until somebody knows whether it worked.
struct MeasuresRoutes {
    let workplace: Workplace

    /// Names of what a new measure may come from, in its address and its form.
    enum Origin {
        static let complaint = "klacht"
        static let complaints = "klachten"
        static let signal = "signaal"
        static let theme = "thema"
    }

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.measures), use: board)
        routes.get(RouterPath(Paths.measuresCSV), use: export)
        routes.get(RouterPath(Paths.measuresSheet), use: spreadsheet)
        routes.get(RouterPath(Paths.newMeasure), use: new)
        routes.post(RouterPath(Paths.newMeasure), use: raise)
        routes.get(RouterPath(Paths.measure), use: show)
        routes.post(RouterPath(Paths.measureAct), use: act)
        return routes
    }

    // MARK: The board

    private func measures(_ visit: Visit) async throws -> (desk: Desk, value: (asking: [MeasureRow], all: [MeasureRow])) {
        let actor = try visit.signedIn().actor
        let found = try await workplace.desk(visit) { snapshot, _, now in
            let leads = actor.hasAny(of: [.manager, .management])
            let asking = try snapshot.measuresAsking(by: now.day + 7, of: actor.staff, leads: leads)
            let all = try snapshot.measures(in: Set(MeasurePhase.allCases)).filter { MeasurePermissions.sees(actor, owner: $0.owner) }
            return (asking: asking, all: all)
        }
        // Whoever is neither reader nor owner of any has no such page.
        guard actor.hasAny(of: MeasurePermissions.readers) || !found.value.all.isEmpty else { throw HTTPError(.notFound) }
        return found
    }

    @Sendable func board(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, found) = try await measures(visit)
        return MeasuresBoard(desk: desk, asking: found.asking, all: found.all).response()
    }

    @Sendable func export(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, found) = try await measures(visit)
        return MeasuresFile.of(found.all, desk).csv
    }

    @Sendable func spreadsheet(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, found) = try await measures(visit)
        return try await MeasuresFile.of(found.all, desk).spreadsheet(in: workplace.forms.folder)
    }

    // MARK: Taking one

    private func mayRaise(_ visit: Visit) throws -> Actor {
        let actor = try visit.signedIn().actor
        guard MeasurePermissions.allows(.raise, actor, owner: nil) else { throw HTTPError(.notFound) }
        return actor
    }

    @Sendable func new(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try mayRaise(visit)
        let query = QueryFields(request)
        let number = ComplaintNumber(parsing: query[Origin.complaint])
        let wanted = Int64(query[Origin.theme])
        let (desk, read) = try await workplace.desk(visit) { snapshot, _, _ in
            (try number.flatMap { try snapshot.complaintID(of: $0) }.flatMap { try snapshot.complaint($0) }, try snapshot.themes())
        }
        let (complaint, themes) = read
        // A number that the reader may not know of fills nothing in.
        let known = complaint.flatMap { $0.isListed(to: actor) ? $0 : nil }
        var page = NewMeasurePage(desk: desk, typed: TypedForm(desk.say))
        page.stored = stored(query, known, desk)
        (page.themes, page.theme) = (themes, themes.first { $0.id.value == wanted })
        page.stored["theme"] = page.theme.map { "\($0.id.value)" } ?? ""
        page.numbers = known.map { $0.number.formatted } ?? ""
        page.signal = Int64(query[Origin.signal]).flatMap { $0 > 0 ? $0 : nil }
        return page.response()
    }

    /// What is known already: the nature of the complaint, and days that leave time to see an effect.
    private func stored(_ query: QueryFields, _ complaint: Complaint?, _ desk: Desk) -> [String: String] {
        let due = desk.calendar.nextWorkingDay(after: desk.now.day + 27)
        return [
            "kind": MeasureKind.corrective.rawValue, "due": DateWords.short(due), "checkOn": DateWords.short(due + 63), "lag": "0",
            "hope": "30",
            "about": complaint?.nature?.about ?? query["about"], "wrong": complaint?.nature?.wrong ?? query["wrong"],
            "problem": query["problem"], "owner": desk.actor.staff.map { "\($0.value)" } ?? "",
        ]
    }

    @Sendable func raise(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try mayRaise(visit)
        let person = try visit.signedIn()
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: Self.fields.union([FormTokens.field, Submission.field]))
        let (desk, themes) = try await workplace.desk(visit) { snapshot, _, _ in try snapshot.themes() }
        var problems: [FieldProblem] = []
        do {
            let sources = try await sources(of: form)
            var input = MeasureForm.input(form, today: desk.now.day)
            if sources == nil { input.unreadable.insert("sources") }
            let measure = try await take(input, from: sources ?? [], form, by: actor)
            return Answers.seeOther("\(Paths.measure(measure.id))?gedaan=\(MeasureAct.raise.rawValue)")
        } catch MeasureRefusal.invalid(let found) { problems = found } catch MeasureRefusal.notThere { throw HTTPError(.notFound) }
        let errors = Dictionary(problems.map { ($0.field, desk.say.measureProblem($0)) }) { first, _ in first }
        // A signal has no field on the page: one that is not there is said above it, and not asked for again.
        let signal = errors["signal"].map { [$0] } ?? []
        var page = NewMeasurePage(desk: desk, typed: TypedForm(desk.say, form, errors: errors, general: signal))
        page.numbers = form.text(Origin.complaints)
        (page.themes, page.theme) = (themes, themes.first { "\($0.id.value)" == form.text(Origin.theme) })
        page.signal = signal.isEmpty ? Int64(form.text(Origin.signal)) : nil
        return page.response()
    }

    private static let fields = MeasureForm.fields.union([Origin.complaints, Origin.signal, Origin.theme])

    /// Once, however often the same form is sent; one that was changed after it was sent is another, and that one once too.
    private func take(
        _ input: MeasureInput, from sources: [MeasureSource], _ form: SubmittedForm, by actor: Actor
    ) async throws -> Measure {
        guard let submission = Submission(form.text(Submission.field), by: workplace.tokens, for: NewMeasurePage.purpose) else {
            return try await workplace.measures.raise(input, from: sources, by: actor)
        }
        let body = Self.fields.sorted().map { "\($0)=\(form.text($0))" }.joined(separator: "\n")
        let key = "\(submission.key).\(HexDigest.of(body.utf8))"
        let request = try IdempotentRequest(token: 0, key: key, body: body.utf8)
        let now = workplace.office.clock.now()
        return try await workplace.measures.raise(
            input, from: sources, by: actor, unless: { tx in try request.earlierMeasure(in: tx, at: now) },
            also: { tx, measure in try request.record(measure.id, in: tx, at: now) })
    }

    /// The complaints that numbers stand for, a theme and a signal; nil where something is no number.
    private func sources(of form: SubmittedForm) async throws -> [MeasureSource]? {
        let texts = form.text(Origin.complaints).split { $0 == "," || $0 == ";" || $0.isNewline }.map { String($0).trimmed }.filter {
            !$0.isEmpty
        }
        let numbers = texts.compactMap { ComplaintNumber(parsing: $0) }
        guard numbers.count == texts.count else { return nil }
        let ids = try await workplace.records.read { snapshot in try numbers.map { try snapshot.complaintID(of: $0) } }
        // A number that is nobody's is refused with all the rest, as one that the reader may not know of: no complaint has the key 0.
        var sources = ids.map { MeasureSource(.complaint, $0?.value ?? 0) }
        if let signal = Int64(form.text(Origin.signal)) { sources.append(MeasureSource(.signal, signal)) }
        if let theme = Int64(form.text(Origin.theme)) { sources.append(MeasureSource(.theme, theme)) }
        return sources
    }

    // MARK: One measure

    /// The measure that the path names, as this person may see it.
    private func content(_ visit: Visit) async throws -> (desk: Desk, content: MeasurePage.Content) {
        let actor = try visit.signedIn().actor
        guard let id = visit.parameter("maatregel").flatMap({ Int64($0) }).map({ MeasureID($0) }) else { throw HTTPError(.notFound) }
        let (desk, content) = try await workplace.desk(visit) { snapshot, house, now -> MeasurePage.Content? in
            guard let journalled = try snapshot.journalledMeasure(id),
                MeasurePermissions.sees(actor, owner: journalled.measure.plan.owner)
            else { return nil }
            return try MeasurePage.Content(journalled, for: actor, on: house.calendar, natures: house.natures, today: now.day, in: snapshot)
        }
        guard let content else { throw HTTPError(.notFound) }
        return (desk, content)
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, content) = try await content(visit)
        return MeasurePage(desk: desk, content: content, done: MeasureAct(rawValue: QueryFields(request)["gedaan"])).response()
    }

    @Sendable func act(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn()
        let (desk, content) = try await content(visit)
        guard let act = visit.parameter("handeling").flatMap({ MeasureAct(rawValue: $0) }), act != .raise else {
            throw HTTPError(.notFound)
        }
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: MeasurePage.fields(of: act).union([FormTokens.field, MeasurePage.seen]))
        let measure = content.measure
        do {
            let command = try await command(act, form, today: desk.now.day)
            let seen = Int(form.text(MeasurePage.seen))
            _ = try await workplace.measures.perform(command, on: measure.id, by: person.actor, seen: seen)
            return Answers.seeOther("\(Paths.measure(measure.id))?gedaan=\(act.rawValue)")
        } catch let refusal as MeasureRefusal {
            if refusal == .notThere { throw HTTPError(.notFound) }
            let (desk, now) = try await self.content(visit)
            return MeasurePage(desk: desk, content: now, returned: (act, form, refusal)).response()
        }
    }

    private func command(_ act: MeasureAct, _ form: SubmittedForm, today: Day) async throws -> MeasureCommand {
        switch act {
        case .raise: throw MeasureRefusal.notThere
        case .revise: return .revise(MeasureForm.input(form, today: today))
        case .link: return try await linking(form)
        case .carryOut:
            let text = form.text("done").trimmed
            let day: Day?
            do { day = text.isEmpty ? nil : try TypedMoment.day(text, today: today, field: "done") } catch {
                throw MeasureRefusal.invalid([.init("done", .malformed)])
            }
            return .carryOut(on: day, cost: form["cost"], note: form["note"])
        case .check: return .check(note: form["note"])
        case .note: return .note(form.text("text"))
        case .cancel: return .cancel(reason: form.text("reason"))
        }
    }

    private func linking(_ form: SubmittedForm) async throws -> MeasureCommand {
        if let text = form["weg"] {
            let words = text.split(separator: " ")
            guard words.count == 2, let kind = MeasureSource.Kind(rawValue: String(words[0])), let id = Int64(words[1]) else {
                throw MeasureRefusal.invalid([.init("sources", .unknown)])
            }
            return .unlink(MeasureSource(kind, id))
        }
        guard let number = ComplaintNumber(parsing: form.text("sources")),
            let id = try await workplace.records.read({ try $0.complaintID(of: number) })
        else { throw MeasureRefusal.invalid([.init("sources", .malformed)]) }
        return .link(MeasureSource(.complaint, id.value))
    }
}
