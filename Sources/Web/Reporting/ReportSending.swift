import Casework
import Complaints
import Hummingbird
import Records

/// Sends a checked form: one complaint, however often it is sent, and the way to its receipt.
struct ReportSending {
    let routes: ReportingRoutes
    let counter: ReportCounter

    private var report: Report { counter.report }
    private var say: Wording { counter.say }
    private var office: CaseOffice { routes.workplace.office }

    func response() async throws -> Response {
        let request = try IdempotentRequest(token: 0, key: report.submission.key, body: report.fingerprint)
        guard let documents = try await counter.files.documents(of: report.waiting, in: office.blobs) else {
            return try await withoutFiles(request)
        }
        do {
            let complaint = try await register(documents, request)
            // What stays behind is swept away later.
            try? await routes.reception.staging.remove(report.waiting.files)
            return try await answer(complaint.id, complaint.number)
        } catch IdempotentRequest.Refused.otherBody {
            return sentBefore()
        } catch Refusal.invalid(let problems) {
            let trouble = report.trouble(problems, say)
            let isStory = trouble.fields.keys.allSatisfy { ReportField.ofStory.contains($0) }
            return isStory ? counter.pages(report, trouble).storyPage() : counter.pages(report, trouble).reachPage()
        }
    }

    private func register(_ documents: [Document], _ request: IdempotentRequest) async throws -> Complaint {
        let now = office.clock.now()
        return try await office.register(
            report.input(counter.frame.language), documents: documents, by: .customer,
            unless: { tx in try request.earlier(in: tx, at: now) },
            also: { tx, complaint in try request.record(complaint.id, in: tx, at: now) })
    }

    /// Files that are gone went into the complaint when this form was sent before, or they waited too long.
    private func withoutFiles(_ request: IdempotentRequest) async throws -> Response {
        let now = office.clock.now()
        let earlier = try await office.records.write { tx in
            try request.earlier(in: tx, at: now).flatMap { id in try tx.snapshot.number(of: id).map { (id, $0) } }
        }
        if let (id, number) = earlier { return try await answer(id, number) }
        var trouble = ReportTrouble()
        trouble.files = counter.files.gone
        var left = report
        left.waiting = try await counter.files.sound(report.waiting)
        return counter.pages(left, trouble).storyPage()
    }

    /// To the receipt, with the personal link in a cookie for a while: so it stands neither in the address nor in the history of a browser
    /// that others use too.
    private func answer(_ id: ComplaintID, _ number: ComplaintNumber) async throws -> Response {
        let link = try await routes.follow.makeLink(for: id, by: .customer)
        let cookie = routes.workplace.cookies.setting(ReceiptReading.cookie, to: link.text, maxAge: ReceiptReading.secondsShown)
        let proof = ReceiptProof.text(of: number, by: routes.workplace.tokens)
        return Answers.seeOther(counter.frame.address(Paths.receipt(proof)), cookies: [cookie])
    }

    /// The same form was sent, and changed since: perhaps another complaint is meant, so nobody's words are thrown away.
    private func sentBefore() -> Response {
        var again = report
        again.submission = Submission()
        again.waiting = WaitingFiles()
        let words = say(
            "U heeft deze klacht al verstuurd. Verstuur alleen opnieuw als dit een andere klacht is; bestanden kiest u dan opnieuw.",
            "You have already sent this complaint. Only send again if this is another one; choose its files anew.")
        return counter.pages(again, .general(words, .conflict)).checkPage()
    }
}
