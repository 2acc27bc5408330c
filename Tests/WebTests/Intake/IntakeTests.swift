import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

struct IntakeTests {
    static let least = [("story", "De mail ligt plat."), ("customer.name", "Zoë Çelik"), ("customer.phone", "06 87654321")]

    @Test func `a phone complaint is registered, and its number and promises are there to be read aloud`() async throws {
        try await StaffedSite.open { site in
            let found1 = try await site.get(Paths.intake).status
            #expect(found1 == 200)
            let answer = try await site.post(Paths.intake, Self.least)
            #expect(answer.status == 303)
            let file = try await site.get(answer.location)
            let complaint = try #require(try await site.newest())
            #expect(file.text.contains("Noem dit nummer:"))
            #expect(file.text.contains(">\(complaint.number.formatted)</strong>"))
            #expect(file.text.contains("“U hoort uiterlijk dinsdag 24 november van ons.”"))
            #expect(file.text.contains("“Uiterlijk vrijdag 4 december hebben wij een oplossing.”"))
            #expect(complaint.channel == .phone)
            #expect(complaint.receivedAt == site.rehearsal.now)
        }
    }

    @Test func `everything on the page is taken`() async throws {
        try await StaffedSite.open { site in
            let fields =
                Self.least + [
                    ("customer.organisation", "Bakkerij De Kroon"), ("customer.customerNumber", "K-77"),
                    ("customer.email", "zoe@voorbeeld.invalid"),
                    ("customer.address", "Markt 1\n5211 JX Den Bosch"), ("customer.preferredContact", "email"), ("customer.language", "en"),
                    ("channel", "letter"), ("receivedAt", "gisteren"), ("receivedTime", "14:05"), ("nature.about", "workplace"),
                    ("nature.wrong", "too-slow"),
                    ("severity", "serious"), ("severityReasons", "money"), ("severityReasons", "repeat"), ("aboutStaff", "2"),
                    ("grievances.1", "Traag"),
                    ("grievances.2", "Duur"), ("grievances.3", ""), ("representative.name", "Mr. Pleit"),
                    ("representative.email", "pleit@recht.invalid"),
                    ("representative.authority", "written"),
                ]
            let found2 = try await site.post(Paths.intake, fields).status
            #expect(found2 == 303)
            let complaint = try #require(try await site.newest())
            #expect(complaint.channel == .letter)
            #expect(complaint.receivedAt == CivilTime("2026-11-19", TimeOfDay(14, 5)).instant)
            #expect(complaint.customer?.organisation == "Bakkerij De Kroon")
            #expect(complaint.customer?.address == "Markt 1\n5211 JX Den Bosch")
            #expect(complaint.customer?.language == .english)
            #expect(complaint.nature == Nature(about: "workplace", wrong: "too-slow"))
            #expect(complaint.severityReasons == [.money, .repeat])
            #expect(complaint.aboutStaff == SampleStaff.hassan.id)
            #expect(complaint.grievances.map { $0.text?.text } == ["Traag", "Duur"])
            #expect(complaint.representative?.authority == .written)
        }
    }

    @Test func `a complaint that is solved during the call is resolved at once`() async throws {
        try await StaffedSite.open { site in
            let answer = try await site.post(
                Paths.intake, Self.least + [("solved", "1"), ("answer", "Herstart hielp."), ("remedy.amount", "12,50")])
            #expect(answer.status == 303)
            let complaint = try #require(try await site.newest())
            #expect(complaint.phase == .resolved)
            #expect(complaint.outcome == .informal)
            #expect(try await site.get(answer.location).text.contains("meteen konden oplossen"))
        }
    }

    @Test func `a solution without its tick is not lost`() async throws {
        try await StaffedSite.open { site in
            let page = try await site.post(Paths.intake, Self.least + [("answer", "Herstart hielp.")])
            #expect(page.status == 422)
            #expect(page.text.contains("Kruis aan dat de klacht is opgelost"))
            #expect(page.text.contains("Herstart hielp."))
        }
    }

