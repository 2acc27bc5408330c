import Casework
import Complaints
import Dialling
import Foundation
import Logging
import Mail
import Records
import Rehearsal
import Testing

/// Mailboxes of a real IMAP server, taken into a real house.
@Suite struct MailboxReaderTests {
    private func mailbox(
        _ server: RunningServer, keys: HouseKeys, since: Int64? = nil, done: String = ""
    ) throws -> MailSettings.Mailbox {
        let password = try SealedText(SecretText("geheim"), by: keys)
        let place = MailSettings.Server(host: "localhost", port: server.ports[0], security: .none, user: "jan", password: password)
        var mailbox = MailSettings.Mailbox(id: "jan", server: place, doneFolder: done)
        mailbox.since = since
        return mailbox
    }

    private func deliver(_ text: String, _ name: String, in server: RunningServer) throws {
        let folder = "\(server.folder)/mail/jan/new"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(text.replacing("\n", with: "\r\n").utf8).write(to: URL(filePath: "\(folder)/\(name)"))
        for path in ["\(server.folder)/mail/jan", folder, "\(folder)/\(name)"] { chmod(path, 0o777) }
    }

    private func mail(_ number: Int) -> String {
        "From: Klant <klant\(number)@example.nl>\nSubject: Klacht \(number)\nMessage-ID: <\(number)@example.nl>\n\nDe factuur klopt niet.\n"
    }

    private func read(_ inbox: InboxOffice) async throws {
        let worker = InboxWork.worker(Self.program, trusting: [])
        while try await InboxReading(inbox: inbox, worker: worker, logger: Logger(label: "test")).readSome() > 0 {}
        await worker.stop()
    }

    private static var program: String {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(filePath: own).deletingLastPathComponent().appending(path: "gehoor").path
    }

    @Test func `mail is taken in once, stays unread, and goes on where it stopped`() async throws {
        try await withCaseOffice { rehearsal in
            try await withServer("dovecot", portCount: 2) { server in
                let (inbox, keys) = (try rehearsal.inbox, HouseKeys(in: rehearsal.folder))
                for number in 1...5 { try deliver(mail(number), "m\(number)", in: server) }
                let mailbox = try mailbox(server, keys: keys)
                let reader = try #require(MailboxReader(mailbox, secrets: inbox.secrets))
                try await reader.check()
                #expect(try await reader.look(into: inbox) == 5)
                #expect(try await reader.look(into: inbox) == 0)
                try deliver(mail(6), "m6", in: server)
                // As after a death: another process, which knows only what the house does.
                let second = try #require(MailboxReader(mailbox, secrets: inbox.secrets))
                #expect(try await second.look(into: inbox) == 1)
                try await read(inbox)
                #expect(try await rehearsal.records.read { try $0.houseContents().complaints } == 6)
                let unread = try FileManager.default.contentsOfDirectory(atPath: "\(server.folder)/mail/jan/cur")
                #expect(unread.allSatisfy { !$0.hasSuffix("S") })
                await reader.close()
                await second.close()
            }
        }
    }

    @Test func `what lay there before stays`() async throws {
        try await withCaseOffice { rehearsal in
            try await withServer("dovecot", portCount: 2) { server in
                let (inbox, keys) = (try rehearsal.inbox, HouseKeys(in: rehearsal.folder))
                try deliverOld(mail(1), "oud", in: server)
                try deliver(mail(2), "nieuw", in: server)
                let since = Int64(Date().timeIntervalSince1970 - 3_600) * 1000
                let reader = try #require(MailboxReader(try mailbox(server, keys: keys, since: since), secrets: inbox.secrets))
                #expect(try await reader.look(into: inbox) == 1)
                #expect(try await reader.look(into: inbox) == 0)
                await reader.close()
            }
        }
    }

    @Test func `mail that is moved into the mailbox later is taken whatever its date`() async throws {
        try await withCaseOffice { rehearsal in
            try await withServer("dovecot", portCount: 2) { server in
                let (inbox, keys) = (try rehearsal.inbox, HouseKeys(in: rehearsal.folder))
                try deliverOld(mail(1), "oud1", in: server)
                let since = Int64(Date().timeIntervalSince1970 - 3_600) * 1000
                let mailbox = try mailbox(server, keys: keys, since: since)
                let reader = try #require(MailboxReader(mailbox, secrets: inbox.secrets))
                #expect(try await reader.look(into: inbox) == 0)
                try deliverOld(mail(2), "oud2", in: server)
                #expect(try await reader.look(into: inbox) == 1)
                await reader.close()
                // Dovecot's UIDVALIDITY is the second in which it counted.
                try await Task.sleep(for: .milliseconds(1_100))
                // Where the numbers changed, dates say again what was there, and nothing is registered twice.
                for name in try FileManager.default.contentsOfDirectory(atPath: "\(server.folder)/mail/jan") where name.hasPrefix("dovecot")
                {
                    try FileManager.default.removeItem(atPath: "\(server.folder)/mail/jan/\(name)")
                }
                try deliver(mail(3), "nieuw", in: server)
                let second = try #require(MailboxReader(mailbox, secrets: inbox.secrets))
                #expect(try await second.look(into: inbox) == 1)
                try deliverOld(mail(4), "oud4", in: server)
                #expect(try await second.look(into: inbox) == 1)
                await second.close()
                try await read(inbox)
                #expect(try await rehearsal.records.read { try $0.houseContents().complaints } == 3)
            }
        }
    }

