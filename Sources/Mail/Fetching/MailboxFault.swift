package import Dialling

/// Why mail can't be fetched.
package enum MailboxFault: Error, Hashable, Sendable, CustomStringConvertible {
    case dial(DialFault)
    /// The server said no to a command, in its words.
    case refused(command: String, answer: String)
    case noSuchMailbox(String)
    /// What came was no IMAP.
    case garbled(String)
    /// The server lists a mail and gives no bytes of it.
    case nothingInMail

    package var description: String {
        switch self {
        case .dial(let fault): "\(fault)"
        case .refused(let command, let answer): "the server refuses \(command): \(answer)"
        case .noSuchMailbox(let name): "there is no folder called \(name)"
        case .nothingInMail: "the server lists the mail and gives nothing of it"
        case .garbled(let what): "the server does not speak IMAP as it should: \(what)"
        }
    }
}

/// One mail can't be fetched, whatever becomes of the others.
package struct OneMailFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let uid: UInt32
    package let fault: MailboxFault

    package init(uid: UInt32, fault: MailboxFault) { (self.uid, self.fault) = (uid, fault) }

    package var description: String { "mail \(uid): \(fault)" }
}
