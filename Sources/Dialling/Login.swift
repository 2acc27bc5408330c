/// How this program makes itself known to another machine.
package enum Login: Hashable, Sendable {
    /// By the mechanism that both sides know and that tells least: CRAM-MD5, PLAIN or LOGIN.
    case password(user: String, SecretText)
    /// An OAuth2 access token (XOAUTH2, or OAUTHBEARER where the server only knows that).
    case token(user: String, SecretText)

    var user: String {
        switch self {
        case .password(let user, _), .token(let user, _): user
        }
    }
}
