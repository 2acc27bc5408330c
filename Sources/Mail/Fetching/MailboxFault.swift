package import Dialling

/// Why mail can't be fetched.
package enum MailboxFault: Error, Hashable, Sendable, CustomStringConvertible {
    case dial(DialFault)
    /// The server said no to a command, in its words.
    case refused(command: String, answer: String)
    case noSuchMailbox(String)
    /// What came was no IMAP.
    case garbled(String)

    package var description: String {
        switch self {
        case .dial(let fault): "\(fault)"
        case .refused(let command, let answer): "the server refuses \(command): \(answer)"
        case .noSuchMailbox(let name): "there is no folder called \(name)"
        case .garbled(let what): "the server does not speak IMAP as it should: \(what)"
        }
    }
}
