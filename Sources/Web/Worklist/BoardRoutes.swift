import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// What a complaints manager looks at first: what is broken, what is due, what nobody moves, who has how much to do; and for everybody what
/// they were reminded of.
struct BoardRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.board), use: board)
        routes.post(RouterPath(Paths.quickAssign), use: assign)
        routes.get(RouterPath(Paths.reminders), use: reminders)
        return routes
    }

    @Sendable func board(_ request: Request, _ visit: Visit) async throws -> Response { try await page(visit) }

    /// Assigns one complaint from a list; with the reason when it goes from one handler to another.
    @Sendable func assign(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn(as: [.manager])
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: [FormTokens.field, QuickAssign.field, TogetherFields.back])
        guard let wanted = QuickAssign.read(form.text(QuickAssign.field)) else { throw FormError.malformed }
        let (desk, found) = try await workplace.desk(visit) { snapshot, _, now in
            let complaint = try snapshot.complaintID(of: wanted.number).flatMap { try snapshot.complaint($0) }
            return (complaint: complaint, absences: try snapshot.absences(at: now.instant))
        }
        guard let complaint = found.complaint, complaint.isVisible(to: person.actor) else { throw HTTPError(.notFound) }
        let reason = desk.reason(toTakeFrom: complaint.handler, found.absences)
        do {
            _ = try await workplace.office.perform(
                .assign(to: wanted.handler, reason: reason), on: complaint.id, by: person.actor, seen: wanted.seen)
        } catch let refusal as Refusal {
            return try await page(visit, refusal)
        }
        return Answers.seeOther(ReturnPath.safe(form.text(TogetherFields.back)) ?? Paths.board)
    }

    private func page(_ visit: Visit, _ refusal: Refusal? = nil) async throws -> Response {
        let actor = try visit.signedIn(as: [.manager]).actor
        let workplace = workplace
        let (desk, content) = try await workplace.desk(visit) { snapshot, house, now in
            try BoardContent(workplace.reader(for: actor, now: now, in: house), in: house, now: now, in: snapshot)
        }
        return BoardPage(desk: desk, content: content, refusal: refusal).response()
    }

    @Sendable func reminders(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.signedIn(as: [.handler, .manager, .management]).actor
        let workplace = workplace
        let (desk, found) = try await workplace.desk(visit) { snapshot, house, now in
            let reader = workplace.reader(for: actor, now: now, in: house)
            let absences = try snapshot.absences(at: now.instant)
            let leads = actor.hasAny(of: [.manager, .management])
            let scope = ReminderScope(of: actor, absences: absences)
            return (
                try snapshot.reminders(for: reader, scope, limit: 200),
                try snapshot.measuresAsking(by: now.day + 7, of: actor.staff, leads: leads),
                try snapshot.complaintsLeftWaiting(
                    since: house.procedure.waitingTooLong(at: now, on: house.calendar), of: scope, for: reader, limit: 50)
            )
        }
        return RemindersPage(desk: desk, reminders: found.0, measures: found.1, waiting: found.2).response()
    }
}

/// The reminders of one reader: a line for each promise, however often somebody was reminded of it.
struct RemindersPage {
    let desk: Desk
    let reminders: [RemindedPromise]
    /// Measures that are nearly due, or whose effect is to be looked at.
    let measures: [MeasureRow]
    /// Files that wait for the customer for too long.
    let waiting: [WorklistRow]

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = say("Herinneringen", "Reminders")
        return desk.page(title, current: Paths.reminders) {
            Heading(
                title: title,
                remark: say("Wat toegezegd is en nu gedaan moet worden.", "What was promised and must be done now.")
            ).html
            if !measures.isEmpty {
                section(.class("errands"), .aria("labelledby", "measures")) {
                    h2(.id("measures")) { say("Maatregelen", "Measures") }
                    MeasureLines(desk: desk, label: say("Maatregelen", "Measures"), measures: measures)
                }
            }
            if reminders.isEmpty, measures.isEmpty, waiting.isEmpty {
                EmptyState(
                    icon: .check, title: say("Er is niets waaraan u herinnerd wordt", "There is nothing to remind you of"),
                    words: say(
                        "Zodra een toezegging bijna afloopt, staat die hier.", "As soon as a promise is nearly due, it is here.")
                ).html
            } else if !reminders.isEmpty {
                Worklist(label: title, isDense: desk.person.member.isDense, rows: reminders.map(row)).html
            }
            if !waiting.isEmpty { leftWaiting }
        }
    }

    private var leftWaiting: HTML {
        let lines = WorklistLines(desk: desk, hits: nil, excerpts: [:])
        let title = say.leftWaiting(desk.house.procedure.waitingTerm)
        return section(.aria("labelledby", "waiting")) {
            h2(.id("waiting")) { title }
            Worklist(label: title, isDense: desk.person.member.isDense, rows: waiting.map { lines.row($0, isPlain: true) }).html
        }
    }

    private func row(_ reminded: RemindedPromise) -> WorkRow {
        let lines = WorklistLines(desk: desk, hits: nil, excerpts: [:])
        let row = lines.row(reminded.row)
        return WorkRow(
            subject: row.subject, address: row.address, excerpt: row.excerpt, number: row.number, state: row.state, about: row.about,
            marks: row.marks, promise: say.nearness(of: reminded.due, now: desk.now, on: desk.calendar), since: say.promise(reminded.kind))
    }
}
