import Casework
import Complaints
import Dialling
import Foundation
import Records
import Rehearsal
import Testing

@Suite struct MailSettingsTests {
    private static let boss = SampleStaff.bo.actor

    private func input(_ change: (inout MailSettingsInput) -> Void = { _ in }) -> MailSettingsInput {
        var input = MailSettingsInput()
        (input.address, input.takesPlusAddresses, input.trustedServers) = ("klachten@bedrijf.nl", true, "mx.bedrijf.nl, MX2.bedrijf.nl")
        (input.sending.host, input.sending.port, input.sending.security) = ("Mail.Bedrijf.nl", "587", "startTLS")
        (input.sending.user, input.sending.password) = ("klachten", "geheim")
        var mailbox = MailSettingsInput.Mailbox()
        mailbox.server = input.sending
        (mailbox.server.port, mailbox.server.security, mailbox.folder) = ("993", "tls", "INBOX")
        input.mailboxes = [mailbox]
        change(&input)
        return input
    }

    private func save(_ input: MailSettingsInput, _ rehearsal: RehearsalOffice, seen: Int = 0) async throws -> House {
        let office = SettingsOffice(records: rehearsal.records, clock: rehearsal.clock.clock)
        try await office.change(input, keys: HouseKeys(in: rehearsal.folder), seen: seen, by: Self.boss)
        return try await rehearsal.records.read { try CurrentHouse().settings(in: $0) }
    }

    @Test func `passwords are kept sealed, and an empty one leaves what was kept`() async throws {
        try await withCaseOffice { rehearsal in
            let keys = HouseKeys(in: rehearsal.folder)
            let house = try await save(input(), rehearsal)
            let mail = house.mail
            #expect(mail.sending?.host == "mail.bedrijf.nl" && mail.trustedServers == ["mx.bedrijf.nl", "mx2.bedrijf.nl"])
            #expect(mail.sendsSince == rehearsal.now.milliseconds && mail.mailboxes.map(\.since) == [rehearsal.now.milliseconds])
            #expect(mail.sending?.password?.opened(by: keys)?.revealed == "geheim")
            let stored = try await rehearsal.records.read { try $0.setting(.mail)?.body ?? "" }
            #expect(!stored.contains("geheim"))
            rehearsal.clock.advance(days: 1)
            let second = try await save(
                input { input in
                    input.sending.password = ""
                    input.mailboxes[0].server.password = ""
                }, rehearsal, seen: house.mailVersion)
            #expect(second.mail.sending?.password?.opened(by: keys)?.revealed == "geheim")
            // Set up once: later letters and mails go on from there.
            #expect(second.mail.sendsSince == mail.sendsSince && second.mail.mailboxes == mail.mailboxes)
        }
    }

    @Test func `of what is in a mailbox already nothing is taken, or all of it, or that of the last days`() async throws {
        try await withCaseOffice { rehearsal in
            let now = rehearsal.now
            for (takesOld, days, since) in [(false, "", now), (false, "3", now), (true, "", nil), (true, "3", now.adding(days: -3))] {
                let wanted = input { ($0.mailboxes[0].takesOld, $0.mailboxes[0].oldDays) = (takesOld, days) }
                let checked = try wanted.checked(after: MailSettings(), keys: HouseKeys(in: rehearsal.folder), at: now)
                #expect(checked.mailboxes.first?.since == since?.milliseconds)
            }
            for days in ["0", "x", "4000"] {
                #expect(throws: SettingsRefusal.invalid([FieldProblem("imap.1.oldDays", .malformed)])) {
                    _ = try input { ($0.mailboxes[0].takesOld, $0.mailboxes[0].oldDays) = (true, days) }
                        .checked(after: MailSettings(), keys: HouseKeys(in: rehearsal.folder), at: now)
                }
            }
        }
    }

    @Test func `a password is told to no other server`() async throws {
        try await withCaseOffice { rehearsal in
            let house = try await save(input(), rehearsal)
            await #expect(throws: SettingsRefusal.invalid([FieldProblem("smtp.password", .missing)])) {
                _ = try await save(
                    input { ($0.sending.host, $0.sending.password) = ("elders.nl", "") }, rehearsal, seen: house.mailVersion)
            }
        }
    }

    @Test func `secrets for tokens stay for the same client at the same address, and a refresh token can be forgotten`() async throws {
        try await withCaseOffice { rehearsal in
            let keys = HouseKeys(in: rehearsal.folder)
            func tokens(after before: MailSettings, _ change: (inout MailSettingsInput.Server) -> Void) throws -> [String] {
                let typed = input { input in
                    (input.sending.password, input.sending.tokenAddress, input.sending.clientID) = ("", "https://id.nl/token", "app")
                    change(&input.sending)
                }
                let found = try typed.checked(after: before, keys: keys, at: rehearsal.now).sending?.tokens
                return [found?.clientSecret, found?.refreshToken].map { $0?.opened(by: keys)?.revealed ?? "" }
            }
            let first = try input { input in
                (input.sending.tokenAddress, input.sending.clientID) = ("https://id.nl/token", "app")
                (input.sending.clientSecret, input.sending.refreshToken) = ("eigen", "vers")
            }.checked(after: MailSettings(), keys: keys, at: rehearsal.now)
            #expect(try tokens(after: first) { _ in } == ["eigen", "vers"])
            #expect(try tokens(after: first) { $0.clientID = "andere" } == ["", ""])
            #expect(try tokens(after: first) { $0.tokenAddress = "https://elders.nl/token" } == ["", ""])
            #expect(try tokens(after: first) { $0.forgetsRefreshToken = true } == ["eigen", ""])
            #expect(try tokens(after: first) { ($0.forgetsRefreshToken, $0.refreshToken) = (true, "nieuw") } == ["eigen", "nieuw"])
        }
    }

    @Test func `what is wrong is named by its field`() async throws {
        let wrong: [(String, FieldProblem.Reason, (inout MailSettingsInput) -> Void)] = [
            ("address", .missing, { $0.address = "" }), ("address", .malformed, { $0.address = "x" }),
            ("smtp.host", .malformed, { $0.sending.host = "http://x" }), ("smtp.port", .malformed, { $0.sending.port = "0" }),
            ("smtp.security", .unknown, { $0.sending.security = "" }), ("smtp.password", .missing, { $0.sending.password = "" }),
            ("smtp.tokenAddress", .malformed, { ($0.sending.tokenAddress, $0.sending.clientID) = ("http://x.nl", "a") }),
            ("imap.1.user", .missing, { ($0.mailboxes[0].server.user, $0.mailboxes[0].server.password) = ("", "") }),
            ("imap.1.doneFolder", .itself, { $0.mailboxes[0].doneFolder = "INBOX" }),
            ("trustedServers", .malformed, { $0.trustedServers = "geen server!" }),
        ]
        try await withCaseOffice { rehearsal in
            for (field, reason, change) in wrong {
                await #expect(throws: SettingsRefusal.invalid([FieldProblem(field, reason)]), "\(field)") {
                    _ = try await save(input(change), rehearsal)
                }
            }
            let kept = try await rehearsal.records.read { try $0.setting(.mail)?.body }
            #expect(kept == nil)
        }
    }

    @Test func `only an administrator sets mail up`() async throws {
        try await withCaseOffice { rehearsal in
            let office = SettingsOffice(records: rehearsal.records, clock: rehearsal.clock.clock)
            await #expect(throws: SettingsRefusal.notAllowed) {
                try await office.change(input(), keys: HouseKeys(in: rehearsal.folder), seen: 0, by: SampleStaff.mara.actor)
            }
        }
    }
}
