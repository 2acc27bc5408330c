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

/// What staff see of a mail, and ask by mail.
@Suite struct MailPageTests {
    /// A mail that was read, and waits for a person.
    private func keep(_ raw: String, beside complaint: ComplaintID? = nil, for reason: InboxOutcome = .numbered, in site: StaffedSite)
        async throws -> InboxID
    {
        let bytes = Data(raw.replacing("\n", with: "\r\n").utf8)
        let id = try await site.workplace.inbox.accept(bytes, from: .api)
        let read = MailReader().read(bytes).mail
        let (body, now) = (String(decoding: try JSONEncoder().encode(read), as: UTF8.self), site.rehearsal.now)
        try await site.rehearsal.records.write { tx in
            var placing = InboxPlacing(.asked, complaint == nil ? reason : .beside)
            placing.complaint = complaint
            try tx.placeMail(id, placing, by: nil, at: now)
            try tx.keepReading(body, of: id)
        }
        return id
    }

    private static let html = """
        From: Jan <jan@example.nl>
        Subject: Opmaak
        Content-Type: text/html; charset=utf-8

        <p onclick="x()">Dag <b>allemaal</b><script>alert(1)</script><img src="https://volg.test/1.gif"><a href="https://lok.test/">klik hier</a></p>
        <form action="https://lok.test"><input name=pw></form>

        """

