import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Records

/// An act on several complaints of a list: first what would come of it, in words, then the deed; undone in one.
struct TogetherRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.together), use: foresee)
        routes.post(RouterPath(Paths.together), use: carryOut)
        return routes
    }

    @Sendable func foresee(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn(as: [.manager, .handler])
        let query = QueryFields(request)
        let form = TogetherForm(query.all)
        if form.act == TogetherFields.theme { return Answers.seeOther(Paths.themeAdding(form.chosen.map(\.number), back: form.back)) }
        var report: TogetherReport?
        var refusal: Refusal?
        do {
            if let command = form.command(Wording(person.member.language), isForeseen: true), !form.chosen.isEmpty {
                report = try await workplace.office.foresee(command, on: form.chosen.map(\.number), by: person.actor)
            }
        } catch let refused as Refusal {
            refusal = refused
        }
        let (desk, absences) = try await workplace.desk(visit) { snapshot, _, now in try snapshot.absences(at: now.instant) }
        return ForeseenPage(desk: desk, form: form, report: report, refusal: refusal, absences: absences).response()
    }

    @Sendable func carryOut(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn(as: [.manager, .handler])
        let submitted = try await workplace.forms.read(request, visit)
        try workplace.check(submitted, of: person)
        try submitted.refuseUnknown(
            allowed: [
                FormTokens.field, TogetherFields.act, TogetherFields.handler, TogetherFields.reason, TogetherFields.reasonNote,
                TogetherFields.complaint,
                TogetherFields.back, TogetherFields.submission,
            ])
        let form = TogetherForm(submitted.all)
        let chosen = form.chosen.compactMap { one in one.seen.map { (number: one.number, seen: $0) } }
        let say = Wording(person.member.language)
        guard let command = form.command(say), chosen.count == form.chosen.count, submitted.has(TogetherFields.submission) else {
            throw FormError.malformed
        }
        let stamp = submitted.text(TogetherFields.submission)
        guard let submission = Submission(stamp, by: workplace.tokens, for: form.stamped(by: person.member.id)) else {
            return try await ForeseenPage(desk: workplace.desk(visit), form: form, report: nil, refusal: nil, isForged: true).response()
        }
        do {
            if form.act == TogetherFields.assign, form.words(say) == nil, let foreseen = form.command(say, isForeseen: true) {
                let report = try await workplace.office.foresee(foreseen, on: form.chosen.map(\.number), by: person.actor)
                let seen = Dictionary(chosen.map { ($0.number, $0.seen) }) { first, _ in first }
                if report.done.contains(where: { $0.hasHandler && $0.sequence == seen[$0.number] }) {
                    let desk = try await workplace.desk(visit)
                    return ForeseenPage(desk: desk, form: form, report: report, refusal: nil, lacksReason: true, seen: seen).response()
                }
            }
            let report = try await workplace.office.carryOut(command, on: chosen, by: person.actor, submission: submission.key)
            if report.skipped.isEmpty { return Answers.seeOther(form.back) }
            return try await CarriedOutPage(desk: workplace.desk(visit), form: form, report: report).response()
        } catch let refusal as Refusal {
            return try await ForeseenPage(desk: workplace.desk(visit), form: form, report: nil, refusal: refusal).response()
        }
    }
}
