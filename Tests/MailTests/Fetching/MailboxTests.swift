import Dialling
import Foundation
import Mail
import Synchronization
import Testing

/// Mail from a real server.
@Suite struct MailboxTests {
    private static let login = Login.password(user: "jan", SecretText("geheim"))
    /// Lines that look like answers, long lines, and bytes of no charset.
    private static let hostile =
        Data(
            ("From: x@y.nl\r\n\r\nA004 OK done\r\nG5 OK FETCH completed\r\n* 1 FETCH (UID 1 BODY[] {5}\r\n"
                + String(repeating: "x", count: 300_000)
                + "\r\n)\r\n").utf8) + Data([0xff, 0xfe, 0x0d, 0x0a])

    private final class Taken: Sendable {
        let mails = Mutex<[FetchedMail]>([])
        var all: [FetchedMail] { mails.withLock { $0 } }
        @Sendable func take(_ mail: FetchedMail) { mails.withLock { $0.append(mail) } }
    }

    /// Puts mails into jan's inbox as a mail server would.
    private static func deliver(_ mails: [Data], in folder: String, from first: Int = 0) throws {
        for part in ["", "/cur", "/new", "/tmp"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/mail/jan\(part)", withIntermediateDirectories: true)
            chmod("\(folder)/mail/jan\(part)", 0o777)
        }
        for (number, mail) in zip(first..., mails) {
            let path = "\(folder)/mail/jan/new/\(1_700_000_000 + number).M\(number)P1.test"
            try mail.write(to: URL(filePath: path))
            chmod(path, 0o666)
        }
    }

    private func session(_ server: RunningServer, _ security: TransportSecurity = .tls, mailLimit: Int = 1 << 20) throws -> MailboxSession {
        MailboxSession(
            .inbox, at: try server.destination(security == .tls ? 1 : 0, security), with: try server.dialler(), mailLimit: mailLimit)
    }

    private func start(of state: MailboxState) -> MailboxProgress { MailboxProgress(uidValidity: state.uidValidity, lastUID: 0) }

    /// What Dovecot's files are called: their flags are behind the comma, `S` for seen.
    private func files(_ server: RunningServer, in folder: String = "") -> [String] {
        ["cur", "new"].flatMap { (try? FileManager.default.contentsOfDirectory(atPath: "\(server.folder)/mail/jan/\(folder)\($0)")) ?? [] }
    }

    @Test func `mails come byte for byte, in order, once, and stay unread`() async throws {
        let mails = [Data("Subject: een\r\n\r\nx\r\n".utf8), Self.hostile, Data("Subject: drie\r\n\r\nx\r\n".utf8)]
        try await withServer("dovecot", portCount: 2, prepare: { try Self.deliver(mails, in: $0) }) { server in
            let session = try session(server)
            let state = try await session.open(login: Self.login)
            #expect(state.mailCount == 3)
            let taken = Taken()
            let keyword = try #require(Settling.Keyword("$GehoorTaken"))
            let (progress, isDone) = try await session.takeWindow(
                from: start(of: state), settling: .mark(keyword), take: taken.take)
            #expect(taken.all.map(\.bytes) == mails && isDone && progress == taken.all.last?.progress)
            // The mark is there (a letter of Dovecot's own), and nothing is seen.
            let flags = files(server).map { $0.split(separator: ",").dropFirst().joined() }
            #expect(flags == ["a", "a", "a"])
            // A later look finds only what is new.
            try Self.deliver([Data("Subject: vier\r\n\r\nx\r\n".utf8)], in: server.folder, from: 3)
            _ = try await session.takeWindow(from: progress, settling: .leave, take: taken.take)
            #expect(taken.all.count == 4)
            #expect(state.uidNext == 4)
            await session.close()
        }
    }

    @Test func `mails that are safe are moved, and one that is too large stays and is told of`() async throws {
        let mails = [Data("Subject: een\r\n\r\nx\r\n".utf8), Data(repeating: 65, count: 100_000), Data("Subject: drie\r\n\r\nx\r\n".utf8)]
        let prepare = { @Sendable (folder: String) in
            try Self.deliver(mails, in: folder)
            for part in ["", "/cur", "/new", "/tmp"] {
                try FileManager.default.createDirectory(
                    atPath: "\(folder)/mail/jan/.Gelezen &- caf&AOk-\(part)", withIntermediateDirectories: true)
                chmod("\(folder)/mail/jan/.Gelezen &- caf&AOk-\(part)", 0o777)
            }
        }
        try await withServer("dovecot", portCount: 2, prepare: prepare) { server in
            let session = try session(server)
            let state = try await session.open(login: Self.login)
            let taken = Taken()
            let target = try #require(MailboxName("Gelezen & café"))
            _ = try await session.takeWindow(from: start(of: state), limit: 50_000, settling: .move(to: target), take: taken.take)
            #expect(taken.all.map { $0.bytes == nil } == [false, true, false])
            #expect(files(server).count == 1 && files(server, in: ".Gelezen &- caf&AOk-/").count == 2)
        }
    }

