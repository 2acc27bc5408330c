import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Words for a file that went to somebody else` {
    private let typed = [("answer", "Wij vergoeden het."), ("finding", "partly-upheld"), ("gezien", "3")]

    @Test func `a draft is not saved, and it is said whose the file is now`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            _ = try await site.save("resolve", on: complaint.number, typed)
            try await site.rehearsal.perform(.assign(to: SampleStaff.joost.id, reason: "Werkdruk."), on: complaint, by: SampleStaff.mara)
            let late = try await site.save("resolve", on: complaint.number, [("answer", "Anders")])
            #expect(late.status == 409 && late.text.contains("Niet bewaard. Dit dossier is nu van \(SampleStaff.joost.name)."))
        }
    }

    @Test(arguments: ["resolve", "answer", "note"]) func `what is sent comes back to be copied`(act: String) async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(.assign(to: SampleStaff.joost.id, reason: "Werkdruk."), on: complaint, by: SampleStaff.mara)
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
            try await site.rehearsal.perform(.assign(to: SampleStaff.joost.id, reason: "Werkdruk."), on: complaint, by: SampleStaff.mara)
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
            try await site.rehearsal.perform(.assign(to: SampleStaff.joost.id, reason: "Werkdruk."), on: complaint, by: SampleStaff.mara)
            let foreign = try await site.post(
                Paths.act("answer", complaint.number), [("text", "x")], as: SampleStaff.hassan, token: "other")
            #expect(foreign.status == 403)
        }
    }

    @Test func `a draft that was left behind says why, in words, and can be thrown away`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            _ = try await site.save("resolve", on: complaint.number, typed)
            try await site.rehearsal.perform(.assign(to: SampleStaff.joost.id, reason: "Werkdruk."), on: complaint, by: SampleStaff.mara)
            let page = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan)
            #expect(page.text.contains("Dit dossier is nu van \(SampleStaff.joost.name). Uw woorden staan hier nog."))
            #expect(page.text.contains("Wij vergoeden het.") && page.text.lowercased().contains("deels gegrond"))
            #expect(page.count("partly-upheld") == 0 && page.text.contains("Toegewezen aan \(SampleStaff.joost.name)."))
            let gone = try await site.post(Paths.actDraftEnd("resolve", complaint.number), [], as: SampleStaff.hassan)
            #expect(gone.status == 303)
        }
    }
}
