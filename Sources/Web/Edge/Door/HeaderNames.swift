import HTTPTypes

/// Header fields that swift-http-types does not name.
extension HTTPField.Name {
    static let host = constant("host")
    static let secFetchSite = constant("sec-fetch-site")
    static let xForwardedFor = constant("x-forwarded-for")
    static let xForwardedProto = constant("x-forwarded-proto")
    static let referrerPolicy = constant("referrer-policy")
    static let crossOriginOpenerPolicy = constant("cross-origin-opener-policy")
    static let permissionsPolicy = constant("permissions-policy")
    static let xFrameOptions = constant("x-frame-options")
    static let xRobotsTag = constant("x-robots-tag")
    static let idempotencyKey = constant("idempotency-key")

    private static func constant(_ name: String) -> HTTPField.Name {
        guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is no name for a header field") }
        return field
    }
}
