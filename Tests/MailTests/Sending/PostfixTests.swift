import Dialling
import Foundation
import Mail
import Testing

/// Letters to a real server.
@Suite struct PostfixTests {
    private let letter = Data("From: klachten@gehoor.test\r\nMessage-ID: <brief-1@gehoor.test>\r\nSubject: x\r\n\r\nTekst\r\n.\r\n".utf8)
    private let login = Login.password(user: "jan", SecretText("geheim"))
    private let wrong = Login.password(user: "jan", SecretText("fout"))

    private func submission(_ server: RunningServer, _ security: TransportSecurity) throws -> Submission {
        Submission(
            to: try server.destination(security == .tls ? 1 : 0, security), greetingAs: try #require(HostName("gehoor.test")),
            with: try server.dialler())
    }

    private func send(_ submission: Submission, to name: String, _ login: Login?) async throws -> SendingOutcome {
        await LetterSending(by: submission).send(
            letter, from: EnvelopeAddress("klachten@gehoor.test"), to: try #require(EnvelopeAddress("\(name)@ontvanger.test")), login: login
        )
    }

    @Test func `letters are delivered by TLS from the start and by STARTTLS`() async throws {
        try await withServer("postfix", portCount: 2) { server in
            for (security, user) in [(TransportSecurity.tls, "piet"), (.startTLS, "kees")] {
                let submission = try submission(server, security)
                try await submission.check(login: login)
                for _ in 0..<3 {
                    let outcome = try await send(submission, to: user, login)
                    guard case .accepted = outcome else { return missed("\(security): \(outcome)") }
                }
                let delivered = try await delivered(server, to: user, count: 3)
                #expect(
                    delivered.count == 3
                        && delivered.allSatisfy { $0.contains("Message-ID: <brief-1@gehoor.test>") && $0.contains("\nTekst\n.\n") })
            }
            try await refusals(server)
        }
    }

    /// What the server says no to, by STARTTLS.
    private func refusals(_ server: RunningServer) async throws {
        let submission = try submission(server, .startTLS)
        guard case .later(let later) = try await send(submission, to: "later", login) else { return missed("not later") }
        #expect(later.code == 450 && later.words.contains("Even wachten"))
        guard case .never(let never) = try await send(submission, to: "never", login) else { return missed("not never") }
        #expect(never.code == 550 && never.words.contains("Onbekend"))
        guard case .unavailable(let refused) = try await send(submission, to: "piet", wrong) else { return missed("not unavailable") }
        #expect(refused.code == 535)
        await #expect(throws: DialFault.self) { try await submission.check(login: wrong) }
        // Without TLS this server offers no login, and none is told to it.
        let plain = try self.submission(server, .none)
        await #expect(throws: DialFault.loginNotOffered) { try await plain.check(login: login) }
        guard case .unavailable = try await send(plain, to: "piet", login) else { return missed("not unavailable") }
    }

    private func delivered(_ server: RunningServer, to user: String, count: Int) async throws -> [String] {
        let folder = "\(server.folder)/delivered/\(user)/new"
        for _ in 0..<200 {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            if names.count >= count { return try names.map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) } }
            try await Task.sleep(for: .milliseconds(50))
        }
        return []
    }
}
