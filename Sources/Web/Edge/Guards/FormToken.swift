package import Crypto
import HTTPTypes

/// The token in every form of a signed-in page: it shows that we made the form, for this session and this purpose.
package struct FormTokens: Sendable {
    /// The name of the hidden field.
    package static let field = "token"

    package static let refusal = ProblemDetails(
        .forbidden, code: "form-token",
        detail: "This page was open too long, or belongs to another sign-in. Open it again and send it once more.")

    private let key: SymmetricKey

    package init(key: SymmetricKey) { self.key = key }

    /// - Parameters:
    ///   - session: the session's secret, or its hash: what only this session has.
    ///   - purpose: what the form does; a token for one purpose is none for another.
    package func token(session: [UInt8], purpose: String) -> String {
        SealedText.base64(HMAC<SHA256>.authenticationCode(for: Self.message(session, purpose), using: key))
    }

    package func isGenuine(_ token: String, session: [UInt8], purpose: String) -> Bool {
        guard let code = SealedText.bytes(token) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Self.message(session, purpose), using: key)
    }

    /// Throws a 403 unless the form holds this session's token for this purpose.
    package func check(_ form: SubmittedForm, session: [UInt8], purpose: String) throws(ProblemDetails) {
        guard isGenuine(form.text(Self.field), session: session, purpose: purpose) else { throw Self.refusal }
    }

    /// The session's length stands in front, so that no two pairs make one message.
    private static func message(_ session: [UInt8], _ purpose: String) -> [UInt8] {
        Array("form \(session.count) ".utf8) + session + Array(purpose.utf8)
    }
}
