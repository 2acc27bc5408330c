import Casework
import Complaints
import Foundation
import Mail
import Records
import Rehearsal
import Testing

/// Mail that a person is asked about.
@Suite struct DecidingTests {
    private let iris = SampleStaff.iris.actor

    @Test func `a mail becomes a complaint that counts from when it came, once`() async throws {
        try await Postbox.open { postbox in
            let mail = try await postbox.bring(plainMail(from: "info@example.nl", head: "X-Auto-Response-Suppress: OOF"))
            #expect(mail.outcome == .robot && mail.state == .asked)
            let came = postbox.rehearsal.now
            postbox.rehearsal.clock.advance(days: 3)
            let complaint = try await postbox.inbox.register(mail.id, by: iris)
            #expect(complaint.receivedAt == came && complaint.channel == .email && complaint.registeredBy == iris.identity)
            let after = try await postbox.mail(mail.id)
            #expect(after.state == .closed && after.outcome == .registered && after.complaint == complaint.id)
            await #expect(throws: Refusal.notThere) { try await postbox.inbox.register(mail.id, by: iris) }
            await #expect(throws: Refusal.notThere) { try await postbox.inbox.dismiss(mail.id, by: iris) }
        }
    }

    @Test func `a mail is put into a file, with its files, by whoever may`() async throws {
        try await Postbox.open { postbox in
            let complaint = try await postbox.complaint(of: postbox.bring(plainMail()))
            let mail = try await postbox.bring(plainMail(subject: "Over \(complaint.number)", text: "Ik vergat iets."))
            await #expect(throws: Refusal.notAllowed(.receiveAnswer)) {
                try await postbox.inbox.put(mail.id, into: complaint.id, by: SampleStaff.aukje.actor)
            }
            let after = try await postbox.inbox.put(mail.id, into: complaint.id, by: iris)
            #expect(after.sequence == complaint.sequence + 1 && after.awaitsReaction)
            let mails = try await postbox.rehearsal.records.read { try $0.mails(in: complaint.id) }
            #expect(mails[after.sequence] == mail.id)
        }
    }

    @Test func `a customer who writes from a new address is asked about, and written to there when a person says so`() async throws {
        try await Postbox.open { postbox in
            let complaint = try await postbox.complaint(of: postbox.bring(plainMail()))
            let letter = try #require(try await postbox.letters(of: complaint).first)
            let new = try await postbox.bring(postbox.answer(to: letter, from: "Jan <jan@werk.test>"))
            #expect(new.state == .asked && new.outcome == .beside && new.complaint == complaint.id)
            let read = try #require(try await postbox.rehearsal.records.read { try $0.readMail(new.id) })
            #expect(complaint.newAddress(in: read)?.text == "jan@werk.test")
            let after = try await postbox.inbox.put(new.id, into: complaint.id, adoptsAddress: true, by: SampleStaff.iris.actor)
            #expect(after.customer?.email?.text == "jan@werk.test" && after.customer?.name == "Jan Jansen" && after.awaitsReaction)
            // What the desk offers to undo is what can be undone.
            let offer = try await postbox.rehearsal.records.read { try $0.undoOffer(to: SampleStaff.iris.id) }
            #expect(offer?.act == .correct && offer?.single?.sequence == after.sequence)
            // From now on it is the address of the file: answers from there come in by themselves, to letters that go there.
            #expect(after.newAddress(in: read) == nil)
        }
    }

    @Test func `the address of who speaks for the customer is not taken for a new one of the customer's`() async throws {
        try await Postbox.open { postbox in
            let complaint = try await postbox.rehearsal.register { input in
                input.customer.email = "jan@example.nl"
                input.representative = PersonInput(name: "Mr. Pleit", email: "pleit@recht.test")
            }
            func new(_ sender: String) -> EmailAddress? {
                complaint.newAddress(in: MailReader().read(Data("From: \(sender)\r\nSubject: Re\r\n\r\nDag.\r\n".utf8)).mail)
            }
            #expect(new("pleit@recht.test") == nil && new("jan@example.nl") == nil && new("jan@werk.test")?.text == "jan@werk.test")
        }
    }

    @Test func `no complaint is counted as such, and what concerns a confidential file only its readers see`() async throws {
        try await Postbox.open { postbox in
            let complaint = try await postbox.complaint(of: postbox.bring(plainMail()))
            let mail = try await postbox.bring(plainMail(subject: "Over \(complaint.number)"))
            func asked(_ actor: Actor) async throws -> Int {
                try await postbox.rehearsal.records.read { try $0.mails(.asked, for: Visibility(actor)).count }
            }
            #expect(try await asked(iris) == 1)
            var secret = ClassificationInput()
            secret.isConfidential = true
            _ = try await postbox.rehearsal.office.perform(.classify(secret), on: complaint.id, by: SampleStaff.mara.actor)
            #expect(try await asked(iris) == 0)
            #expect(try await asked(SampleStaff.mara.actor) == 1)
            try await postbox.inbox.dismiss(mail.id, by: SampleStaff.mara.actor)
            let after = try await postbox.mail(mail.id)
            #expect(after.state == .closed && after.outcome == .noComplaint)
        }
    }

    @Test func `a bounce is tied to the letter that it is about`() async throws {
        try await Postbox.open { postbox in
            let complaint = try await postbox.complaint(of: postbox.bring(plainMail()))
            let letter = try #require(try await postbox.letters(of: complaint).first)
            let report = """
                From: MAILER-DAEMON@mx.example.nl
                Return-Path: <>
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.nl

                Final-Recipient: rfc822; jan@example.nl
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 Onbekend

                --b
                Content-Type: text/rfc822-headers

                Message-ID: <\(postbox.inbox.references.text(.message, of: letter))@bedrijf.test>

                --b--
                """
            let mail = try await postbox.bring(report)
            #expect(mail.outcome == .report && mail.complaint == complaint.id)
            let delivery = try await postbox.rehearsal.records.read { try $0.deliveries(of: complaint.id)[letter.id] }
            #expect(delivery?.state == .bounced && delivery?.words == "5.1.1 550 Onbekend")
        }
    }
}
