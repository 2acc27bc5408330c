import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

struct OverviewTests {
    @Test func `an empty house has nothing special to tell`() async throws {
        try await StaffedSite.open { site in
            let page = try await site.get(Paths.overview, as: SampleStaff.dirk)
            #expect(page.status == 200)
            #expect(page.text.contains("Niets bijzonders: er is geen klacht open."))
        }
    }

    @Test func `the first sentence tells what is late, by how long, and what is grave`() async throws {
        try await StaffedSite.open { site in
            try await site.rehearsal.register { ($0.severity, $0.severityReasons) = ("critical", ["safety"]) }
            try await site.rehearsal.register()
            #expect(
                try await site.get(Paths.overview, as: SampleStaff.mara).text.contains(
                    "Alle 2 open klachten zijn op tijd. Er is 1 zeer ernstige klacht open."))
            site.rehearsal.clock.set(to: "2026-11-27")
            let page = try await site.signedInAnew(SampleStaff.mara).get(Paths.overview, as: SampleStaff.mara)
            #expect(page.text.contains("Van de 2 open klachten zijn er 2 te laat, de langste 3 werkdagen."))
        }
    }

    /// Every number on the page, and how many complaints its link shows.
    @Test(arguments: [SampleStaff.dirk, SampleStaff.mara, SampleStaff.iris, SampleStaff.aukje])
    func `every number is the length of the list behind it`(member: StaffMember) async throws {
        try await StaffedSite.open { site in
            var work = RandomWork(site.rehearsal, seed: 11)
            try await work.run(complaints: 60, acts: 200)
            let now = site.rehearsal.now
            let fresh = try await site.signedInAnew(member)
            var checked = 0
            for period in ["maand", "vorige-maand", "kwartaal", "jaar"] {
                let page = try await fresh.get("\(Paths.overview)?periode=\(period)", as: member)
                #expect(page.status == 200)
                for (address, number) in Self.numbers(in: page.text) {
                    let list = try await fresh.get(address, as: member)
                    #expect(list.status == 200, "\(address)")
                    #expect(Self.length(of: list.text) == number, "\(member.name) \(address)")
                    let file = try await fresh.get(address.replacingOccurrences(of: "/klachten?", with: "/klachten.csv?"), as: member)
                    #expect(CSVText.rows(file.bytes, separator: ",").count - 1 == number, "\(address)")
                    checked += 1
                }
            }
            #expect(checked > 60)
            #expect(site.rehearsal.now == now)
        }
    }

    @Test(arguments: [
        ("van=31-2-2026", "Vul een datum in"), ("van=3-11-2026&tot=1-11-2026", "Kies een dag na de eerste dag."),
        ("tot=ooit", "Vul een datum in"),
    ])
    func `days that can't be are said at their field`(query: String, words: String) async throws {
        try await StaffedSite.open { site in
            let page = try await site.get("\(Paths.overview)?\(query)", as: SampleStaff.dirk)
            #expect(page.status == 422)
            #expect(page.text.contains(words))
        }
    }

    @Test func `what was merged into another complaint counts once, on the overview and among the signals alike`() async throws {
        try await StaffedSite.open { site in
            let first = try await site.rehearsal.register { ($0.natureAbout, $0.natureWrong) = ("billing", "too-slow") }
            let second = try await site.rehearsal.register { ($0.natureAbout, $0.natureWrong) = ("billing", "too-slow") }
            try await site.rehearsal.perform(.duplicate(of: first.id), on: second, by: SampleStaff.mara)
            let overview = try await site.get(Paths.overview, as: SampleStaff.dirk).text
            #expect(overview.contains("<b>1</b><span class=\"name\">ontvangen"))
            #expect(overview.contains("wat met een andere klacht is samengevoegd telt daar"))
            let numbers = Self.numbers(in: overview).filter { $0.address.contains("van=2026-11-01") && !$0.address.contains("opgelost") }
            #expect(numbers.count > 3 && numbers.allSatisfy { $0.number == 1 }, "\(numbers)")
            let signals = try await site.get(Paths.signals + "?van=1-11-2026&tot=30-11-2026", as: SampleStaff.dirk).text
            let received = Self.numbers(in: signals).filter { $0.address.contains("van=2026-11-01") && !$0.address.contains("verloop") }
            #expect(received.contains { $0.number == 1 } && received.allSatisfy { $0.number <= 1 })
        }
    }

    @Test func `what comes as often as the most is named beside it, and many of them are counted`() async throws {
        try await StaffedSite.open { site in
            for about in ["billing", "billing", "hosting", "hosting", "network"] {
                try await site.rehearsal.register { ($0.natureAbout, $0.natureWrong) = (about, "too-slow") }
            }
            let two = try await site.get(Paths.overview, as: SampleStaff.dirk).text
            #expect(two.contains("Het meest: Facturatie, Hosting en cloud, elk 2 van 5."))
            #expect(two.contains(", 5 van 5."), "one alone as before")
            for about in ["network", "security", "security"] {
                try await site.rehearsal.register { ($0.natureAbout, $0.natureWrong) = (about, "too-slow") }
            }
            let four = try await site.get(Paths.overview, as: SampleStaff.dirk).text
            #expect(four.contains("Het meest: 4 even vaak, elk 2 van 8."))
        }
    }

    @Test(arguments: [Paths.overview, Paths.signals, Paths.reports, Paths.conductOverview])
    func `each page of numbers says that files one may not see don't count, whether there are any or not`(path: String) async throws {
        try await StaffedSite.open { site in
            let words = "Dossiers die u niet mag zien, tellen hier niet mee."
            #expect(try await site.get(path, as: SampleStaff.dirk).text.contains(words))
            try await site.rehearsal.register(by: SampleStaff.mara.actor) { $0.isConfidential = true }
            for member in [SampleStaff.dirk, SampleStaff.mara] {
                #expect(try await site.get(path, as: member).text.contains(words), "\(member.name)")
            }
        }
    }

    @Test func `typed days are taken as people type them`() async throws {
        try await StaffedSite.open { site in
            try await site.rehearsal.register { $0.received = .day("2026-11-03") }
            let page = try await site.get("\(Paths.overview)?van=3-11-2026&tot=3+november", as: SampleStaff.dirk)
            #expect(page.status == 200)
            #expect(page.text.contains("van=2026-11-03&amp;tot=2026-11-03"))
            #expect(page.text.contains("<b>1</b><span class=\"name\">ontvangen"))
        }
    }

    static func numbers(in page: String) -> [(address: String, number: Int)] {
        page.components(separatedBy: "href=\"").dropFirst().compactMap { piece in
            guard piece.hasPrefix("/klachten?"), let address = piece.components(separatedBy: "\"").first else { return nil }
            let rest = piece.drop { $0 != ">" }.dropFirst().replacingOccurrences(of: "<b>", with: "")
            guard let number = Int(rest.prefix { $0.isNumber }), rest.prefix(1).allSatisfy(\.isNumber) else { return nil }
            return (address.replacingOccurrences(of: "&amp;", with: "&"), number)
        }
    }

    static func length(of list: String) -> Int? {
        list.components(separatedBy: "<p class=\"muted\">").dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) }
    }
}
