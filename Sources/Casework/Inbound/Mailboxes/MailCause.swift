import Dialling
import Mail

/// What kind of trouble mail is in: as long as it stays the same it is one trouble, whatever words it comes with.
package enum MailCause: String, Hashable, Sendable {
    /// The server is not reached, or answers nothing.
    case away
    case security, login
    /// Logged in all the same, and then something that was asked for was not given: a folder, or a mail.
    case content
    case other

    /// - Parameter wasOpen: the server had let us in before it came to this.
    package init(_ fault: any Error, wasOpen: Bool = false) {
        switch fault {
        case let fault as DialFault: self = wasOpen ? .content : Self(dialling: fault)
        case MailboxFault.dial(let fault): self = wasOpen ? .content : Self(dialling: fault)
        case is OneMailFault, is MailboxFault: self = .content
        case TokenFault.dial(let fault): self = Self(dialling: fault)
        case is TokenFault, is MailCheckFault: self = .login
        case let reason as SendingReason:
            if let token = reason.token { self.init(token) } else { self = reason.fault.map { Self(dialling: $0) } ?? .content }
        default: self = .other
        }
    }

    private init(dialling fault: DialFault) {
        self =
            switch fault {
            case .certificate, .noTLSOffered, .tlsFailed, .unreadableCertificates: .security
            case .loginRefused, .loginNotOffered: .login
            default: .away
            }
    }
}

/// When a mailbox is looked into again. A trouble is tried more and more seldom for as long as it stays the same; one of a mail, at a server
/// that lets us in, is looked into again soon, since others may lie behind it.
package struct LookPace {
    /// Between two looks when all is well, in seconds.
    package static let usual = 5
    private static let longest = 300
    private static let longestInside = 30
    private var cause: MailCause?
    private var count = 0

    package init() {}

    package mutating func wentWell() { (cause, count) = (nil, 0) }

    /// The pause in seconds, and whether the cause is another than before.
    package mutating func failed(over cause: MailCause) -> (pause: Int, isNew: Bool) {
        let isNew = cause != self.cause
        count = isNew ? 1 : count + 1
        self.cause = cause
        return (min(SendingPace.pause(after: count), cause == .content ? Self.longestInside : Self.longest), isNew)
    }
}
