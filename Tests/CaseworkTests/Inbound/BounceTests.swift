import Casework
import Complaints
import Foundation
import Mail
import Records
import Rehearsal
import Testing

/// A mail server that says in words of its own that a letter did not arrive.
@Suite struct BounceTests {
    private let iris = SampleStaff.iris.actor

    private func bounce(_ text: String, from: String = "Mail Delivery System <MAILER-DAEMON@example.nl>", head: String = "Return-Path: <>")
        -> String
    { plainMail(from: from, subject: "Undelivered Mail Returned to Sender", text: text, head: head) }

    /// A complaint whose acknowledgement a mail server took.
    private func written(_ postbox: Postbox, to address: String = "jan@example.nl") async throws -> (Complaint, Records.Letter) {
        let complaint = try await postbox.complaint(of: postbox.bring(plainMail(from: "Jan Jansen <\(address)>")))
        let letter = try #require(try await postbox.letters(of: complaint).first)
        let now = postbox.rehearsal.now
        try await postbox.rehearsal.records.write { try $0.settle(letter.id, as: .sent, at: now) }
        return (complaint, letter)
    }

    /// The same, with what the server said to it.
    private func accepted(_ postbox: Postbox) async throws -> (Complaint, Records.Letter) {
        let (complaint, letter) = try await written(postbox)
        let now = postbox.rehearsal.now
        try await postbox.rehearsal.records.write { tx in
            try tx.release(letter.id, at: now)
            try tx.settleDelivery(letter.id, .accepted, words: "250 Ok: queued as 4711", nextTry: now, at: now)
        }
        return (complaint, letter)
    }

    @Test func `it is shown to a person, beside the letter that it quotes or whose reader it names`() async throws {
        try await Postbox.open { postbox in
            let (complaint, letter) = try await written(postbox)
            let id = postbox.inbox.references.text(.message, of: letter)
            let answer = postbox.inbox.references.text(.answer, of: letter)
            for text in [
                "Message-ID: <\(id)@bedrijf.test>\n\nUser unknown", "Reply-To: klachten+\(answer)@bedrijf.test",
                "Sorry: <Jan@example.nl>: no such user",
            ] {
                let mail = try await postbox.bring(bounce(text))
                #expect(mail.state == .asked && mail.outcome == .maybeBounce && mail.complaint == complaint.id, "\(text)")
            }
            for (text, from, head) in [
                ("Sorry: niemand@example.nl", "MAILER-DAEMON@example.nl", "Return-Path: <>"),
                ("Message-ID: <\(String(id.reversed()))@bedrijf.test>", "postmaster@example.nl", "Auto-Submitted: auto-replied"),
                ("Adres onbekend", "Exchange <noreply@example.nl>", "Auto-Submitted: auto-generated"),
            ] {
                let mail = try await postbox.bring(bounce(text, from: from, head: head))
                #expect(mail.state == .asked && mail.outcome == .maybeBounce && mail.complaint == nil, "\(text)")
            }
        }
    }

    /// A report as OpenSMTPD writes it: not in the form that is for it.
    private func mixed(from: String, about id: String) -> String {
        """
        From: \(from)
        To: klachten@bedrijf.test
        Subject: Delivery status notification: error
        Date: Tue, 24 Nov 2026 09:00:00 +0100
        Message-ID: <\(UUID().uuidString)@mx.example.nl>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=grens

        --grens
        Content-Type: text/plain

        An error has occurred while attempting to deliver a message.
        --grens
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.nl

        Final-Recipient: rfc822; jan@example.nl
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 Geen postbus met die naam

        --grens
        Content-Type: text/rfc822-headers

        Message-ID: <\(id)@bedrijf.test>
        --grens--

        """
    }

