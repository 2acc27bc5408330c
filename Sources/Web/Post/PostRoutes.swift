import Casework
import Complaints
import Foundation
import HTTPTypes
import Hummingbird
import Mail
import NIOCore
import Records

/// Mail that a person is asked about: is it a complaint, whose is it, can anybody read it?
struct PostRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.post), use: list)
        routes.get(RouterPath(Paths.mail), use: show)
        routes.post(RouterPath(Paths.mail), use: decide)
        routes.get(RouterPath(Paths.mailMarkup), use: markup)
        routes.get(RouterPath(Paths.mailOriginal), use: original)
        return routes
    }

    private static let readers: Set<Role> = [.intake, .handler, .manager]
    /// So many months are counted on the page.
    private static let months = 6

    @Sendable func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn(as: Self.readers)
        let query = QueryFields(request)
        if !query["maand"].isEmpty { return try await month(query, visit, person) }
        let (desk, lists) = try await workplace.desk(visit) { snapshot, house, now in
            let visibility = Visibility(person.actor)
            let months = try MailMonth.last(Self.months, on: now.day, house.calendar.zone).map {
                (month: $0, counts: try snapshot.mailFates(from: $0.start, until: $0.end))
            }
            return (
                try snapshot.mails(.asked, for: visibility, limit: PostPage.limit + 1),
                (try snapshot.mails(.quarantined, for: visibility, limit: PostPage.limit + 1), try snapshot.unfetchedMails()),
                try snapshot.automaticMails(for: visibility), months,
                try snapshot.lastDecision(by: person.actor.identity, since: now.instant.adding(seconds: -LastAct.seconds))
            )
        }
        return PostPage(
            desk: desk, asked: lists.0, quarantined: lists.1.0, unfetched: lists.1.1, automatic: lists.2, months: lists.3,
            decision: lists.4, done: query["gedaan"]
        ).response()
    }

    /// The mails that a number of the table counts.
    private func month(_ query: QueryFields, _ visit: Visit, _ person: SignedInPerson) async throws -> Response {
        let (wanted, fate) = (query["maand"], MailFate(rawValue: query["wat"]))
        guard fate != nil || query["wat"].isEmpty else { throw HTTPError(.notFound) }
        let (desk, found) = try await workplace.desk(visit) { snapshot, house, _ -> (MailMonth, [InboxMail], Int)? in
            guard let month = MailMonth(wanted, house.calendar.zone) else { return nil }
            let counts = try snapshot.mailFates(from: month.start, until: month.end)
            let mails = try snapshot.mails(
                of: fate, from: month.start, until: month.end, for: Visibility(person.actor), limit: MonthMailsPage.limit)
            return (month, mails, fate.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +))
        }
        guard let (month, mails, count) = found else { throw HTTPError(.notFound) }
        return MonthMailsPage(desk: desk, month: month, fate: fate, mails: mails, count: count).response()
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response { try await page(visit) }

    /// - Parameter typed: the number that was typed, and why it can't be.
    private func page(_ visit: Visit, typed: String? = nil, trouble: String? = nil) async throws -> Response {
        let (desk, shown) = try await self.mail(visit)
        return MailPage(
            desk: desk, mail: shown.mail, read: shown.read, files: shown.files.map(\.name), complaint: shown.number, known: shown.known,
            unfetched: shown.unfetched, reported: shown.reported, forwarding: shown.forwarding, decision: shown.decision, typed: typed,
            trouble: trouble
        ).response()
    }

    private struct Shown: Sendable {
        let mail: InboxMail
        let read: ReadMail?
        let files: [(digest: String, size: Int, name: String)]
        let number: ComplaintNumber?
        /// The file's customer, who may have another address by now.
        var known: Complaint?
        var unfetched: UnfetchedMail?
        /// The letter that a mail server's message seems to be about.
        var reported: Records.Letter?
        var forwarding: Memo?
        var decision: MailDecision?
    }

    private func mail(_ visit: Visit) async throws -> (Desk, Shown) {
        let person = try visit.signedIn(as: Self.readers)
        guard let id = visit.parameter("post").flatMap({ Int64($0) }).map({ InboxID($0) }) else { throw HTTPError(.notFound) }
        let references = workplace.inbox.references
        let (desk, shown) = try await workplace.desk(visit) { snapshot, _, _ -> Shown? in
            guard let mail = try snapshot.mail(id, for: Visibility(person.actor)) else { return nil }
            let read = try snapshot.readMail(id)
            let isReport = mail.outcome == .maybeBounce && mail.complaint != nil
            let reported =
                try isReport
                ? read.flatMap { read in
                    try BounceFinding(read: read, references: references).letter(in: snapshot, at: mail.receivedAt)
                }.flatMap { $0.complaintID == mail.complaint ? $0 : nil } : nil
            return Shown(
                mail: mail, read: read, files: try snapshot.attachments(of: id),
                number: try mail.complaint.flatMap { try snapshot.number(of: $0) },
                known: try mail.outcome == .beside ? mail.complaint.flatMap { try snapshot.complaint($0) } : nil,
                unfetched: try snapshot.unfetchedMail(id), reported: reported, forwarding: try snapshot.memo(forwarding: id),
                decision: try snapshot.decision(about: id))
        }
        guard let shown else { throw HTTPError(.notFound) }
        return (desk, shown)
    }

    /// One button for each thing that can be decided.
    @Sendable func decide(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn(as: Self.readers)
        let (desk, shown) = try await self.mail(visit)
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: [FormTokens.field, "doe", "nummer", "adres"])
        let (inbox, id) = (workplace.inbox, shown.mail.id)
        do {
            switch form.text("doe") {
            case "registreer":
                let complaint = try await inbox.register(id, by: person.actor)
                return Answers.seeOther("\(Paths.file(complaint.number))?gedaan=\(Act.register.rawValue)")
            case "dossier":
                guard let complaint = try await complaint(form.text("nummer"), for: person.actor) else {
                    return try await page(
                        visit, typed: form.text("nummer"),
                        trouble: desk.say(
                            "Typ het nummer van een klacht die u mag zien.", "Type the number of a complaint that you may see."))
                }
                // The page asked about the customer of one file: of another it says nothing.
                let adopts = form.has("adres") && complaint == shown.known?.id
                let after = try await inbox.put(id, into: complaint, adoptsAddress: adopts, by: person.actor)
                return Answers.seeOther("\(Paths.file(after.number))?gedaan=\(Act.receiveAnswer.rawValue)#eind")
            case MailTriage.own:
                guard shown.mail.outcome == .ownNumber, let complaint = shown.mail.complaint else { throw Refusal.notThere }
                let after = try await inbox.put(id, into: complaint, by: person.actor)
                return Answers.seeOther("\(Paths.file(after.number))?gedaan=\(Act.receiveAnswer.rawValue)#eind")
            case MailTriage.bounce:
                let (letter, number) = try await inbox.confirmBounce(id, by: person.actor)
                return Answers.seeOther(Paths.letter(letter.id, number))
            case MailTriage.close: try await inbox.dismiss(id, by: person.actor)
            case let deed where deed.hasPrefix(MailTriage.forward):
                try await inbox.forward(id, to: String(deed.dropFirst(MailTriage.forward.count)), by: person.actor)
            case MailTriage.retry: try await inbox.retry(id)
            case MailDecisionFields.back: try await inbox.takeBack(id, by: person.actor)
            default: throw FormError.malformed
            }
            // What can be taken back says so itself.
            switch form.text("doe") {
            case MailTriage.retry where shown.unfetched != nil: return Answers.seeOther("\(Paths.post)?gedaan=\(MailTriage.fetched)")
            case MailTriage.retry, MailDecisionFields.back: return Answers.seeOther("\(Paths.post)?gedaan=\(form.text("doe"))")
            default: return Answers.seeOther(Paths.post)
            }
        } catch let refusal as Refusal { return try await page(visit, typed: form.text("nummer"), trouble: trouble(refusal, desk.say)) }
    }

    private func trouble(_ refusal: Refusal, _ say: Wording) -> String {
        if refusal == .invalid([FieldProblem("forwarding", .notSuitable)]) {
            return say("Naar dit adres kan niet meer worden doorgestuurd.", "Mail can't be forwarded to this address any more.")
        }
        if refusal == .invalid([FieldProblem("mailbox", .notSuitable)]) {
            return say(
                "Deze postbus staat niet meer in de instellingen. Lees de mail op de mailserver en sluit hem hier.",
                "This mailbox is not in the settings any more. Read the mail at the mail server and close it here.")
        }
        guard case .invalid(let problems) = refusal else {
            return refusal == .notThere
                ? say("Iemand anders heeft deze mail al afgehandeld.", "Somebody else has dealt with this mail.") : say.refusal(refusal)
        }
        let words = problems.map { say.problem($0) }.joined(separator: " ")
        return say(
            "Dit kan niet vanzelf. \(words) Registreer de klacht met de hand.",
            "This can't be done by itself. \(words) Register it by hand.")
    }

    private func complaint(_ typed: String, for actor: Actor) async throws -> ComplaintID? {
        guard let number = ComplaintNumber(parsing: typed) else { return nil }
        return try await workplace.records.read { snapshot in
            guard let id = try snapshot.complaintID(of: number), let complaint = try snapshot.complaint(id), complaint.isVisible(to: actor)
            else { return nil }
            return id
        }
    }

    /// What stands in the frame of the page.
    @Sendable func markup(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, shown) = try await self.mail(visit)
        guard let markup = shown.read?.markup else { throw HTTPError(.notFound) }
        let pictures = await MailPictures.read(of: markup, shown.files.map { ($0.digest, $0.size) }, from: workplace.inbox.office.blobs)
        return MailMarkupPage(
            markup: markup, attachments: shown.files.map(\.name), pictures: pictures, subject: desk.say.subject(shown.mail), say: desk.say
        ).response()
    }

    /// The mail as it came, byte for byte.
    @Sendable func original(_ request: Request, _ visit: Visit) async throws -> Response {
        let (_, shown) = try await self.mail(visit)
        guard let bytes = try await workplace.inbox.original(of: shown.mail) else { throw HTTPError(.notFound) }
        return Answers.download(ByteBuffer(bytes: bytes), name: "e-mail-\(shown.mail.id.value).eml", type: "application/octet-stream")
    }
}
