import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Records

/// The file: reading it, everything that can be done to it, its documents and letters.
struct CasefileRoutes {
    /// In the address of a file: the act whose form is to be open.
    static let wantedForm = "vorm"

    let workplace: Workplace
    let looks: LookLog
    let follow: FollowAccess

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.file), use: show)
        routes.post(RouterPath(Paths.act), use: act)
        routes.post(RouterPath(Paths.actDraft), use: saveDraft)
        routes.post(RouterPath(Paths.actDraftEnd), use: discardDraft)
        routes.get(RouterPath(Paths.document), use: document)
        routes.get(RouterPath(Paths.letter), use: letter)
        routes.post(RouterPath(Paths.letter), use: letterWithLink)
        routes.get(RouterPath(Paths.proof), use: proof)
        routes.get(RouterPath(Paths.conduct), use: conduct)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, file) = try await casefile(visit)
        let query = QueryFields(request)
        var page = CasefilePage(
            desk: desk, file: file, done: query["gedaan"], wanted: Act(rawValue: query[Self.wantedForm]), thrown: query[DraftCounter.thrown]
        )
        page.snippet = SnippetChoice.place(query[SnippetChoice.wanted])
        return page.response()
    }

    @Sendable func act(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn()
        guard let act = visit.parameter("handeling").flatMap({ Act(rawValue: $0) }), ![.register, .undo].contains(act) else {
            throw HTTPError(.notFound)
        }
        let (desk, file) = try await opened(visit)
        // Before a byte of the form is taken in: who may not do this brings no files either.
        guard mayDo(act, desk, file) else { return try await lost(file, act, desk, request, visit) }
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: person)
        if let seen = form["gezien"], Int(seen) == nil { throw FormError.malformed }
        var input = ActInput(act: act, form: form, desk: desk, file: file)
        do {
            let commands = try await input.commands(workplace: workplace)
            let place = DraftSlots.place(of: act, on: file.complaint.id, by: person.member.id)
            let sent = place.map { SentForm(form, act, from: $0, at: workplace.office.clock.now()) }
            let after = try await workplace.office.perform(
                commands, on: file.complaint.id, by: person.actor, seen: input.seen, asking: input.correspondent(),
                unless: { tx in try sent.map { try tx.wasSent($0) } ?? false },
                also: { tx, after in if let sent { try tx.finish(sent, became: after.lastAct?.sequence ?? 0) } })
            if act == .informed, form.has(ActInput.fromLetters) { return Answers.seeOther("\(Paths.letters)?gedaan=informed") }
            return Answers.seeOther(destination(after: act, after, for: person.actor))
        } catch let refusal as Refusal {
            return try await refused(refusal, act, form, visit)
        }
    }

    /// Back to the file with what was typed, what is wrong with it, and the file as it is by now.
    private func refused(_ refusal: Refusal, _ act: Act, _ form: SubmittedForm, _ visit: Visit) async throws -> Response {
        let (desk, file) = try await opened(visit)
        var problems: [FieldProblem] = []
        // A moment is typed as a day and a time.
        if case .invalid(let found) = refusal {
            problems = found.map { $0.field == "at" ? FieldProblem("day", $0.reason) : $0 }
            if [.answer, .ask, .propose].contains(act) {
                problems = problems.map { $0.field == "due" ? FieldProblem("promiseDue", $0.reason) : $0 }
            }
        }
        if !file.complaint.isVisible(to: desk.actor) {
            guard let lost = NoLongerYours(file, act, desk: desk) else { throw HTTPError(.notFound) }
            return lost.page(form)
        }
        if ProblemDetails.status(of: refusal) == .notFound { return NoLongerYours(seeing: file, act, desk: desk).page(form) }
        let promise = file.complaint.promises.first { "\($0.ordinal)" == form.text("promise") }
        let changing = desk.say.refusal(refusal, changing: act, of: promise)
        var general: String?
        if problems.isEmpty {
            if let changing { general = changing } else { general = try await words(for: refusal, desk, file) }
        }
        let returned = ReturnedForm(act: act, form: form, problems: problems, general: general)
        return CasefilePage(desk: desk, file: file, returned: returned).response(status: ProblemDetails.status(of: refusal))
    }

    /// Why it was refused, and what to do where nobody here could do it.
    private func words(for refusal: Refusal, _ desk: Desk, _ file: Casefile) async throws -> String {
        let words = desk.say.refusal(refusal)
        guard case .needsSecondPair(let limit) = refusal else { return words }
        let complaint = file.complaint
        let colleagues = try await workplace.records.read { try $0.colleagues(at: desk.now.instant) }
        let procedure = desk.house.procedures.version(complaint.procedureVersion)
        if complaint.hasSecondPair(above: limit, among: colleagues, under: procedure) { return words }
        let possible = file.possibleActs(for: desk.actor, in: desk.house)
        return "\(words) \(NoSecondPair(desk: desk, complaint: complaint, possible: possible).words)"
    }

    private func destination(after act: Act, _ complaint: Complaint, for actor: Actor) -> String {
        guard complaint.isVisible(to: actor) else { return Paths.worklist }
        return "\(Paths.file(complaint.number))?gedaan=\(act.rawValue)#eind"
    }

    private func mayDo(_ act: Act, _ desk: Desk, _ file: Casefile) -> Bool {
        let complaint = file.complaint
        return complaint.isVisible(to: desk.actor)
            && PermissionTable.allows(
                act, by: complaint.standings(of: desk.actor), under: desk.house.procedures.version(complaint.procedureVersion))
    }

    /// The form came after the file had gone to somebody else; what is in it is not lost on who had it.
    private func lost(_ file: Casefile, _ act: Act, _ desk: Desk, _ request: Request, _ visit: Visit) async throws -> Response {
        guard let lost = NoLongerYours(file, act, desk: desk) else { throw HTTPError(.notFound) }
        let form = try await workplace.forms.withoutFiles.read(request, visit)
        try workplace.check(form, of: desk.person)
        return lost.page(form)
    }

    /// The file of the number in the address, if this person may read it.
    private func casefile(_ visit: Visit) async throws -> (Desk, Casefile) {
        let (desk, file) = try await opened(visit)
        guard file.complaint.isVisible(to: desk.actor) else { throw HTTPError(.notFound) }
        return (desk, file)
    }

    /// The file of the number in the address, whether or not this person may read it; where they may, the look is written down, whatever it
    /// is for.
    private func opened(_ visit: Visit) async throws -> (Desk, Casefile) {
        let person = try visit.signedIn()
        guard let number = visit.parameter("nummer").flatMap({ ComplaintNumber(parsing: $0) }) else { throw HTTPError(.notFound) }
        let workplace = workplace
        let (desk, file) = try await workplace.desk(visit) { ahead, _, now in
            guard let id = workplace.knownNumbers.id(of: number) else { return _ = try ahead.complaintID(of: number) }
            try Casefile.foresee(id, for: person, now: now.instant, in: ahead)
        } _: { snapshot, house, now in
            try workplace.knownNumbers.id(of: number, in: snapshot).flatMap {
                try Casefile($0, for: person, in: snapshot, at: workplace, now, under: house)
            }
        }
        guard let file else { throw HTTPError(.notFound) }
        if file.complaint.isVisible(to: person.actor) { looks.note(desk.actor, at: file.complaint.id, when: desk.now.instant) }
        return (desk, file)
    }

    /// While somebody types: keeps it, whether or not it can be done at this very moment.
    @Sendable func saveDraft(_ request: Request, _ visit: Visit) async throws -> Response {
        let counter: DraftCounter, act: Act, file: Casefile
        do { (counter, act, file) = try await drafting(visit) } catch let lost as NoLongerYours { return lost.draftAnswer() }
        guard let place = DraftSlots.place(of: act, on: file.complaint.id, by: counter.person.member.id) else { throw HTTPError(.notFound) }
        let form = try await counter.form(request, visit)
        return try await counter.save(form, at: place, fields: ActInput.fields(of: act), typed: DraftSlots.typed(in: act), visit)
    }

    /// Whoever wrote a draft may always throw it away.
    @Sendable func discardDraft(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, file) = try await opened(visit)
        let counter = DraftCounter(workplace: workplace, person: desk.person)
        guard let act = visit.parameter("handeling").flatMap({ Act(rawValue: $0) }),
            let place = DraftSlots.place(of: act, on: file.complaint.id, by: desk.person.member.id),
            mayDo(act, desk, file) || (file.drafts + file.thrownAway).contains(where: { $0.place == place })
        else { throw HTTPError(.notFound) }
        let answer = try await counter.discard(place, counter.form(request, visit), thenTo: Paths.file(file.complaint.number))
        return file.complaint.isVisible(to: desk.actor) ? answer : Answers.seeOther(Paths.home)
    }

    private func drafting(_ visit: Visit) async throws -> (DraftCounter, Act, Casefile) {
        let person = try visit.signedIn()
        guard let act = visit.parameter("handeling").flatMap({ Act(rawValue: $0) }) else { throw HTTPError(.notFound) }
        let (desk, file) = try await opened(visit)
        guard mayDo(act, desk, file) else {
            if let lost = NoLongerYours(file, act, desk: desk) { throw lost }
            throw HTTPError(.notFound)
        }
        return (DraftCounter(workplace: workplace, person: person), act, file)
    }

    @Sendable func document(_ request: Request, _ visit: Visit) async throws -> Response {
        let (_, file) = try await casefile(visit)
        guard let ordinal = visit.parameter("volgnummer").flatMap({ Int($0) }), ordinal > 0, ordinal <= file.complaint.documents.count,
            let bytes = try await workplace.office.blobs.bytes(of: file.complaint.documents[ordinal - 1].digest)
        else { throw HTTPError(.notFound) }
        let name = file.complaint.documents[ordinal - 1].name.text ?? "document-\(ordinal)"
        return Answers.download(ByteBuffer(bytes: bytes), name: name, type: "application/octet-stream")
    }

    @Sendable func letter(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, file) = try await casefile(visit)
        let person = try visit.signedIn()
        let letter = try letter(of: file, visit)
        return LetterPage(
            desk: desk, complaint: file.complaint, letter: letter, delivery: file.deliveries[letter.id],
            isReplaced: file.letters.hasReplaced(letter.id), decision: try await decision(about: letter, of: file, by: person, desk.now),
            maySend: file.possibleActs(for: person.actor, in: desk.house).contains(.informed),
            isFromList: !QueryFields(request)[ActInput.fromLetters].isEmpty
        ).response()
    }

    /// That a letter did not arrive can be taken back where it was read in a mail a moment ago.
    private func decision(about letter: Letter, of file: Casefile, by person: SignedInPerson, _ now: Moment) async throws -> MailDecision? {
        let start = now.instant.adding(seconds: -LastAct.seconds)
        guard let delivery = file.deliveries[letter.id], delivery.state == .bounced, delivery.changedAt > start else { return nil }
        let decision = try await workplace.records.read { try $0.lastDecision(by: person.actor.identity, since: start) }
        return decision?.outcome == .report ? decision : nil
    }

    /// A waiting letter with a personal link in it, to be handed over now.
    @Sendable func letterWithLink(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn()
        let (desk, file) = try await casefile(visit)
        let letter = try letter(of: file, visit)
        let form = try await workplace.forms.read(request)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: [FormTokens.field, ActInput.fromLetters])
        guard letter.isReady(at: desk.now.instant), LinkPlace.isIn(letter.content),
            file.possibleActs(for: person.actor, in: desk.house).contains(.informed)
        else { throw HTTPError(.notFound) }
        var page = LetterPage(desk: desk, complaint: file.complaint, letter: letter, isFromList: form.has(ActInput.fromLetters))
        if LinkPlace.follows(letter.content) {
            let secret = try await follow.makeLink(for: file.complaint.id, by: person.actor)
            page.link = "\(workplace.base)\(Paths.followLink(secret.text))"
        }
        if LinkPlace.asks(letter.content) {
            page.rating = "\(workplace.base)\(Paths.rating(workplace.inbox.references.text(.rating, of: letter)))"
        }
        return page.response()
    }

    private func letter(of file: Casefile, _ visit: Visit) throws -> Letter {
        guard let id = visit.parameter("brief").flatMap({ Int64($0) }), let letter = file.letters.first(where: { $0.id.value == id }) else {
            throw HTTPError(.notFound)
        }
        return letter
    }

    @Sendable func conduct(_ request: Request, _ visit: Visit) async throws -> Response {
        let (_, file) = try await casefile(visit)
        let id = file.complaint.id
        let (desk, reminders) = try await workplace.desk(visit) { snapshot, _, _ in try snapshot.reminders(about: id) }
        return ConductPage(desk: desk, file: file, reminders: reminders).response()
    }

    @Sendable func proof(_ request: Request, _ visit: Visit) async throws -> Response {
        let (_, file) = try await casefile(visit)
        let id = file.complaint.id
        let (desk, evidence) = try await workplace.desk(visit) { snapshot, _, _ in
            (proof: try snapshot.prove(id), seals: try snapshot.seals(over: id), looks: try snapshot.looks(at: id, limit: 100))
        }
        return ProofPage(desk: desk, file: file, proof: evidence.proof, seals: evidence.seals, looks: evidence.looks).response()
    }
}
