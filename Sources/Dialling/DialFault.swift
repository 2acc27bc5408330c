/// Why another machine could not be spoken with. It is data, and its description says it in words.
package enum DialFault: Error, Hashable, Sendable {
    case unknownHost(String)
    /// The name leads to a place that may not be reached.
    case forbiddenAddress(host: String, kind: AddressKind)
    case refused(host: String, port: UInt16)
    case unreachable(host: String)
    case noAnswer(seconds: Int)
    case tooSlow(seconds: Int)
    case certificate(CertificateFault)
    case noTLSOffered
    case tlsFailed(String)
    case unreadableCertificates(path: String)
    /// Name or password, or the token; with the server's own words.
    case loginRefused(answer: String)
    case loginNotOffered
    case closed
    case strangeAnswer(String)
    case answerTooLarge(limit: Int)
    case broken(String)

    package enum CertificateFault: String, Hashable, Sendable {
        case ofAnotherName, expired, notYetValid, ofUnknownIssuer, selfSigned, revoked, unusable
    }
}

extension DialFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownHost(let host): "there is no machine called \(host)"
        case .forbiddenAddress(let host, let kind): "\(host) is at an address that may not be reached (\(kind.rawValue))"
        case .refused(let host, let port): "\(host) takes no connections at port \(port)"
        case .unreachable(let host): "there is no way to \(host)"
        case .noAnswer(let seconds): "no answer within \(seconds) s"
        case .tooSlow(let seconds): "not done within \(seconds) s"
        case .certificate(let fault): fault.description
        case .noTLSOffered: "the server does not offer TLS"
        case .tlsFailed(let reason): "TLS failed: \(reason)"
        case .unreadableCertificates(let path): "the file of certificates can't be read: \(path)"
        case .loginRefused(let answer): "the password was refused" + (answer.isEmpty ? "" : " (\(answer))")
        case .loginNotOffered: "the server offers no way to log in that we know"
        case .closed: "the other side closed the connection"
        case .strangeAnswer(let answer): "a strange answer: \(answer)"
        case .answerTooLarge(let limit): "the answer is larger than \(limit) bytes"
        case .broken(let reason): reason
        }
    }
}

extension DialFault.CertificateFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .ofAnotherName: "the certificate is of another name"
        case .expired: "the certificate has expired"
        case .notYetValid: "the certificate is not valid yet"
        case .ofUnknownIssuer: "the certificate comes from an issuer that is not trusted here"
        case .selfSigned: "the certificate is signed by itself"
        case .revoked: "the certificate has been revoked"
        case .unusable: "the certificate can't be checked"
        }
    }
}
