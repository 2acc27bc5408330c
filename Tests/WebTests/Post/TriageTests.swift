import Casework
import Complaints
import Dialling
import Foundation
import HTTPTypes
import Mail
import Records
import Rehearsal
import Testing

@testable import Web

/// Mail that waits, as the page Post shows it: what it is, by one key; and what became of all of it.
@Suite struct TriageTests {
    private func keep(_ raw: String, _ outcome: InboxOutcome = .numbered, _ state: InboxState = .asked, in site: StaffedSite) async throws
        -> InboxID
    {
        let (bytes, now) = (Data(raw.replacing("\n", with: "\r\n").utf8), site.rehearsal.now)
        let id = try await site.workplace.inbox.accept(bytes, from: .api)
        let (read, contents) = MailReader().read(bytes)
        let body = String(decoding: try JSONEncoder().encode(read), as: UTF8.self)
        var files: [(String, Int, String)] = []
        for (attachment, bytes) in zip(read.attachments, contents) {
            files.append((try await site.workplace.inbox.office.blobs.keep(bytes), bytes.count, attachment.name))
        }
        let kept = files
        try await site.rehearsal.records.write { tx in
            var placing = InboxPlacing(state, outcome)
            placing.subject = read.subject
            try tx.placeMail(id, placing, by: nil, at: now)
            try tx.keepReading(body, of: id)
            try tx.keepAttachments(kept, of: id)
        }
        return id
    }

    private static func plain(_ subject: String) -> String { "From: Jan <jan@example.nl>\nSubject: \(subject)\n\nTekst\n" }

    private func setUp(_ site: StaffedSite, sends: Bool = true, mailboxes: [String] = ["jan"], after version: Int = 0) async throws {
        var settings = MailSettings()
        settings.address = "klachten@bedrijf.test"
        settings.sending = sends ? MailSettings.Server(host: "smtp.bedrijf.test", port: 587, security: .startTLS) : nil
        settings.forwarding = ["support@bedrijf.test"]
        let mailbox = MailSettings.Server(host: "imap.bedrijf.test", port: 993, security: .tls, user: "klachten")
        settings.mailboxes = mailboxes.map { MailSettings.Mailbox(id: $0, server: mailbox) }
        let (body, now) = (String(decoding: try JSONEncoder().encode(settings), as: UTF8.self), site.rehearsal.now)
        _ = try await site.rehearsal.records.write { try $0.set(.mail, to: body, after: version, by: .system, at: now) }
    }

    @Test func `what is encrypted is said to be, with what to do, and can't be registered as it stands`() async throws {
        try await StaffedSite.open { site async throws in
            let raw = "From: Jan <jan@example.nl>\nSubject: Klacht\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime\n\nx\n"
            let id = try await keep(raw, .encrypted, in: site)
            #expect(try await site.get(Paths.post).text.contains("Versleuteld: hier niet te lezen."))
            let page = try await site.get(Paths.mail(id)).text
            #expect(page.contains("open het origineel in uw eigen mailprogramma") && page.contains("Registreer met de hand"))
            #expect(!page.contains("Registreer als klacht") && page.contains("Zet in dit dossier"))
        }
    }

    @Test func `what was to go on waits when mail is turned off, and its page says so`() async throws {
        try await StaffedSite.open { site async throws in
            try await setUp(site)
            let id = try await keep(Self.plain("Vraag"), in: site)
            #expect(try await site.post(Paths.mail(id), [("doe", "door:support@bedrijf.test")]).status == 303)
            #expect(try await site.get(Paths.mail(id)).text.contains("gaat naar support@bedrijf.test"))
            try await setUp(site, sends: false, after: 1)
            let page = try await site.get(Paths.mail(id)).text
            #expect(page.contains("wacht: Gehoor verstuurt nu geen e-mail.") && page.contains("gaat deze mail naar support@bedrijf.test"))
        }
    }

