import Casework
import Complaints
import Hummingbird
import NIOCore
import Records

/// The state of the proof, in words, and the seals to keep elsewhere.
struct SealsRoutes {
    let workplace: Workplace

    private static let readers: Set<Role> = [.administrator, .auditor]

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.seals), use: show)
        routes.post(RouterPath(Paths.seals), use: seal)
        routes.get(RouterPath(Paths.sealsFile), use: file)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: Self.readers)
        let (desk, last) = try await workplace.desk(visit) { snapshot, _, _ in
            try snapshot.lastSeal().flatMap { try snapshot.sealLine($0.ordinal) }.flatMap { Seal(line: $0) }
        }
        return SealsPage(desk: desk, last: last, isJustMade: QueryFields(request)["gedaan"] == "1").response()
    }

    /// Makes a seal now; the daily one is made all the same.
    @Sendable func seal(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn(as: [.administrator])
        let form = try await workplace.forms.read(request)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: [FormTokens.field])
        _ = try await workplace.sealing.seal()
        return Answers.seeOther("\(Paths.seals)?gedaan=1")
    }

    /// Every line there is, as `gehoor seals` prints them.
    @Sendable func file(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: Self.readers)
        let desk = try await workplace.desk(visit)
        let records = workplace.records
        let body = ResponseBody { writer in
            var place: Int? = 0
            while let from = place {
                let lines = try await records.read { try $0.sealLines(after: from, limit: 100) }
                for line in lines { try await writer.write(ByteBuffer(string: line.line + "\n")) }
                place = lines.last?.ordinal
            }
            try await writer.finish(nil)
        }
        return Answers.download(
            body, name: "\(desk.say("zegels", "seals"))-\(desk.now.day.iso).txt", type: "text/plain; charset=us-ascii")
    }
}
