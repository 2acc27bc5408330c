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
                let reader = try #require(MailboxReader(mailbox, keys: keys))
                try await reader.check()
                #expect(try await reader.look(into: inbox) == 5)
                #expect(try await reader.look(into: inbox) == 0)
                try deliver(mail(6), "m6", in: server)
                // As after a death: another process, which knows only what the house does.
                let second = try #require(MailboxReader(mailbox, keys: keys))
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

    @Test func `what lay there before stays, and what is safe with us is moved`() async throws {
        try await withCaseOffice { rehearsal in
            try await withServer("dovecot", portCount: 2) { server in
                let (inbox, keys) = (try rehearsal.inbox, HouseKeys(in: rehearsal.folder))
                try deliver(mail(1), "oud", in: server)
                utimes(
                    "\(server.folder)/mail/jan/new/oud",
                    [timeval(tv_sec: 1_600_000_000, tv_usec: 0), timeval(tv_sec: 1_600_000_000, tv_usec: 0)])
                try deliver(mail(2), "nieuw", in: server)
                let since = Int64(Date().timeIntervalSince1970 - 3_600) * 1000
                let reader = try #require(MailboxReader(try mailbox(server, keys: keys, since: since), keys: keys))
                #expect(try await reader.look(into: inbox) == 1)
                #expect(try await reader.look(into: inbox) == 0)
                await reader.close()
            }
        }
    }

    @Test func `a wrong password and a closed door are said`() async throws {
        try await withCaseOffice { rehearsal in
            try await withServer("dovecot", portCount: 2) { server in
                let keys = HouseKeys(in: rehearsal.folder)
                var wrong = try mailbox(server, keys: keys)
                wrong.server.password = try SealedText(SecretText("fout"), by: keys)
                let fault = await MailCheck.mailbox(wrong, keys: keys)
                guard case MailboxFault.dial(.loginRefused)? = fault else { return missed("\(String(describing: fault))") }
                wrong.server.password = nil
                #expect(await MailCheck.mailbox(wrong, keys: keys) as? MailCheckFault == .noPassword)
            }
        }
    }
}
