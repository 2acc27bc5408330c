import Complaints
package import Dialling

/// How the house sends and receives mail. Empty until an administrator sets it up; until then letters wait, and mail comes by the pipe and the
/// API only.
package struct MailSettings: Codable, Hashable, Sendable {
    /// The address that letters come from; empty while none is set.
    package var address = ""
    /// The name beside it; the organisation's when empty.
    package var name = ""
    /// Whether the mail server delivers `klachten+anything@…` where it delivers `klachten@…`, so that answers carry whose they are.
    package var takesPlusAddresses = false
    /// The names by which our own receiving servers sign their findings about senders.
    package var trustedServers: [String] = []
    package var sending: Server?
    /// From when on letters are sent by themselves, in milliseconds since 1970: what waited before that, a person releases.
    package var sendsSince: Int64?
    package var mailboxes: [Mailbox] = []
    /// Addresses of the house that mail which is no complaint can go on to; nil in settings from before there were any.
    package var forwarding: [String]?

    package init() {}

    /// Whether this mailbox is among those that are looked into now.
    package func looks(into mailbox: String) -> Bool { mailboxes.contains { $0.id == mailbox } }

    /// A mail server and how we log in there.
    package struct Server: Codable, Hashable, Sendable {
        package var host: String
        package var port: UInt16
        package var security: TransportSecurity
        /// Empty where no login is asked.
        package var user: String
        package var password: SealedText?
        package var tokens: TokenSource?

        package init(
            host: String, port: UInt16, security: TransportSecurity, user: String = "", password: SealedText? = nil,
            tokens: TokenSource? = nil
        ) {
            (self.host, self.port, self.security) = (host, port, security)
            (self.user, self.password, self.tokens) = (user, password, tokens)
        }
    }

    /// Where OAuth2 tokens come from, for servers that take no passwords.
    package struct TokenSource: Codable, Hashable, Sendable {
        package var address: String
        package var clientID: String
        package var clientSecret: SealedText?
        package var scope: String
        /// Nil for the grant by client credentials.
        package var refreshToken: SealedText?

        package init(address: String, clientID: String, clientSecret: SealedText?, scope: String, refreshToken: SealedText?) {
            (self.address, self.clientID, self.clientSecret) = (address, clientID, clientSecret)
            (self.scope, self.refreshToken) = (scope, refreshToken)
        }
    }

    /// A mailbox that is looked into.
    package struct Mailbox: Codable, Hashable, Sendable {
        /// Its own key, by which how far it was read is remembered.
        package var id: String
        package var server: Server
        package var folder: String
        /// Where mail that is safe with us goes at the server; it stays where it is when empty.
        package var doneFolder: String
        /// Mail that the server got before this stays there, in milliseconds since 1970; nil: all that is in the folder is taken in.
        package var since: Int64?

        package init(id: String, server: Server, folder: String = "INBOX", doneFolder: String = "") {
            (self.id, self.server, self.folder, self.doneFolder) = (id, server, folder, doneFolder)
        }

        /// What people know it by: whose it is, and which folder.
        package var place: String { Self.place(server.user, folder) }

        private static func place(_ user: some StringProtocol, _ folder: String) -> String { "\(user), \(folder)" }

        /// The key of a mailbox that is set up now. It says which one it was once it is no more among the settings.
        static func key(of server: Server, _ folder: String, at now: Instant) -> String {
            "\(server.host) \(server.user) \(folder) \(now.milliseconds)"
        }

        /// The place of a mailbox that is not among the settings any more, by its key.
        package static func place(of key: String) -> String {
            let parts = key.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count >= 4 else { return key }
            return place(parts[1], parts[2..<(parts.count - 1)].joined(separator: " "))
        }
    }
}
