import Casework
import Complaints
import Dialling
import Foundation
import Mail
import Records
import Rehearsal
import Testing

@testable import Web

/// Mail that does not come in, and letters that don't leave: whoever waits for them is told, and when it goes on.
@Suite struct MailTroubleTests {
    private func setUp(_ site: StaffedSite) async throws {
        var settings = MailSettings()
        settings.address = "klachten@bedrijf.test"
        settings.sending = MailSettings.Server(host: "smtp.bedrijf.test", port: 587, security: .startTLS)
        settings.sendsSince = 0
        let server = MailSettings.Server(host: "imap.bedrijf.test", port: 993, security: .tls, user: "klachten")
        settings.mailboxes = [MailSettings.Mailbox(id: "een", server: server)]
        let (body, now) = (String(decoding: try JSONEncoder().encode(settings), as: UTF8.self), site.rehearsal.now)
        _ = try await site.rehearsal.records.write { try $0.set(.mail, to: body, after: 0, by: .system, at: now) }
    }

    @Test func `what lasts longer than a minute stands where mail and letters wait, until it is over`() async throws {
        try await StaffedSite.open { site async throws in
            try await setUp(site)
            let (clock, health) = (site.rehearsal.clock, site.workplace.health)
            let reason = SendingReason(code: 0, words: "", fault: .refused(host: "smtp.bedrijf.test", port: 587))
            let wrong = MailboxFault.dial(.loginRefused(answer: ""))
            func note(_ mailbox: (any Error)?, _ sending: (any Error)?) {
                health.note(MailHealth.mailbox("een"), mailbox, at: site.rehearsal.now)
                health.note(MailHealth.sending, sending, at: site.rehearsal.now)
            }
            note(nil, nil)
            clock.advance(seconds: 600)
            note(wrong, reason)
            let since = DateWords.time(OfficeZone.amsterdam.moment(at: site.rehearsal.now).time)
            let early = try await site.get(Paths.post)
            #expect(early.status == 200 && !early.text.contains("kan de postbus"))
            clock.advance(seconds: 60)
            note(wrong, reason)
            let post = try await site.get(Paths.post).text
            #expect(post.contains("Sinds \(since) kan de postbus klachten, INBOX niet gelezen worden."))
            #expect(post.contains("gebruikersnaam of wachtwoord is geweigerd") && post.contains("Een beheerder ("))
            let letters = try await site.get(Paths.letters).text
            #expect(letters.contains("Sinds \(since) neemt de mailserver geen brieven aan.") && letters.contains("neemt op poort 587"))
            #expect(!letters.contains("postbus") && !post.contains("geen brieven"))
            note(nil, nil)
            clock.advance(seconds: 60)
            #expect(try await !site.get(Paths.post).text.contains("kan de postbus"))
            #expect(try await !site.get(Paths.letters).text.contains("geen brieven aan"))
        }
    }

    @Test func `a letter that is tried again later says why, and when`() async throws {
        try await StaffedSite.open { site async throws in
            try await setUp(site)
            let complaint = try await site.rehearsal.register { $0.customer.email = "anna@example.nl" }
            let letter = try #require(try await site.rehearsal.records.read { try $0.letters(of: complaint.id) }.last)
            let page = Paths.letter(letter.id, complaint.number)
            for (state, words) in [
                (DeliveryState.later, "De mailserver kan hem nog niet aannemen."), (.doubt, "misschien is hij aangekomen."),
            ] {
                let (now, next) = (site.rehearsal.now, site.rehearsal.now.adding(seconds: 600))
                try await site.rehearsal.records.write { tx in
                    try tx.release(letter.id, at: now)
                    try tx.settleDelivery(letter.id, state, words: "450 4.2.1 Even wachten", nextTry: next, at: now)
                }
                let time = DateWords.time(OfficeZone.amsterdam.moment(at: next).time)
                for path in [page, Paths.letters] {
                    let text = try await site.get(path).text
                    #expect(text.contains(words) && text.contains("Om \(time) opnieuw."), "\(state) \(path)")
                    #expect(text.contains("De reden: 450 4.2.1 Even wachten") == (state == .later))
                }
            }
            #expect(try await !site.get(page).text.contains("zegt hoe het daarmee staat"))
        }
    }
}
