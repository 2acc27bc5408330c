import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Records

/// `/measures`: the board, one measure, taking one, and what is done to it. Rights are those of the pages.
extension APIRoutes {
    static let measuresOnce = 500

    @Sendable func measures(_ request: Request, _ visit: Visit) async throws -> Response {
        try requireMeasureReader(visit)
        let query = QueryFields(request)
        let phase = query["phase"]
        guard phase.isEmpty || MeasurePhase(rawValue: phase) != nil else {
            throw MeasureRefusals.problem(.invalid([.init("phase", .unknown)]), Wording(visit.language))
        }
        let phases = MeasurePhase(rawValue: phase).map { [$0] as Set } ?? Set(MeasurePhase.allCases)
        let list = try await workplace.read { snapshot, house in
            let rows = try snapshot.measures(in: phases, limit: Self.measuresOnce)
            return MeasuresJSON(rows: rows, staff: try snapshot.staff(among: rows.map(\.owner)), zone: house.calendar.zone)
        }
        return Self.json(list.bytes)
    }

    @Sendable func measure(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.requireProgram()
        return Self.json(try await told(try measureID(visit), to: actor, visit))
    }

    @Sendable func raiseMeasure(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.requireProgram()
        guard MeasurePermissions.allows(.raise, actor, owner: nil) else { throw ProblemDetails(Refusal.notThere, in: visit.language) }
        let bytes = try await JSONBody.bytes(of: request)
        let measure = try await APIRefusals.told(in: visit.language) {
            let idempotent = try idempotentRequest(request, actor, bytes)
            return try await MeasureRefusals.told(in: visit.language) {
                let body = try await workplace.records.read { try MeasureBody(try JSONBody.fields(bytes: bytes), in: $0) }
                return try await raise(body, by: actor, idempotent)
            }
        }
        return Self.json(
            try await told(measure.id, asTaken: true, to: actor, visit), status: .created,
            headers: [.location: Paths.apiMeasure(measure.id)])
    }

    private func raise(_ body: MeasureBody, by actor: Actor, _ idempotent: IdempotentRequest?) async throws -> Measure {
        guard let idempotent else { return try await workplace.measures.raise(body.input, from: body.sources, by: actor) }
        let now = workplace.office.clock.now()
        return try await workplace.measures.raise(
            body.input, from: body.sources, by: actor, unless: { try idempotent.earlierMeasure(in: $0, at: now) },
            also: { tx, measure in try idempotent.record(measure.id, in: tx, at: now) })
    }

    @Sendable func actOnMeasure(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.requireProgram()
        guard let act = visit.parameter("handeling").flatMap({ MeasureBody.acts[$0] }) else { throw HTTPError(.notFound) }
        let id = try measureID(visit)
        // What this program may not do is not there, whatever else is wrong.
        let owner = try await workplace.records.read { try $0.journalledMeasure(id)?.measure.plan.owner }
        guard let owner, MeasurePermissions.sees(actor, owner: owner), MeasurePermissions.allows(act, actor, owner: owner) else {
            throw ProblemDetails(Refusal.notThere, in: visit.language)
        }
        let bytes = try await JSONBody.bytes(of: request)
        try await MeasureRefusals.told(in: visit.language) {
            let (command, expected) = try await workplace.records.read {
                try MeasureBody.command(act, try JSONBody.fields(bytes: bytes), in: $0)
            }
            _ = try await workplace.measures.perform(command, on: id, by: actor, seen: expected)
        }
        return Self.json(try await told(id, to: actor, visit))
    }

    private func requireMeasureReader(_ visit: Visit) throws {
        guard try visit.requireProgram().hasAny(of: MeasurePermissions.readers) else {
            throw ProblemDetails(Refusal.notThere, in: visit.language)
        }
    }

    private func measureID(_ visit: Visit) throws -> MeasureID {
        guard let id = visit.parameter("maatregel").flatMap({ Int64($0) }) else {
            throw ProblemDetails(Refusal.notThere, in: visit.language)
        }
        return MeasureID(id)
    }

    /// One measure as it stands, with what its effect would be judged to be today.
    ///
    /// - Parameter asTaken: as it was when it had just been taken: an answer that is asked for again is the same answer.
    private func told(_ id: MeasureID, asTaken: Bool = false, to actor: Actor, _ visit: Visit) async throws -> [UInt8] {
        let office = workplace.office
        let json = try await workplace.read { snapshot, house -> MeasureJSON? in
            guard let history = try snapshot.journalledMeasure(id)?.history,
                let measure = Measure(id: id, history: asTaken ? Array(history.prefix(1)) : history),
                MeasurePermissions.sees(actor, owner: measure.plan.owner)
            else { return nil }
            let today = house.moment(at: office.clock.now()).day
            let numbers = try measure.sources.filter { $0.kind == .complaint }.compactMap { source -> String? in
                guard let complaint = try snapshot.complaint(ComplaintID(source.id)), complaint.isListed(to: actor) else { return nil }
                return complaint.number.formatted
            }
            return MeasureJSON(
                measure: measure, numbers: numbers, staff: try snapshot.staff(among: [measure.plan.owner]), zone: house.calendar.zone,
                effect: try snapshot.effect(of: measure, on: house.calendar, natures: house.natures, today: today)?.reading)
        }
        guard let json else { throw ProblemDetails(Refusal.notThere, in: visit.language) }
        return json.bytes
    }
}

extension Snapshot {
    fileprivate func staff(among ids: [StaffID]) throws -> [StaffID: StaffMember] {
        Dictionary(try Set(ids).compactMap { try staffMember($0) }.map { ($0.id, $0) }) { first, _ in first }
    }
}

/// Refusals about measures as the API words them.
enum MeasureRefusals {
    @discardableResult
    static func told<T>(in language: Language, _ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let refusal as MeasureRefusal { throw problem(refusal, Wording(language)) }
    }

    static func problem(_ refusal: MeasureRefusal, _ say: Wording) -> ProblemDetails {
        switch refusal {
        case .notThere: return ProblemDetails(Refusal.notThere, in: say.language)
        case .notNow:
            return ProblemDetails(
                .conflict, code: "not-possible-now",
                detail: say("Dat kan nu niet met deze maatregel.", "That can't be done to this measure now."))
        case .movedOn:
            return ProblemDetails(
                .conflict, code: "moved-on",
                detail: say("Iemand anders heeft deze maatregel intussen veranderd.", "Somebody else has changed this measure meanwhile."))
        case .invalid(let problems):
            let errors = problems.map {
                ProblemField(field: $0.field == "sources" ? "complaints" : $0.field, code: $0.reason.code, detail: say.measureProblem($0))
            }
            return ProblemDetails(
                .unprocessableContent, code: "invalid",
                detail: say("Er is een probleem met wat u stuurde.", "There is a problem with what you sent."), errors: errors)
        }
    }
}
