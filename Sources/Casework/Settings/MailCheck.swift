import Dialling
import Foundation
import Mail

/// Tries the mail settings, and sends and takes nothing.
package enum MailCheck {
    /// What is wrong; nil when letters can be sent.
    package static func sending(_ settings: MailSettings, greetingAs name: String, secrets: MailSecrets) async -> (any Error)? {
        guard let server = settings.sending else { return nil }
        guard let way = SendingWay(server, greetingAs: name, secrets: secrets, deadlines: deadlines) else {
            return MailCheckFault.noPassword
        }
        do {
            try await way.check()
            return nil
        } catch { return error }
    }

    /// What is wrong with a mailbox; nil when mail can be fetched.
    package static func mailbox(_ mailbox: MailSettings.Mailbox, secrets: MailSecrets) async -> (any Error)? {
        guard let reader = MailboxReader(mailbox, secrets: secrets, deadlines: deadlines) else { return MailCheckFault.noPassword }
        do {
            try await reader.check()
            return nil
        } catch { return error }
    }

    private static let deadlines = DialDeadlines(connecting: 8, silence: 8, total: 20)
}

/// What stands in the way before anybody is dialled.
package enum MailCheckFault: Error, Hashable, Sendable {
    /// There is none, or it was sealed by a key that this house does not have.
    case noPassword
}