    @Test func `each mail that waits is closed or goes on by one key, and that is taken back by the usual one`() async throws {
        try await StaffedSite.open { site async throws in
            try await setUp(site)
            let id = try await keep(Self.plain("Vraag"), in: site)
            let list = try await site.get(Paths.post).text
            #expect(
                list.contains("data-row-key=\"1\"") && list.contains("data-row-key=\"c\"")
                    && list.contains("data-item=\"\(Paths.mail(id))\""))
            #expect(list.contains("value=\"door:support@bedrijf.test\""))
            let page = try await site.get(Paths.mail(id)).text
            #expect(page.contains("data-key=\"1\"") && page.contains("data-key=\"c\""))
            for (deed, words) in [
                ("door:support@bedrijf.test", "Doorgestuurd: Vraag."), ("geen-klacht", "Afgesloten, geen klacht: Vraag."),
            ] {
                #expect(try await site.post(Paths.mail(id), [("doe", deed)]).status == 303)
                let after = try await site.get(Paths.post).text
                #expect(after.contains(words) && after.contains("data-key=\"z\"") && !after.contains("data-row-key"))
                // Nobody else can.
                #expect(try await !site.get(Paths.post, as: SampleStaff.mara).text.contains(words))
                #expect(try await site.post(Paths.mail(id), [("doe", "terug")], as: SampleStaff.mara).status == 422)
                #expect(try await site.post(Paths.mail(id), [("doe", "terug")]).headers[.location] == "/post?gedaan=terug")
                #expect(try await site.get(Paths.post).text.contains("data-row-key=\"c\""))
            }
            #expect(try await site.post(Paths.mail(id), [("doe", "door:elders@example.nl")]).status == 422)
            #expect(try await site.post(Paths.mail(id), [("doe", "anders")]).status == 400)
            #expect(try await site.post(Paths.mail(id), [("doe", "geen-klacht")], as: SampleStaff.dirk).status == 404)
        }
    }

    @Test func `without addresses a mail can only be closed, one that can't be read too`() async throws {
        try await StaffedSite.open { site async throws in
            let id = try await keep(Self.plain("Kapot"), .endedReader, .quarantined, in: site)
            let list = try await site.get(Paths.post).text
            #expect(!list.contains("data-row-key=\"1\"") && list.contains("data-row-key=\"c\""))
            #expect(try await site.post(Paths.mail(id), [("doe", "geen-klacht")]).status == 303)
            #expect(try await site.rehearsal.records.read { try $0.mail(id) }?.state == .closed)
        }
    }

    @Test func `of very many the oldest are shown, and it is said`() async throws {
        try await StaffedSite.open { site async throws in
            let now = site.rehearsal.now
            func add(_ numbers: ClosedRange<Int64>) async throws {
                try await site.rehearsal.records.write { tx in
                    for number in numbers {
                        let received = now.adding(seconds: Int(number))
                        try tx.addMail(
                            InboxID(number), from: .api, for: "", digest: "", size: 0, bytes: [], receivedAt: received, readyAt: now)
                        var placing = InboxPlacing(.asked, .crowd)
                        placing.subject = "Mail \(number)."
                        try tx.placeMail(InboxID(number), placing, by: nil, at: now)
                    }
                }
            }
            try await add(1...100)
            let all = try await site.get(Paths.post).text
            #expect(all.contains("Mail 100.") && all.contains("<span class=\"muted\">100</span>"))
            try await add(101...102)
            let some = try await site.get(Paths.post).text
            #expect(
                some.contains("Mail 100.") && !some.contains("Mail 101.") && some.contains("<span class=\"muted\">de oudste 100</span>"))
        }
    }

    @Test func `a mail that stayed in a mailbox which is looked into no more is read there and closed here`() async throws {
        try await StaffedSite.open { site async throws in
            let gone = "imap.bedrijf.test jan@bedrijf.test Oud archief 1795300000000"
            try await setUp(site, mailboxes: [gone])
            let id = try await keep(Self.plain("Weg"), .notFetched, .quarantined, in: site)
            try await site.rehearsal.records.write { try $0.keepUnfetched(id, mailbox: gone, uidValidity: 7, uid: 3, .refused, words: "") }
            #expect(try await site.post(Paths.mail(id), [("doe", "opnieuw")]).status == 303)
            #expect(try await site.get(Paths.post).text.contains("Wordt zo opnieuw opgehaald"))
            try await setUp(site, mailboxes: [], after: 1)
            for path in [Paths.post, Paths.mail(id)] {
                let page = try await site.get(path).text
                #expect(page.contains(" in jan@bedrijf.test, Oud archief:") && page.contains("niet meer in de instellingen"))
                #expect(!page.contains("value=\"opnieuw\"") && !page.contains("Wordt zo opnieuw") && page.contains("value=\"geen-klacht\""))
            }
            let refused = try await site.post(Paths.mail(id), [("doe", "opnieuw")])
            #expect(refused.status == 422 && refused.text.contains("Lees de mail op de mailserver en sluit hem hier."))
            #expect(try await site.post(Paths.mail(id), [("doe", "geen-klacht")]).status == 303)
            #expect(try await site.rehearsal.records.read { try $0.mail(id) }?.state == .closed)
        }
    }

    @Test func `a mail that stayed at its server is tried again, and one that is here is read again`() async throws {
        try await StaffedSite.open { site async throws in
            try await setUp(site)
            let here = try await keep(Self.plain("Kapot"), .endedReader, .quarantined, in: site)
            let away = try await keep(Self.plain("Weg"), .notFetched, .quarantined, in: site)
            try await site.rehearsal.records.write { tx in
                try tx.keepUnfetched(away, mailbox: "jan", uidValidity: 7, uid: 3, .refused, words: "NO")
            }
            for (id, words, others) in [
                (here, "De mail wordt opnieuw gelezen.", "De mail wordt opnieuw geprobeerd."),
                (away, "De mail wordt opnieuw geprobeerd.", "De mail wordt opnieuw gelezen."),
            ] {
                let answer = try await site.post(Paths.mail(id), [("doe", "opnieuw")])
                let list = try await site.get(try #require(answer.headers[.location])).text
                #expect(answer.status == 303 && list.contains(words) && !list.contains(others))
            }
        }
    }

    @Test func `what became of mail is counted by month, and each number leads to its mails`() async throws {
        try await StaffedSite.open { site async throws in
            try await setUp(site)
            let kinds: [(InboxOutcome, InboxState)] = [
                (.registered, .placed), (.registered, .closed), (.joined, .placed), (.robot, .placed), (.double, .placed),
                (.numbered, .asked),
            ]
            for (number, kind) in kinds.enumerated() { _ = try await keep(Self.plain("Mail \(number)"), kind.0, kind.1, in: site) }
            let closed = try await keep(Self.plain("Reclame"), in: site)
            #expect(try await site.post(Paths.mail(closed), [("doe", "geen-klacht")]).status == 303)
            let month = MailMonth.last(1, on: OfficeZone.amsterdam.moment(at: site.rehearsal.now).day, .amsterdam)[0]
            let page = try await site.get(Paths.post).text
            for (fate, count) in [(MailFate?.none, 7), (.complaint, 2), (.file, 1), (.closed, 1), (.aside, 2), (.waiting, 1)] {
                let address = Paths.post(month, fate)
                #expect(page.contains("<a href=\"\(address.replacing("&", with: "&amp;"))\">\(count)</a>"), "\(address)")
                let list = try await site.get(address)
                #expect(list.status == 200 && list.text.components(separatedBy: "data-item").count - 1 == count)
            }
            #expect(!page.contains("wat=forwarded"))
            #expect(try await site.get(Paths.post(month, .closed)).text.contains("Reclame"))
            for odd in ["/post?maand=2026-13", "/post?maand=x", "/post?maand=\(month.text)&wat=iets"] {
                #expect(try await site.get(odd).status == 404, "\(odd)")
            }
        }
    }

    @Test func `pictures that came with a mail stand in its text, and nothing else does`() async throws {
        try await StaffedSite.open { site async throws in
            let png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
            let raw = """
                From: Jan <jan@example.nl>
                Subject: Foto
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary=b

                --b
                Content-Type: text/html

                <p>Kijk</p><img src="cid:een@x" alt="de meter"><img src="cid:twee@x" alt="tekening"><img src="https://volg.test/1.gif">
                --b
                Content-Type: image/png
                Content-ID: <een@x>
                Content-Transfer-Encoding: base64
                Content-Disposition: inline; filename="meter.png"

                \(png)
                --b
                Content-Type: image/svg+xml
                Content-ID: <twee@x>
                Content-Disposition: inline; filename="t.svg"

                <svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>
                --b--

                """
            let id = try await keep(raw, in: site)
            let frame = try await site.get(Paths.mailMarkup(id))
            #expect(frame.text.contains("<img src=\"data:image/png;base64,\(png)\" alt=\"de meter\">"))
            #expect(
                frame.text.components(separatedBy: "<img").count == 2 && !frame.text.contains("svg") && !frame.text.contains("volg.test"))
            #expect(frame.text.contains("tekening") && frame.text.contains("niet opgehaald"))
            #expect(frame.headers[.contentSecurityPolicy]?.contains("default-src 'none'; img-src data:; style-src 'sha256-") == true)
            #expect(try await site.get(Paths.mailMarkup(id), as: SampleStaff.dirk).status == 404)
        }
    }

    @Test func `where mail can go on to is a setting, with a reason for what is refused`() async throws {
        try await StaffedSite.open { site async throws in
            try await setUp(site)
            let page = try await site.get(Paths.mailSettings, as: SampleStaff.bo).text
            #expect(page.contains("value=\"support@bedrijf.test\""))
            let fields = [("gezien", "1"), ("address", "klachten@bedrijf.test"), ("smtp.security", "starttls"), ("imap.1.security", "tls")]
            let own = try await site.post(Paths.mailSettings, fields + [("forwarding", "klachten@bedrijf.test")], as: SampleStaff.bo)
            #expect(own.status == 422 && own.text.contains("zulke mail kwam hier weer binnen"))
            #expect(try await site.post(Paths.mailSettings, fields + [("forwarding", "a@bedrijf.test")], as: SampleStaff.bo).status == 303)
            #expect(try await site.get(Paths.mailSettings, as: SampleStaff.bo).text.contains("value=\"a@bedrijf.test\""))
        }
    }
}
