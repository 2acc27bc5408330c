import Casework
import Complaints
import Crypto
import HTTPTypes
import Hummingbird
import Records

/// `POST /complaints`.
extension APIRoutes {
    @Sendable func register(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.requireProgram()
        guard PermissionTable.mayRegister(actor) else { throw ProblemDetails(Refusal.notThere, in: visit.language) }
        let bytes = try await JSONBody.bytes(of: request)
        let complaint = try await APIRefusals.told(in: visit.language, naming: RegistrationBody.name(of:)) {
            let idempotent = try idempotentRequest(request, actor, bytes)
            var body = try RegistrationBody(try JSONBody.fields(bytes: bytes))
            if let address = body.aboutStaff, !address.isBlank {
                body.input.aboutStaff = try await workplace.records.read { try $0.staff(addressed: address) }
            }
            return try await register(body.input, by: actor, idempotent)
        }
        let headers: HTTPFields = [.location: Paths.apiComplaint(complaint.number)]
        return Self.json(try await told(complaint, to: actor, visit), status: .created, headers: headers)
    }

    func idempotentRequest(_ request: Request, _ actor: Actor, _ bytes: [UInt8]) throws -> IdempotentRequest? {
        guard let key = request.headers[.idempotencyKey], case .token(let token) = actor.identity else { return nil }
        return try IdempotentRequest(token: token, key: key, body: bytes)
    }

    private func register(_ input: RegistrationInput, by actor: Actor, _ idempotent: IdempotentRequest?) async throws -> Complaint {
        let office = workplace.office
        guard let idempotent else { return try await office.register(input, by: actor) }
        let now = office.clock.now()
        let complaint = try await office.register(
            input, by: actor, unless: { try idempotent.earlier(in: $0, at: now) },
            also: { tx, complaint in try idempotent.record(complaint.id, in: tx, at: now) })
        return complaint.sequence == 1 ? complaint : try await asRegistered(complaint)
    }

    /// A complaint as it was when it had just been registered: an answer that is asked for again is the same answer, whatever has happened
    /// to the complaint, or to who may see it, since.
    private func asRegistered(_ complaint: Complaint) async throws -> Complaint {
        let history = try await workplace.records.read { try $0.history(of: complaint.id) }
        let first = history.prefix {
            $0.at == complaint.registeredAt && $0.by == complaint.registeredBy && $0.occurrence.event.mayBeOfIntake
        }
        return Complaint(id: complaint.id, history: Array(first)) ?? complaint
    }
}

extension ComplaintEvent {
    /// Whether a registration can bring this about by itself: solved on the first call.
    fileprivate var mayBeOfIntake: Bool {
        switch self {
        case .registered, .contacted, .resolved: true
        default: false
        }
    }
}
