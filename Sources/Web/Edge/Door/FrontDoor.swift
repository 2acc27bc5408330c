package import Hummingbird
import HTTPTypes
import NIOCore

/// What the front door goes by.
package struct DoorPolicy: Sendable {
    package let base: BaseURL
    /// Proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
    package let trustedProxies: Set<ClientAddress>

    package init(base: BaseURL, trustedProxies: Set<ClientAddress> = []) {
        (self.base, self.trustedProxies) = (base, trustedProxies)
    }
}

/// The first thing a request meets, before the router: health, the request's form, its Host, and who is asking.
package struct FrontDoor<Site: HTTPResponder>: HTTPResponder where Site.Context == Visit {
    let site: Site
    let policy: DoorPolicy

    package init(site: Site, policy: DoorPolicy) { (self.site, self.policy) = (site, policy) }

    package func respond(to request: Request, context: Visit) async throws -> Response {
        if request.head.path == "/health" { return FrontDoorAnswers.healthy(request.method) }
        if let refusal = refusal(of: request.head) { return refusal }
        var visit = context
        visit.arrived(
            ForwardedOrigin(peer: visit.client, trusted: policy.trustedProxies, headers: request.headers),
            wanting: LanguageWanted.language(acceptLanguage: request.headers[.acceptLanguage]))
        let response = try await site.respond(to: request, context: visit)
        // Without this an error page's body would follow an answer to HEAD, and be read as the next answer.
        return request.method == .head ? response.createHeadResponse() : response
    }

    private static func bringsBody(_ headers: HTTPFields) -> Bool {
        headers[.transferEncoding] != nil || headers[values: .contentLength].contains { Int($0) != 0 }
    }

    private func refusal(of head: HTTPRequest) -> Response? {
        guard FrontDoorAnswers.methods.contains(head.method) else { return FrontDoorAnswers.plain(.notImplemented, "Unknown method.") }
        switch RequestTarget.fault(in: head.path ?? "") {
        case .tooLong: return FrontDoorAnswers.plain(.uriTooLong, "The address is too long.")
        case .malformed: return FrontDoorAnswers.plain(.badRequest, "The address is malformed.")
        case nil: break
        }
        // No page reads one, and what nobody reads would keep a connection from being seen to close.
        if head.method == .get || head.method == .head, Self.bringsBody(head.headerFields) {
            return FrontDoorAnswers.plain(.badRequest, "This request can't bring a body.")
        }
        switch HostCheck(base: policy.base).fault(in: head) {
        case .missing, .doubled, .malformed: return FrontDoorAnswers.plain(.badRequest, "The Host header is missing or malformed.")
        case .foreign: return FrontDoorAnswers.plain(.misdirectedRequest, "This server answers at \(policy.base.origin).")
        case nil: return nil
        }
    }
}

/// The answers that the front door gives by itself: constants in plain text.
enum FrontDoorAnswers {
    static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options]

    private static let health = ByteBuffer(string: "ok\n")
    private static let healthHeaders: HTTPFields = [
        .contentType: "text/plain; charset=utf-8", .cacheControl: "no-store", .contentLength: "3",
    ]

    static func healthy(_ method: HTTPRequest.Method) -> Response {
        Response(status: .ok, headers: healthHeaders, body: method == .head ? ResponseBody() : ResponseBody(byteBuffer: health))
    }

    static func plain(_ status: HTTPResponse.Status, _ sentence: String) -> Response {
        let headers: HTTPFields = [
            .contentType: "text/plain; charset=utf-8", .cacheControl: "no-store", .xContentTypeOptions: "nosniff", .connection: "close",
        ]
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: sentence + "\n")))
    }
}
