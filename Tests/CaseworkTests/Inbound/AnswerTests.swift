import Casework
import Complaints
import Crypto
import Foundation
import Mail
import Records
import Rehearsal
import Testing

/// Answers to letters: whose file they get into, and whose not.
@Suite struct AnswerTests {
    /// A complaint by mail, and its acknowledgement.
    private func begun(_ postbox: Postbox) async throws -> (Complaint, Records.Letter) {
        let complaint = try await postbox.complaint(of: postbox.bring(plainMail()))
        return (complaint, try #require(try await postbox.letters(of: complaint).first))
    }

    @Test(arguments: [(true, false), (false, true), (true, true)])
    func `an answer lands in its file, by the address it goes to or by the letter it names`(way: (Bool, Bool)) async throws {
        try await Postbox.open { postbox in
            let (complaint, letter) = try await begun(postbox)
            let mail = try await postbox.bring(
                postbox.answer(to: letter, byAddress: way.0, byMessage: way.1, text: "Hier is het nummer: 12."))
            #expect(mail.state == .placed && mail.outcome == .joined && mail.complaint == complaint.id)
            let after = try await postbox.complaint(of: mail)
            #expect(after.awaitsReaction && after.sequence == complaint.sequence + 1)
            let history = try await postbox.rehearsal.records.read { try $0.history(of: complaint.id) }
            #expect(history.last?.by == .customer)
            #expect(history.last?.occurrence.event == .answerReceived(Complaints.Passage("Hier is het nummer: 12."), through: .email))
            // Nothing is answered by itself.
            #expect(try await postbox.letters(of: complaint).count == 1)
        }
    }

    @Test func `capitals in the address change nothing, as some mail servers make them`() async throws {
        try await Postbox.open { postbox in
            let (_, letter) = try await begun(postbox)
            let text = postbox.answer(to: letter, byMessage: false)
            let quiet = "klachten+\(postbox.inbox.references.text(.answer, of: letter))"
            let loud = text.replacing(quiet, with: quiet.uppercased())
            #expect(try await postbox.bring(loud.replacing("jan@example.nl", with: "JAN@Example.NL")).outcome == .joined)
        }
    }

    @Test func `a stranger, a colleague of the customer and who is only in Cc stand beside the file`() async throws {
        try await Postbox.open { postbox in
            let (complaint, letter) = try await begun(postbox)
            for head in ["Cc: jan@example.nl\nReply-To: jan@example.nl\n", "Sender: jan@example.nl\n"] {
                let mail = try await postbox.bring(postbox.answer(to: letter, from: "Kees <kees@example.nl>", head: head))
                #expect(mail.state == .asked && mail.outcome == .beside && mail.complaint == complaint.id)
                #expect(try await postbox.inbox.status(of: mail.id)?.number == nil)
            }
            let unchanged = try await postbox.rehearsal.records.read { try $0.complaint(complaint.id) }
            #expect(unchanged == complaint)
        }
    }

    @Test func `references of another letter, purpose, person or key are none`() async throws {
        try await Postbox.open { postbox in
            let (_, letter) = try await begun(postbox)
            let references = postbox.inbox.references
            let (answer, message) = (references.text(.answer, of: letter), references.text(.message, of: letter))
            #expect(answer != message && answer.utf8.count == 37 && LetterReferences.letter(in: answer.utf8) == letter.id)
            #expect(references.isGenuine(answer.utf8, .answer, of: letter) && !references.isGenuine(answer.utf8, .message, of: letter))
            #expect(!LetterReferences(key: .init(size: .bits256)).isGenuine(answer.utf8, .answer, of: letter))
            // Every sign counts.
            for index in answer.indices {
                var forged = Array(answer.utf8)
                forged[answer.utf8.distance(from: answer.startIndex, to: index)] ^= 1
                #expect(!references.isGenuine(forged, .answer, of: letter))
            }
            let mail = try await postbox.bring(
                postbox.answer(to: letter, byMessage: false).replacing(answer, with: message))
            // No way in; the number in its subject is shown to a person.
            #expect(mail.state == .asked && mail.outcome == .ownNumber)
        }
    }

    @Test func `what the receiving server found about the sender counts, and only its own word`() async throws {
        try await Postbox.open(trusting: ["mx.bedrijf.test"]) { postbox in
            let found = "Authentication-Results: mx.bedrijf.test; dmarc="
            let first = try await postbox.complaint(of: postbox.bring(plainMail(head: found + "pass")))
            let letter = try #require(try await postbox.letters(of: first).first)
            let heads: [(String, InboxOutcome)] = [
                (found + "pass\n", .joined), (found + "fail\n", .beside), ("", .beside), (found + "none; spf=pass\n", .joined),
                (found + "none; spf=fail\n", .beside), ("Authentication-Results: mx.elders.test; dmarc=pass\n", .beside),
            ]
            for (head, outcome) in heads {
                let mail = try await postbox.bring(postbox.answer(to: letter, text: "Nummer \(head.count)", head: head))
                #expect(mail.outcome == outcome, "\(head)")
            }
        }
    }

    @Test func `a number in a mail joins nothing, it is shown to a person`() async throws {
        try await Postbox.open { postbox in
            let (complaint, _) = try await begun(postbox)
            for subject in [
                "Over \(complaint.number)", "[\(complaint.number.digits)] nog iets", "Re: uw klacht \(complaint.number.formatted)",
            ] {
                // Whoever belongs to that file is told apart, and gets no further.
                for (from, outcome) in [("Jan <jan@example.nl>", InboxOutcome.ownNumber), ("Kees <kees@example.nl>", .numbered)] {
                    let mail = try await postbox.bring(plainMail(from: from, subject: subject, text: "Nog iets."))
                    #expect(mail.state == .asked && mail.outcome == outcome && mail.complaint == complaint.id, "\(subject)")
                }
            }
            #expect(try await postbox.complaintCount() == 1)
            // A number that nobody has is no reason to wait.
            #expect(try await postbox.bring(plainMail(from: "x@example.nl", subject: "Order 123456789")).outcome == .registered)
        }
    }

    @Test func `of several numbers one's own counts, and nobody's own where the sender was found out`() async throws {
        try await Postbox.open(trusting: ["mx.bedrijf.test"]) { postbox in
            let found = "Authentication-Results: mx.bedrijf.test; dmarc="
            let own = try await postbox.complaint(of: postbox.bring(plainMail(head: found + "pass")))
            let other = try await postbox.complaint(of: postbox.bring(plainMail(from: "kees@example.nl", head: found + "pass")))
            let subject = "\(other.number.formatted) en \(own.number.formatted)"
            for (verdict, outcome, complaint) in [("pass", InboxOutcome.ownNumber, own.id), ("fail", .numbered, own.id)] {
                let mail = try await postbox.bring(plainMail(subject: subject, text: verdict, head: found + verdict))
                #expect(mail.state == .asked && mail.outcome == outcome && mail.complaint == complaint, "\(verdict)")
            }
        }
    }

    @Test func `staff never act by mail, and our own letters go round no circle`() async throws {
        try await Postbox.open { postbox in
            let (_, letter) = try await begun(postbox)
            #expect(try await postbox.bring(postbox.answer(to: letter, from: "hassan@gehoor.invalid")).outcome == .staff)
            #expect(try await postbox.bring(plainMail(from: "Klachten <klachten@bedrijf.test>")).outcome == .own)
            let ours = "klachten+\(postbox.inbox.references.text(.answer, of: letter))@bedrijf.test"
            #expect(try await postbox.bring(plainMail(from: ours)).outcome == .own)
            let returned = plainMail(id: "x").replacing(
                "<x@example.nl>", with: "<\(postbox.inbox.references.text(.message, of: letter))@bedrijf.test>")
            #expect(try await postbox.bring(returned).outcome == .own)
        }
    }
}
