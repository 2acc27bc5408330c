import Casework
import Complaints
import Dialling
import Foundation
import Mail
import Records
import Rehearsal
import Testing

/// Mail that is no complaint goes on to somebody else of the house, or is closed, and both can be taken back.
@Suite struct ForwardingTests {
    private let iris = SampleStaff.iris.actor

    private func open(_ body: (Postbox, InboxMail) async throws -> Void) async throws {
        try await Postbox.open { postbox in
            try await postbox.set { settings in
                settings.sending = MailSettings.Server(host: "smtp.bedrijf.test", port: 587, security: .startTLS)
                settings.forwarding = ["support@bedrijf.test", "facturen@bedrijf.test"]
            }
            let mail = try await postbox.bring(plainMail(from: "info@example.nl", head: "X-Auto-Response-Suppress: OOF"))
            #expect(mail.state == .asked && mail.outcome == .robot)
            try await body(postbox, mail)
        }
    }

    private func due(_ postbox: Postbox) async throws -> [Memo] {
        let now = postbox.rehearsal.now
        return try await postbox.rehearsal.records.write { try $0.claimMemos(limit: 20, at: now, until: now.adding(seconds: 60)) }
    }

    @Test func `a mail goes on when it can't be taken back any more, and its sender hears nothing`() async throws {
        try await open { postbox, mail in
            try await postbox.inbox.forward(mail.id, to: "support@bedrijf.test", by: iris)
            let after = try await postbox.mail(mail.id)
            #expect(after.state == .closed && after.outcome == .forwarded && after.complaint == nil)
            #expect(try await due(postbox).isEmpty)
            postbox.rehearsal.clock.advance(seconds: 15)
            let memo = try #require(try await due(postbox).first)
            #expect(memo.content.kind == .forward && memo.content.address == "support@bedrijf.test" && memo.content.mail == mail.id)
            #expect(memo.content.subject == "Doorgestuurd: Factuur klopt niet" && memo.content.body.contains("info@example.nl"))
            #expect(try await postbox.complaintCount() == 0)
            await #expect(throws: Refusal.notThere) { try await postbox.inbox.forward(mail.id, to: "support@bedrijf.test", by: iris) }
        }
    }

    @Test func `both decisions are taken back by whoever made them, for a quarter of a minute`() async throws {
        try await open { postbox, mail in
            let (inbox, clock) = (postbox.inbox, postbox.rehearsal.clock)
            try await inbox.forward(mail.id, to: "facturen@bedrijf.test", by: iris)
            await #expect(throws: Refusal.cannotUndo(.notYours)) { try await inbox.takeBack(mail.id, by: SampleStaff.mara.actor) }
            clock.advance(seconds: 14)
            try await inbox.takeBack(mail.id, by: iris)
            let back = try await postbox.mail(mail.id)
            #expect(back.state == .asked && back.outcome == .robot)
            clock.advance(seconds: 60)
            #expect(try await due(postbox).isEmpty)
            await #expect(throws: Refusal.cannotUndo(.undoneAlready)) { try await inbox.takeBack(mail.id, by: iris) }
            try await inbox.dismiss(mail.id, by: iris)
            let now = postbox.rehearsal.now
            let decision = try await postbox.rehearsal.records.read {
                try $0.lastDecision(by: iris.identity, since: now.adding(seconds: -15))
            }
            #expect(decision?.mail == mail.id && decision?.outcome == .noComplaint)
            try await inbox.takeBack(mail.id, by: iris)
            try await inbox.dismiss(mail.id, by: iris)
            clock.advance(seconds: 15)
            await #expect(throws: Refusal.cannotUndo(.tooLate)) { try await inbox.takeBack(mail.id, by: iris) }
            #expect(try await postbox.mail(mail.id).outcome == .noComplaint)
        }
    }

    @Test func `what became a complaint is not taken back as mail`() async throws {
        try await open { postbox, mail in
            _ = try await postbox.inbox.register(mail.id, by: iris)
            await #expect(throws: Refusal.cannotUndo(.undoneAlready)) { try await postbox.inbox.takeBack(mail.id, by: iris) }
        }
    }