    @Test func `a report in a multipart-mixed counts by our own reference alone, and only from a mail server`() async throws {
        try await Postbox.open { postbox in
            let (complaint, letter) = try await written(postbox)
            let id = postbox.inbox.references.text(.message, of: letter)
            let daemon = "Mailer Daemon <MAILER-DAEMON@mx.example.nl>"
            func bounced() async throws -> [BouncedLetter] {
                try await postbox.rehearsal.records.read { try $0.bouncedLetters(for: Visibility(iris)) }
            }
            _ = try await postbox.bring(mixed(from: "Jan <jan@example.nl>", about: id))
            #expect(try await bounced().isEmpty)
            let forged = try await postbox.bring(mixed(from: daemon, about: String(id.reversed())))
            #expect(forged.state == .asked && forged.outcome == .maybeBounce)
            #expect(try await bounced().isEmpty)
            let mail = try await postbox.bring(mixed(from: daemon, about: id))
            #expect(mail.state == .placed && mail.outcome == .report && mail.complaint == complaint.id)
            #expect(try await bounced().map(\.words) == ["5.1.1 550 Geen postbus met die naam"])
        }
    }

    @Test func `a person says that the letter did not arrive, once, and it is among those that did not`() async throws {
        try await Postbox.open { postbox in
            let (complaint, letter) = try await written(postbox)
            let mail = try await postbox.bring(bounce("<jan@example.nl>: mailbox full"))
            let (found, number) = try await postbox.inbox.confirmBounce(mail.id, by: iris)
            #expect(found.id == letter.id && number == complaint.number)
            let after = try await postbox.mail(mail.id)
            #expect(after.state == .closed && after.outcome == .report && after.complaint == complaint.id)
            let bounced = try await postbox.rehearsal.records.read { try $0.bouncedLetters(for: Visibility(iris)) }
            #expect(bounced.map(\.letter) == [letter.id] && bounced.first?.words.contains("mailbox full") == true)
            await #expect(throws: Refusal.notThere) { _ = try await postbox.inbox.confirmBounce(mail.id, by: iris) }
        }
    }

    @Test func `that is taken back by who said it, for a while, and the letter stands as it did`() async throws {
        try await Postbox.open { postbox in
            let (rehearsal, inbox) = (postbox.rehearsal, postbox.inbox)
            let (complaint, letter) = try await accepted(postbox)
            func delivery() async throws -> Delivery? {
                try await rehearsal.records.read { try $0.deliveries(of: complaint.id)[letter.id] }
            }
            let mail = try await postbox.bring(bounce("<jan@example.nl>: mailbox full"))
            let before = try await delivery()
            _ = try await inbox.confirmBounce(mail.id, by: iris)
            #expect(try await delivery()?.state == .bounced)
            await #expect(throws: Refusal.cannotUndo(.notYours)) { try await inbox.takeBack(mail.id, by: SampleStaff.mara.actor) }
            try await inbox.takeBack(mail.id, by: iris)
            let after = try await postbox.mail(mail.id)
            #expect(after.state == .asked && after.outcome == .maybeBounce && after.complaint == complaint.id)
            let restored = try await delivery()
            #expect(restored?.state == .accepted && restored?.words == before?.words && restored?.tries == before?.tries)
            await #expect(throws: Refusal.cannotUndo(.undoneAlready)) { try await inbox.takeBack(mail.id, by: iris) }
            // Said again, it can be taken back again, until its time is over.
            _ = try await inbox.confirmBounce(mail.id, by: iris)
            rehearsal.clock.advance(seconds: LastAct.seconds)
            await #expect(throws: Refusal.cannotUndo(.tooLate)) { try await inbox.takeBack(mail.id, by: iris) }
            #expect(try await delivery()?.state == .bounced)
        }
    }

