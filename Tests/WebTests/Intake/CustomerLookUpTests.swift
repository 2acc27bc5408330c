import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

struct CustomerLookUpTests {
    private static func people(_ site: StaffedSite) async throws {
        try await site.rehearsal.register {
            $0.customer = PersonInput(
                name: "Zoë Çelik", organisation: "Bakkerij De Kroon", customerNumber: "K-77", email: "zoe@kroon.invalid",
                phone: "06 87654321",
                preferredContact: "email")
        }
        try await site.rehearsal.register { $0.customer = PersonInput(name: "Zoë Çelik", email: "zoe@kroon.invalid") }
        try await site.rehearsal.register()
    }

    @Test(arguments: [
        "zoe", "Zoë Ç", "celik zo", "k-77", "kroon", "zoe@kroon.invalid", "06 8765 4321", "0687654321", "+31687654321", "068765",
        "bakkerij de",
    ])
    func `a customer is found by the beginning of anything that names them`(typed: String) async throws {
        try await StaffedSite.open { site in
            try await Self.people(site)
            let found = try await site.get("\(Paths.customerLookUp)?q=\(QueryText.encoded(typed))")
            #expect(found.status == 200)
            #expect(found.count("data-choose") == 1, "\(typed): \(found.text)")
            #expect(found.text.contains("Zoë Çelik"))
            #expect(!found.text.contains("Anna"))
        }
    }

    @Test func `a story does not find whoever told it`() async throws {
        try await StaffedSite.open { site in
            try await Self.people(site)
            #expect(try await site.get("\(Paths.customerLookUp)?q=mailserver").text.contains("Nog niet bekend"))
            #expect(try await site.get("\(Paths.customerLookUp)?q=").text.contains("Nog niet bekend"))
        }
    }

    @Test func `a customer is found once, with what is known and how often they came`() async throws {
        try await StaffedSite.open { site in
            try await Self.people(site)
            let found = try await site.get("\(Paths.customerLookUp)?q=zoe%40kroon.invalid")
            #expect(found.text.contains("2 klachten"))
            #expect(found.text.contains("&quot;customer.email&quot;:&quot;zoe@kroon.invalid&quot;"))
        }
    }

    @Test func `nobody is found through a file that may not be read`() async throws {
        try await StaffedSite.open { site in
            let hidden = try await site.rehearsal.register {
                $0.isConfidential = true
                $0.customer = PersonInput(name: "Geheime Gerrit", email: "gerrit@stil.invalid")
            }
            let about = try await site.rehearsal.register {
                $0.aboutStaff = SampleStaff.iris.id
                $0.customer = PersonInput(name: "Geheime Gerda", email: "gerda@stil.invalid")
            }
            #expect(!(try await site.get("\(Paths.customerLookUp)?q=geheime").text.contains("Gerrit")))
            #expect(!(try await site.get("\(Paths.customerLookUp)?q=gerda%40stil.invalid").text.contains("Gerda")))
            for complaint in [hidden, about] {
                let earlier = try await site.get("\(Paths.customerLookUp)?eerder=\(complaint.number.digits)")
                #expect(!earlier.text.contains("Geheime"))
                let chosen = try await site.post(Paths.intake, [(IntakeForm.choose, complaint.number.digits)])
                #expect(!chosen.text.contains("Geheime"))
            }
            let found1 = try await site.get("\(Paths.customerLookUp)?q=geheime", as: SampleStaff.mara).count("data-choose")
            #expect(found1 == 2)
        }
    }

    @Test func `earlier complaints stand beside the page`() async throws {
        try await StaffedSite.open { site in
            try await Self.people(site)
            let newest = try #require(
                try await site.rehearsal.records.read { try $0.customers(matching: "zoe", for: Visibility(SampleStaff.iris.actor)) }.first)
            let earlier = try await site.get("\(Paths.customerLookUp)?eerder=\(newest.latest.digits)")
            #expect(earlier.count("href=\"/klachten/") == 2)
            #expect(earlier.text.contains("ontvangen"))
        }
    }

    @Test func `without a script the button finds, the choice fills, and what was typed stays`() async throws {
        try await StaffedSite.open { site in
            try await Self.people(site)
            let typed = [("story", "Het brood is <op> & \"op\"."), ("customer.name", "celik"), ("nature.about", "workplace")]
            let found = try await site.post(Paths.intake, typed + [(IntakeForm.lookUp, "1")])
            #expect(found.status == 200)
            #expect(found.count("name=\"kies\"") == 1)
            #expect(found.text.contains(NaughtyText.escaped(typed[0].1)))
            let number = try #require(found.text.components(separatedBy: "name=\"kies\" value=\"").dropFirst().first?.prefix(9))
            let chosen = try await site.post(Paths.intake, typed + [(IntakeForm.choose, String(number))])
            #expect(chosen.status == 200)
            for value in ["Zoë Çelik", "zoe@kroon.invalid", NaughtyText.escaped(typed[0].1)] { #expect(chosen.text.contains(value)) }
            #expect(chosen.text.contains("Eerdere klachten van Zoë Çelik"))
            #expect(
                try await site.post(Paths.intake, [("customer.name", "onbekende"), (IntakeForm.lookUp, "1")]).text.contains(
                    "Nog niet bekend"))
        }
    }

    @Test func `names that would break a page fill a form whole`() async throws {
        try await StaffedSite.open { site in
            for text in NaughtyText.all {
                try await site.rehearsal.register {
                    $0.customer = PersonInput(name: "zoek \(text)", organisation: text, phone: "06 12345678")
                }
            }
            let found = try await site.get("\(Paths.customerLookUp)?q=zoek")
            // Names that differ only in signs are one customer: the 25 with marks, and the six others.
            #expect(found.count("data-choose") == 7)
            #expect(!found.text.contains("<script"))
            #expect(!found.text.contains("<img"))
        }
    }
}
