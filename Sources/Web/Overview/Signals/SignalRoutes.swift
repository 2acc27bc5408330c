import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// A signal that was kept, and what people say of it; what is known to have happened, and what customers are told of it.
struct SignalRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.signalsCSV)) { try await file($0, $1).csv }
        routes.get(RouterPath(Paths.signalsSheet)) { try await file($0, $1).spreadsheet(in: workplace.forms.folder) }
        routes.get(RouterPath(Paths.signal), use: show)
        routes.post(RouterPath(Paths.signal), use: judge)
        routes.get(RouterPath(Paths.incidents), use: incidents)
        routes.post(RouterPath(Paths.incidents), use: keepIncident)
        routes.get(RouterPath(Paths.incident), use: incident)
        routes.post(RouterPath(Paths.incident), use: keepIncident)
        return routes
    }

    private var office: SignalOffice { workplace.signals }

    // MARK: A signal

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, content) = try await signal(visit)
        let state = InsightWords(desk.language).state(content.signal.state)
        let flash = desk.savedFlash(request, desk.say("Vastgelegd bij dit signaal: \(state).", "Recorded with this signal: \(state)."))
        return SignalPage(desk: desk, content: content, typed: TypedForm(desk.say), flash: flash).response()
    }

    @Sendable func judge(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, content) = try await signal(visit)
        let id = content.signal.id
        let form = try await read(request, visit, desk, ["state", "words", SettingsForm.seenField])
        let seen = try form.seenInstant()
        do {
            try await office.judge(id, form.text("state"), words: form.text("words"), seen: seen, by: desk.actor)
            return Answers.seeOther("\(Paths.signal(id))?bewaard=1")
        } catch Refusal.invalid(let problems) {
            return SignalPage(desk: desk, content: content, typed: TypedForm(desk.say, form, problems)).response(.unprocessableContent)
        } catch Refusal.movedOn {
            let (_, now) = try await self.signal(visit)
            let typed = TypedForm(desk.say, form, errors: [:], general: [desk.say.changedMeanwhile])
            return SignalPage(desk: desk, content: now, typed: typed, isSecond: true).response(.conflict)
        }
    }

    private func signal(_ visit: Visit) async throws -> (Desk, SignalPage.Content) {
        _ = try visit.signedIn(as: SignalOffice.judges)
        guard let id = visit.parameters.get("signaal", as: Int64.self) else { throw HTTPError(.notFound) }
        let (desk, content) = try await workplace.desk(visit) { snapshot, _, _ in
            try snapshot.keptSignal(id).map {
                SignalPage.Content(signal: $0, measures: try snapshot.measures(from: MeasureSource(.signal, id)))
            }
        }
        guard let content else { throw HTTPError(.notFound) }
        return (desk, content)
    }

    private func read(_ request: Request, _ visit: Visit, _ desk: Desk, _ fields: Set<String>) async throws -> SubmittedForm {
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: desk.person)
        try form.refuseUnknown(allowed: fields.union([FormTokens.field]))
        return form
    }

    /// All that were kept, the newest first.
    private func file(_ request: Request, _ visit: Visit) async throws -> ListFile {
        guard Visibility(try visit.signedIn().actor).seesLists else { throw HTTPError(.notFound) }
        let (desk, signals) = try await workplace.desk(visit) { snapshot, _, _ in try snapshot.keptSignals(from: Day(number: 0)) }
        return SignalsFile.of(signals, desk)
    }

    // MARK: Incidents

    @Sendable func incidents(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: SignalOffice.judges)
        let wanted = Int64(QueryFields(request)[IncidentPage.signalField])
        let (desk, found) = try await workplace.desk(visit) { snapshot, _, _ in
            (try snapshot.incidents(), try wanted.flatMap { try snapshot.keptSignal($0) })
        }
        return IncidentsPage(
            desk: desk, incidents: found.0, signal: found.1, typed: TypedForm(desk.say), flash: desk.savedFlash(request, saved(desk.say))
        ).response()
    }

    @Sendable func incident(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, incident) = try await stored(visit)
        guard let incident else { throw HTTPError(.notFound) }
        let flash = desk.savedFlash(request, saved(desk.say))
        return IncidentPage(desk: desk, incident: incident, typed: TypedForm(desk.say), flash: flash).response()
    }

    private func saved(_ say: Wording) -> String { say("Het voorval is bewaard.", "The incident has been saved.") }

    @Sendable func keepIncident(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, incident) = try await stored(visit)
        let form = try await read(request, visit, desk, IncidentPage.fields.union([SettingsForm.seenField]))
        var input = IncidentInput()
        (input.title, input.about) = (form.text("title"), form.text("about"))
        (input.first, input.last, input.bannerUntil) = (form.text("first"), form.text("last"), form.text("bannerUntil"))
        (input.bannerDutch, input.bannerEnglish) = (form.text("bannerDutch"), form.text("bannerEnglish"))
        input.signal = Int64(form.text(IncidentPage.signalField)) ?? incident?.signal
        let seen = try incident.map { _ in try form.seenInstant() }
        do {
            let id = try await office.keep(input, as: incident?.id, seen: seen, by: desk.actor)
            return Answers.seeOther("\(Paths.incident(id))?bewaard=1")
        } catch Refusal.movedOn {
            let (_, now) = try await stored(visit)
            guard let now else { throw HTTPError(.notFound) }
            let typed = TypedForm(desk.say, form, errors: [:], general: [desk.say.changedMeanwhile])
            return IncidentPage(desk: desk, incident: now, typed: typed, isSecond: true).response(.conflict)
        } catch Refusal.invalid(let problems) {
            let typed = TypedForm(desk.say, form, problems)
            if let incident { return IncidentPage(desk: desk, incident: incident, typed: typed).response(.unprocessableContent) }
            let explained = input.signal
            let (_, found) = try await workplace.desk(visit) { snapshot, _, _ in
                (try snapshot.incidents(), try explained.flatMap { try snapshot.keptSignal($0) })
            }
            return IncidentsPage(desk: desk, incidents: found.0, signal: found.1, typed: typed).response(.unprocessableContent)
        }
    }

    /// The incident that the address names; nil for an address that names none.
    private func stored(_ visit: Visit) async throws -> (Desk, Incident?) {
        _ = try visit.signedIn(as: SignalOffice.judges)
        guard let text = visit.parameters.get("incident") else { return (try await workplace.desk(visit), nil) }
        guard let id = Int64(text) else { throw HTTPError(.notFound) }
        let (desk, incident) = try await workplace.desk(visit) { snapshot, _, _ in try snapshot.incident(id) }
        guard let incident else { throw HTTPError(.notFound) }
        return (desk, incident)
    }
}

extension SubmittedForm {
    /// When what is changed had changed last, as the author saw it. Our own form always says so.
    func seenInstant() throws -> Instant {
        guard let milliseconds = Int64(text(SettingsForm.seenField)) else { throw FormError.malformed }
        return Instant(milliseconds: milliseconds)
    }
}

extension TypedForm {
    init(_ say: Wording, _ form: SubmittedForm, _ problems: [FieldProblem]) {
        self.init(
            say, form, errors: Dictionary(problems.map { ($0.field, SignalPage.words($0, say)) }) { first, _ in first })
    }
}