    @Test func `it is not taken back once the letter went once more, or its server said so as well`() async throws {
        try await Postbox.open { postbox in
            let (rehearsal, inbox) = (postbox.rehearsal, postbox.inbox)
            let (complaint, letter) = try await written(postbox)
            let first = try await postbox.bring(bounce("<jan@example.nl>: mailbox full"))
            _ = try await inbox.confirmBounce(first.id, by: iris)
            try await rehearsal.perform(.informed(letter.id, by: .resent, at: nil), on: complaint, by: SampleStaff.iris)
            await #expect(throws: Refusal.cannotUndo(.overtaken)) { try await inbox.takeBack(first.id, by: iris) }
            try await rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.iris)
            try await inbox.takeBack(first.id, by: iris)
            let none = try await rehearsal.records.read { try $0.deliveries(of: complaint.id)[letter.id] }
            #expect(none == nil)
            _ = try await inbox.confirmBounce(first.id, by: iris)
            let now = rehearsal.now
            try await rehearsal.records.write { try $0.noteBounce(of: letter.id, words: "5.1.1", at: now) }
            await #expect(throws: Refusal.cannotUndo(.overtaken)) { try await inbox.takeBack(first.id, by: iris) }
            #expect(try await postbox.mail(first.id).state == .closed)
        }
    }

    @Test func `a second mail about the letter leaves the first note to be taken back`() async throws {
        try await Postbox.open { postbox in
            let (rehearsal, inbox) = (postbox.rehearsal, postbox.inbox)
            let (complaint, letter) = try await accepted(postbox)
            let first = try await postbox.bring(bounce("<jan@example.nl>: mailbox full"))
            let second = try await postbox.bring(bounce("<jan@example.nl>: still full"))
            _ = try await inbox.confirmBounce(first.id, by: SampleStaff.mara.actor)
            _ = try await inbox.confirmBounce(second.id, by: iris)
            await #expect(throws: Refusal.cannotUndo(.overtaken)) { try await inbox.takeBack(second.id, by: iris) }
            try await inbox.takeBack(first.id, by: SampleStaff.mara.actor)
            let restored = try await rehearsal.records.read { try $0.deliveries(of: complaint.id)[letter.id] }
            #expect(restored?.state == .accepted && restored?.words == "250 Ok: queued as 4711")
        }
    }

    @Test func `it is about no letter that was sent later`() async throws {
        try await Postbox.open { postbox in
            let (complaint, letter) = try await written(postbox)
            let mail = try await postbox.bring(bounce("<jan@example.nl>: mailbox full"))
            postbox.rehearsal.clock.advance(seconds: 3600)
            let other = try await postbox.rehearsal.register { $0.customer.email = "jan@example.nl" }
            let later = try #require(try await postbox.letters(of: other).first)
            let now = postbox.rehearsal.now
            try await postbox.rehearsal.records.write { try $0.settle(later.id, as: .sent, at: now) }
            let (found, number) = try await postbox.inbox.confirmBounce(mail.id, by: iris)
            #expect(found.id == letter.id && number == complaint.number)
        }
    }

    @Test func `a customer's own words about what was not delivered are no server's`() async throws {
        try await Postbox.open { postbox in
            let (complaint, letter) = try await written(postbox)
            let token = "klachten+\(postbox.inbox.references.text(.answer, of: letter))@bedrijf.test"
            let answer = plainMail(subject: "Pakket niet bezorgd", head: "X-Auto-Response-Suppress: All").replacing(
                "To: klachten@bedrijf.test", with: "To: \(token)")
            let mail = try await postbox.bring(answer)
            #expect(mail.outcome == .joined && mail.complaint == complaint.id)
        }
    }

    @Test func `a mail of another kind says nothing about letters`() async throws {
        try await Postbox.open { postbox in
            _ = try await written(postbox)
            let mail = try await postbox.bring(plainMail(from: "info@example.nl", text: "x", head: "X-Auto-Response-Suppress: OOF"))
            await #expect(throws: Refusal.notThere) { _ = try await postbox.inbox.confirmBounce(mail.id, by: iris) }
        }
    }

    @Test func `a report in the form for it that names no letter of ours, and somebody we wrote to, is shown too`() async throws {
        try await Postbox.open { postbox in
            let (complaint, _) = try await written(postbox)
            func report(_ address: String) -> String {
                """
                From: MAILER-DAEMON@example.nl
                To: klachten@bedrijf.test
                Subject: Niet bezorgd
                Message-ID: <\(UUID().uuidString)@example.nl>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=x

                --x
                Content-Type: text/plain

                Niet bezorgd.
                --x
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.nl

                Final-Recipient: rfc822; \(address)
                Action: failed
                Status: 5.1.1
                --x--
                """
            }
            let known = try await postbox.bring(report("jan@example.nl"))
            #expect(known.state == .asked && known.outcome == .maybeBounce && known.complaint == complaint.id)
            // Spam in our name comes back from everywhere: nobody need look at that.
            let stranger = try await postbox.bring(report("vreemd@example.nl"))
            #expect(stranger.state == .placed && stranger.outcome == .report)
        }
    }
}