    @Test(arguments: [
        (["story": ""], "Vertel wat er is misgegaan."), (["customer.name": ""], "Vul een naam in."),
        (["customer.phone": ""], "Vul een e-mailadres, een telefoonnummer of een postadres in."),
        (["customer.phone": "12"], "Vul een telefoonnummer in"),
        (["customer.email": "zoe@"], "Vul een e-mailadres in"), (["receivedAt": "31-2-2026"], "Vul een datum in"),
        (["receivedAt": "1-1-1999"], "Kies een dag na 1 januari 2000."), (["receivedAt": "morgen"], "Kies een moment dat al geweest is."),
        (["receivedAt": "vorige week"], "Vul een datum in"), (["receivedTime": "25:00"], "Vul een tijd in zoals 14:05."),
        (["receivedTime": "23:59"], "Kies een moment dat al geweest is."), (["nature.about": "workplace"], "Kies wat er misging."),
        (["nature.about": "niets", "nature.wrong": "too-slow"], "Kies een van de mogelijkheden."),
        (["severity": "critical"], "Kies waarom deze klacht ernstig is."),
        (["severity": "ramp"], "Kies een van de mogelijkheden."), (["aboutStaff": "niemand"], "Kies een van de mogelijkheden."),
        (["aboutStaff": "999"], "Kies een van de mogelijkheden."),
        (["representative.email": "pleit@recht.invalid"], "Vul de naam van de vertegenwoordiger in."),
        (["solved": "1", "remedy.amount": "veel"], "Vul een bedrag in zoals 12,50."),
        (["channel": "duif"], "Kies een van de mogelijkheden."),
        (["grievances.1": String(repeating: "a", count: 301)], "hoogstens 300 tekens"),
    ]) func `what is wrong is said in words, and nothing typed is lost`(changes: [String: String], words: String) async throws {
        try await StaffedSite.open { site in
            let marker = "Blijft “staan” & <heel>"
            let fields =
                (Self.least + [("customer.organisation", marker)]).filter { changes[$0.0] == nil } + changes.map { ($0.key, $0.value) }
            let page = try await site.post(Paths.intake, fields)
            #expect(page.status == 422)
            #expect(page.text.contains("<title>Fout: Klacht registreren"))
            #expect(page.text.contains(words), "\(changes)")
            #expect(page.text.contains(NaughtyText.escaped(marker)))
            for value in changes.values where !value.isEmpty && changes.count == 1 && !["duif", "ramp", "niemand", "999"].contains(value) {
                #expect(page.text.contains(NaughtyText.escaped(value)), "\(value.prefix(40))")
            }
            let found3 = try await site.newest()
            #expect(found3 == nil)
        }
    }

    @Test func `an over-long story comes back whole`() async throws {
        try await StaffedSite.open { site in
            let story = String(repeating: "é", count: 10_001) + "einde"
            let page = try await site.post(Paths.intake, Self.least.dropFirst() + [("story", story)])
            #expect(page.status == 422)
            #expect(page.text.contains("hoogstens 10000 tekens"))
            #expect(page.text.contains(story))
        }
    }

    @Test func `the same form sent twice is one complaint; another one is another`() async throws {
        try await StaffedSite.open { site in
            let form = Self.least + [(IntakeForm.submission, "een")]
            let (first, again) = (try await site.post(Paths.intake, form), try await site.post(Paths.intake, form))
            #expect(first.status == 303)
            #expect(first.location == again.location)
            let other = try await site.post(Paths.intake, Self.least + [(IntakeForm.submission, "twee")])
            #expect(other.location != first.location)
            let edited = try await site.post(Paths.intake, form.filter { $0.0 != "story" } + [("story", "Iets heel anders.")])
            #expect(edited.location != first.location)
            let colleague = try await site.post(Paths.intake, form, as: SampleStaff.mara)
            #expect(colleague.location != first.location)
        }
    }

    @Test func `two sends at the same moment make one complaint`() async throws {
        try await StaffedSite.open { site in
            let form = Self.least + [(IntakeForm.submission, "gelijk")]
            let places = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<8 { group.addTask { try await site.post(Paths.intake, form).location } }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(places.count == 1)
        }
    }

    @Test func `whoever may not read what was taken in hears the number and nothing else`() async throws {
        try await StaffedSite.open { site in
            let answer = try await site.post(Paths.intake, Self.least + [("confidential", "1")])
            #expect(answer.status == 303)
            #expect(answer.location.hasPrefix("\(Paths.intake)?geregistreerd="))
            let page = try await site.get(answer.location)
            let complaint = try #require(try await site.newest())
            #expect(page.status == 200)
            #expect(page.text.contains(complaint.number.formatted))
            #expect(!page.text.contains("Çelik"))
            let found4 = try await site.get(answer.location, as: SampleStaff.hassan).status
            #expect(found4 == 404)
        }
    }

    @Test func `only who may register finds the page`() async throws {
        try await StaffedSite.open { site in
            for member in [SampleStaff.dirk, SampleStaff.aukje, SampleStaff.bo, SampleStaff.peter] {
                let found5 = try await site.get(Paths.intake, as: member).status
                #expect(found5 == 404, "\(member.name)")
                let found6 = try await site.get("\(Paths.customerLookUp)?q=anna", as: member).status
                #expect(found6 == 404, "\(member.name)")
                let found7 = try await site.post(Paths.intake, Self.least, as: member).status
                #expect(found7 == 404, "\(member.name)")
            }
            let found8 = try await site.get(Paths.intake, as: nil).status
            #expect(found8 == 303)
            let found9 = try await site.newest()
            #expect(found9 == nil)
        }
    }

    @Test func `a forged, missing or foreign token registers nothing, nor does a field that is not on the page`() async throws {
        try await StaffedSite.open { site in
            for token in ["", "vals", site.token(of: SampleStaff.mara)] {
                let found10 = try await site.post(Paths.intake, Self.least, token: token).status
                #expect(found10 == 403)
            }
            let found11 = try await site.post(Paths.intake, Self.least + [("handler", "2")]).status
            #expect(found11 == 422)
            let found12 = try await site.newest()
            #expect(found12 == nil)
        }
    }
}

extension StaffedSite {
    /// The complaint that was registered last.
    func newest() async throws -> Complaint? {
        let reader = rehearsal.reader(SampleStaff.mara.actor)
        return try await rehearsal.records.read { snapshot in
            try snapshot.worklist(WorklistFilter(), for: reader, limit: 200).rows.max { $0.id.value < $1.id.value }
                .flatMap { try snapshot.complaint($0.id) }
        }
    }
}
