import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `A remedy above the limit, and nobody else who may record it` {
    private static let document = ProcedureDocument(
        yaml: ProcedureDocument.standard.yaml + "remedies: [{above: 500, agreed-by: manager}]\n")

    /// A house with that limit, and a complaint that one of its two complaints managers handles.
    private static func open(_ body: @escaping @Sendable (StaffedSite, RehearsalOffice, Complaint) async throws -> Void) async throws {
        try await StaffedSite.open { site in
            let rehearsal = site.rehearsal
            _ = try await rehearsal.procedures.apply(document, seen: 1, by: .system)
            let complaint = try await rehearsal.register()
            try await rehearsal.perform(.assign(to: SampleStaff.sanne.id), on: complaint, by: SampleStaff.mara)
            try await body(site, rehearsal, complaint)
        }
    }

    @Test func `the page says how it goes on; who is away is nobody, and a deputy is somebody`() async throws {
        try await Self.open { site, rehearsal, complaint in
            let at = try await rehearsal.perform(.accept, on: complaint, by: SampleStaff.sanne)
            let fields = [("finding", "upheld"), ("remedy.amount", "600"), ("gezien", "\(at.sequence)")]
            let act = Paths.act("resolve", complaint.number)
            let limit = "kijken twee mensen: een ander behandelt de klacht, en een klachtenmanager"
            let first = try await site.post(act, fields, as: SampleStaff.sanne)
            #expect(first.status == 409 && first.text.contains(limit) && !first.text.contains("Nu is er niemand anders"))
            let day = OfficeZone.amsterdam.moment(at: rehearsal.now).day
            let away = AbsenceInput(staff: SampleStaff.mara.id, first: day, last: day + 2, replacement: nil)
            let noted = try await site.workplace.accounts.noteAbsence(away, in: .amsterdam, by: SampleStaff.mara.actor)
            let second = try await site.post(act, fields, as: SampleStaff.sanne)
            #expect(second.status == 409 && second.text.contains("Nu is er niemand anders die dat mag."))
            #expect(second.text.contains("Neemt die haar aan en doet die het voorstel, dan legt u de oplossing vast."))
            #expect(second.text.contains("Vraag anders een beheerder (Bo Willems)"))
            _ = try await site.workplace.accounts.endAbsence(noted.id, by: SampleStaff.mara.actor)
            let replaced = AbsenceInput(staff: SampleStaff.mara.id, first: day, last: day + 2, replacement: SampleStaff.joost.id)
            _ = try await site.workplace.accounts.noteAbsence(replaced, in: .amsterdam, by: SampleStaff.mara.actor)
            #expect(try await !site.post(act, fields, as: SampleStaff.sanne).text.contains("Nu is er niemand anders"))
        }
    }

    @Test func `the only complaints manager is told before working on a complaint of their own, and after it why it is too late`()
        async throws
    {
        try await Self.open { site, rehearsal, complaint in
            let path = Paths.file(complaint.number)
            let warning = "Dan legt u als enige klachtenmanager de oplossing vast"
            #expect(try await !site.get(path, as: SampleStaff.sanne).text.contains(warning), "there are two")
            let accounts = site.workplace.accounts
            let input = StaffInput(name: "Mara Jansen", email: SampleStaff.mara.email.text, roles: [.intake])
            _ = try await accounts.changeMember(SampleStaff.mara.id, to: input, isActive: true, by: SampleStaff.bo.actor)
            #expect(try await site.get(path, as: SampleStaff.sanne).text.contains(warning))
            let at = try await rehearsal.perform(.contact(.reached, at: nil, note: nil), on: complaint, by: SampleStaff.sanne)
            #expect(try await !site.get(path, as: SampleStaff.sanne).text.contains(warning))
            let fields = [("finding", "upheld"), ("remedy.amount", "600"), ("gezien", "\(at.sequence)")]
            let refused = try await site.post(Paths.act("resolve", complaint.number), fields, as: SampleStaff.sanne)
            #expect(refused.status == 409 && refused.text.contains("U werkte er zelf al aan en telt daarom niet als tweede"))
        }
    }

    @Test func `what the page says works: another handler proposes it, and then the manager records it`() async throws {
        try await Self.open { site, rehearsal, complaint in
            try await rehearsal.perform(.accept, on: complaint, by: SampleStaff.sanne)
            try await rehearsal.perform(.assign(to: SampleStaff.hassan.id, reason: "Vier ogen."), on: complaint, by: SampleStaff.sanne)
            let fields = [("finding", "upheld"), ("remedy.amount", "600")]
            // Whoever handed it over to somebody who never looked is one person still.
            #expect(try await site.post(Paths.act("resolve", complaint.number), fields, as: SampleStaff.sanne).status == 409)
            try await rehearsal.perform(.propose("Wij betalen 600 euro terug."), on: complaint, by: SampleStaff.hassan)
            #expect(try await site.post(Paths.act("resolve", complaint.number), fields, as: SampleStaff.sanne).status == 303)
        }
    }
}
