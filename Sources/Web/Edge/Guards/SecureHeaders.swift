import HTTPTypes
package import Hummingbird

/// The headers that tell browsers what our pages never do (SECURITY: internet.nl and OWASP ASVS 5.0 §3). A response that already has one
/// of them keeps its own.
package struct SecureHeaders: RouterMiddleware {
    package typealias Context = Visit

    /// Nothing but our own files; no inline script or style, no frames, no plug-ins.
    package static let contentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    private let ordinary: [HTTPField]
    private let unlisted: [HTTPField]
    private let unlistedPaths: [String]

    /// - Parameter unlistedPaths: beginnings of paths that hold a secret: no search engine lists them, and no link tells where it stood.
    package init(base: BaseURL, unlistedPaths: [String] = []) {
        var fields = [
            HTTPField(name: .contentSecurityPolicy, value: Self.contentSecurityPolicy),
            HTTPField(name: .xContentTypeOptions, value: "nosniff"),
            HTTPField(name: .xFrameOptions, value: "DENY"),
            HTTPField(name: .crossOriginOpenerPolicy, value: "same-origin"),
            HTTPField(name: .crossOriginResourcePolicy, value: "same-origin"),
            HTTPField(name: .permissionsPolicy, value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            HTTPField(name: .cacheControl, value: "no-store"),
        ]
        if base.isSecure { fields.append(HTTPField(name: .strictTransportSecurity, value: "max-age=31536000")) }
        ordinary = fields + [HTTPField(name: .referrerPolicy, value: "same-origin")]
        unlisted =
            fields + [HTTPField(name: .referrerPolicy, value: "no-referrer"), HTTPField(name: .xRobotsTag, value: "noindex, nofollow")]
        self.unlistedPaths = unlistedPaths
    }

    package func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        let path = request.uri.path.utf8
        let isUnlisted = unlistedPaths.contains { path.starts(with: $0.utf8) }
        for field in isUnlisted ? unlisted : ordinary where !response.headers.contains(field.name) {
            response.headers.append(field)
        }
        return response
    }
}
