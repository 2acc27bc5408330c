import Complaints
import Crypto
import Dialling
import Foundation
import Mail
package import Records

/// What opens the passwords of the house's mail servers, and keeps the refresh tokens that they give in place of earlier ones.
package struct MailSecrets: Sendable {
    package let keys: HouseKeys
    private let records: any Database
    private let clock: Clock
    private let certificateFile: String?

    /// - Parameter certificateFile: certificates that the administrator of this machine trusts besides, such as the company's own authority.
    package init(
        keys: HouseKeys, records: any Database, clock: Clock,
        certificateFile: String? = ProcessInfo.processInfo.environment["GEHOOR_CERTIFICATES"].flatMap { $0.isEmpty ? nil : $0 }
    ) {
        (self.keys, self.records, self.clock, self.certificateFile) = (keys, records, clock, certificateFile)
    }

    /// How servers of the settings are dialled: those hosts, and no others, may be inside the company.
    func dialler(to server: MailSettings.Server, deadlines: DialDeadlines) -> Dialler { dialler(to: HostName(server.host), deadlines) }

    /// Nil where the server takes a password.
    func tokens(of server: MailSettings.Server) -> AccessTokens? {
        guard let source = server.tokens else { return nil }
        let endpoint = TokenEndpoint(
            address: source.address, clientID: source.clientID, clientSecret: source.clientSecret?.opened(by: keys),
            scope: source.scope.isEmpty ? nil : source.scope)
        let refresh = source.refreshToken?.opened(by: keys)
        let clock = clock
        return AccessTokens(
            endpoint, grant: refresh.map { .refresh($0) } ?? .clientCredentials,
            with: dialler(to: URLComponents(string: source.address)?.host.flatMap { HostName($0) }, DialDeadlines()),
            now: { clock.now().milliseconds / 1000 }, store: store(of: source))
    }

    private func dialler(to host: HostName?, _ deadlines: DialDeadlines) -> Dialler {
        Dialler(policy: AddressPolicy(insideHosts: Set([host].compactMap(\.self))), deadlines: deadlines, certificateFile: certificateFile)
    }

    /// The same for sending and for reading where both were given the same token, and for every node.
    private func store(of source: MailSettings.TokenSource) -> RefreshTokenStore {
        guard let origin = Self.origin(of: source, keys: keys) else { return RefreshTokenStore(newest: { nil }, keep: { _ in }) }
        let (records, keys, clock) = (records, keys, clock)
        return RefreshTokenStore(
            newest: {
                let body = try await records.read { try $0.renewedToken(origin) }
                return body.flatMap { SettingCoding.value(SealedText.self, in: $0)?.opened(by: keys) }
            },
            keep: { token in
                let body = try SettingCoding.text(SealedText(token, by: keys))
                let now = clock.now()
                try await records.write { try $0.keepRenewedToken(body, of: origin, at: now) }
            })
    }

    /// Tells which token of the settings a newer one goes back to, and nothing about it.
    static func origin(of source: MailSettings.TokenSource, keys: HouseKeys) -> String? {
        guard let token = source.refreshToken?.opened(by: keys), let key = try? keys.key(.mailPasswords) else { return nil }
        let said = ["gehoor", "refresh", source.address, source.clientID, token.revealed].joined(separator: "\u{0}")
        return HexDigest.of(Array(HMAC<SHA256>.authenticationCode(for: Data(said.utf8), using: key)))
    }
}

extension MailSettings {
    /// Every server that it names.
    private var servers: [Server] { [sending].compactMap(\.self) + mailboxes.map(\.server) }

    /// What renewed tokens of these settings go back to.
    func tokenOrigins(keys: HouseKeys) -> Set<String> {
        Set(servers.compactMap { $0.tokens.flatMap { MailSecrets.origin(of: $0, keys: keys) } })
    }
}
