import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// Taking a complaint in while the customer is on the line: one page, the customer found while typing, the number at once.
struct IntakeRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.intake), use: show)
        routes.post(RouterPath(Paths.intake), use: take)
        routes.get(RouterPath(Paths.customerLookUp), use: lookUp)
        routes.post(RouterPath(Paths.intakeDraft), use: saveDraft)
        routes.post(RouterPath(Paths.intakeDraftEnd), use: discardDraft)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try registrant(visit)
        if let number = ComplaintNumber(parsing: QueryFields(request)["geregistreerd"]) {
            return try await registered(number, person, visit)
        }
        return try await opened(QueryFields(request)[HalfTaken.wanted], person, visit)
    }

    /// An empty form, since the next caller is somebody else; or what was left half taken in and is now gone on with. The others are offered.
    private func opened(_ wanted: String, _ person: SignedInPerson, _ visit: Visit) async throws -> Response {
        let id = person.member.id
        let (desk, (drafts, thrown)) = try await workplace.desk(visit) { snapshot, _, now in
            (
                try snapshot.drafts(of: id, on: nil).compactMap { Draft($0) },
                try snapshot.draftsThrownAway(of: id, on: nil, now: now.instant).first
            )
        }
        let chosen = drafts.first { $0[IntakeForm.submission] == wanted }
        let intake = chosen.map { IntakeForm(SubmittedForm($0)) } ?? IntakeForm()
        return IntakePage(
            desk: desk, intake: intake, customer: chosen == nil ? nil : try await customer(of: intake, person), draft: chosen,
            others: drafts.filter { $0.place != chosen?.place }, thrown: thrown
        ).response()
    }

    /// While somebody types.
    @Sendable func saveDraft(_ request: Request, _ visit: Visit) async throws -> Response {
        let counter = DraftCounter(workplace: workplace, person: try registrant(visit))
        let form = try await counter.form(request, visit)
        return try await counter.save(
            form, at: try place(of: form, counter.person), fields: IntakeForm.fields, typed: IntakeForm.typed, visit)
    }

    @Sendable func discardDraft(_ request: Request, _ visit: Visit) async throws -> Response {
        let counter = DraftCounter(workplace: workplace, person: try registrant(visit))
        let form = try await counter.form(request, visit)
        let place = try place(of: form, counter.person)
        let answer = try await counter.discard(place, form, thenTo: Paths.intake)
        // What is put back is what one goes on with.
        return form.has(DraftCounter.back)
            ? Answers.seeOther("\(Paths.intake)?\(HalfTaken.wanted)=\(form.text(IntakeForm.submission))") : answer
    }

    private func place(of form: SubmittedForm, _ person: SignedInPerson) throws -> DraftPlace {
        guard let submission = Secret(parsing: form.text(IntakeForm.submission)) else { throw FormError.malformed }
        return DraftSlots.intake(submission.text, by: person.member.id)
    }

    @Sendable func take(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try registrant(visit)
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: IntakeForm.fields)
        let intake = IntakeForm(form)
        switch intake.press {
        case .register: return try await register(intake, person, visit)
        case .lookUp: return try await found(intake, person, visit)
        case .choose(let number): return try await chosen(number, intake, person, visit)
        }
    }

    private func registrant(_ visit: Visit) throws -> SignedInPerson { try visit.signedIn(as: [.intake, .handler, .manager]) }

    // MARK: Registering

    private func register(_ intake: IntakeForm, _ person: SignedInPerson, _ visit: Visit) async throws -> Response {
        var intake = intake
        let desk = try await workplace.desk(visit)
        let input = intake.input(today: desk.now, zone: desk.calendar.zone)
        let tooLarge = intake.form.refusedFiles.map(\.fileName)
        if !tooLarge.isEmpty { intake.remarks["file"] = desk.say.tooLarge(tooLarge) }
        do {
            if !intake.problems.isEmpty || !intake.remarks.isEmpty { throw Refusal.invalid([]) }
            let complaint = try await register(input, intake, person)
            if complaint.isVisible(to: person.actor) { return Answers.seeOther("\(Paths.file(complaint.number))?gedaan=register") }
            return Answers.seeOther("\(Paths.intake)?geregistreerd=\(complaint.number.formatted)")
        } catch Refusal.invalid(let problems) {
            intake.problems += try problems.isEmpty ? self.problems(with: input, desk) : problems
            if !intake.form.files.isEmpty { intake.remarks["file"] = intake.remarks["file"] ?? desk.say.filesAgain }
            return IntakePage(desk: desk, intake: intake, customer: try await customer(of: intake, person)).response()
        }
    }

    private func register(_ input: RegistrationInput, _ intake: IntakeForm, _ person: SignedInPerson) async throws -> Complaint {
        let office = workplace.office
        let request = try intake.request(by: person.actor.staff)
        let (place, mark) = (try? place(of: intake.form, person), intake.form.draftMark)
        let documents = try await Uploads.keep(intake.form.files, in: office.blobs, fromCustomer: false)
        return try await office.register(
            input, documents: documents, by: person.actor, unless: { try request.earlier(in: $0, at: office.clock.now()) },
            also: { tx, complaint in
                try request.record(complaint.id, in: tx, at: office.clock.now())
                if let place { try tx.finishDraft(at: place, mark) }
            })
    }

    /// What the domain says about the rest, when something could not even be put into an input: everything wrong is said at once.
    private func problems(with input: RegistrationInput, _ desk: Desk) throws -> [FieldProblem] {
        var random = SystemRandomNumberGenerator()
        let colleagues = desk.staff.mapValues(\.colleague)
        let facts = Facts(
            calendar: desk.calendar, procedures: desk.house.procedures, natures: desk.house.natures, colleagues: colleagues)
        do {
            _ = try Complaint.registering(input, number: ComplaintNumber(random: &random), by: desk.actor, at: desk.now, with: facts)
        } catch {
            if case .invalid(let problems) = error { return problems }
        }
        return []
    }

    /// The number of a complaint that the one who took it in may not read.
    private func registered(_ number: ComplaintNumber, _ person: SignedInPerson, _ visit: Visit) async throws -> Response {
        let (desk, complaint) = try await workplace.desk(visit) { snapshot, _, _ in
            try snapshot.complaintID(of: number).flatMap { try snapshot.complaint($0) }
        }
        guard let complaint, complaint.registeredBy == person.actor.identity else { throw HTTPError(.notFound) }
        let say = desk.say
        return desk.page(say("Klacht geregistreerd", "Complaint registered"), current: Paths.intake, isReading: true) {
            h1 { say("Klacht geregistreerd", "Complaint registered") }
            Notice.registered(complaint.number, promises: [], say).html
            p {
                say(
                    "Deze klacht is vertrouwelijk. Alleen de klachtenmanager leest hem.",
                    "This complaint is confidential. Only the complaints manager reads it.")
            }
            actions { Button(say("Nog een klacht registreren", "Register another complaint"), to: Paths.intake) }
        }
    }

    // MARK: Finding the customer

    /// Without a script: the page again, with what was typed and whom it may be.
    private func found(_ intake: IntakeForm, _ person: SignedInPerson, _ visit: Visit) async throws -> Response {
        let typed =
            [intake.text("customer.name"), intake.text("customer.phone"), intake.text("customer.email")].first { !$0.isBlank } ?? ""
        let visibility = Visibility(person.actor)
        let (desk, customers) = try await workplace.desk(visit) { snapshot, _, _ in try snapshot.customers(matching: typed, for: visibility)
        }
        return IntakePage(desk: desk, intake: intake.keepingFiles(desk.say), found: customers).response()
    }

    private func chosen(_ number: ComplaintNumber, _ intake: IntakeForm, _ person: SignedInPerson, _ visit: Visit) async throws -> Response
    {
        let known = try await knownCustomer(number, person.actor)
        let desk = try await workplace.desk(visit)
        var intake = intake.keepingFiles(desk.say)
        if let known { intake.fill(with: known.person) }
        return IntakePage(desk: desk, intake: intake, customer: known, isChosen: true).response()
    }

    /// The customer whom the details on the page name exactly, so that earlier complaints stay beside a page that comes back.
    private func customer(of intake: IntakeForm, _ person: SignedInPerson) async throws -> EarlierComplaints.Known? {
        let visibility = Visibility(person.actor)
        let typed = [intake.text("customer.email"), intake.text("customer.customerNumber"), intake.text("customer.phone")].first {
            !$0.isBlank
        }
        guard let typed else { return nil }
        return try await workplace.records.read { snapshot in
            guard let customer = try snapshot.customer(with: typed, for: visibility) else { return nil }
            return EarlierComplaints.Known(person: customer.person, rows: try snapshot.complaints(of: customer.person, for: visibility))
        }
    }

    private func knownCustomer(_ number: ComplaintNumber, _ actor: Actor) async throws -> EarlierComplaints.Known? {
        try await workplace.records.read { snapshot in
            guard let complaint = try snapshot.complaintID(of: number).flatMap({ try snapshot.complaint($0) }),
                complaint.isVisible(to: actor),
                let person = complaint.customer
            else { return nil }
            return EarlierComplaints.Known(person: person, rows: try snapshot.complaints(of: person, for: Visibility(actor)))
        }
    }

    /// While somebody types: a fragment of the page with customers, or with the earlier complaints of one.
    @Sendable func lookUp(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try registrant(visit)
        let query = QueryFields(request)
        let visibility = Visibility(person.actor)
        if let number = ComplaintNumber(parsing: query["eerder"]) {
            let known = try await knownCustomer(number, person.actor)
            return Answers.page(EarlierComplaints(desk: try await workplace.desk(visit), known: known).html)
        }
        let (desk, customers) = try await workplace.desk(visit) { snapshot, _, _ in
            try snapshot.customers(matching: query["q"], for: visibility)
        }
        return Answers.page(CustomerMatches(say: desk.say, customers: customers).whileTyping)
    }
}

extension IntakeForm {
    /// The page comes back without the files that were chosen: a browser sends them once. Say so.
    fileprivate func keepingFiles(_ say: Wording) -> IntakeForm {
        var copy = self
        if !form.files.isEmpty { copy.remarks["file"] = say.filesAgain }
        return copy
    }
}

extension Wording {
    fileprivate var filesAgain: String {
        self("Kies uw bestanden opnieuw: ze zijn nog niet bewaard.", "Choose your files again: they have not been kept yet.")
    }

    fileprivate func tooLarge(_ names: [String]) -> String {
        let names = names.joined(separator: ", ")
        return self(
            "Te groot of te veel: \(names). Kies hoogstens 10 bestanden van 25 MB.",
            "Too large or too many: \(names). Choose at most 10 files of 25 MB.")
    }
}
