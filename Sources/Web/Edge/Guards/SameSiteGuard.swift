import HTTPTypes
package import Hummingbird

/// Refuses requests that change something and come from another site's page: by `Sec-Fetch-Site`, else by `Origin`.
///
/// The first of three walls, beside `SameSite` cookies and form tokens. The API is left alone: it takes bearer tokens, which no
/// browser sends by itself.
package struct SameSiteGuard: RouterMiddleware {
    package typealias Context = Visit

    static let refusal = ProblemDetails(
        .forbidden, code: "foreign-origin", detail: "This form was sent from another site. Open the page here and send it again.")

    private let base: BaseURL

    package init(base: BaseURL) { self.base = base }

    package func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        let isSafe = request.method == .get || request.method == .head || request.method == .options
        guard isSafe || request.uri.path.utf8.starts(with: "/api/".utf8) || isOurs(request.headers) else { throw Self.refusal }
        return try await next(request, context)
    }

    private func isOurs(_ headers: HTTPFields) -> Bool {
        if let site = headers[.secFetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = headers[.origin] else { return true }
        // Pages that send no referrer send this origin too. Over TLS every browser of today sends Sec-Fetch-Site beside it; without TLS only
        // the form's token is left to decide.
        if origin == "null" && !base.isSecure { return true }
        return origin == base.origin
    }
}
