import Casework
import Complaints
import Dialling
import Foundation
import Mail
import Records
import Rehearsal
import Testing

@Suite struct InboxTests {
    @Test func `a mail becomes a complaint, counted from when it came, with its acknowledgement`() async throws {
        try await Postbox.open { postbox in
            let came = postbox.rehearsal.now
            let bytes = Data(plainMail(text: "De factuur klopt niet.\n\n-- \nJan Jansen\n06 12345678").utf8)
            let id = try await postbox.inbox.accept(bytes, from: .pipe, for: "info@bedrijf.test")
            postbox.rehearsal.clock.advance(days: 1)
            try await postbox.read(by: postbox.worker)
            let mail = try await postbox.mail(id)
            #expect(mail.state == .placed && mail.outcome == .registered && mail.mailbox == "info@bedrijf.test")
            let complaint = try await postbox.complaint(of: mail)
            #expect(complaint.channel == .email && complaint.receivedAt == came && complaint.registeredAt > came)
            #expect(complaint.customer?.name == "Jan Jansen" && complaint.customer?.email?.text == "jan@example.nl")
            #expect(complaint.story.text == "Factuur klopt niet\n\nDe factuur klopt niet.\n\n-- \nJan Jansen\n06 12345678")
            let letters = try await postbox.letters(of: complaint)
            #expect(letters.map(\.content.kind) == ["received"] && letters.map(\.content.address) == ["jan@example.nl"])
            #expect(try await postbox.inbox.original(of: mail) == bytes)
            #expect(try await postbox.inbox.status(of: id)?.number == complaint.number)
        }
    }

    @Test func `a mail in English is answered in English, and files come along whole`() async throws {
        try await Postbox.open { postbox in
            let large = Data(repeating: 65, count: 300_000)
            let text = """
                From: Jane <jane@example.org>
                Subject: Invoice
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                I have paid the invoice and you say that it is not paid. Please look at the attachment.
                --b
                Content-Type: application/pdf; name="../../etc/factuur.pdf"
                Content-Disposition: attachment
                Content-Transfer-Encoding: base64

                \(large.base64EncodedString(options: .lineLength76Characters))
                --b--
                """
            let mail = try await postbox.bring(text)
            let complaint = try await postbox.complaint(of: mail)
            #expect(complaint.customer?.language == .english)
            let document = try #require(complaint.documents.first)
            #expect(document.name.text == "factuur.pdf" && document.isFromCustomer)
            #expect(try await postbox.rehearsal.office.blobs.bytes(of: document.digest) == large)
            // The mail itself is large too: it lies with the documents, and a backup takes it along.
            let original = try #require(try await postbox.inbox.original(of: mail))
            #expect(original.count > 400_000)
            #expect(try await postbox.rehearsal.records.read { try $0.houseContents().documents }.contains(mail.digest))
        }
    }

    @Test func `what comes from an old mailbox was acknowledged by nobody, also in a house that sends letters`() async throws {
        try await Postbox.open { postbox in
            let rehearsal = postbox.rehearsal
            try await postbox.set { $0.sending = MailSettings.Server(host: "smtp.bedrijf.test", port: 587, security: .startTLS) }
            let yaml = ProcedureDocument.standard.yaml.replacing(
                "promises:\n", with: "promises:\n  - {promise: acknowledgement, within: 1 working day}\n", maxReplacements: 1)
            _ = try await rehearsal.procedures.apply(ProcedureDocument(yaml: yaml), seen: 1, by: .system)
            rehearsal.clock.advance(days: 40)
            func acknowledgement(_ complaint: Complaint) throws -> Promise {
                try #require(complaint.promises.first { $0.kind == .acknowledgement })
            }
            let fresh = try await postbox.complaint(of: postbox.bring(plainMail()))
            #expect(try acknowledgement(fresh).metAt == rehearsal.now)
            let came = rehearsal.now.adding(days: -30)
            let bytes = Data(plainMail(from: "Piet <piet@example.nl>").utf8)
            let id = try await postbox.inbox.accept(bytes, from: .file, for: "oud.mbox", receivedAt: came)
            try await postbox.read(by: postbox.worker)
            let old = try await postbox.complaint(of: postbox.mail(id))
            #expect(old.receivedAt == came)
            #expect(try acknowledgement(old).metAt == nil)
            #expect(try await postbox.letters(of: old).isEmpty)
        }
    }

