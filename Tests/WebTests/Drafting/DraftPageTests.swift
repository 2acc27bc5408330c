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

    @Test(arguments: ["note", "consult", "contact", "receive-answer"]) func `the same form sent three times at once is carried out once`(
        act: String
    ) async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let fields = [
                "note": [("text", "Gebeld")], "contact": [("outcome", "voicemail"), ("note", "Ingesproken")],
                "consult": [("colleague", "\(SampleStaff.peter.id.value)"), ("question", "Wat?"), ("due", "30-11-2026")],
                "receive-answer": [("text", "Hij belde"), ("channel", "phone")],
            ]
            let form = (fields[act] ?? []) + [("concept", "0.w.2")]
            let path = Paths.act(act, complaint.number)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<3 { group.addTask { try await site.post(path, form, as: SampleStaff.hassan).status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == [303, 303, 303])
            let after = try #require(try await site.rehearsal.records.read { try $0.complaint(complaint.id) })
            #expect(after.sequence == complaint.sequence + 1)
            // Another page, or other words, is another act; so is the same once more after it was undone.
            _ = try await site.post(path, (fields[act] ?? []) + [("concept", "0.x")], as: SampleStaff.hassan)
            let twice = try #require(try await site.rehearsal.records.read { try $0.complaint(complaint.id) })
            #expect(twice.sequence == complaint.sequence + 2)
            try await site.rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.hassan)
            _ = try await site.post(path, (fields[act] ?? []) + [("concept", "0.x")], as: SampleStaff.hassan)
            let again = try #require(try await site.rehearsal.records.read { try $0.complaint(complaint.id) })
            #expect(again.sequence == complaint.sequence + 4)
        }
    }

    @Test func `six contributions at once are one, and nobody is sent away`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(
                .consult(SampleStaff.peter.id, question: "Wat zei u?", due: "2026-11-25"), on: complaint, by: SampleStaff.hassan)
            let path = Paths.contribution(1, complaint.number)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<6 {
                    group.addTask { try await site.post(path, [("text", "Ik zei"), ("concept", "0.w")], as: SampleStaff.peter).status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == Array(repeating: 303, count: 6))
        }
    }

    @Test func `a save that comes in after its form was sent, or its draft thrown away, brings nothing back`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            _ = try await site.post(
                Paths.act("note", complaint.number), [("text", "Gebeld"), ("concept", "0.w.5")], as: SampleStaff.hassan)
            let late = try await site.save("note", on: complaint.number, [("text", "Gebeld"), ("concept", "0.w.4")])
            #expect(late.status == 200)
            #expect(try await site.drafts(on: complaint.id) == [])
            _ = try await site.save("note", on: complaint.number, [("text", "Iets anders"), ("concept", "0.w.6")])
            #expect(try await site.drafts(on: complaint.id) == ["note"])
            _ = try await site.post(
                Paths.actDraftEnd("note", complaint.number), [("text", "x"), ("concept", "0.w.7")], as: SampleStaff.hassan)
            _ = try await site.save("note", on: complaint.number, [("text", "Iets anders"), ("concept", "0.w.6")])
            #expect(try await site.drafts(on: complaint.id) == [])
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
