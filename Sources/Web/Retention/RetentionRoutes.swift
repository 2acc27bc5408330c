import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Records

/// Files that came to an end and whose term of keeping has passed, for the complaints manager to decide about, and to erase what was decided to
/// be. Nothing is erased by itself.
struct RetentionRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.retention), use: show)
        routes.post(RouterPath(Paths.retention), use: decide)
        routes.post(RouterPath(Paths.erasing), use: erase)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.keeper()
        let query = QueryFields(request)
        let done: RetentionPage.Done? =
            if let count = Int(query["gewist"]), count > 0 { .erased(count) } else {
                query["bewaard"] == "1" ? .recorded : query["teruggenomen"] == "1" ? .keptAfterAll : nil
            }
        return try await page(visit, done: done) { TypedForm($0) }
    }

    @Sendable func decide(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.keeper()
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: Set([FormTokens.field] + RetentionPage.fields))
        let desk = try await workplace.desk(visit)
        do {
            let input = RetentionInput(
                decision: form.text("decision"), through: form.text("through").trimmed, reason: form.text("reason"),
                complaints: form.all("complaint").compactMap { ComplaintNumber(parsing: $0) })
            let (decision, reason) = try input.checked(today: desk.now.day)
            let note = RetentionWords(say: desk.say).note(decision, reason)
            let numbers = Array(input.complaints.prefix(RetentionPage.most))
            try await workplace.office.decide(decision, on: numbers, note: note, by: person.actor)
            return Answers.seeOther("\(Paths.retention)?bewaard=1")
        } catch let refusal as Refusal {
            return try await page(visit) { say in
                guard case .invalid(let problems) = refusal else {
                    let words = if case .notThere = refusal { RetentionWords(say: say).decidedAlready } else { say.refusal(refusal) }
                    return TypedForm(say, form, errors: [:], general: [words])
                }
                let words = problems.map { ($0.field, RetentionWords(say: say).sentence($0)) }
                return TypedForm(say, form, errors: Dictionary(words) { first, _ in first })
            }
        }
    }

    /// First what would be erased is told; with the typed word it is.
    @Sendable func erase(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.keeper()
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: [FormTokens.field, "complaint", RetentionPage.back, ErasingPage.field])
        var seen: Set<ComplaintNumber> = []
        let chosen = form.all("complaint").compactMap { ComplaintNumber(parsing: $0) }.filter { seen.insert($0).inserted }
        let numbers = chosen.prefix(RetentionPage.most)
        if form.has(RetentionPage.back) {
            let note = RetentionWords(say: try await workplace.desk(visit).say).takenBack
            if try await workplace.office.keepAfterAll(Array(numbers), note: note, by: person.actor) > 0 {
                return Answers.seeOther("\(Paths.retention)?teruggenomen=1")
            }
        }
        let (desk, files) = try await workplace.desk(visit) { snapshot, _, now in
            try snapshot.erasable(Array(numbers), by: person.actor, on: now.day)
        }
        guard !files.isEmpty else { return try await nothingToErase(visit) }
        let isAsked = form.has(ErasingPage.field)
        if isAsked, ErasingPage.confirms(form.text(ErasingPage.field)) {
            let count = try await workplace.office.erase(files.map(\.file.number), by: person.actor)
            return count == 0 ? try await nothingToErase(visit) : Answers.seeOther("\(Paths.retention)?gewist=\(count)")
        }
        let errors = isAsked ? [ErasingPage.field: ErasingPage.mistake(desk.say)] : [:]
        let typed = TypedForm(desk.say, form, errors: errors)
        return ErasingPage(desk: desk, files: files, skipped: numbers.count - files.count, typed: typed).response()
    }

    private func nothingToErase(_ visit: Visit) async throws -> Response {
        try await page(visit) { say in TypedForm(say, nil, errors: [:], general: [RetentionWords(say: say).nothingToErase]) }
    }

    private func page(
        _ visit: Visit, done: RetentionPage.Done? = nil, _ typed: (Wording) -> TypedForm
    ) async throws -> Response {
        let actor = try visit.signedIn().actor
        let (desk, content) = try await workplace.desk(visit) { snapshot, house, now in
            try RetentionPage.Content(house, for: Visibility(actor), at: now, in: snapshot)
        }
        return RetentionPage(desk: desk, content: content, typed: typed(desk.say), done: done).response()
    }
}

extension Visit {
    /// The person, if they decide which files are kept; otherwise this page does not exist.
    fileprivate func keeper() throws -> SignedInPerson {
        let person = try signedIn()
        guard person.actor.decidesAboutKeeping else { throw HTTPError(.notFound) }
        return person
    }
}

/// Words of this page's own, and those that stand in the file.
struct RetentionWords {
    let say: Wording

    func note(_ decision: RetentionDecision, _ reason: String) -> String {
        "\(say("Bewaartermijn voorbij", "Retention term passed")): \(words(decision)). \(reason)"
    }

    func words(_ decision: RetentionDecision) -> String {
        switch decision {
        case .keep(let day):
            say("langer bewaren, tot en met \(DateWords.short(day))", "keep longer, through \(DateWords.short(day))")
        case .erase: say("mag worden gewist", "may be erased")
        }
    }

    var decidedAlready: String {
        say(
            "Een van deze dossiers staat niet meer in de lijst: een ander besliste, of het is heropend. Er is niets vastgelegd; kijk de lijst na.",
            "One of these files is no longer listed: somebody else decided, or it was reopened. Nothing was recorded; look through the list."
        )
    }

    /// What a file says where it will not be erased after all.
    var takenBack: String {
        say(
            "Bewaartermijn voorbij: het besluit dat dit mag worden gewist, is teruggenomen.",
            "Retention term passed: the decision that this may be erased was taken back.")
    }

    var nothingToErase: String {
        say(
            "Kies een of meer dossiers uit “Mag worden gewist”. Wat u koos kan intussen gewist of weer aan het werk zijn.",
            "Choose one or more files of “May be erased”. What you chose can have been erased meanwhile, or be at work again.")
    }

    func sentence(_ problem: FieldProblem) -> String {
        switch (problem.field, problem.reason) {
        case ("complaint", _): say("Kies een of meer dossiers.", "Choose one or more files.")
        case ("decision", _): say("Kies wat er met deze dossiers gebeurt.", "Choose what happens to these files.")
        case ("reason", .missing): say("Schrijf waarom, voor het dossier.", "Write why, for the file.")
        case ("through", .notSuitable):
            say("Kies langer bewaren, of laat de dag leeg.", "Choose to keep longer, or leave the day empty.")
        case ("through", .tooEarly): say("Kies een dag die nog komt.", "Choose a day that is still to come.")
        case ("through", .tooLate): say("Kies een dag binnen tien jaar.", "Choose a day within ten years.")
        case ("through", _): say("Vul een dag in zoals 31-12-2028.", "Fill in a day such as 31-12-2028.")
        default: say.problem(problem)
        }
    }
}
