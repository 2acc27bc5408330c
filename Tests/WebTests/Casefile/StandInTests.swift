import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Whoever stands in for a handler who is away` {
    @Test func `handles their complaints meanwhile, says so on the page, and no longer than that`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let path = Paths.file(complaint.number)
            let before = try await site.get(path, as: SampleStaff.joost)
            let asking = "action=\"\(Paths.act("ask", complaint.number))\""
            #expect(before.count(asking) == 0 && !before.text.contains("u neemt waar"))

            let day = OfficeZone.amsterdam.moment(at: site.rehearsal.now).day
            let absence = AbsenceInput(staff: SampleStaff.hassan.id, first: day, last: day + 2, replacement: SampleStaff.joost.id)
            _ = try await site.workplace.accounts.noteAbsence(absence, in: .amsterdam, by: SampleStaff.hassan.actor)
            let mine = try await site.get(Paths.worklist(.mine), as: SampleStaff.joost)
            #expect(mine.text.contains("U neemt waar voor \(SampleStaff.hassan.name): "))
            let list = try await site.get("\(Paths.worklist)?lijst=open&behandelaar=\(SampleStaff.hassan.id.value)", as: SampleStaff.joost)
            #expect(list.text.contains(complaint.number.formatted))
            let page = try await site.get(path, as: SampleStaff.joost)
            #expect(page.count(asking) > 0 && page.text.contains("(afwezig: u neemt waar)"))
            let asked = try await site.post(
                Paths.act("ask", complaint.number), [("text", "Om welke factuur gaat het?")], as: SampleStaff.joost)
            #expect(asked.status == 303)
            let other = try await site.get(path, as: SampleStaff.iris)
            #expect(!other.text.contains("u neemt waar"))

            site.rehearsal.clock.set(to: day + 3)
            let later = try await site.signedInAnew(SampleStaff.joost)
            #expect(try await !later.get(path, as: SampleStaff.joost).text.contains("u neemt waar"))
            let refused = try await later.post(Paths.act("ask", complaint.number), [("text", "En?")], as: SampleStaff.joost)
            #expect(refused.status == 404)
        }
    }
}
