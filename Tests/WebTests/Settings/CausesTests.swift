import Casework
import Complaints
import HTTPTypes
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `The list of causes` {
    private static func form(_ version: String = "0", adding dutch: String, _ english: String) -> [(String, String)] {
        CauseList.starter.items.flatMap { [("nl.\($0.code)", $0.dutch), ("en.\($0.code)", $0.english), ("on.\($0.code)", "1")] }
            + [("nl.new", dutch), ("en.new", english), ("gezien", version)]
    }

    @Test func `the manager adds one, and it can be chosen in a file`() async throws {
        try await withSite { site in
            let saved = try await site.post(
                "/beheer/oorzaken", Self.form(adding: "Te weinig mensen", "Too few people"), as: SampleStaff.mara)
            #expect(saved.status == .seeOther)
            let complaint = try await site.rehearsal.registerAtWork()
            let path = "/klachten/\(complaint.number.formatted)"
            let page = try await site.get(path + "?vorm=investigate", as: SampleStaff.hassan)
            #expect(page.text.contains("Te weinig mensen") && page.text.contains("5 × waarom"))
            let fields = [
                ("direct", "people"), ("root", "te-weinig-mensen"), ("why-1", "Niemand keek."), ("gezien", "\(complaint.sequence)"),
            ]
            #expect(try await site.post(path + "/investigate", fields, as: SampleStaff.hassan).status == .seeOther)
            let after = try await site.get(path, as: SampleStaff.hassan)
            #expect(after.text.contains("te weinig mensen") && after.text.contains("Niemand keek."))
            // Whoever lost the file meanwhile reads what they chose by its name.
            try await site.rehearsal.perform(.assign(to: SampleStaff.joost.id, reason: "Werkdruk."), on: complaint, by: SampleStaff.mara)
            let lost = try await site.post(path + "/investigate", fields, as: SampleStaff.hassan)
            #expect(lost.text.contains("Niet bewaard") && lost.text.contains("te weinig mensen"))
        }
    }

    @Test func `a file says which cause counts, also where the solution names another than the investigation`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            var found = InvestigationInput()
            found.direct = "people"
            try await site.rehearsal.perform(.investigate(found), on: complaint, by: SampleStaff.hassan)
            let same = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan)
            #expect(same.text.contains("<dd>mens</dd>") && !same.text.contains("<dt>Oorzaak</dt>"))
            var solution = ResolutionInput.sample()
            solution.cause = "supplier"
            try await site.rehearsal.perform(.resolve(solution), on: complaint, by: SampleStaff.hassan)
            let other = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan)
            #expect(other.text.contains("<dd>mens</dd>") && other.text.contains("<dt>Oorzaak</dt><dd>leverancier</dd>"))
        }
    }

    @Test func `whoever stands in for the manager keeps it too, as long as that lasts`() async throws {
        try await StaffedSite.open { site in
            let refused = try await site.post(Paths.causes, Self.form(adding: "A", "A"), as: SampleStaff.joost)
            #expect(refused.status == 404)
            _ = try await site.workplace.accounts.noteAbsence(
                AbsenceInput(staff: SampleStaff.mara.id, first: "2026-11-20", last: "2026-11-27", replacement: SampleStaff.joost.id),
                in: .amsterdam, by: SampleStaff.mara.actor)
            let saved = try await site.post(Paths.causes, Self.form(adding: "A", "A"), as: SampleStaff.joost)
            #expect(saved.status == 303)
        }
    }

    @Test func `a name twice, everything off, and an older view are refused with what to do`() async throws {
        try await withSite { site in
            let twice = try await site.post("/beheer/oorzaken", Self.form(adding: "techniek", "Technics"), as: SampleStaff.mara)
            #expect(twice.status == .unprocessableContent && twice.text.contains("staat al in de lijst"))
            let none = Self.form(adding: "", "").filter { !$0.0.hasPrefix("on.") }
            #expect(
                try await site.post("/beheer/oorzaken", none, as: SampleStaff.mara).text.contains("Houd minstens één oorzaak in gebruik"))
            #expect(try await site.post("/beheer/oorzaken", Self.form(adding: "A", "A"), as: SampleStaff.mara).status == .seeOther)
            #expect(try await site.post("/beheer/oorzaken", Self.form(adding: "B", "B"), as: SampleStaff.mara).status == .conflict)
        }
    }
}
