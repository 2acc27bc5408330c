import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// What colleagues ask of me: the list, a question with or without sight of the file, and my answer.
struct ContributionsRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.contributions), use: list)
        routes.get(RouterPath(Paths.contribution), use: show)
        routes.post(RouterPath(Paths.contribution), use: contribute)
        routes.post(RouterPath(Paths.contributionDraft), use: saveDraft)
        routes.post(RouterPath(Paths.contributionDraftEnd), use: discardDraft)
        return routes
    }

    @Sendable func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let id = try visit.signedIn().member.id
        let (desk, asked) = try await workplace.desk(visit) { snapshot, _, _ in try snapshot.openConsultations(of: id) }
        let done = QueryFields(request)["gedaan"] == "contribute"
        let say = desk.say
        let flash = done ? Notice(.good, isFlash: true) { say("Uw bijdrage is bewaard.", "Your contribution has been saved.") } : nil
        return desk.page(say("Gevraagd aan mij", "Asked of me"), current: Paths.contributions, flash: flash) {
            Heading(title: say("Gevraagd aan mij", "Asked of me")).html
            if asked.isEmpty {
                EmptyState(
                    icon: .question, title: say("Niemand wacht op u", "Nobody waits for you"),
                    words: say(
                        "Vraagt een collega om een bijdrage, dan staat die hier.", "When a colleague asks for a contribution, it is here.")
                ).html
            } else {
                Worklist(
                    label: say("Gevraagde bijdragen", "Contributions asked"), isDense: desk.person.member.isDense,
                    rows: asked.map { row($0, desk) }
                ).html
            }
        }
    }

    private func row(_ asked: ConsultationRow, _ desk: Desk) -> WorkRow {
        let end = desk.calendar.zone.instant(of: CivilTime(asked.due, desk.calendar.closes))
        return WorkRow(
            subject: asked.question.map { String($0.prefix(120)) } ?? desk.say("(gewist)", "(erased)"),
            address: Paths.contribution(asked.consultation, asked.number),
            excerpt: HTML(), number: asked.number.formatted,
            about: [HTML(DateWords.brief(desk.calendar.zone.moment(at: asked.askedAt), desk.language, today: desk.now.day))],
            promise: desk.say.nearness(of: end, now: desk.now, on: desk.calendar))
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, complaint, consultation) = try await asked(visit)
        let place = DraftSlots.contribution(consultation.id, to: complaint.id, by: desk.person.member.id)
        let now = desk.now.instant
        let (draft, thrown) = try await workplace.records.read { snapshot in
            (
                try snapshot.draft(at: place).flatMap { Draft($0) },
                try snapshot.draftsThrownAway(of: place.staff, on: place.complaint, now: now)
            )
        }
        let typed = TypedForms(thrownAway: thrown, justThrown: QueryFields(request)[DraftCounter.thrown])
        return page(desk, complaint, consultation, typed, draft: draft)
    }

    @Sendable func contribute(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn()
        let (desk, complaint, consultation) = try await asked(visit)
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: [FormTokens.field, DraftSlots.field, "text"])
        let place = DraftSlots.contribution(consultation.id, to: complaint.id, by: person.member.id)
        let sent = SentForm(form, .contribute, from: place, at: workplace.office.clock.now())
        do {
            _ = try await workplace.office.perform(
                [.contribute(to: consultation.id, form.text("text"))], on: complaint.id, by: person.actor,
                unless: { try $0.wasSent(sent) }, also: { try $0.finish(sent, became: $1.lastAct?.sequence ?? 0) })
            return Answers.seeOther("\(Paths.contributions)?gedaan=contribute")
        } catch Refusal.invalid(let problems) {
            return page(
                desk, complaint, consultation,
                TypedForms(returned: ReturnedForm(act: .contribute, form: form, problems: problems, general: nil)))
        } catch let refusal as Refusal {
            throw ProblemDetails(refusal, in: desk.language)
        }
    }

    /// While somebody types.
    @Sendable func saveDraft(_ request: Request, _ visit: Visit) async throws -> Response {
        let (counter, place, _) = try await drafting(visit)
        let form = try await counter.form(request, visit)
        return try await counter.save(form, at: place, fields: ["text"], typed: ["text"], visit)
    }

    @Sendable func discardDraft(_ request: Request, _ visit: Visit) async throws -> Response {
        let (counter, place, path) = try await drafting(visit)
        return try await counter.discard(place, counter.form(request, visit), thenTo: path)
    }

    private func drafting(_ visit: Visit) async throws -> (DraftCounter, DraftPlace, String) {
        let person = try visit.signedIn()
        let (_, complaint, consultation) = try await asked(visit)
        let place = DraftSlots.contribution(consultation.id, to: complaint.id, by: person.member.id)
        return (DraftCounter(workplace: workplace, person: person), place, Paths.contribution(consultation.id, complaint.number))
    }

    private func page(
        _ desk: Desk, _ complaint: Complaint, _ consultation: Consultation, _ typed: TypedForms, draft: Draft? = nil
    ) -> Response {
        let (say, returned) = (desk.say, typed.returned)
        let fields = ActFields(act: .contribute, typed: typed, draft: draft, say: say)
        let title = say("Bijdrage aan \(complaint.number.formatted)", "Contribution to \(complaint.number.formatted)")
        let problem = fields.field(
            "text", say("Uw bijdrage", "Your contribution"), hint: say("Alleen collega's lezen dit", "Only colleagues read this"))
        return desk.page(
            (returned == nil ? "" : say("Fout: ", "Error: ")) + title, current: Paths.contributions, isReading: true,
            status: returned == nil ? .ok : .unprocessableContent
        ) {
            if returned != nil { ErrorSummary(title: say("Er is een probleem", "There is a problem"), fields: [problem]).html }
            Heading(
                title: title,
                remark: say(
                    "Graag uiterlijk \(DateWords.long(consultation.due, desk.language))",
                    "By \(DateWords.long(consultation.due, desk.language)), please")
            ).html
            p(.class("pre")) { consultation.question.text ?? say("(gewist)", "(erased)") }
            if complaint.isVisible(to: desk.actor) {
                p { Link(say("Bekijk het dossier", "Look at the file"), to: Paths.file(complaint.number)) }
            }
            if consultation.isOpen {
                let (ordinal, number) = (consultation.id, complaint.number)
                let drafts = DraftPaths(
                    form: DraftSlots.contribution(ordinal, to: complaint.id, by: desk.person.member.id).form,
                    save: Paths.contributionDraft(ordinal, number), discard: Paths.contributionDraftEnd(ordinal, number))
                fields.form(to: Paths.contribution(ordinal, number), drafts, desk) {
                    TextArea(field: problem, value: fields.text("text"), rows: 6, isFocused: returned == nil)
                    actions { Button(say("Bewaar bijdrage", "Save contribution"), .primary) }
                }
            } else {
                p(.class("pre")) { consultation.contribution?.text ?? "" }
            }
        }
    }

    /// A contribution that was asked of this very person; anything else is not there.
    private func asked(_ visit: Visit) async throws -> (Desk, Complaint, Consultation) {
        let person = try visit.signedIn()
        guard let number = visit.parameter("nummer").flatMap({ ComplaintNumber(parsing: $0) }),
            let ordinal = visit.parameter("volgnummer").flatMap({ Int($0) })
        else {
            throw HTTPError(.notFound)
        }
        let (desk, complaint) = try await workplace.desk(visit) { snapshot, _, _ in
            try snapshot.complaintID(of: number).flatMap { try snapshot.complaint($0) }
        }
        guard let complaint, complaint.aboutStaff != person.member.id,
            let consultation = complaint.consultations.first(where: { $0.id == ordinal && $0.colleague == person.member.id })
        else { throw HTTPError(.notFound) }
        return (desk, complaint, consultation)
    }
}
