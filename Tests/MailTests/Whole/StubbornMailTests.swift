import Casework
import Complaints
import Dialling
import Foundation
import Logging
import Mail
import Records
import Rehearsal
import Testing

/// "No blocked mailbox": one mail that its server does not give keeps no other from coming in.
@Suite struct StubbornMailTests {
    private struct Setting {
        let inbox: InboxOffice
        var mailbox: MailSettings.Mailbox
        let server: RunningServer

        init(_ rehearsal: RehearsalOffice, _ server: RunningServer) throws {
            (inbox, self.server) = (try rehearsal.inbox, server)
            let password = try SealedText(SecretText("geheim"), by: HouseKeys(in: rehearsal.folder))
            let place = MailSettings.Server(host: "localhost", port: server.ports[0], security: .none, user: "jan", password: password)
            mailbox = MailSettings.Mailbox(id: "jan", server: place)
        }

        /// The house looks into it: only then mail is tried again.
        func keep() async throws {
            var settings = MailSettings()
            settings.mailboxes = [mailbox]
            let body = String(decoding: try JSONEncoder().encode(settings), as: UTF8.self)
            _ = try await inbox.office.records.write {
                try $0.set(.mail, to: body, after: 0, by: .system, at: Instant(milliseconds: 1_795_000_000_000))
            }
        }

        func reader() throws -> MailboxReader {
            try #require(
                MailboxReader(mailbox, secrets: inbox.secrets, deadlines: DialDeadlines(connecting: 5, silence: 2, total: 4)))
        }

        /// Looks again and again, as the work does; how many looks failed.
        func lookUntilQuiet(atMost looks: Int = 20) async throws -> Int {
            let reader = try reader()
            var failed = 0
            for _ in 0..<looks {
                do {
                    if try await reader.look(into: inbox) == 0 { break }
                } catch { failed += 1 }
            }
            await reader.close()
            return failed
        }