    @Test func `the very same mail is one complaint, however often it comes`() async throws {
        try await Postbox.open { postbox in
            let text = plainMail(id: "een")
            let first = try await postbox.bring(text)
            // Another way here, so other bytes.
            let second = try await postbox.bring("Received: from elsewhere\n" + text)
            #expect(second.outcome == .double && second.complaint == first.complaint)
            let number = try await postbox.complaint(of: first).number
            #expect(try await postbox.inbox.status(of: second.id)?.number == number)
            #expect(try await postbox.complaintCount() == 1)
            // The same id with other words is another mail.
            #expect(try await postbox.bring(plainMail(text: "Iets anders.", id: "een")).outcome == .registered)
        }
    }

    @Test func `nothing and too much are not taken in`() async throws {
        try await Postbox.open { postbox in
            await #expect(throws: InboxFault.nothing) { try await postbox.inbox.accept(Data(), from: .pipe) }
            await #expect(throws: InboxFault.tooLarge(limit: InboxOffice.limit)) {
                try await postbox.inbox.accept(Data(count: InboxOffice.limit + 1), from: .pipe)
            }
        }
    }

    @Test func `what nobody can read is in quarantine, the next is read, and a second try may do`() async throws {
        try await Postbox.open { postbox in
            let broken = ReadingWorker(executable: "/bin/false", arguments: [])
            let mail = try await postbox.bring(plainMail(), reader: broken)
            #expect(mail.state == .quarantined && mail.outcome == .endedReader)
            #expect(try await postbox.bring(plainMail(from: "piet@example.nl")).outcome == .registered)
            let now = postbox.rehearsal.now
            try await postbox.rehearsal.records.write { try $0.retryMail(mail.id, at: now) }
            try await postbox.read(by: postbox.worker)
            #expect(try await postbox.mail(mail.id).outcome == .registered)
        }
    }

    @Test func `a mail whose reader was killed is taken up again, and given up when it kills whoever reads it`() async throws {
        try await Postbox.open { postbox in
            let id = try await postbox.inbox.accept(Data(plainMail().utf8), from: .pipe)
            for _ in 0..<3 {
                let now = postbox.rehearsal.now
                let taken = try await postbox.rehearsal.records.write {
                    try $0.claimMail(limit: 9, at: now, until: now.adding(seconds: 60))
                }
                #expect(taken.map(\.id) == [id])
                #expect(try await postbox.rehearsal.records.write { try $0.claimMail(limit: 9, at: now, until: now) }.isEmpty)
                postbox.rehearsal.clock.advance(seconds: 61)
            }
            try await postbox.read(by: postbox.worker)
            #expect(try await postbox.mail(id).state == .quarantined)
        }
    }

    @Test func `who has the house to itself need not wait for whoever was killed`() async throws {
        try await Postbox.open { postbox in
            let id = try await postbox.inbox.accept(Data(plainMail().utf8), from: .pipe)
            let now = postbox.rehearsal.now
            _ = try await postbox.rehearsal.records.write { try $0.claimMail(limit: 9, at: now, until: now.adding(seconds: 60)) }
            try await postbox.rehearsal.records.write { try $0.resumeMail(at: now) }
            try await postbox.read(by: postbox.worker)
            #expect(try await postbox.mail(id).outcome == .registered)
        }
    }

    @Test func `mails without words, sender or sense are kept for a person`() async throws {
        try await Postbox.open { postbox in
            let expected: [(String, InboxOutcome)] = [
                (plainMail(subject: "", text: ""), .empty), ("Subject: x\n\nTekst", .unanswerable), ("x", .unanswerable),
                ("From: jan@localhost\nSubject: x\n\nTekst", .unanswerable), ("From: a@b.nl, c@d.nl\nSubject: x\n\nTekst", .unanswerable),
                (plainMail(from: "noreply@example.nl"), .robot), (plainMail(from: "Iris <iris@gehoor.invalid>"), .staff),
            ]
            for (text, outcome) in expected {
                let mail = try await postbox.bring(text)
                #expect(mail.state == .asked && mail.outcome == outcome, "\(text)")
            }
            #expect(try await postbox.complaintCount() == 0)
        }
    }

    @Test func `a story that is too long is cut, and the whole mail kept`() async throws {
        try await Postbox.open { postbox in
            let complaint = try await postbox.complaint(of: postbox.bring(plainMail(text: String(repeating: "woord ", count: 5_000))))
            #expect(complaint.story.text?.unicodeScalars.count ?? 0 <= Complaint.longestStory)
            #expect(complaint.story.text?.hasSuffix("[…]") == true)
        }
    }
}
