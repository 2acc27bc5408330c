import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Drafts on the desk` {
    @Test func `what was typed stands in the file when it opens again, in a new session too`() async throws {
        try await StaffedSite.open { site in
            let number = try await site.rehearsal.registerAtWork().number
            let saved = try await site.save("answer", on: number, [("text", "Dag mevrouw"), ("gezien", "3")])
            #expect(saved.status == 200)
            #expect(saved.text.contains("Concept bewaard om"))
            let again = try await site.signedInAnew(SampleStaff.hassan)
            let page = try await again.get(Paths.file(number), as: SampleStaff.hassan)
            #expect(page.holds("Dag mevrouw") == 1)
            #expect(page.text.contains("Concept van"))
            #expect(page.text.contains("\(Paths.actDraftEnd("answer", number))\""))
        }
    }

    @Test func `nobody else sees it`() async throws {
        try await StaffedSite.open { site in
            let number = try await site.rehearsal.registerAtWork().number
            _ = try await site.save("answer", on: number, [("text", "Dag mevrouw")])
            let page = try await site.get(Paths.file(number), as: SampleStaff.mara)
            #expect(page.status == 200)
            #expect(page.count("Dag mevrouw") == 0)
        }
    }

    @Test func `sending takes it away, and a form that is refused does not`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let number = complaint.number
            let saved = try await site.save("note", on: number, [("text", "Gebeld")])
            let mark = "\(saved.version).a.1"
            let refused = try await site.post(
                Paths.act("note", number), [("text", " "), ("concept", mark)], as: SampleStaff.hassan)
            #expect(refused.status == 422)
            #expect(refused.count("value=\"\(mark)\"") == 1)
            #expect(try await site.drafts(on: complaint.id) == ["note"])
            let sent = try await site.post(
                Paths.act("note", number), [("text", "Gebeld"), ("concept", mark)], as: SampleStaff.hassan)
            #expect(sent.status == 303)
            #expect(try await site.drafts(on: complaint.id) == [])
        }
    }

    @Test(arguments: ["answer", "ask", "propose"]) func `the letter form has one draft, however it is meant`(act: String) async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let saved = try await site.save("answer", on: complaint.number, [("text", "Dag mevrouw")])
            _ = try await site.post(
                Paths.act(act, complaint.number), [("text", "Dag mevrouw"), ("concept", "\(saved.version)")], as: SampleStaff.hassan)
            #expect(try await site.drafts(on: complaint.id) == [])
        }
    }

    @Test func `it is thrown away by a button, whatever else stands in the form`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            _ = try await site.save("answer", on: complaint.number, [("text", "Dag mevrouw")])
            let answer = try await site.post(
                Paths.actDraftEnd("answer", complaint.number), [("text", "x"), ("gezien", "1")], as: SampleStaff.hassan)
            #expect(answer.location == "\(Paths.file(complaint.number))?weg=answer#concept-answer")
            #expect(try await site.drafts(on: complaint.id) == [])
        }
    }

    @Test func `what was thrown away can be put back for a quarter of an hour`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            _ = try await site.save("answer", on: complaint.number, [("text", "Dag mevrouw")])
            let end = Paths.actDraftEnd("answer", complaint.number)
            let gone = try await site.post(end, [("text", "x")], as: SampleStaff.hassan).location
            let page = try await site.get(String(gone.prefix { $0 != "#" }), as: SampleStaff.hassan)
            #expect(page.holds("Dag mevrouw") == 0 && page.text.contains("Concept weggegooid om"))
            #expect(
                page.count("class=\"reply\" name=\"composer\" open") == 1 && page.count("name=\"terugzetten\" value=\"1\" autofocus") == 1)
            #expect(try await site.get(Paths.file(complaint.number), as: SampleStaff.joost).count("terugzetten") == 0)
            site.rehearsal.clock.advance(seconds: 890)
            let back = try await site.post(end, [("text", ""), (DraftCounter.back, "1")], as: SampleStaff.hassan)
            #expect(back.location == "\(Paths.file(complaint.number))#concept-answer")
            #expect(try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan).holds("Dag mevrouw") == 1)

            _ = try await site.post(end, [], as: SampleStaff.hassan)
            site.rehearsal.clock.advance(seconds: 901)
            #expect(try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan).count("terugzetten") == 0)
            try await site.workplace.drafts.sweep()
            #expect(try await site.rehearsal.records.read { try $0.draftsAside(of: SampleStaff.hassan.id, on: complaint.id) }.isEmpty)
        }
    }

    @Test func `what another window saved is answered with, and stays`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            _ = try await site.save("note", on: complaint.number, [("text", "Eerste"), ("concept", "0.a.1")])
            let other = try await site.save("note", on: complaint.number, [("text", "Tweede"), ("concept", "0.b.1")])
            #expect(other.status == 409)
            #expect(other.text.contains("[\"text\",\"Eerste\"]"))
            let page = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan)
            #expect(page.holds("Eerste") == 1)
        }
    }

    @Test func `a form that is not on the list has no draft, nor has a file that one may not see`() async throws {
        try await StaffedSite.open { site in
            let number = try await site.rehearsal.registerAtWork().number
            for act in ["close", "assign", "documents", "register", "contribute", "nonsense"] {
                #expect(try await site.save(act, on: number, [("text", "x")]).status == 404, "\(act)")
            }
            #expect(try await site.save("note", on: number, [("text", "x"), ("password", "y")]).status == 422)
            let hidden = try await site.rehearsal.registerAtWork { $0.isConfidential = true }.number
            #expect(try await site.save("note", on: hidden, [("text", "x")], as: SampleStaff.iris).status == 404)
            let foreign = try await site.post(Paths.actDraft("note", number), [("text", "x")], as: SampleStaff.hassan, token: "x")
            #expect(foreign.status == 403)
        }
    }

    @Test func `words for what can't be done any more stay in reach`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            _ = try await site.save("resolve", on: complaint.number, [("answer", "Wij vergoeden het.")])
            try await site.rehearsal.perform(.withdraw(reason: "Laat maar"), on: complaint, by: SampleStaff.hassan)
            let page = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan)
            #expect(page.holds("Wij vergoeden het.") == 1)
            #expect(page.text.contains("Concept weggooien"))
        }
    }

    @Test func `an old draft of a correction does not put back what others changed`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let number = complaint.number
            _ = try await site.save(
                "correct", on: number, [("story", "Anders"), ("gezien", "\(complaint.sequence)")], as: SampleStaff.mara)
            try await site.rehearsal.perform(.note("Gebeld"), on: complaint, by: SampleStaff.hassan)
            let page = try await site.get(Paths.file(number), as: SampleStaff.mara)
            #expect(page.holds("Anders") == 1)
            #expect(page.text.contains("Sindsdien is er iets bijgekomen"))
            let late = try await site.post(
                Paths.act("correct", number), [("story", "Anders"), ("gezien", "\(complaint.sequence)")], as: SampleStaff.mara)
            #expect(late.status == 409)
        }
    }

    @Test func `a contribution is kept for whom it is asked of`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(
                .consult(SampleStaff.peter.id, question: "Wat zei u?", due: "2026-11-25"), on: complaint,
                by: SampleStaff.hassan)
            let path = Paths.contribution(1, complaint.number)
            let saved = try await site.post("\(path)/concept", [("text", "Ik zei")], as: SampleStaff.peter)
            #expect(saved.status == 200)
            #expect(try await site.get(path, as: SampleStaff.peter).holds("Ik zei") == 1)
            #expect(try await site.post("\(path)/concept", [("text", "x")], as: SampleStaff.iris).status == 404)
            let sent = try await site.post(path, [("text", "Ik zei niets"), ("concept", "\(saved.version)")], as: SampleStaff.peter)
            #expect(sent.status == 303)
            #expect(try await site.drafts(on: complaint.id, of: SampleStaff.peter) == [])
        }
    }
}