    @Test func `mail goes on to addresses of the list alone, and nowhere where none leaves`() async throws {
        try await open { postbox, mail in
            let refusal = Refusal.invalid([FieldProblem("forwarding", .notSuitable)])
            await #expect(throws: refusal) { try await postbox.inbox.forward(mail.id, to: "elders@example.nl", by: iris) }
            await #expect(throws: refusal) {
                try await postbox.inbox.forward(mail.id, to: "support@bedrijf.test", by: Actor(.token(1), roles: [.intake]))
            }
            try await postbox.set { $0.sending = nil }
            await #expect(throws: refusal) { try await postbox.inbox.forward(mail.id, to: "support@bedrijf.test", by: iris) }
            #expect(try await postbox.mail(mail.id).state == .asked)
        }
    }

    /// Where it went on to, once a server has taken it.
    private func gone(_ id: InboxID, to address: String, in postbox: Postbox) async throws -> Memo {
        try await postbox.inbox.forward(id, to: address, by: iris)
        postbox.rehearsal.clock.advance(seconds: 15)
        let memo = try #require(try await due(postbox).first)
        try await postbox.rehearsal.records.write { try $0.settle(memo.id, as: .sent, words: "250 ok") }
        return memo
    }

    private func report(on memo: Memo, in postbox: Postbox, subject: String = "Undelivered Mail Returned to Sender") -> String {
        """
        From: MAILER-DAEMON@mx.bedrijf.test
        Return-Path: <>
        Subject: \(subject)
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.bedrijf.test

        Final-Recipient: rfc822; \(memo.content.address)
        Action: failed
        Status: 5.1.1

        --b
        Content-Type: text/rfc822-headers

        Message-ID: <\(postbox.inbox.references.text(.memo, of: memo))@bedrijf.test>

        --b--
        """
    }

    @Test func `a mail that bounces where it went is with a person again`() async throws {
        try await open { postbox, mail in
            let memo = try await gone(mail.id, to: "support@bedrijf.test", in: postbox)
            #expect(try await postbox.bring(report(on: memo, in: postbox)).outcome == .report)
            let after = try await postbox.mail(mail.id)
            #expect(after.state == .asked && after.outcome == .notForwarded)
            let words = try await postbox.rehearsal.records.read { try $0.memo(forwarding: mail.id) }?.words
            #expect(words?.contains("5.1.1") == true)
        }
    }

    @Test func `one that nobody could read is still to be read when it bounces`() async throws {
        try await open { postbox, _ in
            let id = try await postbox.bring(plainMail(), reader: ReadingWorker(executable: "/bin/false", arguments: [])).id
            let memo = try await gone(id, to: "support@bedrijf.test", in: postbox)
            #expect(try await postbox.bring(report(on: memo, in: postbox)).outcome == .report)
            let after = try await postbox.mail(id)
            #expect(after.state == .quarantined && after.outcome == .notForwarded)
        }
    }

    @Test func `a late report on where it went first brings nothing back that went another way since`() async throws {
        try await open { postbox, mail in
            let first = try await gone(mail.id, to: "support@bedrijf.test", in: postbox)
            #expect(try await postbox.bring(report(on: first, in: postbox)).outcome == .report)
            _ = try await gone(mail.id, to: "facturen@bedrijf.test", in: postbox)
            #expect(try await postbox.bring(report(on: first, in: postbox, subject: "Returned again")).outcome == .report)
            let after = try await postbox.mail(mail.id)
            #expect(after.state == .closed && after.outcome == .forwarded)
        }
    }

    /// What is wrong with such a list; nil when nothing is.
    private func problem(_ typed: String, keys: HouseKeys, at now: Instant) -> SettingsRefusal? {
        var input = MailSettingsInput()
        (input.address, input.forwarding) = ("klachten@bedrijf.test", typed)
        do {
            _ = try input.checked(after: MailSettings(), keys: keys, at: now)
            return nil
        } catch { return error as? SettingsRefusal }
    }

    @Test func `the list of addresses is checked, and the complaints' own is none of it`() async throws {
        try await withCaseOffice { rehearsal in
            let (keys, now) = (HouseKeys(in: rehearsal.folder), rehearsal.now)
            var input = MailSettingsInput()
            (input.address, input.forwarding) = ("klachten@bedrijf.test", " support@bedrijf.test,\nfacturen@bedrijf.test ")
            let checked = try input.checked(after: MailSettings(), keys: keys, at: now)
            #expect(checked.forwarding == ["support@bedrijf.test", "facturen@bedrijf.test"])
            input.forwarding = "support@bedrijf.test, Support@Bedrijf.test facturen@bedrijf.test"
            let once = try input.checked(after: MailSettings(), keys: keys, at: now).forwarding
            #expect(once == ["support@bedrijf.test", "facturen@bedrijf.test"], "one button for one address")
            #expect(problem("", keys: keys, at: now) == nil)
            func refusal(_ reason: FieldProblem.Reason) -> SettingsRefusal { .invalid([FieldProblem("forwarding", reason)]) }
            #expect(problem("support", keys: keys, at: now) == refusal(.malformed))
            #expect(problem("Klachten+x@bedrijf.test", keys: keys, at: now) == refusal(.itself))
            let many = (0...9).map { "a\($0)@bedrijf.test" }.joined(separator: " ")
            #expect(problem(many, keys: keys, at: now) == refusal(.tooMany(limit: 9)))
        }
    }

    @Test func `a mail that was put into a file and taken out of it again waits for a person as before`() async throws {
        try await open { postbox, mail in
            let complaint = try await postbox.rehearsal.register()
            _ = try await postbox.inbox.put(mail.id, into: complaint.id, by: iris)
            #expect(try await postbox.mail(mail.id).complaint == complaint.id)
            await #expect(throws: Refusal.cannotUndo(.undoneAlready)) { try await postbox.inbox.takeBack(mail.id, by: iris) }
            try await postbox.rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.iris)
            let after = try await postbox.mail(mail.id)
            #expect(after.state == .asked && after.outcome == .robot && after.complaint == nil)
            #expect(try await postbox.rehearsal.records.read { try $0.mails(in: complaint.id) }.isEmpty)
            let again = try await postbox.inbox.put(mail.id, into: complaint.id, by: iris)
            #expect(again.awaitsReaction)
        }
    }
}
