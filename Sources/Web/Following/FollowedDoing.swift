import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Records

/// Does what a customer asked for on their page: once, however often it was sent, and with nothing typed or chosen lost.
struct FollowedDoing {
    let routes: FollowingRoutes
    let follower: Follower
    let act: FollowedAct

    private var office: CaseOffice { routes.workplace.office }

    func response(_ form: SubmittedForm, _ request: Request, _ visit: Visit) async throws -> Response {
        let view = try await routes.view(of: follower, request, visit)
        var returned = ReturnedMessage(act: act, text: form.text("text"))
        returned.submission = Submission(form.text(Submission.field), by: routes.workplace.tokens) ?? Submission()
        let counter = FileCounter(reception: routes.reception, submission: returned.submission, say: view.frame.say)
        returned.waiting = try await counter.waiting(form)
        returned.filesTrouble = try await counter.take(form, into: &returned.waiting, from: visit.client)
        returned.noteTrouble(view.frame.say)
        if routes.reception.limits.sending.secondsToWait("follow \(follower.complaint.value)") != nil {
            returned.general = view.frame.say("U verstuurt veel achter elkaar. Wacht een minuut.", "You send much in a row. Wait a minute.")
            returned.status = .tooManyRequests
        }
        if !returned.isWrong, try await isDone(&returned, counter, view.frame.say) {
            return Answers.seeOther(view.frame.address(Paths.followed, with: [("gedaan", act.rawValue)]))
        }
        let now = try await routes.view(of: follower, request, visit)
        return routes.page(now, follower, returned: returned)
    }

    /// False when something stood in the way, which `returned` then says.
    private func isDone(_ returned: inout ReturnedMessage, _ counter: FileCounter, _ say: Wording) async throws -> Bool {
        let request = try IdempotentRequest(
            token: 0, key: "\(returned.submission.key).\(act.rawValue)",
            body: "\(returned.waiting.ids.count)\n\(returned.text)".utf8)
        let now = office.clock.now()
        do {
            guard let documents = try await counter.documents(of: returned.waiting, in: office.blobs) else {
                // Gone because this very form was sent before, or because they waited too long.
                if try await office.records.write({ tx in try request.earlier(in: tx, at: now) }) != nil { return true }
                returned.filesTrouble = counter.gone
                returned.waiting = try await counter.sound(returned.waiting)
                return false
            }
            _ = try await office.perform(
                commands(returned.text, documents), on: follower.complaint, by: .customer,
                unless: { tx in try request.earlier(in: tx, at: now) != nil },
                also: { tx, complaint in try request.record(complaint.id, in: tx, at: now) })
            try? await routes.reception.staging.remove(returned.waiting.files)
            return true
        } catch IdempotentRequest.Refused.otherBody {
            returned.submission = Submission()
            returned.waiting = WaitingFiles()
            returned.general = say(
                "Vanaf deze pagina is al iets verstuurd. Klopt uw tekst nog? Verstuur hem dan opnieuw.",
                "Something was already sent from this page. Is your text still right? Then send it again.")
        } catch Refusal.invalid(let problems) {
            returned.textTrouble = problems.first.map { say.problem($0) }
        } catch let refusal as Refusal {
            returned.general = say.followRefusal(refusal)
            returned.status = ProblemDetails.status(of: refusal)
        }
        return false
    }

    private func commands(_ text: String, _ documents: [Document]) -> [ComplaintCommand] {
        switch act {
        case .reply: (text.isBlank ? [] : [.receiveAnswer(text, through: .web)]) + documents.map { .attach($0) }
        case .withdraw: [.withdraw(reason: text)]
        case .reopen: [.reopen(reason: text)]
        case .signOut: []
        }
    }
}

extension ReturnedMessage {
    fileprivate mutating func noteTrouble(_ say: Wording) {
        guard textTrouble == nil else { return }
        if act == .reply, text.isBlank, waiting.ids.isEmpty, filesTrouble == nil {
            textTrouble = say("Schrijf een bericht of kies een bestand.", "Write a message or choose a file.")
        }
        if act == .reopen, text.isBlank {
            textTrouble = say("Schrijf op waarom u niet tevreden bent.", "Write down why you are not satisfied.")
        }
    }
}

extension Wording {
    /// A refusal in words for customers, who know no phases.
    fileprivate func followRefusal(_ refusal: Refusal) -> String {
        switch refusal {
        case .reopeningTooLate:
            self(
                "Dit kan niet meer. Dien een nieuwe klacht in, of bel ons.", "This is no longer possible. Make a new complaint, or call us."
            )
        default:
            self(
                "Dit kan nu niet: uw klacht is intussen veranderd. Kijk hieronder hoe het ervoor staat.",
                "This can't be done now: your complaint has changed. See below how it stands.")
        }
    }
}