@Suite struct `Words for a file that went to somebody else` {
    private let typed = [("answer", "Wij vergoeden het."), ("finding", "partly-upheld"), ("gezien", "3")]

    @Test func `a draft is not saved, and it is said whose the file is now`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            _ = try await site.save("resolve", on: complaint.number, typed)
            try await site.rehearsal.perform(.assign(to: SampleStaff.joost.id), on: complaint, by: SampleStaff.mara)
            let late = try await site.save("resolve", on: complaint.number, [("answer", "Anders")])
            #expect(late.status == 409 && late.text.contains("Niet bewaard. Dit dossier is nu van \(SampleStaff.joost.name)."))
        }
    }

    @Test(arguments: ["resolve", "answer", "note"]) func `what is sent comes back to be copied`(act: String) async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(.assign(to: SampleStaff.joost.id), on: complaint, by: SampleStaff.mara)
            let fields = act == "resolve" ? typed : [("text", "Beste <mevrouw>")]
            let page = try await site.post(Paths.act(act, complaint.number), fields, as: SampleStaff.hassan)
            #expect(page.status == 409 && page.text.contains("Dit dossier is nu van \(SampleStaff.joost.name)."))
            #expect(page.count("Wij vergoeden het.") == (act == "resolve" ? 1 : 0) && page.count("partly-upheld") == 0)
            #expect(page.count("Beste &lt;mevrouw&gt;") == (act == "resolve" ? 0 : 1))
            let after = try await site.rehearsal.records.read { try $0.complaint(complaint.id) }
            #expect(after?.sequence == complaint.sequence + 1)
        }
    }

    @Test func `of a file that one may not see any more nothing is told`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork { $0.isConfidential = true }
            try await site.rehearsal.perform(.assign(to: SampleStaff.joost.id), on: complaint, by: SampleStaff.mara)
            let page = try await site.post(Paths.act("answer", complaint.number), [("text", "Dag mevrouw")], as: SampleStaff.hassan)
            #expect(page.status == 409 && page.count("Dag mevrouw") == 1 && page.text.contains("niet meer voor u"))
            #expect(page.count(SampleStaff.joost.name) == 0 && page.count(complaint.customer?.name ?? "?") == 0)
            #expect(try await site.save("answer", on: complaint.number, [("text", "x")]).text.contains("niet meer voor u"))
            #expect(try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan).status == 404)
        }
    }

    @Test func `who never had it finds nothing, and a foreign form is refused`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let other = try await site.post(Paths.act("answer", complaint.number), [("text", "x")], as: SampleStaff.joost)
            #expect(other.status == 404)
            #expect(try await site.save("answer", on: complaint.number, [("text", "x")], as: SampleStaff.joost).status == 404)
            try await site.rehearsal.perform(.assign(to: SampleStaff.joost.id), on: complaint, by: SampleStaff.mara)
            let foreign = try await site.post(
                Paths.act("answer", complaint.number), [("text", "x")], as: SampleStaff.hassan, token: "other")
            #expect(foreign.status == 403)
        }
    }

    @Test func `a draft that was left behind says why, in words, and can be thrown away`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            _ = try await site.save("resolve", on: complaint.number, typed)
            try await site.rehearsal.perform(.assign(to: SampleStaff.joost.id), on: complaint, by: SampleStaff.mara)
            let page = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan)
            #expect(page.text.contains("Dit dossier is nu van \(SampleStaff.joost.name). Uw woorden staan hier nog."))
            #expect(page.text.contains("Wij vergoeden het.") && page.text.lowercased().contains("deels gegrond"))
            #expect(page.count("partly-upheld") == 0 && page.text.contains("Toegewezen aan \(SampleStaff.joost.name)."))
            let gone = try await site.post(Paths.actDraftEnd("resolve", complaint.number), [], as: SampleStaff.hassan)
            #expect(gone.status == 303)
        }
    }
}