        func put(_ uid: Int, _ how: String, _ subject: String) throws {
            try FileManager.default.createDirectory(atPath: server.folder + "/mails", withIntermediateDirectories: true)
            try server.write("\(how)\nFrom: a@example.nl\r\nSubject: \(subject)\r\n\r\nDe factuur klopt niet.\r\n", to: "mails/\(uid)")
        }
    }

    private func withOdd(_ work: (Setting) async throws -> Void) async throws {
        try await withCaseOffice { rehearsal in
            try await withServer("odd_imap.py", portCount: 1) { server in
                let setting = try Setting(rehearsal, server)
                try await setting.keep()
                try await work(setting)
            }
        }
    }

    private func mails(_ inbox: InboxOffice) async throws -> (here: Int, away: [UnfetchedMail]) {
        try await inbox.office.records.read { snapshot in
            let away = try snapshot.unfetchedMails().values.sorted { $0.uid < $1.uid }
            return (try snapshot.count("SELECT count(*) FROM inbox WHERE state = 'waiting'"), away)
        }
    }

    @Test(arguments: [
        ("no", FetchTrouble.refused, "NO [SERVERBUG] Deze mail is kapot"), ("bye", .closed, ""), ("nothing", .nothing, ""),
        ("unlisted", .closed, ""), ("silent", .tooSlow, ""),
    ])
    func `what its server does not give is passed over, told of, and had when it is given after all`(
        how: String, trouble: FetchTrouble, words: String
    ) async throws {
        try await withOdd { setting in
            for uid in 1...6 { try setting.put(uid, uid == 3 ? how : "well", "\(uid)") }
            #expect(try await setting.lookUntilQuiet() == (how == "nothing" ? 0 : 1))
            var found = try await mails(setting.inbox)
            #expect(found.here == 5 && found.away.map(\.uid) == [3] && found.away.first?.trouble == trouble)
            #expect(found.away.first?.words == words)
            let id = try #require(found.away.first?.id)
            let mail = try await setting.inbox.office.records.read { try $0.mail(id) }
            #expect(mail?.state == .quarantined && mail?.outcome == .notFetched)
            // What comes later comes in at once.
            try setting.put(7, "well", "7")
            #expect(try await setting.lookUntilQuiet() == 0)
            // It is tried again when somebody wants that, once, and told of anew when it fails.
            try await setting.inbox.retry(id)
            #expect(try await setting.lookUntilQuiet() == 1)
            found = try await mails(setting.inbox)
            #expect(found.here == 6 && found.away.map(\.isWanted) == [false])
            try setting.put(3, "well", "3")
            try await setting.inbox.retry(id)
            #expect(try await setting.lookUntilQuiet() == 0)
            found = try await mails(setting.inbox)
            #expect(found.here == 7 && found.away == [])
            let bytes = try await setting.inbox.original(of: try #require(try await setting.inbox.office.records.read { try $0.mail(id) }))
            #expect(bytes.map { String(decoding: $0, as: UTF8.self) }?.contains("Subject: 3") == true)
        }
    }

    @Test(arguments: ["no", "bye", "nothing", "unlisted"])
    func `the look after the one that failed over it takes in what lies behind it`(how: String) async throws {
        try await withOdd { setting in
            for uid in 1...6 { try setting.put(uid, uid == 3 ? how : "well", "\(uid)") }
            let reader = try setting.reader()
            // One that is listed and not given is known by its number at once; over the others all is asked for one by one first.
            if how != "nothing" {
                await #expect(throws: (any Error).self) { _ = try await reader.look(into: setting.inbox) }
                #expect(await reader.wasOpen)
            }
            _ = try await reader.look(into: setting.inbox)
            await reader.close()
            let found = try await mails(setting.inbox)
            #expect(found.here == 5 && found.away.map(\.uid) == [3])
        }
    }

    @Test func `at work, what lies behind a mail that ends the connection comes in by itself`() async throws {
        try await withOdd { setting in
            for uid in 1...4 { try setting.put(uid, uid == 2 ? "bye" : "well", "\(uid)") }
            let work = MailboxWork(inbox: setting.inbox, health: MailHealth(), logger: Logger(label: "test"))
            // Some ten seconds on a machine that does nothing else.
            let end = ContinuousClock.now + .seconds(240)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await work.run() }
                var found = try await mails(setting.inbox)
                while found.away.isEmpty || found.here < 3, .now < end {
                    try await Task.sleep(for: .milliseconds(200))
                    found = try await mails(setting.inbox)
                }
                group.cancelAll()
            }
            let found = try await mails(setting.inbox)
            #expect(found.here == 3 && found.away.map(\.uid) == [2])
        }
    }

    @Test(arguments: ["unavailable", "bye", "nothing", "unlisted"])
    func `while its server gives no mail at all none is passed over, and all come when it does again`(how: String) async throws {
        try await withOdd { setting in
            try setting.put(1, "well", "1")
            #expect(try await setting.lookUntilQuiet() == 0)
            try setting.server.write(how, to: "down")
            for uid in 2...6 { try setting.put(uid, "well", "\(uid)") }
            #expect(try await setting.lookUntilQuiet(atMost: 8) == 8)
            var found = try await mails(setting.inbox)
            #expect(found.here == 1 && found.away == [])
            try FileManager.default.removeItem(atPath: setting.server.folder + "/down")
            #expect(try await setting.lookUntilQuiet() == 0)
            found = try await mails(setting.inbox)
            #expect(found.here == 6 && found.away == [])
        }
    }

    @Test func `damage in a row is passed over by what lies behind it, and one alone waits until there is another`() async throws {
        try await withOdd { setting in
            try setting.put(1, "no", "1")
            #expect(try await setting.lookUntilQuiet(atMost: 6) == 6)
            #expect(try await mails(setting.inbox).away == [])
            for uid in 2...6 { try setting.put(uid, uid == 5 ? "well" : "no", "\(uid)") }
            #expect(try await setting.lookUntilQuiet(atMost: 40) > 0)
            var found = try await mails(setting.inbox)
            #expect(found.here == 1 && found.away.map(\.uid) == [1, 2, 3, 4, 6])
            try setting.put(7, "well", "7")
            #expect(try await setting.lookUntilQuiet() == 0)
            found = try await mails(setting.inbox)
            #expect(found.here == 2)
        }
    }

    @Test func `one that can't be listed behind many that are not wanted blocks nothing`() async throws {
        try await withOdd { setting in
            var setting = setting
            // The day after all of them came.
            setting.mailbox.since = 1_795_300_000_000
            for uid in 1...230 { try setting.put(uid, uid == 230 ? "unlisted" : "well", "\(uid)") }
            #expect(try await setting.lookUntilQuiet() > 0)
            try setting.put(231, "well", "231")
            #expect(try await setting.lookUntilQuiet() == 0)
            let found = try await mails(setting.inbox)
            #expect(found.here == 1 && found.away.map(\.uid) == [230])
        }
    }

    @Test func `a mail that is larger than the server said blocks nothing`() async throws {
        try await withCaseOffice { rehearsal in
            try await withServer("odd_imap.py", portCount: 1) { server in
                let setting = try Setting(rehearsal, server)
                for uid in 1...3 { try setting.put(uid, uid == 2 ? "large" : "well", "\(uid)") }
                let session = MailboxSession(.inbox, at: try server.destination(0, .none), with: try server.dialler(), mailLimit: 1 << 20)
                let login = Login.password(user: "jan", SecretText("geheim"))
                var state = try await session.open(login: login)
                let start = MailboxProgress(uidValidity: state.uidValidity, lastUID: 0)
                await #expect(throws: MailboxFault.dial(.answerTooLarge(limit: 1 << 20))) {
                    _ = try await session.takeWindow(from: start, settling: .leave) { _ in }
                }
                state = try await session.open(login: login)
                await #expect(throws: OneMailFault(uid: 2, fault: .dial(.answerTooLarge(limit: 1 << 20)))) {
                    _ = try await session.takeSingly(from: start, settling: .leave, given: [:]) { _ in }
                }
            }
        }
    }

    @Test func `a server that gives the highest number there is ends nothing`() async throws {
        try await withOdd { setting in
            try setting.server.write("", to: "no-next")
            try setting.put(Int(UInt32.max), "well", "1")
            #expect(try await setting.lookUntilQuiet() == 0)
            #expect(try await mails(setting.inbox).here == 1)
        }
    }

    @Test func `what is gone or has another number by now is said, and waits no longer`() async throws {
        try await withOdd { setting in
            for uid in 1...2 { try setting.put(uid, uid == 1 ? "no" : "well", "\(uid)") }
            _ = try await setting.lookUntilQuiet()
            let id = try #require(try await mails(setting.inbox).away.first?.id)
            try FileManager.default.removeItem(atPath: setting.server.folder + "/mails/1")
            try await setting.inbox.retry(id)
            #expect(try await setting.lookUntilQuiet() == 0)
            #expect(try await mails(setting.inbox).away.first?.trouble == .gone)
            try await setting.inbox.retry(id)
            try setting.server.write("8", to: "validity")
            #expect(try await setting.lookUntilQuiet() == 0)
            let away = try #require(try await mails(setting.inbox).away.first)
            #expect(away.trouble == .renumbered && !away.isWanted)
        }
    }

    /// Dovecot ends the connection over a mail whose file it may not read, and can't even say how large it is.
    @Test(.enabled(if: geteuid() == 0)) func `a mail that Dovecot can't read keeps no other from coming in`() async throws {
        try await withCaseOffice { rehearsal in
            try await withServer("dovecot", portCount: 2) { server in
                let setting = try Setting(rehearsal, server)
                let folder = "\(server.folder)/mail/jan/new"
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                for number in 1...5 {
                    let path = "\(folder)/170000000\(number).M\(number)P1.test"
                    try Data("From: a@example.nl\r\nSubject: \(number)\r\n\r\nx\r\n".utf8).write(to: URL(filePath: path))
                    chmod(path, number == 2 ? 0o600 : 0o666)
                }
                for path in ["\(server.folder)/mail/jan", folder] { chmod(path, 0o777) }
                #expect(try await setting.lookUntilQuiet() == 1)
                let found = try await mails(setting.inbox)
                #expect(found.here == 4 && found.away.map(\.uid) == [2])
            }
        }
    }
}
