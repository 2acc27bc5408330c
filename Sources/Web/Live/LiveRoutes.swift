import Casework
import Complaints
import HTTPTypes
import Hummingbird
import NIOCore
import Records

/// The one stream of a page: what changed since the page came, until the page goes, its reader signs out, or may not see it any more.
struct LiveRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.live), use: stream)
        return routes
    }

    @Sendable func stream(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn()
        let query = QueryFields(request)
        let subject = try await subject(query, person)
        guard let session = Secret(parsing: String(decoding: person.session, as: UTF8.self))?.digest else { throw HTTPError(.notFound) }
        guard workplace.streams.hasRoom(for: person.member.id) else {
            throw ProblemDetails(.serviceUnavailable, code: "no-room", detail: "Too many pages are open.", retryAfter: 60)
        }
        let body = ResponseBody { writer in
            guard let stream = workplace.streams.open(person.member, session: session, subject) else {
                return try await writer.finish(nil)
            }
            let key = "\(stream.id)"
            if let file = stream.file { workplace.presence.arrive(person.member.id, at: file, as: key) }
            defer {
                workplace.streams.close(stream)
                if let file = stream.file { workplace.presence.leave(file, as: key) }
            }
            try await request.body.consumeWithInboundCloseHandler { _ in
                try await writer.write(LiveEvent.hello)
                for await event in stream.events { try await writer.write(event) }
            } onInboundClosed: {
                stream.end()
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: Self.headers, body: body)
    }

    private static let headers: HTTPFields = {
        var headers: HTTPFields = [.contentType: "text/event-stream; charset=utf-8", .connection: "close"]
        // Proxies are to hand on each event as it comes.
        if let name = HTTPField.Name("X-Accel-Buffering") { headers[name] = "no" }
        return headers
    }()

    private func subject(_ query: QueryFields, _ person: SignedInPerson) async throws -> LiveStream.Subject {
        if query["soort"] == "lijst" {
            guard Visibility(person.actor).seesLists else { throw HTTPError(.notFound) }
            return .list(WorklistQuery(query))
        }
        if query["soort"] == "bord" {
            guard person.actor.has(.manager) else { throw HTTPError(.notFound) }
            return .board
        }
        guard let number = ComplaintNumber(parsing: query["dossier"]) else { throw HTTPError(.notFound) }
        let found = try await workplace.records.read { snapshot in
            try snapshot.complaintID(of: number).flatMap { id in try snapshot.fileState(of: id).map { (id, $0) } }
        }
        guard let (id, state) = found, state.isVisible(to: person.actor) else { throw HTTPError(.notFound) }
        return .file(id, seen: min(max(0, Int(query["gezien"]) ?? 0), state.sequence))
    }
}
