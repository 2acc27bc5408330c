import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `The only complaints manager handled a complaint, and the customer is not satisfied` {
    @Test func `the page says what can be done: look again, and not say no; then a colleague takes it over`()
        async throws
    {
        try await StaffedSite.open { site in
            let complaint = try await Self.rated(site)
            try await Self.leave(SampleStaff.mara, site)
            let path = Paths.file(complaint.number)
            let page = try await site.get(path, as: SampleStaff.sanne)
            #expect(page.text.contains("U behandelde deze klacht zelf") && page.count("Heropen de klacht") == 1)
            #expect(page.count("Vraag een beheerder (Bo Willems)") == 1 && page.count("href=\"\(Paths.away)\"") > 0)
            #expect(page.count("name=\"granted\" value=\"yes\"") == 1 && page.count("value=\"no\"") == 0)
            let colleague = try await site.get(path, as: SampleStaff.iris)
            #expect(colleague.text.contains("is de enige die over opnieuw kijken kan beslissen"))

            let act = Paths.act("decide-reopening", complaint.number)
            let refused = try await site.post(act, [("granted", "no"), ("reason", "Nee.")], as: SampleStaff.sanne)
            #expect(refused.status == 409 && refused.text.contains("kan alleen een ander beslissen") && refused.text.contains("Nee."))
            let granted = try await site.post(act, [("granted", "yes"), ("reason", "Wij kijken weer.")], as: SampleStaff.sanne)
            #expect(granted.status == 303)
            let handedOver = try await site.post(
                Paths.act("assign", complaint.number), [("handler", "\(SampleStaff.joost.id.value)"), ("reason", "interest")],
                as: SampleStaff.sanne)
            #expect(handedOver.status == 303)
        }
    }

    @Test func `a deputy judges, and the handler does not while there is one`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await Self.rated(site)
            let path = Paths.file(complaint.number)
            let page = try await site.get(path, as: SampleStaff.sanne)
            #expect(page.text.contains("Een klachtenmanager die deze klacht niet behandelde") && page.count("Heropen de klacht") == 0)
            try await Self.leave(SampleStaff.mara, site)
            let day = OfficeZone.amsterdam.moment(at: site.rehearsal.now).day
            let absence = AbsenceInput(staff: SampleStaff.sanne.id, first: day, last: day + 2, replacement: SampleStaff.joost.id)
            _ = try await site.workplace.accounts.noteAbsence(absence, in: .amsterdam, by: SampleStaff.sanne.actor)
            let own = try await site.get(path, as: SampleStaff.sanne)
            #expect(own.count("Heropen de klacht") == 0)
            let deputy = try await site.get(path, as: SampleStaff.joost)
            #expect(deputy.text.contains("Beslis of deze klacht opnieuw bekeken wordt") && deputy.count("value=\"no\"") == 1)
            let act = Paths.act("decide-reopening", complaint.number)
            let mine = try await site.post(act, [("granted", "yes"), ("reason", "Ja.")], as: SampleStaff.sanne)
            #expect(mine.status == 409)
            let decided = try await site.post(act, [("granted", "no"), ("reason", "Niets nieuws.")], as: SampleStaff.joost)
            #expect(decided.status == 303)
        }
    }

    /// Handled by Sanne, closed, and the customer wants somebody to look again.
    private static func rated(_ site: StaffedSite) async throws -> Complaint {
        let complaint = try await site.rehearsal.register()
        try await site.rehearsal.perform(.assign(to: SampleStaff.sanne.id), on: complaint, by: SampleStaff.mara)
        let closed = try await site.rehearsal.perform(
            .accept, .resolve(.sample("informal")), .close, on: complaint, by: SampleStaff.sanne)
        let at = try #require(closed.closedAt)
        var input = RatingInput(asked: at, reached: at)
        (input.solution, input.treatment, input.mayContact) = ("dissatisfied", "satisfied", true)
        return try await site.rehearsal.office.perform(.rate(input), on: complaint.id, by: .customer)
    }

    private static func leave(_ member: StaffMember, _ site: StaffedSite) async throws {
        var gone = member
        gone.isActive = false
        let (left, now) = (gone, site.rehearsal.now)
        try await site.rehearsal.records.write { try $0.update(left, at: now) }
    }
}
