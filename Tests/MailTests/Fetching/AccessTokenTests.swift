import Dialling
import Foundation
import Mail
import Synchronization
import Testing

/// OAuth2 against a token endpoint by TLS, and a Dovecot that asks it whether tokens are good.
@Suite struct AccessTokenTests {
    private func endpoint(_ server: RunningServer, _ path: String = "/token", secret: String = "geheim & gevaarlijk+") -> TokenEndpoint {
        TokenEndpoint(
            address: "https://localhost:\(server.ports[0])\(path)", clientID: "gehoor", clientSecret: SecretText(secret), scope: "mail")
    }

    private final class Instant: Sendable {
        let seconds = Mutex<Int64>(1_000_000)
        @Sendable func now() -> Int64 { seconds.withLock { $0 } }
        func pass(_ more: Int64) { seconds.withLock { $0 += more } }
    }

    @Test func `a token is fetched, kept, and renewed before it ends`() async throws {
        try await withServer("tokens.py", portCount: 2, prepare: makeCertificate) { server in
            let clock = Instant()
            let tokens = AccessTokens(
                endpoint(server), grant: .clientCredentials, with: try server.dialler(), now: clock.now, store: Kept().store)
            async let one = tokens.token()
            async let two = tokens.token()
            let both = [try await one, try await two]
            #expect(both.map(\.revealed) == ["token-1", "token-1"])
            clock.pass(3_200)
            #expect(try await tokens.token().revealed == "token-1")
            clock.pass(200)
            #expect(try await tokens.token().revealed == "token-2")
            await tokens.forget()
            #expect(try await tokens.token().revealed == "token-3")
            try server.write("\"100\"", to: "life")
            await tokens.forget()
            #expect(try await tokens.token().revealed == "token-4")
            clock.pass(76)
            #expect(try await tokens.token().revealed == "token-5")
        }
    }

    /// Where refresh tokens go, for tests that look there.
    private final class Kept: Sendable {
        struct Full: Error {}
        let tokens = Mutex<[String]>([])
        let isFull = Mutex(false)
        var all: [String] { tokens.withLock { $0 } }

        var store: RefreshTokenStore {
            RefreshTokenStore(
                newest: { self.all.last.map { SecretText($0) } },
                keep: { token in
                    if self.isFull.withLock({ $0 }) { throw Full() }
                    self.tokens.withLock { $0.append(token.revealed) }
                })
        }
    }

    private func refreshing(_ server: RunningServer, _ kept: Kept) throws -> AccessTokens {
        AccessTokens(
            endpoint(server), grant: .refresh(SecretText("refresh-0")), with: try server.dialler(), now: { 0 }, store: kept.store)
    }

    @Test func `a refresh token that changes is kept before it is needed`() async throws {
        try await withServer("tokens.py", portCount: 2, prepare: makeCertificate) { server in
            let kept = Kept()
            let tokens = try refreshing(server, kept)
            for _ in 0..<3 {
                _ = try await tokens.token()
                await tokens.forget()
            }
            #expect(kept.all == ["refresh-1", "refresh-2", "refresh-3"])
            // Another program, which knows what the settings say and what was kept.
            #expect(try await refreshing(server, kept).token().revealed == "token-4")
            // The first finds that its own is used up, and that there is a newer one.
            #expect(try await tokens.token().revealed == "token-5")
            #expect(kept.all.last == "refresh-5")
        }
    }

    @Test func `a refresh token that can't be kept is kept as soon as that goes`() async throws {
        try await withServer("tokens.py", portCount: 2, prepare: makeCertificate) { server in
            let kept = Kept()
            let tokens = try refreshing(server, kept)
            kept.isFull.withLock { $0 = true }
            for _ in 0..<2 { await #expect(throws: Kept.Full.self) { try await tokens.token() } }
            kept.isFull.withLock { $0 = false }
            #expect(try await tokens.token().revealed == "token-2")
            #expect(kept.all == ["refresh-1", "refresh-2"])
        }
    }

    private func fault(
        _ endpoint: TokenEndpoint, _ grant: TokenEndpoint.Grant = .clientCredentials, by dialler: Dialler
    ) async -> TokenFault? {
        let tokens = AccessTokens(endpoint, grant: grant, with: dialler, now: { 0 }, store: Kept().store)
        do { _ = try await tokens.token() } catch { return error as? TokenFault }
        return nil
    }

    @Test func `what is wrong is said in words`() async throws {
        try await withServer("tokens.py", portCount: 2, prepare: makeCertificate) { server in
            let dialler = try server.dialler()
            #expect(
                await fault(endpoint(server, secret: "fout"), by: dialler) == .refused(error: "invalid_client", words: "Onbekend X-Evil: 1")
            )
            #expect(await fault(endpoint(server), .refresh(SecretText("oud")), by: dialler) == .refused(error: "invalid_grant", words: ""))
            #expect(await fault(endpoint(server, "/strange"), by: dialler) == .strangeAnswer(status: 200))
            #expect(await fault(endpoint(server, "/large"), by: dialler) == .dial(.answerTooLarge(limit: 1 << 20)))
            // No redirect is followed.
            #expect(await fault(endpoint(server, "/elsewhere"), by: dialler) == .strangeAnswer(status: 302))
            let plain = TokenEndpoint(address: "http://localhost/", clientID: "x", clientSecret: nil, scope: nil)
            #expect(await fault(plain, by: dialler) == .wrongAddress)
            #expect(await fault(endpoint(server), by: Dialler()) == .dial(.forbiddenAddress(host: "localhost", kind: .thisMachine)))
        }
    }

    @Test func `a mailbox opens by token, and not by one that is not good`() async throws {
        try await withServer("tokens.py", portCount: 2, prepare: makeCertificate) { server in
            let tokens = AccessTokens(
                endpoint(server), grant: .clientCredentials, with: try server.dialler(), now: { 0 }, store: Kept().store)
            let token = try await tokens.token()
            let check = "http://127.0.0.1:\(server.ports[1])/check?token="
            try await withServer("dovecot", portCount: 2, arguments: { _ in [check] }) { mail in
                let session = MailboxSession(.inbox, at: try mail.destination(1, .tls), with: try mail.dialler())
                #expect(try await session.open(login: .token(user: "jan", token)).mailCount == 0)
                await #expect(throws: MailboxFault.self) { try await session.open(login: .token(user: "jan", SecretText("oud"))) }
            }
        }
    }
}
