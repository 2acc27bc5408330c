import Casework
import Complaints
import Dialling
import Foundation
import Records
import Rehearsal
import Testing

/// Mails to colleagues: what was assigned to or asked of them, and questions that are answered by mail.
@Suite struct MemoTests {
    private static let server = MailSettings.Server(host: "smtp.bedrijf.test", port: 587, security: .startTLS)

    private func open(_ body: (Postbox) async throws -> Void) async throws {
        try await Postbox.open { postbox in
            try await postbox.set { $0.sending = Self.server }
            try await body(postbox)
        }
    }

    /// What would leave now, taken up.
    private func due(_ postbox: Postbox) async throws -> [Memo] {
        let now = postbox.rehearsal.now
        return try await postbox.rehearsal.records.write { try $0.claimMemos(limit: 20, at: now, until: now.adding(seconds: 60)) }
    }

    @Test func `who gets a file hears of it when it can't be undone any more, by its number and dates alone`() async throws {
        try await open { postbox in
            let complaint = try await postbox.rehearsal.register()
            try await postbox.rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            #expect(try await due(postbox).isEmpty)
            postbox.rehearsal.clock.advance(seconds: 16)
            let memo = try #require(try await due(postbox).first)
            #expect(memo.content.kind == .assigned && memo.content.address == SampleStaff.hassan.email.text)
            #expect(memo.content.subject == "Klacht \(complaint.number.formatted) is voor u")
            #expect(memo.content.body.contains("Mara Jansen heeft") && memo.content.body.contains("{{link}}"))
            let story = complaint.story.text ?? ""
            #expect(
                !story.isEmpty && !memo.content.body.contains(story.prefix(20))
                    && !memo.content.body.contains(complaint.customer?.name ?? "-"))
        }
    }

    @Test func `what is undone, one's own doing, and who wants no mail make none`() async throws {
        try await open { postbox in
            let (rehearsal, mara) = (postbox.rehearsal, SampleStaff.mara)
            let complaint = try await rehearsal.register()
            try await rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: mara)
            try await rehearsal.perform(.undo(from: nil), on: complaint, by: mara)
            try await rehearsal.perform(.assign(to: SampleStaff.sanne.id), on: complaint, by: SampleStaff.sanne)
            let now = rehearsal.now
            try await rehearsal.records.write { tx in
                guard var joost = try tx.snapshot.staffMember(SampleStaff.joost.id) else { throw Missing() }
                joost.isMailed = false
                try tx.update(joost, at: now)
            }
            try await rehearsal.perform(.assign(to: SampleStaff.joost.id), on: try await rehearsal.register(), by: mara)
            rehearsal.clock.advance(seconds: 16)
            #expect(try await due(postbox).isEmpty)
        }
    }

    @Test func `without a way to send there is nothing to send`() async throws {
        try await Postbox.open { postbox in
            let complaint = try await postbox.rehearsal.register()
            try await postbox.rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            postbox.rehearsal.clock.advance(seconds: 16)
            #expect(try await due(postbox).isEmpty)
        }
    }

    /// A complaint at work, a question by mail about it, and the mail that holds it.
    private func asked(
        _ postbox: Postbox, _ name: String = "Karel Kabel", _ email: String = "karel@leverancier.test"
    ) async throws -> (Complaint, Memo) {
        let rehearsal = postbox.rehearsal
        let complaint = try await rehearsal.registerAtWork()
        let due = OfficeZone.amsterdam.moment(at: rehearsal.now).day + 3
        let after = try await rehearsal.office.perform(
            [.consult(nil, question: "Lag de kabel er al?", due: due)], on: complaint.id, by: SampleStaff.hassan.actor,
            asking: CorrespondentInput(name: name, email: email))
        rehearsal.clock.advance(seconds: 16)
        let memo = try await self.due(postbox).first { $0.content.kind == .question }
        return (after, try #require(memo))
    }

    private func answer(
        to memo: Memo, in postbox: Postbox, from: String = "Karel <karel@leverancier.test>", _ text: String = "Ja, sinds mei."
    )
        -> String
    {
        """
        From: \(from)
        To: klachten+\(postbox.inbox.references.text(.question, of: memo))@bedrijf.test
        Subject: Re: \(memo.content.subject)
        Message-ID: <\(UUID().uuidString)@leverancier.test>

        \(text)
        """
    }

    @Test func `a colleague without an account answers by mail, and it stands in the file as theirs, and as no act of staff`() async throws
    {
        try await open { postbox in
            let (complaint, memo) = try await asked(postbox)
            #expect(memo.content.address == "karel@leverancier.test" && memo.content.body.contains("Lag de kabel er al?"))
            let mail = try await postbox.bring(answer(to: memo, in: postbox))
            #expect(mail.state == .placed && mail.outcome == .contributed && mail.complaint == complaint.id)
            let history = try await postbox.rehearsal.records.read { try $0.history(of: complaint.id) }
            let karel = try #require(complaint.consultations.first?.colleague)
            #expect(history.last?.by == .colleague(karel))
            #expect(history.last?.occurrence.event == .contributed(to: 1, Complaints.Passage("Ja, sinds mei.")))
            // Once: a second answer is shown to a person.
            let second = try await postbox.bring(answer(to: memo, in: postbox, "En nog iets."))
            #expect(second.state == .asked && second.complaint == complaint.id)
            // Asked again, the same person is known.
            let again = try await asked(postbox)
            #expect(again.0.consultations.first?.colleague == karel)
        }
    }

    @Test func `another sender, a program and a member of staff don't answer in a colleague's place`() async throws {
        try await open { postbox in
            let (complaint, memo) = try await asked(postbox)
            let stranger = try await postbox.bring(answer(to: memo, in: postbox, from: "Kees <kees@leverancier.test>"))
            #expect(stranger.outcome == .beside && stranger.complaint == complaint.id)
            let staff = try await postbox.bring(answer(to: memo, in: postbox, from: "Hassan <\(SampleStaff.hassan.email.text)>"))
            #expect(staff.outcome == .staff)
            let robot = try await postbox.bring("Auto-Submitted: auto-replied\n" + answer(to: memo, in: postbox))
            #expect(robot.outcome == .robot || robot.outcome == .outOfOffice)
            #expect(try await postbox.rehearsal.records.read { try $0.complaint(complaint.id) }?.consultations.first?.isOpen == true)
            // Elsewhere the colleague is nobody in particular: a person is asked.
            #expect(try await postbox.bring(plainMail(from: "Karel <karel@leverancier.test>")).outcome == .staff)
        }
    }

    @Test func `who has an account is asked on the desk, whatever the form said`() async throws {
        try await open { postbox in
            let complaint = try await postbox.rehearsal.registerAtWork()
            let due = OfficeZone.amsterdam.moment(at: postbox.rehearsal.now).day + 3
            _ = try await postbox.rehearsal.office.perform(
                [.consult(nil, question: "Klopt dit?", due: due)], on: complaint.id, by: SampleStaff.hassan.actor,
                asking: CorrespondentInput(name: "Iris", email: "IRIS@gehoor.invalid"))
            postbox.rehearsal.clock.advance(seconds: 16)
            let memo = try #require(try await self.due(postbox).first { $0.content.staff == SampleStaff.iris.id })
            #expect(memo.content.kind == .asked && !memo.content.body.contains("Klopt dit?"))
        }
    }

    @Test func `a question by mail needs a name and an address, and nobody is made for one that is refused`() async throws {
        try await open { postbox in
            let complaint = try await postbox.rehearsal.registerAtWork()
            let before = try await postbox.rehearsal.records.read { try $0.allStaff().count }
            await #expect(
                throws: Refusal.invalid([FieldProblem("colleagueName", .missing), FieldProblem("colleagueEmail", .malformed)])
            ) {
                try await postbox.rehearsal.office.perform(
                    [.consult(nil, question: "?", due: nil)], on: complaint.id, by: SampleStaff.hassan.actor,
                    asking: CorrespondentInput(name: " ", email: "karel"))
            }
            await #expect(throws: Refusal.self) {
                try await postbox.rehearsal.office.perform(
                    [.consult(nil, question: "", due: nil)], on: complaint.id, by: SampleStaff.hassan.actor,
                    asking: CorrespondentInput(name: "Karel", email: "karel@leverancier.test"))
            }
            #expect(try await postbox.rehearsal.records.read { try $0.allStaff().count } == before)
        }
    }

    @Test func `a link to sign in by is mailed, and only the last one`() async throws {
        try await open { postbox in
            let rehearsal = postbox.rehearsal
            let accounts = AccountOffice(records: rehearsal.records, clock: rehearsal.clock.clock)
                .writing(by: postbox.inbox.references, for: rehearsal.office.house)
            let (member, first) = try await accounts.invite(
                StaffInput(name: "Nel Nieuw", email: "nel@bedrijf.test", roles: [.handler]), by: SampleStaff.bo.actor)
            let second = try await accounts.passwordLink(for: member.id, by: SampleStaff.bo.actor)
            #expect(first.text != second.text)
            #expect(try await accounts.openLink(first) == nil)
            let memos = try await due(postbox)
            #expect(memos.map(\.content.kind) == [.invitation] && memos.first?.content.address == "nel@bedrijf.test")
            // The secret itself stands nowhere.
            #expect(memos.first.map { !$0.content.body.contains(second.text) } == true)
            #expect(try await accounts.openLink(second)?.member?.id == member.id)
        }
    }

    @Test func `files come with a colleague's answer, as theirs and not the customer's, and none after it`() async throws {
        try await open { postbox in
            let (complaint, memo) = try await asked(postbox)
            let mail = """
                From: Karel <karel@leverancier.test>
                To: klachten+\(postbox.inbox.references.text(.question, of: memo))@bedrijf.test
                Subject: Re: \(memo.content.subject)
                Message-ID: <met@leverancier.test>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                Zie het meetrapport.
                --b
                Content-Type: text/csv
                Content-Disposition: attachment; filename="../meting.csv"

                a,b
                --b--
                """
            #expect(try await postbox.bring(mail).outcome == .contributed)
            let (history, after, mails) = try await postbox.rehearsal.records.read {
                (try $0.history(of: complaint.id), try $0.complaint(complaint.id), try $0.mails(in: complaint.id))
            }
            let karel = try #require(complaint.consultations.first?.colleague)
            #expect(history.suffix(2).map(\.by) == [.colleague(karel), .colleague(karel)])
            #expect(history.last?.occurrence.event == .contributed(to: 1, Complaints.Passage("Zie het meetrapport.")))
            let document = try #require(after?.documents.last)
            #expect(document.name.text == "meting.csv" && !document.isFromCustomer && document.size >= 3)
            #expect(mails[history.last?.sequence ?? 0] != nil)
            // The answer is given: nothing more by this colleague, files neither.
            let now = OfficeZone.amsterdam.moment(at: postbox.rehearsal.now)
            let facts = Facts(calendar: .standard(zone: .amsterdam))
            #expect(throws: Refusal.notThere) { try after?.decide(.attach(document), by: Actor(.colleague(karel)), at: now, with: facts) }
        }
    }

    @Test func `who was asked something once is a customer like everybody else afterwards`() async throws {
        try await open { postbox in
            let (_, memo) = try await asked(postbox)
            #expect(try await postbox.bring(plainMail(from: "Karel <karel@leverancier.test>")).outcome == .staff)
            #expect(try await postbox.bring(answer(to: memo, in: postbox)).outcome == .contributed)
            let own = try await postbox.bring(plainMail(from: "Karel <karel@leverancier.test>", text: "Uw factuur aan ons klopt niet."))
            #expect(own.outcome == .registered)
            let complaint = try await postbox.complaint(of: own)
            let letter = try #require(try await postbox.letters(of: complaint).first)
            let reaction = try await postbox.bring(postbox.answer(to: letter, from: "Karel <karel@leverancier.test>", text: "Nog iets."))
            #expect(reaction.outcome == .joined && reaction.complaint == complaint.id)
        }
    }

    @Test func `what is undone while it is taken up and not tried yet is not sent`() async throws {
        try await open { postbox in
            let rehearsal = postbox.rehearsal
            let complaint = try await rehearsal.register()
            let assigned = try await rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            rehearsal.clock.advance(seconds: 16)
            let memo = try #require(try await due(postbox).first)
            try await rehearsal.records.write { try $0.undoMemos(of: complaint.id, from: assigned.sequence) }
            #expect(try await rehearsal.records.write { try $0.countTry(of: memo.id) } == nil)
            #expect(try await rehearsal.records.read { try $0.memo(memo.id) }?.state == .dropped)
        }
    }

    @Test func `what somebody took up who is no more is taken up again at once, and what waits for another reason waits on`() async throws {
        try await open { postbox in
            let rehearsal = postbox.rehearsal
            try await rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: try await rehearsal.register(), by: SampleStaff.mara)
            rehearsal.clock.advance(seconds: 16)
            let first = try #require(try await due(postbox).first)
            #expect(try await due(postbox).isEmpty)
            let now = rehearsal.now
            try await rehearsal.records.write { try $0.resumeMemos(at: now) }
            let again = try #require(try await due(postbox).first)
            #expect(again.id == first.id && again.tries == 0, "taken up twice, and never tried")
            #expect(try await rehearsal.records.write { try $0.countTry(of: first.id) } == 1)
            try await rehearsal.records.write { try $0.resumeMemos(at: now) }
            #expect(try await rehearsal.records.write { try $0.countTry(of: first.id) } == nil, "it is free for somebody else")
            #expect(try await due(postbox).first?.tries == 1, "whoever died over it may have sent it")
            try await rehearsal.records.write { tx in
                try tx.putBack(first.id, until: now)
                #expect(try tx.claimMemos(limit: 1, at: now, until: now.adding(seconds: 60)).first?.tries == 1)
                try tx.postpone(first.id, until: now.adding(seconds: 500), words: "450 later")
                try tx.resumeMemos(at: now)
            }
            #expect(try await due(postbox).isEmpty)
        }
    }

    @Test func `whom the procedure names is told of a letter, and nobody of one that was undone`() async throws {
        try await Postbox.open { postbox in
            let rehearsal = postbox.rehearsal
            try await postbox.set { $0.sending = MailSettings.Server(host: "smtp.bedrijf.test", port: 587, security: .startTLS) }
            let rule = "letters: {received: [customer, manager], answer: [customer, handler, manager], closed: [manager]}\n"
            let yaml = ProcedureDocument.standard.yaml + rule
            _ = try await rehearsal.procedures.apply(ProcedureDocument(yaml: yaml), seen: 1, by: .system)
            let complaint = try await rehearsal.registerAtWork()
            func memos() async throws -> [Memo] {
                let now = rehearsal.now
                return try await rehearsal.records.write { try $0.claimMemos(limit: 50, at: now, until: now.adding(days: 400)) }.filter {
                    $0.content.subject.hasPrefix("Brief over klacht")
                }
            }
            rehearsal.clock.advance(seconds: 60)
            let registered = try await memos()
            #expect(Set(registered.map(\.content.address)) == [SampleStaff.mara.email.text, SampleStaff.sanne.email.text])
            #expect(registered.allSatisfy { $0.content.body.contains("is geschreven") })
            try await rehearsal.perform(.answer("Wij kijken."), on: complaint, by: SampleStaff.hassan)
            rehearsal.clock.advance(seconds: 60)
            let told = try await memos()
            #expect(Set(told.map(\.content.address)) == [SampleStaff.mara.email.text, SampleStaff.sanne.email.text])
            #expect(told.allSatisfy { $0.content.body.contains("“Antwoord tussendoor”") && !$0.content.body.contains("Wij kijken") })
            try await rehearsal.perform(.answer("Wij kijken nog."), on: complaint, by: SampleStaff.mara)
            try await rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.mara)
            rehearsal.clock.advance(seconds: 60)
            #expect(try await memos().isEmpty)
            // Closing is told to the managers alone: the customer has no letter of it.
            try await rehearsal.perform(.resolve(.sample("upheld")), .close, on: complaint, by: SampleStaff.hassan)
            rehearsal.clock.advance(seconds: 60)
            let closed = try await memos()
            #expect(closed.count == 2)
            #expect(
                closed.allSatisfy {
                    $0.content.body.contains("krijgt de klant daarvan geen brief") && !$0.content.body.contains("is geschreven")
                })
            let letters = try await rehearsal.records.read { try $0.letters(of: complaint.id) }
            #expect(!letters.contains { $0.content.kind == "closed" })
        }
    }
}