@Suite struct `Drafts of complaints that are being taken in` {
    private static func intake(_ story: String, _ name: String) -> (submission: String, fields: [(String, String)]) {
        let submission = Secret().text
        return (
            submission,
            [("inzending", submission), ("story", story), ("customer.name", name), ("customer.phone", "0612345678"), ("channel", "phone")]
        )
    }

    @Test func `a half-filled intake comes back when it is chosen, and goes when it is registered`() async throws {
        try await StaffedSite.open { site in
            let (submission, fields) = Self.intake("De lift staat stil", "Truus de Boer")
            let saved = try await site.post(Paths.intakeDraft, fields)
            #expect(saved.status == 200)
            let page = try await site.get("\(Paths.intake)?concept=\(submission)")
            #expect(page.holds("De lift staat stil") == 1)
            #expect(page.count("value=\"Truus de Boer\"") == 1)
            let sent = try await site.post(Paths.intake, fields + [("concept", "\(saved.version)")])
            #expect(sent.status == 303)
            #expect(try await site.get(Paths.intake).count("De lift staat stil") == 0)
        }
    }

    @Test func `two customers on the line are two drafts`() async throws {
        try await StaffedSite.open { site in
            let (first, fields) = Self.intake("De lift staat stil", "Truus de Boer")
            _ = try await site.post(Paths.intakeDraft, fields)
            site.rehearsal.clock.advance(seconds: 5)
            let (second, others) = Self.intake("Geen warm water", "Piet Jansen")
            _ = try await site.post(Paths.intakeDraft, others)
            #expect(try await site.get("\(Paths.intake)?concept=\(second)").holds("Geen warm water") == 1)
            #expect(try await site.get("\(Paths.intake)?concept=\(first)").holds("De lift staat stil") == 1)
        }
    }