    private func deliverOld(_ text: String, _ name: String, in server: RunningServer) throws {
        try deliver(text, name, in: server)
        let then = timeval(tv_sec: Int(Date().timeIntervalSince1970) - 10 * 86_400, tv_usec: 0)
        utimes("\(server.folder)/mail/jan/new/\(name)", [then, then])
    }

    @Test func `mail that is safe with us is moved to a folder, which is made, and is not taken in again`() async throws {
        try await withCaseOffice { rehearsal in
            try await withServer("dovecot", portCount: 2) { server in
                let (inbox, keys) = (try rehearsal.inbox, HouseKeys(in: rehearsal.folder))
                for number in 1...3 { try deliver(mail(number), "m\(number)", in: server) }
                let reader = try #require(MailboxReader(try mailbox(server, keys: keys, done: "Verwerkt"), secrets: inbox.secrets))
                #expect(try await reader.look(into: inbox) == 3)
                #expect(left(in: server) == 0 && left(in: server, folder: ".Verwerkt/") == 3)
                try deliver(mail(4), "m4", in: server)
                #expect(try await reader.look(into: inbox) == 1)
                #expect(left(in: server) == 0 && left(in: server, folder: ".Verwerkt/") == 4)
                await reader.close()
                // Where the folder is what is read, nothing comes twice into the register.
                var moved = try mailbox(server, keys: keys)
                (moved.id, moved.folder) = ("verwerkt", "Verwerkt")
                let second = try #require(MailboxReader(moved, secrets: inbox.secrets))
                #expect(try await second.look(into: inbox) == 4)
                await second.close()
                try await read(inbox)
                #expect(try await rehearsal.records.read { try $0.houseContents().complaints } == 4)
            }
        }
    }

    /// How many mails are in a folder of jan's.
    private func left(in server: RunningServer, folder: String = "") -> Int {
        ["cur", "new"].reduce(0) {
            $0 + ((try? FileManager.default.contentsOfDirectory(atPath: "\(server.folder)/mail/jan/\(folder)\($1)"))?.count ?? 0)
        }
    }

    @Test func `a refresh token that the endpoint changes outlives the program, for reading and for sending`() async throws {
        try await withCaseOffice { rehearsal in
            try await withServer("tokens.py", portCount: 2, prepare: makeCertificate) { endpoint in
                let check = "http://127.0.0.1:\(endpoint.ports[1])/check?token="
                try await withServer("dovecot", portCount: 2, arguments: { _ in [check] }) { server in
                    try deliver(mail(1), "m1", in: server)
                    let (inbox, keys) = (try rehearsal.inbox, HouseKeys(in: rehearsal.folder))
                    var mailbox = try mailbox(server, keys: keys)
                    mailbox.server.password = nil
                    mailbox.server.tokens = MailSettings.TokenSource(
                        address: "https://localhost:\(endpoint.ports[0])/token", clientID: "gehoor",
                        clientSecret: try SealedText(SecretText("geheim & gevaarlijk+"), by: keys), scope: "mail",
                        refreshToken: try SealedText(SecretText("refresh-0"), by: keys))
                    // Each as after a start of the program: it knows the settings, and what was kept.
                    var secrets: MailSecrets {
                        MailSecrets(
                            keys: keys, records: rehearsal.records, clock: rehearsal.clock.clock,
                            certificateFile: endpoint.folder + "/ca.pem")
                    }
                    let first = try #require(MailboxReader(mailbox, secrets: secrets))
                    #expect(try await first.look(into: inbox) == 1)
                    await first.close()
                    for _ in 0..<2 { #expect(await MailCheck.mailbox(mailbox, secrets: secrets) == nil) }
                    // The way out was given the same token, and goes on from what the mailbox has kept.
                    var sending = mailbox.server
                    sending.port = 1
                    let way = try #require(SendingWay(sending, greetingAs: "gehoor.test", secrets: secrets))
                    await #expect { try await way.check() } throws: { !($0 is TokenFault) }
                    await first.close()
                    #expect(await MailCheck.mailbox(mailbox, secrets: secrets) == nil)
                }
            }
        }
    }

    @Test func `a wrong password and a closed door are said`() async throws {
        try await withCaseOffice { rehearsal in
            try await withServer("dovecot", portCount: 2) { server in
                let (keys, secrets) = (HouseKeys(in: rehearsal.folder), try rehearsal.inbox.secrets)
                var wrong = try mailbox(server, keys: keys)
                wrong.server.password = try SealedText(SecretText("fout"), by: keys)
                let fault = await MailCheck.mailbox(wrong, secrets: secrets)
                guard case MailboxFault.dial(.loginRefused)? = fault else { return missed("\(String(describing: fault))") }
                wrong.server.password = nil
                #expect(await MailCheck.mailbox(wrong, secrets: secrets) as? MailCheckFault == .noPassword)
            }
        }
    }
}
