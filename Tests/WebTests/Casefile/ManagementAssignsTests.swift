import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `A complaint about the only complaints manager` {
    private static func leave(_ member: StaffMember, _ site: StaffedSite) async throws {
        var gone = member
        gone.isActive = false
        let (left, now) = (gone, site.rehearsal.now)
        try await site.rehearsal.records.write { try $0.update(left, at: now) }
    }

    @Test(arguments: [false, true])
    func `management sees it on the overview, assigns it, and the file says why`(isConfidential: Bool) async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register { ($0.aboutStaff, $0.isConfidential) = (SampleStaff.mara.id, isConfidential) }
            let other = try await site.rehearsal.register()
            let path = Paths.file(complaint.number)
            let words = "Een klacht gaat over de enige klachtenmanager."
            // While there is another complaints manager it is theirs.
            #expect(try await site.get(path, as: SampleStaff.dirk).status == 404)
            #expect(try await !site.get(Paths.overview, as: SampleStaff.dirk).text.contains(words))
            try await Self.leave(SampleStaff.sanne, site)
            #expect(try await site.get(path, as: SampleStaff.mara).status == 404)
            let overview = try await site.get(Paths.overview, as: SampleStaff.dirk).text
            #expect(overview.contains(words) && overview.contains("href=\"\(path)\">\(complaint.number.formatted)</a>"))
            #expect(try await site.get(Paths.file(other.number), as: SampleStaff.dirk).status == 404)
            if !isConfidential {
                let page = try await site.get(path, as: SampleStaff.iris).text
                #expect(page.contains("gaat over de enige klachtenmanager: de directie (Dirk van Dam) wijst een behandelaar toe."))
            }
            let file = try await site.get(path, as: SampleStaff.dirk)
            #expect(file.status == 200 && file.text.contains("Wijs toe aan Hassan El Amrani"))
            let why = "De klacht gaat over de enige klachtenmanager: de directie neemt diens plaats in."
            #expect(file.text.contains("name=\"reason\" value=\"\(why)\""))
            let fields = [("handler", "\(SampleStaff.hassan.id.value)"), ("reason", why), ("gezien", "\(complaint.sequence)")]
            #expect(try await site.post(Paths.act("assign", complaint.number), fields, as: SampleStaff.dirk).status == 303)
            let history = try await site.rehearsal.records.read { try $0.history(of: complaint.id) }
            guard case .assigned(SampleStaff.hassan.id, let reason?) = history.last?.occurrence.event else {
                Issue.record("not assigned with a reason")
                return
            }
            #expect(reason.text == why)
            #expect(try await !site.get(Paths.overview, as: SampleStaff.dirk).text.contains(words))
            let act = Paths.act("assign", other.number)
            #expect(try await site.post(act, fields, as: SampleStaff.dirk).status == 404, "of no other complaint")
        }
    }

    @Test func `management decides whether it is kept, and erases it; of other files it sees nothing there`() async throws {
        try await StaffedSite.open { site in
            let document = ProcedureDocument(
                yaml: ProcedureDocument.standard.yaml + "retention: [{keep: 24 months, reason: {nl: Om te leren., en: To learn.}}]\n")
            _ = try await site.rehearsal.procedures.apply(document, seen: 1, by: .system)
            func closed(_ about: StaffID?) async throws -> Complaint {
                let complaint = try await site.rehearsal.register { $0.aboutStaff = about }
                try await site.rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.sanne)
                return try await site.rehearsal.perform(
                    .accept, .resolve(.sample("upheld")), .close, on: complaint, by: SampleStaff.hassan)
            }
            let (complaint, other) = (try await closed(SampleStaff.mara.id), try await closed(nil))
            site.rehearsal.clock.set(to: "2029-01-02")
            let before = try await site.signedInAnew(SampleStaff.dirk)
            #expect(try await before.get(Paths.retention, as: SampleStaff.dirk).status == 404, "another manager can")
            try await Self.leave(SampleStaff.sanne, site)
            let site = try await site.signedInAnew(SampleStaff.dirk)
            let page = try await site.get(Paths.retention, as: SampleStaff.dirk)
            #expect(page.text.contains(complaint.number.formatted) && !page.text.contains(other.number.formatted))
            #expect(try await site.get(Paths.overview, as: SampleStaff.dirk).text.contains("href=\"\(Paths.retention)\""))
            let fields = [("complaint", complaint.number.digits), ("decision", "erase"), ("through", ""), ("reason", "Voorbij.")]
            #expect(try await site.post(Paths.retention, fields, as: SampleStaff.dirk).status == 303)
            let erase = [("complaint", complaint.number.digits), ("word", "wissen")]
            #expect(try await site.post(Paths.erasing, erase, as: SampleStaff.dirk).location.hasSuffix("?gewist=1"))
            #expect(try await site.rehearsal.records.read { try $0.complaint(complaint.id) }?.erasure != nil)
            let decided = try await site.post(
                Paths.retention, [("complaint", other.number.digits)] + fields.dropFirst(), as: SampleStaff.dirk)
            #expect(decided.status != 303)
        }
    }

    @Test func `management is reminded of it in the manager's place`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register { $0.aboutStaff = SampleStaff.mara.id }
            try await Self.leave(SampleStaff.sanne, site)
            let watch = PromiseWatch(
                records: site.rehearsal.records, clock: site.rehearsal.clock.clock, house: site.rehearsal.office.house,
                changes: site.rehearsal.office.changes)
            site.rehearsal.clock.set(to: "2026-11-24", TimeOfDay(10))
            try await watch.look()
            let later = try await site.signedInAnew(SampleStaff.dirk)
            let page = try await later.get(Paths.reminders, as: SampleStaff.dirk).text
            #expect(page.contains("href=\"\(Paths.file(complaint.number))\""))
        }
    }

    @Test func `where nobody of management is left the file says what to do, and a deputy of the manager can as always`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register { $0.aboutStaff = SampleStaff.mara.id }
            try await Self.leave(SampleStaff.sanne, site)
            try await Self.leave(SampleStaff.dirk, site)
            let path = Paths.file(complaint.number)
            let page = try await site.get(path, as: SampleStaff.iris).text
            #expect(page.contains("niemand kan haar nu toewijzen. Vraag een beheerder (Bo Willems) om een ander de rol"))
            let day = OfficeZone.amsterdam.moment(at: site.rehearsal.now).day
            let absence = AbsenceInput(staff: SampleStaff.mara.id, first: day, last: day + 2, replacement: SampleStaff.joost.id)
            _ = try await site.workplace.accounts.noteAbsence(absence, in: .amsterdam, by: SampleStaff.mara.actor)
            #expect(try await site.get(path, as: SampleStaff.iris).text.contains("Wacht op toewijzing door de klachtenmanager."))
            #expect(try await site.get(path, as: SampleStaff.joost).text.contains("Wijs een behandelaar toe"))
        }
    }
}
