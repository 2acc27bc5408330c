import Casework
import Complaints
import HTTPTypes
import Hummingbird
import NIOCore
import Records

/// The API for programs: the same door and the same refusals as the pages. `docs/api/` tells how it is used.
struct APIRoutes {
    let workplace: Workplace
    let looks: LookLog

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.apiDescription), use: describe)
        routes.post(RouterPath(Paths.apiComplaints), use: register)
        routes.get(RouterPath(Paths.apiComplaints), use: list)
        routes.get(RouterPath(Paths.apiComplaint), use: show)
        routes.get(RouterPath(Paths.apiTimeline), use: timeline)
        routes.get(RouterPath(Paths.apiLetters), use: letters)
        routes.get(RouterPath(Paths.apiDocument), use: document)
        routes.post(RouterPath(Paths.apiDocuments), use: attach)
        routes.post(RouterPath(Paths.apiAct), use: act)
        routes.get(RouterPath(Paths.apiMeasures), use: measures)
        routes.post(RouterPath(Paths.apiMeasures), use: raiseMeasure)
        routes.get(RouterPath(Paths.apiMeasure), use: measure)
        routes.post(RouterPath(Paths.apiMeasureAct), use: actOnMeasure)
        routes.post(RouterPath(Paths.apiMail), use: receiveMail)
        routes.get(RouterPath(Paths.apiMailStatus), use: mailStatus)
        return routes
    }

    @Sendable func describe(_ request: Request, _ visit: Visit) async throws -> Response {
        Self.json(Assets.apiDescription)
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.requireProgram()
        let reading = try await reading(visit, of: actor)
        return Self.json(told(reading, to: actor, visit))
    }

    // MARK: What the handlers share

    /// The file of the number in the address, if this program may read it; the look is written down.
    func reading(_ visit: Visit, of actor: Actor, withHistory: Bool = false) async throws -> ComplaintReading {
        let number = try number(visit)
        let office = workplace.office
        let reading = try await APIRefusals.told(in: visit.language) {
            try await workplace.records.read { snapshot in
                let (complaint, history) = try snapshot.file(number, for: actor)
                return try ComplaintReading(complaint, history: history, isTold: withHistory, in: snapshot, office: office)
            }
        }
        looks.note(actor, at: reading.complaint.id, when: office.clock.now())
        return reading
    }

    func number(_ visit: Visit) throws -> ComplaintNumber {
        guard let number = visit.parameter("nummer").flatMap({ ComplaintNumber(parsing: $0) }) else {
            throw ProblemDetails(Refusal.notThere, in: visit.language)
        }
        return number
    }

    func told(_ reading: ComplaintReading, to actor: Actor, _ visit: Visit) -> [UInt8] {
        ComplaintJSON(reading: reading, actor: actor, now: workplace.office.clock.now(), say: Wording(visit.language)).bytes
    }

    /// The complaint after something was done to it.
    func told(_ complaint: Complaint, to actor: Actor, _ visit: Visit) async throws -> [UInt8] {
        let office = workplace.office
        if let reading = ComplaintReading(fresh: complaint, house: office.house.remembered) { return told(reading, to: actor, visit) }
        let reading = try await workplace.records.read { try ComplaintReading(complaint, in: $0, office: office) }
        return told(reading, to: actor, visit)
    }

    static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response {
        var headers = headers
        headers[.contentType] = "application/json"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension Snapshot {
    /// The complaint with this number and what happened to it; `Refusal.notThere` when there is none that this actor may read.
    func file(_ number: ComplaintNumber, for actor: Actor) throws -> (complaint: Complaint, history: [RecordedOccurrence]) {
        guard let id = try complaintID(of: number) else { throw Refusal.notThere }
        let history = try history(of: id)
        guard let complaint = Complaint(id: id, history: history), complaint.isVisible(to: actor) else { throw Refusal.notThere }
        return (complaint, history)
    }
}
