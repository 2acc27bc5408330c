package import Dialling
package import Foundation
package import Mail

/// The way to the house's mail server: where it is, how we log in, and one connection that is kept between letters.
package actor SendingWay {
    private let sending: LetterSending
    private let submission: Submission
    private let password: Login?
    private let tokens: AccessTokens?
    private let user: String

    /// Nil when the settings name no server that can be reached, or a password that can't be opened.
    package init?(_ server: MailSettings.Server, greetingAs name: String, keys: HouseKeys, deadlines: DialDeadlines = DialDeadlines()) {
        guard let host = HostName(server.host), let name = HostName(name) else { return nil }
        let dialler = MailDialling.dialler(to: server, deadlines: deadlines)
        submission = Submission(
            to: Destination(host: host, port: server.port, security: server.security), greetingAs: name, with: dialler)
        sending = LetterSending(by: submission)
        user = server.user
        tokens = MailDialling.tokens(of: server, keys: keys, dialler: dialler)
        password = server.user.isEmpty || tokens != nil ? nil : server.password?.opened(by: keys).map { .password(user: server.user, $0) }
        if !server.user.isEmpty, tokens == nil, password == nil { return nil }
    }

    package func send(_ letter: Data, from sender: EnvelopeAddress?, to recipient: EnvelopeAddress) async -> SendingOutcome {
        do {
            let outcome = await sending.send(letter, from: sender, to: recipient, login: try await login())
            if case .unavailable = outcome { await tokens?.forget() }
            return outcome
        } catch {
            return .unavailable(SendingReason(code: 0, words: "\(error)", fault: nil))
        }
    }

    /// Connects and logs in, and sends nothing. Throws why not.
    package func check() async throws { try await submission.check(login: login()) }

    package func hangUp() async { await submission.hangUp() }

    private func login() async throws -> Login? {
        guard let tokens else { return password }
        return .token(user: user, try await tokens.token())
    }
}

/// How mail servers of the settings are dialled: those hosts, and no others, may be inside the company.
enum MailDialling {
    static func dialler(to server: MailSettings.Server, deadlines: DialDeadlines = DialDeadlines()) -> Dialler {
        Dialler(
            policy: AddressPolicy(insideHosts: Set([HostName(server.host)].compactMap(\.self))), deadlines: deadlines,
            certificateFile: certificateFile)
    }

    /// Certificates that the administrator of this machine trusts besides, such as the company's own authority.
    private static var certificateFile: String? {
        ProcessInfo.processInfo.environment["GEHOOR_CERTIFICATES"].flatMap { $0.isEmpty ? nil : $0 }
    }

    static func tokens(of server: MailSettings.Server, keys: HouseKeys, dialler: Dialler) -> AccessTokens? {
        guard let source = server.tokens else { return nil }
        let secret = source.clientSecret?.opened(by: keys)
        let endpoint = TokenEndpoint(
            address: source.address, clientID: source.clientID, clientSecret: secret, scope: source.scope.isEmpty ? nil : source.scope)
        let refresh = source.refreshToken?.opened(by: keys)
        return AccessTokens(
            endpoint, grant: refresh.map { .refresh($0) } ?? .clientCredentials, with: Dialler(certificateFile: certificateFile),
            now: { Int64(Date().timeIntervalSince1970) })
    }
}
