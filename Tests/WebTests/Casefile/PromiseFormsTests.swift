import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Forms about a promise that come back` {
    @Test(arguments: [("withdraw-promise", "drop"), ("move-promise", "move")])
    func `the problem leads to its field, and what is folded around it is open`(act: String, prefix: String) async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let made = try await site.rehearsal.perform(.promise("Ik bel u.", due: "2026-11-26"), on: complaint, by: SampleStaff.hassan)
            let ordinal = try #require(made.promises.last).ordinal
            let before = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan)
            #expect(before.count("data-key=\"v\"") == 1)
            #expect(before.count("class=\"promise-fact\" open") == 0 && before.count("class=\"fold\" open") == 0)
            let day = prefix == "move" ? [("due", "2026-11-30")] : []
            let fields = [("gezien", "\(made.sequence)"), ("promise", "\(ordinal)"), ("reason", "")] + day
            let page = try await site.post(Paths.act(act, complaint.number), fields, as: SampleStaff.hassan)
            #expect(page.status == 422)
            let field = "\(prefix)-\(ordinal)-reason"
            #expect(page.count("href=\"#\(field)\"") == 1 && page.count("id=\"\(field)\"") == 1)
            #expect(page.count("class=\"promise-fact\" open") == 1 && page.count("class=\"fold\" open") == 1)
        }
    }

    @Test func `a day for a promise is read as one to come, and what is no day gets an example`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let path = Paths.act("promise", complaint.number)
            let fields = [("gezien", "\(complaint.sequence)"), ("text", "Ik bel u.")]
            let wrong = try await site.post(path, fields + [("due", "binnenkort")], as: SampleStaff.hassan)
            #expect(wrong.status == 422 && wrong.text.contains("Vul een datum in zoals 3-11-2026."))
            let made = try await site.post(path, fields + [("due", "5 december")], as: SampleStaff.hassan)
            #expect(made.status == 303)
            let after = try await site.rehearsal.records.read { try $0.complaint(complaint.id) }
            let promise = try #require(after?.promises.last { $0.kind == .byHand })
            #expect(OfficeZone.amsterdam.moment(at: promise.due).day == "2026-12-05")
        }
    }

    @Test(arguments: [
        ("zaterdag", "zaterdag 28 november 2026)"), ("25-12-2026", "vrijdag 25 december 2026, eerste kerstdag)"), ("26-11-2026", nil),
    ])
    func `a day on which the office is closed is taken, and said`(typed: String, words: String?) async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            site.rehearsal.clock.set(to: "2026-11-23")
            let site = try await site.signedInAnew(SampleStaff.hassan)
            let fields = [("gezien", "\(complaint.sequence)"), ("text", "Ik bel u."), ("due", typed)]
            let made = try await site.post(Paths.act("promise", complaint.number), fields, as: SampleStaff.hassan)
            #expect(made.status == 303)
            let told = try await site.get(String(made.location.prefix { $0 != "#" }), as: SampleStaff.hassan)
            #expect(told.text.contains("Uw toezegging is vastgelegd en wordt bewaakt."))
            #expect(told.count("Let op: dan is het kantoor dicht (") == (words == nil ? 0 : 1))
            if let words { #expect(told.text.contains(words)) }
            let later = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan)
            #expect(later.count("kantoor dan dicht") == (words == nil ? 0 : 1) && later.count("Let op: dan is") == 0)
        }
    }

    @Test func `once its day passed, a promise of a solved file is withdrawn and gets no other day`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let made = try await site.rehearsal.perform(
                .promise("Ik bel u.", due: "2026-11-26"), .resolve(.sample()), on: complaint, by: SampleStaff.hassan)
            let ordinal = try #require(made.promises.last { $0.kind == .byHand }).ordinal
            let forms = ["withdraw-promise", "move-promise"].map { "id=\"\($0)-\(ordinal)\"" }
            let before = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan)
            #expect(forms.map(before.count) == [1, 1])
            site.rehearsal.clock.set(to: "2026-11-27")
            let after = try await site.signedInAnew(SampleStaff.hassan).get(Paths.file(complaint.number), as: SampleStaff.hassan)
            #expect(forms.map(after.count) == [1, 0])
        }
    }

    @Test func `what is more than a number is said to be, and stays typed`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let ordinal = try #require(complaint.promises.first { $0.kind == .resolution }).ordinal
            let fields = [("gezien", "\(complaint.sequence)"), ("promise", "\(ordinal)"), ("by", "5 werkdagen"), ("reason", "Onderzoek.")]
            let page = try await site.post(Paths.act("extend", complaint.number), fields, as: SampleStaff.hassan)
            #expect(page.status == 422 && page.text.contains("Vul alleen een getal in, bijvoorbeeld 5."))
            #expect(page.text.contains("value=\"5 werkdagen\""))
        }
    }

    @Test func `a promise of the procedure is not withdrawn, and the page says why`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let ordinal = try #require(complaint.promises.first { $0.kind == .resolution }).ordinal
            let fields = [("gezien", "\(complaint.sequence)"), ("promise", "\(ordinal)"), ("reason", "Zomaar.")]
            let page = try await site.post(Paths.act("withdraw-promise", complaint.number), fields, as: SampleStaff.hassan)
            #expect(page.status == 409 && page.text.contains("Deze toezegging komt uit de procedure."))
        }
    }
}
