import Casework
import Complaints
import Dialling
import Foundation
import Mail
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Letters that did not arrive` {
    private func bounced(_ site: StaffedSite) async throws -> (complaint: Complaint, letter: Records.Letter) {
        let complaint = try await site.rehearsal.register { $0.customer.email = "fout@example.nl" }
        let letter = try #require(try await site.rehearsal.records.read { try $0.letters(of: complaint.id) }.last)
        let now = site.rehearsal.now
        try await site.rehearsal.records.write { tx in
            try tx.settle(letter.id, as: .sent, at: now)
            try tx.noteBounce(of: letter.id, words: "550 Bestaat niet", at: now)
        }
        return (complaint, letter)
    }

    @Test func `the file and the letter say so, with what the server said and a button that sends it again`() async throws {
        try await StaffedSite.open { site in
            let (complaint, letter) = try await bounced(site)
            let path = Paths.letter(letter.id, complaint.number)
            for page in [path, Paths.file(complaint.number)] {
                let text = try await site.get(page).text
                #expect(text.contains("kwam niet aan") && text.contains("550 Bestaat niet"))
                #expect(text.contains("Stuur opnieuw naar fout@example.nl") && !text.contains("verstuurd<"))
            }
            let list = try await site.get(Paths.letters).text
            #expect(list.contains("Kwam niet aan") && !list.contains("Alles is bij de klant"))
            #expect(list.contains(">\(letter.content.subject)</a> aan \(letter.content.recipient)"))
            var input = CorrectionInput()
            input.customer = PersonInput(email: "goed@example.nl")
            try await site.rehearsal.perform(.correct(input), on: complaint, by: SampleStaff.iris)
            #expect(try await site.get(path).text.contains("Stuur opnieuw naar goed@example.nl"))
            let done = try await site.post(
                Paths.act("informed", complaint.number), [("letter", "\(letter.id.value)"), ("means", "resent")])
            let file = try await site.get(done.location).text
            #expect(file.contains("Opnieuw gestuurd: ") && file.contains("De brief gaat zo opnieuw weg."))
            #expect(!file.contains("Stuur opnieuw naar"))
            #expect(file.contains("brief gaat opnieuw weg.") && !file.contains("brief afgehandeld"))
            #expect(try await site.get(path).text.contains("kwam niet aan, is opnieuw gestuurd"))
            #expect(try await !site.get(Paths.letters).text.contains("550 Bestaat niet"))
        }
    }

    @Test func `trouble with mail is said in the reader's language, the server's words behind it`() {
        let (nl, en) = (Wording(.dutch), Wording(.english))
        let faults: [(any Error, String, String)] = [
            (MailboxFault.refused(command: "SELECT", answer: "NO Quota"), "weigert", "NO Quota"),
            (MailboxFault.garbled("a line"), "geen IMAP", ""),
            (DialFault.strangeAnswer("421 4.3.2 Even weg"), "niet zoals verwacht", "Even weg"),
            (DialFault.loginRefused(answer: "NO fout"), "geweigerd", "NO fout"), (DialFault.answerTooLarge(limit: 1 << 20), "groter", ""),
            (DialFault.broken("reset"), "verbinding", "reset"), (OneMailFault(uid: 7, fault: .nothingInMail), "nummer 7", ""),
            (SendingReason(code: 421, words: "Even weg", fault: .strangeAnswer("421 Even weg")), "niet zoals verwacht", "Even weg"),
            (SendingReason(code: 0, words: "", fault: .closed), "verbrak", ""),
            (
                SendingReason(code: 0, words: "x", fault: nil, token: .refused(error: "invalid_client", words: "")), "token",
                "invalid_client"
            ),
            (TokenFault.refused(error: "invalid_grant", words: "Expired"), "Vul een nieuw refresh token in.", "Expired"),
            (TokenFault.refused(error: "invalid_client", words: ""), "client secret opnieuw in.", "invalid_client"),
            (DialFault.certificate(.ofUnknownIssuer), "GEHOOR_CERTIFICATES", ""), (DialFault.noTLSOffered, "TLS vanaf het begin", ""),
            (TokenFault.strangeAnswer(status: 500), "tokens", "500"), (TokenFault.wrongAddress, "https://", ""),
        ]
        for (fault, dutch, words) in faults {
            #expect(
                nl.mailTrouble(fault).contains(dutch) && (words.isEmpty || nl.mailTrouble(fault).contains(words)),
                "\(nl.mailTrouble(fault))")
            #expect(nl.mailTrouble(fault) != en.mailTrouble(fault) && (words.isEmpty || en.mailTrouble(fault).contains(words)))
        }
        #expect(nl.sendingReason("fault: too-slow 60") == "niet klaar binnen 60 s." && nl.sendingReason("550 Nee") == "550 Nee")
    }

    @Test(
        arguments: [
            (.tlsFailed("wrong version number"), .tls, 2587, "Kies dan “STARTTLS, verplicht”."),
            (.tlsFailed("wrong version number"), .tls, 587, "Kies dan “STARTTLS, verplicht”."), (.tlsFailed("old"), .tls, 993, ""),
            (.noAnswer(seconds: 8), .startTLS, 993, "Kies dan “TLS vanaf het begin”."),
            (.closed, .none, 465, "Kies dan “TLS vanaf het begin”."),
            (.noAnswer(seconds: 8), .startTLS, 587, ""), (.loginNotOffered, .none, 143, "Kies “STARTTLS, verplicht”."),
            (.loginRefused(answer: "NO [PRIVACYREQUIRED] no"), .none, 143, "Kies “STARTTLS, verplicht”."),
            (.loginRefused(answer: "NO wrong"), .none, 143, ""), (.refused(host: "a", port: 25), .startTLS, 25, ""),
        ] as [(DialFault, TransportSecurity, UInt16, String)])
    func `a wrong choice of security is named with the other one`(
        fault: DialFault, security: TransportSecurity, port: UInt16, advice: String
    ) {
        let server = MailSettings.Server(host: "mail.bedrijf.test", port: port, security: security)
        let say = Wording(.dutch)
        for wrapped in [fault as any Error, MailboxFault.dial(fault), SendingReason(code: 0, words: "", fault: fault)] {
            let words = say.mailTrouble(wrapped, at: server)
            #expect(
                words.hasPrefix(say.mailTrouble(wrapped)) && (advice.isEmpty ? words == say.mailTrouble(wrapped) : words.hasSuffix(advice)))
        }
        let late = SendingReason(code: 530, words: "530 5.7.0 Must issue a STARTTLS command first", fault: .broken("MAIL failed"))
        #expect(say.mailTrouble(late, at: server).hasSuffix("Kies “STARTTLS, verplicht”.") == (security == .none))
    }

    @Test func `a letter that waits says for what: mail, a person, or nothing`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register { $0.customer.email = "anna@example.nl" }
            let letter = try #require(try await site.rehearsal.records.read { try $0.letters(of: complaint.id) }.last)
            site.rehearsal.clock.advance(seconds: 60)
            let now = site.rehearsal.now
            let page = Paths.letter(letter.id, complaint.number)
            #expect(try await site.get(page).text.contains("wacht tot e-mail is ingericht"))
            for (version, since, words) in [
                (0, Int64(0), "wordt verstuurd"), (1, now.milliseconds, "wacht op de pagina Brieven tot iemand hem verstuurt"),
            ] {
                var settings = MailSettings()
                settings.address = "klachten@bedrijf.test"
                settings.sending = MailSettings.Server(host: "smtp.bedrijf.test", port: 587, security: .startTLS)
                settings.sendsSince = since
                let body = String(decoding: try JSONEncoder().encode(settings), as: UTF8.self)
                _ = try await site.rehearsal.records.write { try $0.set(.mail, to: body, after: version, by: .system, at: now) }
                for path in [page, Paths.file(complaint.number)] {
                    let text = try await site.get(path).text
                    #expect(text.contains(words) && !text.contains("wacht tot e-mail is ingericht"), "\(path)")
                }
            }
            for (choice, words) in [(LetterChoice.send, "De brief wordt verstuurd."), (.drop, "De brief vervalt.")] {
                let done = try await site.post(Paths.letters, [("doe", choice.rawValue), ("brief", "\(letter.id.value)")])
                #expect(try await site.get(done.location).text.contains(words))
            }
            let both = try await site.post(
                Paths.letters, [("doe", LetterChoice.drop.rawValue), ("brief", "\(letter.id.value)"), ("brief", "1")])
            #expect(try await site.get(both.location).text.contains("De brieven vervallen."))
        }
    }
}
