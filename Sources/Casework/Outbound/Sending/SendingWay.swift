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
    package init?(_ server: MailSettings.Server, greetingAs name: String, secrets: MailSecrets, deadlines: DialDeadlines = DialDeadlines())
    {
        guard let host = HostName(server.host), let name = HostName(name) else { return nil }
        let dialler = secrets.dialler(to: server, deadlines: deadlines)
        submission = Submission(
            to: Destination(host: host, port: server.port, security: server.security), greetingAs: name, with: dialler)
        sending = LetterSending(by: submission)
        user = server.user
        tokens = secrets.tokens(of: server)
        password =
            server.user.isEmpty || tokens != nil ? nil : server.password?.opened(by: secrets.keys).map { .password(user: server.user, $0) }
        if !server.user.isEmpty, tokens == nil, password == nil { return nil }
    }

    package func send(_ letter: Data, from sender: EnvelopeAddress?, to recipient: EnvelopeAddress) async -> SendingOutcome {
        do {
            let outcome = await sending.send(letter, from: sender, to: recipient, login: try await login())
            if case .unavailable = outcome { await tokens?.forget() }
            return outcome
        } catch {
            return .unavailable(SendingReason(code: 0, words: "\(error)", fault: nil, token: error as? TokenFault))
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