    @Test func `what can't be kept is not passed by`() async throws {
        struct Full: Error {}
        let mails = (0..<3).map { Data("Subject: \($0)\r\n\r\nx\r\n".utf8) }
        try await withServer("dovecot", portCount: 2, prepare: { try Self.deliver(mails, in: $0) }) { server in
            let session = try session(server)
            let state = try await session.open(login: Self.login)
            let taken = Taken()
            await #expect(throws: Full.self) {
                try await session.takeWindow(from: start(of: state), settling: .leave) { mail in
                    if taken.all.count == 1 { throw Full() }
                    taken.take(mail)
                }
            }
            let progress = try #require(taken.all.last?.progress)
            _ = try await session.takeWindow(from: progress, settling: .leave, take: taken.take)
            #expect(taken.all.map(\.bytes) == mails)
        }
    }

    @Test func `twenty thousand mails that wait come all, in windows`() async throws {
        let count = 20_000
        let prepare = { @Sendable (folder: String) in
            try FileManager.default.createDirectory(atPath: folder + "/mail", withIntermediateDirectories: true)
            let all = (0..<count).map { "From a@b.nl Tue Nov 24 10:00:00 2026\nFrom: a@b.nl\nSubject: \($0)\n\nHallo\n\n" }.joined()
            try Data(all.utf8).write(to: URL(filePath: folder + "/mail/bulk.mbox"))
        }
        try await withServer("dovecot", portCount: 2, prepare: prepare) { server in
            let session = try session(server)
            let state = try await session.open(login: .password(user: "bulk", SecretText("geheim")))
            var progress = start(of: state)
            let taken = Taken()
            var isDone = false
            while !isDone { (progress, isDone) = try await session.takeWindow(from: progress, settling: .leave, take: taken.take) }
            let numbers = taken.all.compactMap { mail in
                mail.bytes.map { String(decoding: $0, as: UTF8.self) }?.split(separator: "Subject: ").last?.prefix { $0.isNumber }
            }
            #expect(numbers.compactMap { Int($0) } == Array(0..<count))
        }
    }

    @Test func `what is wrong is said in words`() async throws {
        try await withServer("dovecot", portCount: 2) { server in
            for security in [TransportSecurity.tls, .startTLS, .none] {
                _ = try await session(server, security).open(login: Self.login)
                await #expect {
                    try await session(server, security).open(login: .password(user: "jan", SecretText("fout")))
                } throws: { "\($0)".hasPrefix("the password was refused") }
            }
            let nowhere = MailboxSession(
                try #require(MailboxName("Bestaat niet")), at: try server.destination(1, .tls), with: try server.dialler())
            await #expect(throws: MailboxFault.noSuchMailbox("Bestaat niet")) { try await nowhere.open(login: Self.login) }
            let host = try #require(RunningServer.host)
            let strangers = Dialler(policy: AddressPolicy(insideHosts: [host]))
            await #expect(throws: MailboxFault.dial(.certificate(.ofUnknownIssuer))) {
                try await MailboxSession(.inbox, at: try server.destination(1, .tls), with: strangers).open(login: Self.login)
            }
            let number = try #require(HostName("127.0.0.1"))
            let byNumber = Dialler(policy: AddressPolicy(insideHosts: [number]), certificateFile: server.folder + "/ca.pem")
            await #expect(throws: MailboxFault.dial(.certificate(.ofAnotherName))) {
                let place = Destination(host: number, port: server.ports[1], security: .tls)
                return try await MailboxSession(.inbox, at: place, with: byNumber).open(login: Self.login)
            }
            await #expect(throws: MailboxFault.dial(.forbiddenAddress(host: "localhost", kind: .thisMachine))) {
                try await MailboxSession(.inbox, at: try server.destination(1, .tls), with: Dialler()).open(login: Self.login)
            }
        }
    }

    @Test(arguments: [("INBOX", true), ("", false), ("a\r\nLOGOUT", false), ("a\0", false), ("Gelezen & café", true)])
    func `a folder's name holds no commands`(name: String, isName: Bool) { #expect((MailboxName(name) != nil) == isName) }

    @Test(arguments: [("$Gehoor", true), ("", false), ("a b", false), ("a)", false), ("\\Seen", false), ("a\r\n", false)])
    func `a keyword holds no commands`(word: String, isWord: Bool) { #expect((Settling.Keyword(word) != nil) == isWord) }
}
