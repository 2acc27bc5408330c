import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Records

/// `POST /complaints/{number}/{act}`.
extension APIRoutes {
    @Sendable func act(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.requireProgram()
        guard let act = visit.parameter("handeling").flatMap({ Act(rawValue: $0) }), ![.register, .attach].contains(act) else {
            throw HTTPError(.notFound)
        }
        let number = try number(visit)
        let bytes = try await JSONBody.bytes(of: request)
        let complaint = try await APIRefusals.told(in: visit.language) {
            let (id, body) = try await workplace.read { snapshot, house in
                let complaint = try snapshot.complaint(number, open: act, to: actor, under: house.procedures)
                return (complaint.id, try ActBody(act, try JSONBody.fields(bytes: bytes), seenBy: actor, in: snapshot))
            }
            return try await workplace.office.perform(body.command, on: id, by: actor, seen: body.expected)
        }
        return Self.json(try await told(complaint, to: actor, visit))
    }

    /// Files in the form field `file`, beside an optional `expected`.
    @Sendable func attach(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.requireProgram()
        let number = try number(visit)
        let complaint = try await APIRefusals.told(in: visit.language) {
            let id = try await workplace.read { snapshot, house in
                try snapshot.complaint(number, open: .attach, to: actor, under: house.procedures).id
            }
            let form = try await workplace.forms.read(request)
            try form.refuseUnknown(allowed: ["file", "expected"])
            let expected = try expected(in: form)
            return try await workplace.office.perform(try await attachments(form, visit), on: id, by: actor, seen: expected)
        }
        return Self.json(try await told(complaint, to: actor, visit))
    }

    private func expected(in form: SubmittedForm) throws -> Int? {
        guard let text = form["expected"] else { return nil }
        guard let sequence = Int(text) else { throw Refusal.invalid([.init("expected", .malformed)]) }
        return sequence
    }

    private func attachments(_ form: SubmittedForm, _ visit: Visit) async throws -> [ComplaintCommand] {
        if let refused = form.refusedFiles.first {
            throw ProblemDetails(
                .contentTooLarge, code: refused.reason.rawValue,
                detail: Wording(visit.language)("Stuur hoogstens 10 bestanden van 25 MB.", "Send at most 10 files of 25 MB."))
        }
        if form.files.isEmpty { throw Refusal.invalid([.init("file", .missing)]) }
        return try await Uploads.keep(form.files, in: workplace.office.blobs, fromCustomer: false).map { .attach($0) }
    }
}

extension Snapshot {
    /// The complaint with this number, if this actor may do this to it; otherwise it is not there, whatever else is wrong.
    fileprivate func complaint(_ number: ComplaintNumber, open act: Act, to actor: Actor, under procedures: ProcedureHistory) throws
        -> Complaint
    {
        // What hid the file from who did it can be undone too; undoing has refusals of its own.
        if act == .undo, let id = try complaintID(of: number), let hidden = try complaint(id), hidden.isAuthor(actor) { return hidden }
        let complaint = try file(number, for: actor).complaint
        let standings = complaint.standings(of: actor)
        guard
            act == .undo
                ? !standings.isEmpty : PermissionTable.allows(act, by: standings, under: procedures.version(complaint.procedureVersion))
        else { throw Refusal.notAllowed(act) }
        return complaint
    }
}
