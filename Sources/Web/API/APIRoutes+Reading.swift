import Casework
import Complaints
import HTTPTypes
import Hummingbird
import NIOCore
import Records

/// What stands in a file beside the complaint itself.
extension APIRoutes {
    @Sendable func timeline(_ request: Request, _ visit: Visit) async throws -> Response {
        let reading = try await reading(visit, of: try visit.requireProgram(), withHistory: true)
        return Self.json(TimelineJSON(reading: reading, language: visit.language).bytes)
    }

    @Sendable func letters(_ request: Request, _ visit: Visit) async throws -> Response {
        let reading = try await reading(visit, of: try visit.requireProgram())
        let letters = try await workplace.records.read { try $0.letters(of: reading.complaint.id) }
        return Self.json(LettersJSON(letters: letters, reading: reading, now: workplace.office.clock.now()).bytes)
    }

    @Sendable func document(_ request: Request, _ visit: Visit) async throws -> Response {
        let reading = try await reading(visit, of: try visit.requireProgram())
        let documents = reading.complaint.documents
        guard let ordinal = visit.parameter("volgnummer").flatMap({ Int($0) }), documents.indices.contains(ordinal &- 1),
            let bytes = try await workplace.office.blobs.bytes(of: documents[ordinal - 1].digest)
        else { throw ProblemDetails(Refusal.notThere, in: visit.language) }
        let name = documents[ordinal - 1].name.text ?? "document-\(ordinal)"
        return Answers.download(ByteBuffer(bytes: bytes), name: name, type: "application/octet-stream")
    }

    @Sendable func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.requireProgram()
        guard Visibility(actor).seesLists else { throw ProblemDetails(Refusal.notThere, in: visit.language) }
        let say = Wording(visit.language)
        let list = try await workplace.read { snapshot, house in
            let query = try ListQuery(request, say: say, zone: house.calendar.zone, in: snapshot)
            let reader = workplace.reader(for: actor, now: workplace.now(in: house), in: house)
            let page = try snapshot.worklist(query.filter, for: reader, limit: query.limit, after: query.cursor)
            let promises = try snapshot.promises(of: page.rows.map(\.id))
            let staff = try Set(page.rows.compactMap(\.handler)).map { try snapshot.staffMember($0) }.compactMap(\.self)
            return ListJSON(page: page, promises: promises, staff: staff, house: house, now: reader.now, language: say.language)
        }
        return Self.json(list.bytes)
    }
}