    @Test func `a mail is shown as it was laid out, in a frame that runs, fetches and reaches nothing`() async throws {
        try await StaffedSite.open { site async throws in
            let id = try await keep(Self.html, in: site)
            let page = try await site.get(Paths.mail(id))
            #expect(page.status == 200 && page.text.contains("<iframe") && page.text.contains("sandbox=\"\""))
            #expect(page.headers[.contentSecurityPolicy]?.hasSuffix("frame-src 'self'") == true)
            let frame = try await site.get(Paths.mailMarkup(id))
            #expect(frame.status == 200 && frame.headers[.contentSecurityPolicy] == MailMarkupPage.policy)
            #expect(MailMarkupPage.policy.hasPrefix("sandbox; default-src 'none'"))
            #expect(frame.text.contains("<p>Dag <strong>allemaal</strong>") && frame.text.contains("niet opgehaald"))
            for piece in ["<script", "onclick", "<img", "<form", "<input", "href"] { #expect(!frame.text.contains(piece), "\(piece)") }
            #expect(frame.text.contains("title=\"https://lok.test/\""))
        }
    }

    @Test func `the style of the frame is the one that its policy names`() async throws {
        try await StaffedSite.open { site async throws in
            let frame = try await site.get(Paths.mailMarkup(try await keep(Self.html, in: site))).text
            let start = try #require(frame.range(of: "<style>")?.upperBound)
            let end = try #require(frame.range(of: "</style>")?.lowerBound)
            let digest = HexDigest.of(Array(frame[start..<end].utf8))
            let named = try #require(MailMarkupPage.policy.range(of: "sha256-")?.upperBound)
            let base64 = MailMarkupPage.policy[named...].prefix { $0 != "'" }
            let bytes = try #require(Data(base64Encoded: String(base64)))
            #expect(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == digest)
        }
    }

    @Test func `a mail without one address to answer to is registered by hand, and promises no acknowledgement`() async throws {
        try await StaffedSite.open { site async throws in
            let id = try await keep("From: a@b.nl, c@d.nl\nSubject: x\n\nTekst\n", for: .unanswerable, in: site)
            let page = try await site.get(Paths.mail(id)).text
            #expect(page.contains("Registreer met de hand") && !page.contains("ontvangstbevestiging"))
            #expect(!page.contains("value=\"registreer\""))
        }
    }

    @Test func `a mail of text has no frame, and what is not there is not found`() async throws {
        try await StaffedSite.open { site async throws in
            let id = try await keep("From: Jan <jan@example.nl>\nSubject: x\n\nTekst\n", in: site)
            #expect(try await !site.get(Paths.mail(id)).text.contains("<iframe"))
            #expect(try await site.get(Paths.mailMarkup(id)).status == 404)
            #expect(try await site.get(Paths.mailMarkup(id), as: SampleStaff.dirk).status == 404)
        }
    }

    @Test func `what of a mail was not read, and what is not what it seems, is said in words`() async throws {
        func mail(_ type: String, _ body: String) -> String {
            "From: Jan <jan@example.nl>\nSubject: x\nMIME-Version: 1.0\nContent-Type: \(type)\n\n\(body)\n"
        }
        func file(_ type: String, _ name: String, _ base64: String) -> String {
            "--b\nContent-Type: \(type)\nContent-Disposition: attachment; filename=\(name)\nContent-Transfer-Encoding: base64\n\n\(base64)\n"
        }
        var deep = "Content-Type: text/plain\n\nDiep\n"
        for level in 0..<100 { deep = "Content-Type: multipart/mixed; boundary=n\(level)x\n\n--n\(level)x\n\(deep)\n--n\(level)x--\n" }
        let text = "--b\nContent-Type: text/plain\n\nTekst\n"
        let files = file("application/pdf", "rekening.pdf", "TVqQAAMAAAAEAAAA") + file("application/ms-tnef", "winmail.dat", "eJ8+IgAA")
        let cases = [
            (
                mail("multipart/mixed; boundary=b", text + files + "--b--"),
                ["rekening.pdf is iets anders", "winmail.dat is een pakket van Outlook"]
            ),
            (mail("multipart/mixed; boundary=b", text + "--b\n\(deep)\n--b--"), ["Niet alles is gelezen"]),
            (
                mail("multipart/encrypted; boundary=b", text + "--b--"),
                ["De mail is versleuteld", "registreer de klacht met de hand"]
            ),
        ]
        try await StaffedSite.open { site async throws in
            for (raw, words) in cases {
                let page = try await site.get(Paths.mail(try await keep(raw, in: site))).text
                for words in words { #expect(page.contains("notice waiting") && page.contains(words), "\(words)") }
            }
            let plain = try await keep("From: Jan <jan@example.nl>\nSubject: x\n\nTekst\n", in: site)
            let page = try await site.get(Paths.mail(plain)).text
            #expect(!page.contains("notice waiting") && !page.contains("Echtheid"))
            try await setUpMail(site, trusting: ["mx.bedrijf.test"])
            #expect(try await site.get(Paths.mail(plain)).text.contains("niet langs een server die u vertrouwt"))
        }
    }

    private func setUpMail(_ site: StaffedSite, trusting servers: [String] = []) async throws {
        var settings = MailSettings()
        settings.trustedServers = servers
        settings.address = "klachten@bedrijf.test"
        settings.sending = MailSettings.Server(host: "smtp.bedrijf.test", port: 587, security: .startTLS)
        let (body, now) = (String(decoding: try JSONEncoder().encode(settings), as: UTF8.self), site.rehearsal.now)
        _ = try await site.rehearsal.records.write { tx in try tx.set(.mail, to: body, after: 0, by: .system, at: now) }
    }

    @Test func `somebody without an account is asked by mail from the file, where mail leaves`() async throws {
        try await StaffedSite.open { site async throws in
            let complaint = try await site.rehearsal.registerAtWork()
            let path = Paths.file(complaint.number)
            #expect(try await !site.get(path, as: SampleStaff.hassan).text.contains("Iemand zonder account"))
            try await setUpMail(site)
            #expect(try await site.get(path, as: SampleStaff.hassan).text.contains("Iemand zonder account"))
            let fields = [
                ("colleague", "mail"), ("colleagueName", "Karel Kabel"), ("colleagueEmail", "karel"), ("question", "Lag hij er?"),
                ("due", "30-11-2026"),
            ]
            let act = Paths.act(Act.consult.rawValue, complaint.number)
            let refused = try await site.post(act, fields, as: SampleStaff.hassan)
            #expect(refused.status == 422 && refused.text.contains("Vul een e-mailadres in zoals") && refused.text.contains("Lag hij er?"))
            let right = fields.map { $0.0 == "colleagueEmail" ? ($0.0, "karel@leverancier.test") : $0 }
            let asked = try await site.post(act, right, as: SampleStaff.hassan)
            #expect(asked.status == 303)
            let after = try await site.get(asked.location, as: SampleStaff.hassan).text
            #expect(after.contains("De vraag gaat per e-mail naar uw collega.") && !after.contains("op het bureau van uw collega"))
            let file = try await site.get(path, as: SampleStaff.hassan).text
            #expect(file.contains("Gevraagd aan Karel Kabel") && file.contains("Karel Kabel (per e-mail)"))
        }
    }

    @Test func `an address is taken over in the file that the page asked about, and in no other`() async throws {
        try await StaffedSite.open { site async throws in
            let asked = try await site.rehearsal.register { $0.customer.email = "anna@thuis.test" }
            let other = try await site.rehearsal.register { $0.customer.email = "anna@thuis.test" }
            for (complaint, text, wanted) in [(other, "Dank u.", "anna@thuis.test"), (asked, "Dank u wel.", "anna@werk.test")] {
                let id = try await keep("From: Anna <anna@werk.test>\nSubject: Re: Klacht\n\n\(text)\n", beside: asked.id, in: site)
                let page = try await site.get(Paths.mail(id), as: SampleStaff.iris).text
                #expect(page.contains("schrijf voortaan naar anna@werk.test"))
                let fields = [("doe", "dossier"), ("nummer", complaint.number.formatted), ("adres", "1")]
                #expect(try await site.post(Paths.mail(id), fields, as: SampleStaff.iris).status == 303)
                let after = try await site.rehearsal.records.read { try $0.complaint(complaint.id) }
                #expect(after?.customer?.email?.text == wanted && after?.awaitsReaction == true)
            }
        }
    }

    @Test func `reply texts are kept, stand in the message by a link, and one that is left open does not leave`() async throws {
        try await StaffedSite.open { site async throws in
            let complaint = try await site.rehearsal.registerAtWork()
            let texts = [("gezien", "0"), ("name.1", "Excuses"), ("text.1", "Beste {{klant}}, u krijgt {{?bedrag}}.")]
            #expect(try await site.post(Paths.snippets, texts, as: SampleStaff.bo).status == 303)
            let wrong = [("gezien", "1"), ("name.1", "Excuses"), ("text.1", "{{onbekend}}")]
            let refused = try await site.post(Paths.snippets, wrong, as: SampleStaff.bo)
            #expect(refused.status == 422 && refused.text.contains("{{onbekend}}"))
            let second = [("gezien", "0"), ("name.1", "Dank"), ("text.1", "Dank u wel.")]
            let late = try await site.post(Paths.snippets, second, as: SampleStaff.bo)
            #expect(late.status == 409 && late.text.contains("Wat verschilt") && late.text.contains("<td class=\"pre\">Excuses</td>"))
            let filled = try await site.get("\(Paths.file(complaint.number))?tekst=1", as: SampleStaff.hassan).text
            #expect(filled.contains("\nBeste Anna de Vries, u krijgt {{?bedrag}}.</textarea>"))
            #expect(filled.contains("data-text=\"Beste Anna de Vries, u krijgt {{?bedrag}}.\""))
            let fields = [("text", "u krijgt {{?bedrag}}"), ("gezien", "\(complaint.sequence)")]
            let unfilled = try await site.post(Paths.act(Act.answer.rawValue, complaint.number), fields, as: SampleStaff.hassan)
            #expect(unfilled.status == 422 && unfilled.text.contains("Vul in wat tussen {{? en }} staat"))
        }
    }

    @Test func `a reply text names the first day that the customer was told, and none that is only for us`() async throws {
        try await StaffedSite.open { site async throws in
            let rehearsal = site.rehearsal
            let step = "immediate: [{reason: privacy, within: 24 hours, step: {nl: Meld het, en: Report it}}]\n"
            _ = try await rehearsal.procedures.apply(ProcedureDocument(yaml: ProcedureDocument.standard.yaml + step), seen: 1, by: .system)
            rehearsal.clock.advance(seconds: 60)
            let complaint = try await rehearsal.registerAtWork { ($0.severity, $0.severityReasons) = ("serious", ["privacy"]) }
            let told = try #require(complaint.nextForCustomer)
            #expect(complaint.nextPromise?.kind == .immediate && told.due > rehearsal.now.adding(days: 1))
            let texts = [("gezien", "0"), ("name.1", "Datum"), ("text.1", "Wij bellen {{uiterlijk}}.")]
            #expect(try await site.post(Paths.snippets, texts, as: SampleStaff.bo).status == 303)
            let page = try await site.get("\(Paths.file(complaint.number))?tekst=1", as: SampleStaff.hassan).text
            let zone = OfficeZone.amsterdam
            let day = DateWords.told(zone.moment(at: told.due).day, today: zone.moment(at: rehearsal.now).day, .dutch)
            #expect(page.contains("Wij bellen \(day).</textarea>"))
        }
    }

    @Test func `a letter is mailed to its editor as a test, and where no mail leaves there is no button`() async throws {
        try await StaffedSite.open { site async throws in
            let path = Paths.letterText("received", "nl-u")
            #expect(try await !site.get(path, as: SampleStaff.bo).text.contains("Mail mij dit als proef"))
            try await setUpMail(site)
            #expect(try await site.get(path, as: SampleStaff.bo).text.contains("Mail mij dit als proef"))
            let fields = [("subject", "Dag {{number}}"), ("body", "Dag {{name}}\n{{follow-link}}"), ("act", "proef"), ("gezien", "0")]
            let answer = try await site.post(path, fields, as: SampleStaff.bo)
            #expect(answer.status == 200 && answer.text.contains("De proef gaat naar bo@gehoor.invalid"))
            let now = site.rehearsal.now
            let memos = try await site.rehearsal.records.write { try $0.claimMemos(limit: 5, at: now, until: now.adding(seconds: 9)) }
            #expect(memos.map(\.content.kind) == [.test] && memos.first?.content.subject.hasPrefix("[Proef] Dag ") == true)
            #expect(memos.first?.content.body.hasPrefix("Dag Jan de Vries\n") == true)
            let wrong = fields.map { $0.0 == "body" ? ($0.0, "{{onzin}}") : $0 }
            #expect(try await site.post(path, wrong, as: SampleStaff.bo).status == 422)
        }
    }

    @Test func `mail about one's work is turned off on the profile`() async throws {
        try await StaffedSite.open { site async throws in
            let fields = [("name", "Iris Bakker"), ("language", "nl"), ("keys", "on")]
            #expect(try await site.get(Paths.profile).text.contains("Mail mij over mijn werk"))
            #expect(try await site.post(Paths.profile, fields).status == 303)
            #expect(try await site.rehearsal.records.read { try $0.staffMember(SampleStaff.iris.id) }?.isMailed == false)
            #expect(try await site.post(Paths.profile, fields + [("mailed", "on")]).status == 303)
            #expect(try await site.rehearsal.records.read { try $0.staffMember(SampleStaff.iris.id) }?.isMailed == true)
        }
    }
}