    @Test func `the next caller gets an empty form, with what was half taken in offered above it`() async throws {
        try await StaffedSite.open { site in
            let (first, fields) = Self.intake("De lift staat stil", "Truus de Boer")
            _ = try await site.post(Paths.intakeDraft, fields)
            let page = try await site.get(Paths.intake)
            #expect(page.count("0612345678") == 0 && page.holds("De lift staat stil") == 0 && page.count("value=\"Truus de Boer\"") == 0)
            #expect(page.count("concept=\(first)") == 1 && page.text.contains("Nog niet geregistreerd: "))
        }
    }

    @Test func `one that is thrown away can be put back`() async throws {
        try await StaffedSite.open { site in
            let (first, fields) = Self.intake("De lift staat stil", "Truus de Boer")
            _ = try await site.post(Paths.intakeDraft, fields)
            let gone = try await site.post(Paths.intakeDraftEnd, fields)
            #expect(gone.location.hasPrefix(Paths.intake))
            let page = try await site.get(Paths.intake)
            #expect(page.count("concept=\(first)") == 0 && page.text.contains("Concept weggegooid om"))
            let back = try await site.post(Paths.intakeDraftEnd, [("inzending", first), (DraftCounter.back, "1")])
            #expect(try await site.get(back.location).holds("De lift staat stil") == 1)
        }
    }

    @Test func `only who may register has one, and nothing typed is none`() async throws {
        try await StaffedSite.open { site in
            let (submission, fields) = Self.intake("De lift staat stil", "Truus de Boer")
            #expect(try await site.post(Paths.intakeDraft, fields, as: SampleStaff.bo).status == 404)
            _ = try await site.post(Paths.intakeDraft, [("inzending", submission), ("channel", "phone"), ("story", " ")])
            #expect(try await site.get(Paths.intake).count("Concept van") == 0)
            #expect(try await site.post(Paths.intakeDraft, [("inzending", "../x"), ("story", "y")]).status == 400)
        }
    }
}

extension StaffedSite {
    fileprivate func save(
        _ act: String, on number: ComplaintNumber, _ fields: [(String, String)], as member: StaffMember = SampleStaff.hassan
    ) async throws -> Answer {
        try await post(Paths.actDraft(act, number), fields, as: member)
    }

    fileprivate func drafts(on complaint: ComplaintID, of member: StaffMember = SampleStaff.hassan) async throws -> [String] {
        try await rehearsal.records.read { try $0.drafts(of: member.id, on: complaint) }.map(\.place.form)
    }
}

extension StaffedSite.Answer {
    /// How many text fields hold exactly this. A line break behind the tag is no part of the text.
    fileprivate func holds(_ text: String) -> Int { count(">\n\(text)</textarea>") + count(">\(text)</textarea>") }

    fileprivate var version: String {
        String(text.drop { !$0.isNumber }.prefix { $0.isNumber })
    }
}
