import Dialling
import Foundation
import Mail
import Testing

/// Letters to servers that misbehave on purpose.
@Suite struct LetterSendingTests {
    private let letter = Data("From: a@b.nl\r\nSubject: x\r\n\r\nTekst\r\n.\r\n..punt\r\n".utf8)

    private func sending(_ server: RunningServer, silence: Int = 2, total: Int = 20) throws -> LetterSending {
        LetterSending(
            by: Submission(
                to: try server.destination(0, .none), greetingAs: try #require(HostName("gehoor.test")),
                with: try server.dialler(silence: silence, total: total)))
    }

    private func send(
        _ sending: LetterSending, to name: String, from: String? = "klachten@gehoor.test", login: Login? = nil
    ) async throws -> SendingOutcome {
        await sending.send(
            letter, from: from.flatMap { EnvelopeAddress($0) }, to: try #require(EnvelopeAddress("\(name)@odd.test")), login: login)
    }

    private func letters(_ server: RunningServer) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: server.folder + "/letters").sorted().map {
            try String(contentsOfFile: server.folder + "/letters/" + $0, encoding: .utf8)
        }
    }

    @Test func `letters arrive as they are, and automatic ones name nobody to complain to`() async throws {
        try await withServer("odd_smtp.py", portCount: 1) { server in
            let sending = try sending(server)
            guard case .accepted(let words) = try await send(sending, to: "jan") else { return missed("not accepted") }
            #expect(words.contains("Bewaard"))
            guard case .accepted = try await send(sending, to: "jan", from: nil) else { return missed("not accepted") }
            let text = String(decoding: letter, as: UTF8.self)
            #expect(
                try letters(server).map { $0.replacing("\r\n", with: "\n") } == [
                    "MAIL <klachten@gehoor.test>\n\(text)".replacing("\r\n", with: "\n"), "MAIL <>\n\(text)".replacing("\r\n", with: "\n"),
                ])
        }
    }

    @Test func `what a server says is told apart`() async throws {
        try await withServer("odd_smtp.py", portCount: 1) { server in
            let sending = try sending(server)
            guard case .later(let later) = try await send(sending, to: "later") else { return missed("not later") }
            #expect(later.code == 451 && later.words.contains("Later graag"))
            guard case .never(let never) = try await send(sending, to: "never") else { return missed("not never") }
            #expect(never.code == 554 && never.words.contains("Nooit"))
            guard case .later(let busy) = try await send(sending, to: "busy") else { return missed("not later") }
            #expect(busy.code == 421)
            guard case .accepted = try await send(sending, to: "jan") else { return missed("not accepted afterwards") }
        }
    }

    @Test func `a letter whose answer never came is in doubt`() async throws {
        try await withServer("odd_smtp.py", portCount: 1) { server in
            guard case .inDoubt(let silent) = try await send(try sending(server), to: "silent") else { return missed("not in doubt") }
            #expect(silent.fault == .noAnswer(seconds: 2) || silent.fault == .tooSlow(seconds: 20))
            guard case .inDoubt = try await send(try sending(server), to: "hangup") else { return missed("not in doubt") }
            #expect(try letters(server).count == 2)
        }
    }

    @Test func `a server that says one byte a second is not waited for`() async throws {
        try await withServer("odd_smtp.py", portCount: 1) { server in
            let outcome = try await send(try sending(server, total: 4), to: "slow")
            guard case .later = outcome else { return missed("\(outcome)") }
        }
    }

    @Test func `a server that is away, or closed, says nothing about the letter`() async throws {
        try await withServer("odd_smtp.py", portCount: 1) { server in
            let sending = try sending(server)
            try server.write("", to: "down")
            guard case .later = try await send(sending, to: "jan") else { return missed("not later") }
            try FileManager.default.moveItem(atPath: server.folder + "/down", toPath: server.folder + "/closed")
            guard case .unavailable = try await send(sending, to: "jan") else { return missed("not unavailable") }
            try FileManager.default.removeItem(atPath: server.folder + "/closed")
            guard case .accepted = try await send(sending, to: "jan") else { return missed("not accepted afterwards") }
        }
    }

    @Test func `a server that ends the connection and offers no login any more says nothing about the letter`() async throws {
        try await withServer("odd_smtp.py", portCount: 1) { server in
            let sending = try sending(server)
            let login = Login.password(user: "jan", SecretText("geheim"))
            for name in ["members", "login"] { try server.write("", to: name) }
            guard case .accepted = try await send(sending, to: "jan", login: login) else { return missed("not accepted") }
            try FileManager.default.removeItem(atPath: server.folder + "/login")
            // Until the end of the connection is here.
            try await Task.sleep(for: .milliseconds(300))
            guard case .unavailable(let reason) = try await send(sending, to: "jan", login: login) else { return missed("not unavailable") }
            #expect(reason.fault == .loginNotOffered)
            try server.write("", to: "login")
            guard case .accepted = try await send(sending, to: "jan", login: login) else { return missed("not accepted afterwards") }
        }
    }

    @Test func `who is not there refuses, and who may not be reached is not`() async throws {
        let host = try #require(HostName("localhost"))
        let name = try #require(HostName("gehoor.test"))
        let nobody = Destination(host: host, port: 1, security: .none)
        let inside = LetterSending(by: Submission(to: nobody, greetingAs: name, with: Dialler(policy: AddressPolicy(insideHosts: [host]))))
        guard case .later(let refused) = try await send(inside, to: "jan") else { return missed("not later") }
        #expect(refused.fault == .refused(host: "localhost", port: 1))
        let outside = LetterSending(by: Submission(to: nobody, greetingAs: name, with: Dialler()))
        guard case .unavailable(let forbidden) = try await send(outside, to: "jan") else { return missed("not unavailable") }
        #expect(forbidden.fault == .forbiddenAddress(host: "localhost", kind: .thisMachine))
    }

    @Test func `five hundred letters go one after another`() async throws {
        try await withServer("odd_smtp.py", portCount: 1) { server in
            let sending = try sending(server)
            for _ in 0..<500 {
                guard case .accepted = try await send(sending, to: "jan") else { return missed("not accepted") }
            }
            #expect(try letters(server).count == 500)
        }
    }
}
