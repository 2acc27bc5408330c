import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// Takes back what somebody has just done: the button at the foot of their pages.
struct UndoRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.post(RouterPath(Paths.undo), use: undo)
        return routes
    }

    @Sendable func undo(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn()
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: person)
        try form.refuseUnknown(
            allowed: [FormTokens.field, UndoFields.number, UndoFields.sequence, UndoFields.together, UndoFields.back])
        let back = ReturnPath.safe(form.text(UndoFields.back)) ?? Paths.home
        do {
            if let offer = Int64(form.text(UndoFields.together)) {
                let report = try await workplace.office.undo(offer, by: person.actor)
                if !report.skipped.isEmpty {
                    return try await UndonePartlyPage(desk: workplace.desk(visit), report: report, back: back).response()
                }
            } else {
                try await undoOne(form, by: person)
            }
            return Answers.seeOther(back)
        } catch let refusal as Refusal {
            if case .cannotUndo = refusal { try await withdraw(form, from: person) }
            return try await NotUndonePage(desk: workplace.desk(visit), refusal: refusal, back: back).response()
        }
    }

    /// What can't be undone is offered no more.
    private func withdraw(_ form: SubmittedForm, from person: SignedInPerson) async throws {
        let number = ComplaintNumber(parsing: form.text(UndoFields.number))
        let sequence = Int(form.text(UndoFields.sequence))
        try await workplace.records.write { tx in
            guard let offer = try tx.snapshot.undoOffer(to: person.member.id), offer.outcome == nil, let single = offer.single,
                single.number == number, single.sequence == sequence
            else { return }
            try tx.withdrawOffer(offer.id, to: person.member.id)
        }
    }

    private func undoOne(_ form: SubmittedForm, by person: SignedInPerson) async throws {
        guard let number = ComplaintNumber(parsing: form.text(UndoFields.number)), let sequence = Int(form.text(UndoFields.sequence)),
            let id = try await workplace.records.read({ try $0.complaintID(of: number) })
        else { throw Refusal.notThere }
        _ = try await workplace.office.perform(.undo(from: sequence), on: id, by: person.actor)
        try await giveBack(sequence, of: id, to: person.member.id)
    }

    /// Words that were taken back are not lost: they stand in their form again, unless something else stands there.
    private func giveBack(_ sequence: Int, of id: ComplaintID, to staff: StaffID) async throws {
        if try await workplace.drafts.takeUp(whatBecame: sequence, of: id, by: staff) { return }
        let history = try await workplace.records.read { try $0.history(of: id) }
        guard let (act, field, passage) = history.first(where: { $0.sequence == sequence })?.occurrence.event.typedWords,
            let text = passage.text, let place = DraftSlots.place(of: act, on: id, by: staff)
        else { return }
        _ = try await workplace.drafts.save([DraftField(field, text)], at: place, from: DraftMark(), isEmpty: false)
    }
}

extension ComplaintEvent {
    /// What somebody wrote for it, with the act and the field of its form.
    fileprivate var typedWords: (act: Act, field: String, words: Passage)? {
        switch self {
        case .noted(let text): (.note, "text", text)
        case .asked(let text): (.ask, "text", text)
        case .answered(let text): (.answer, "text", text)
        case .proposed(let text): (.propose, "text", text)
        case .returned(let reason): (.return, "reason", reason)
        case .withdrawn(let reason): (.withdraw, "reason", reason)
        default: nil
        }
    }
}

/// It could not be undone: why, and where one was.
private struct NotUndonePage {
    let desk: Desk
    let refusal: Refusal
    let back: String

    func response() throws -> Response {
        let status = ProblemDetails.status(of: refusal)
        if status == .notFound { throw HTTPError(.notFound) }
        let title = desk.say("Niet ongedaan gemaakt", "Not undone")
        return desk.page(title, isReading: true, offersUndo: false, status: status) {
            Heading(title: title).html
            Notice(.waiting) { p { desk.say.refusal(refusal) } }
            actions { Button(desk.say("Terug", "Back"), to: back) }
        }
    }
}

/// Of several complaints some are as they were; here are the others.
private struct UndonePartlyPage {
    let desk: Desk
    let report: TogetherReport
    let back: String

    private var say: Wording { desk.say }

    func response() -> Response {
        let (done, skipped) = (report.done.count, report.skipped.count)
        let title = done == 0 ? say("Niet ongedaan gemaakt", "Not undone") : say("Deels ongedaan gemaakt", "Partly undone")
        return desk.page(title, isReading: true, offersUndo: false, status: done == 0 ? .conflict : .ok) {
            Heading(title: title).html
            Notice(.waiting) {
                p {
                    say(
                        "\(done) weer als ervoor; \(skipped) niet. Zet die in het dossier recht.",
                        "\(done) as before; \(skipped) not. Put those right in the file.")
                }
            }
            SkippedList(desk: desk, skipped: report.skipped).html
            actions { Button(say("Terug", "Back"), to: back) }
        }
    }
}
