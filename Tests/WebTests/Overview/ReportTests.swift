import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

struct ReportTests {
    @Test func `the management review is a page, and the same on paper`() async throws {
        try await StaffedSite.open { site in
            var work = RandomWork(site.rehearsal, seed: 12)
            try await work.run(complaints: 40, acts: 200)
            let site = try await site.signedInAnew(SampleStaff.dirk)
            let page = try await site.get("\(Paths.reports)?van=1-11-2026", as: SampleStaff.dirk)
            #expect(page.status == 200)
            #expect(page.text.contains("Klachten: directiebeoordeling"))
            #expect(page.text.contains("Hoe geteld is") && page.text.contains("loopt geen maatregel."))
            let pdf = try await site.get("\(Paths.reportsPDF)?van=1-11-2026", as: SampleStaff.dirk)
            #expect(pdf.status == 200 && pdf.bytes.starts(with: Array("%PDF-".utf8)))
            #expect(try await site.get("\(Paths.reportsPDF)?van=1-11-2026", as: SampleStaff.dirk).bytes == pdf.bytes)
        }
    }

    @Test func `how many measures are not told in the review is said, and leads to all of them`() async throws {
        try await StaffedSite.open { site in
            let review = "\(Paths.reports)?van=1-11-2026"
            for number in 1...42 {
                var input = MeasureInput()
                (input.kind, input.title, input.problem) = ("corrective", "Maatregel \(number)", "Storing.")
                (input.action, input.owner, input.due, input.checkOn) = ("Doen.", SampleStaff.hassan.id, "2026-12-18", "2027-03-01")
                _ = try await site.workplace.measures.raise(input, from: [], by: SampleStaff.dirk.actor)
                if number < 40 { continue }
                let page = try await site.get(review, as: SampleStaff.dirk).text
                #expect(page.contains("bij de maatregelen.</a>") == (number > 40))
            }
            let page = try await site.get(review, as: SampleStaff.dirk).text
            #expect(page.contains("href=\"\(Paths.measures)\">Nog 2 maatregelen staan bij de maatregelen.</a>"))
        }
    }

    @Test(arguments: [("van=31-2-2026", "Vul een datum in"), ("van=3-11-2026&tot=1-11-2026", "Kies een dag na de eerste dag.")])
    func `days that can't be are said at their field`(query: String, words: String) async throws {
        try await StaffedSite.open { site in
            let page = try await site.get("\(Paths.reports)?\(query)", as: SampleStaff.dirk)
            #expect(page.status == 422 && page.text.contains(words))
            #expect(try await site.get("\(Paths.reportsPDF)?\(query)", as: SampleStaff.dirk).status == 422)
        }
    }

    @Test(arguments: [4, 5])
    func `a share of fewer than five is told by its numbers, in tables of charts too`(count: Int) async throws {
        try await StaffedSite.open { site in
            for _ in 0..<count { try await site.rehearsal.register() }
            site.rehearsal.clock.advance(days: 20)
            let site = try await site.signedInAnew(SampleStaff.dirk)
            let page = try await site.get("\(Paths.reports)?van=1-11-2026&tot=31-12-2026", as: SampleStaff.dirk)
            // Of all of them neither contact nor solution was in time: in the charts' tables and beside other times.
            let wholes = page.text.components(separatedBy: ">0</a>/<a href").dropFirst().map { rest in
                rest.drop { $0 != ">" }.dropFirst().prefix { $0.isNumber }
            }
            let told = wholes.count { $0 == "\(count)" }
            #expect(told >= 4, "\(wholes)")
            let shares = page.text.components(separatedBy: "(0%)").count - 1
            #expect(count < 5 ? shares == 0 && !page.text.contains("%)") : shares >= told, "\(shares)")
        }
    }

    @Test func `the review tells handling times in days, as the pages do`() async throws {
        try await StaffedSite.open { site in
            for _ in 0..<12 {
                site.rehearsal.clock.set(to: "2026-11-02")
                let complaint = try await site.rehearsal.registerAtWork()
                site.rehearsal.clock.set(to: "2026-11-05")
                try await site.rehearsal.perform(.resolve(.sample()), on: complaint, by: SampleStaff.hassan)
            }
            site.rehearsal.clock.set(to: "2026-11-20")
            let site = try await site.signedInAnew(SampleStaff.dirk)
            let page = try await site.get("\(Paths.reports)?van=2-11-2026&tot=15-11-2026", as: SampleStaff.dirk).text
            #expect(page.contains("3 werkdagen (<a href=") && page.contains(">12</a>)") && page.contains("– (<a href="))
            #expect(page.contains("Week 46: nog niet te zeggen"))
        }
    }

    @Test func `how things stand is told as of today where the days have passed, and what came after them is not told`() async throws {
        try await StaffedSite.open { site in
            var input = MeasureInput()
            (input.kind, input.title, input.problem) = ("corrective", "Tweede server", "Storing.")
            (input.action, input.owner, input.due, input.checkOn) = ("Doen.", SampleStaff.hassan.id, "2027-03-18", "2027-06-01")
            _ = try await site.workplace.measures.raise(input, from: [], by: SampleStaff.dirk.actor)
            let earlier = try await site.get("\(Paths.reports)?van=1-1-2026&tot=31-3-2026", as: SampleStaff.dirk).text
            #expect(earlier.contains("Vandaag (20-11-2026): er loopt 1 maatregel.") && !earlier.contains("Tweede server"))
            let now = try await site.get("\(Paths.reports)?van=1-10-2026", as: SampleStaff.dirk).text
            #expect(now.contains("Tweede server") && now.contains("<p>Er loopt 1 maatregel.") && !now.contains("Stand van nu"))
            site.rehearsal.clock.set(to: "2027-02-01")
            let later = try await site.signedInAnew(SampleStaff.dirk)
            let past = try await later.get("\(Paths.reports)?van=1-10-2026&tot=31-12-2026", as: SampleStaff.dirk).text
            #expect(past.contains("Tweede server") && past.contains("Vandaag (01-02-2027): er loopt 1 maatregel."))
            #expect(past.contains("<th scope=\"col\">Stand van nu</th>"))
            #expect(!past.contains("na deze tijd"))
            input.title = "Derde server"
            _ = try await site.workplace.measures.raise(input, from: [], by: SampleStaff.dirk.actor)
            let more = try await later.get("\(Paths.reports)?van=1-10-2026&tot=31-12-2026", as: SampleStaff.dirk).text
            #expect(more.contains("er lopen 2 maatregelen. 1 maatregel begon pas na deze tijd en staat niet in de tabel."))
            #expect(more.contains("Tweede server") && !more.contains("Derde server"))
        }
    }

    @Test func `a measure that was cancelled before the days is not told, one that was cancelled in them is`() async throws {
        try await StaffedSite.open { site in
            func raise(_ title: String) async throws -> Measure {
                var input = MeasureInput()
                (input.kind, input.title, input.problem) = ("corrective", title, "Storing.")
                (input.action, input.owner, input.due, input.checkOn) = ("Doen.", SampleStaff.hassan.id, "2027-03-18", "2027-06-01")
                return try await site.workplace.measures.raise(input, from: [], by: SampleStaff.dirk.actor)
            }
            for (measure, day) in [(try await raise("Eerste server"), "2026-11-30"), (try await raise("Tweede server"), "2026-12-01")] {
                site.rehearsal.clock.set(to: try #require(Day(iso: day)))
                _ = try await site.workplace.measures.perform(
                    .cancel(reason: "Te duur."), on: measure.id, by: SampleStaff.dirk.actor, seen: measure.sequence)
            }
            site.rehearsal.clock.set(to: "2027-01-15")
            let later = try await site.signedInAnew(SampleStaff.dirk)
            let december = try await later.get("\(Paths.reports)?van=1-12-2026&tot=31-12-2026", as: SampleStaff.dirk).text
            #expect(december.contains("Tweede server") && !december.contains("Eerste server"))
            let november = try await later.get("\(Paths.reports)?van=1-11-2026&tot=30-11-2026", as: SampleStaff.dirk).text
            #expect(november.contains("Tweede server") && november.contains("Eerste server"))
        }
    }

    /// Fifty weeks with two complaints about bills each, then sixteen with five, the last of them the last whole week.
    private static func makeRise(_ site: StaffedSite) async throws {
        let monday: Day = "2026-11-16"
        for week in -66..<0 {
            for _ in 0..<(week < -16 ? 2 : 5) {
                try await site.rehearsal.register {
                    ($0.received, $0.natureAbout, $0.natureWrong) = (.day(monday + 7 * week), "billing", "too-slow")
                }
            }
        }
        try await site.workplace.signals.raise()
    }

    @Test func `on the days on which a rise was found it is one of their signals, after them it rises still, and before it nothing does`()
        async throws
    {
        try await StaffedSite.open { site in
            try await Self.makeRise(site)
            let kept = try await site.rehearsal.records.read { try $0.keptSignals(from: "2026-01-01") }
            let week = try #require(kept.first { $0.kind == .drift && $0.subject == .nature }).week
            func review(_ first: Day, _ last: Day) async throws -> String {
                try await site.get("\(Paths.reports)?van=\(first.iso)&tot=\(last.iso)", as: SampleStaff.dirk).text
            }
            let (signal, still) = ("Facturatie, loopt op", "liep nog op: Facturatie.")
            let then = try await review(week - 7, week + 13)
            #expect(then.contains(signal) && !then.contains("nog op:"))
            let after = try await review(week + 7, week + 20)
            #expect(after.contains(still) && !after.contains(signal))
            let before = try await review("2026-06-01", "2026-07-19")
            #expect(!before.contains(signal) && !before.contains("nog op:"))
        }
    }

    @Test func `what was found before and rises still is told, until somebody settles it`() async throws {
        try await StaffedSite.open { site in
            try await Self.makeRise(site)
            let now = try await site.get("\(Paths.reports)?van=2-11-2026", as: SampleStaff.dirk).text
            #expect(now.contains("<p>Loopt nog op: Facturatie.</p>"))
            let past = "\(Paths.reports)?van=1-11-2026&tot=15-11-2026"
            let words = "Aan het eind van deze tijd liep nog op: Facturatie."
            #expect(try await site.get(past, as: SampleStaff.dirk).text.contains(words))
            for signal in try await site.rehearsal.records.read({ try $0.keptSignals(from: "2026-01-01") }) where signal.kind == .drift {
                try await site.workplace.signals.judge(signal.id, "explained", words: "Nieuwe dienst", by: SampleStaff.dirk.actor)
            }
            #expect(!(try await site.get(past, as: SampleStaff.dirk).text.contains(words)))
        }
    }

    @Test(arguments: [
        (Paths.measuresCSV, "id,title,kind,phase,owner,raised,due,done,next,verdict,cost\r\n"),
        (Paths.signalsCSV, "week,subject,about,kind,found,total,usual_from,usual_to,one_in,state,words\r\n"),
        (Paths.themesCSV, "id,title,complaints,made,ended\r\n"), (Paths.worklistCSV, "number,phase,channel,received,"),
    ])
    func `a list as a file for programs has names that never change, whatever the language`(path: String, head: String) async throws {
        try await StaffedSite.open { site in
            let file = try await site.get(path, as: SampleStaff.mara)
            #expect(file.status == 200 && file.text.hasPrefix(head))
        }
    }

    @Test func `the report for everybody tells no small numbers, no names, no stories`() async throws {
        try await StaffedSite.open { site in
            for (about, count) in [("billing", 9), ("hosting", 6), ("network", 3), ("security", 1)] {
                for _ in 0..<count {
                    try await site.rehearsal.register { ($0.natureAbout, $0.natureWrong) = (about, "too-slow") }
                }
            }
            let page = try await site.get("\(Paths.reports)?soort=openbaar&van=1-1-2026&tot=31-12-2026", as: SampleStaff.mara)
            #expect(page.text.contains("Wij ontvingen 19 klachten."))
            #expect(page.text.contains("<th scope=\"row\">Facturatie</th><td>9</td>"))
            // Four of two kinds would tell how many of each: the next larger kind goes with them.
            #expect(page.text.contains("<th scope=\"row\">Overig of niet bekend</th><td>10</td>"))
            #expect(!page.text.contains("Anna de Vries") && !page.text.contains("mailserver"))
            let year = try await site.get("\(Paths.reports)?soort=openbaar&van=1-1-2024", as: SampleStaff.mara)
            #expect(year.text.contains("Klachten in 2024") && year.text.contains("Wij ontvingen 0 klachten."))
        }
    }

    @Test func `a list is a spreadsheet, with as many rows`() async throws {
        try await StaffedSite.open { site in
            for _ in 0..<3 { try await site.rehearsal.register() }
            let sheet = try await site.get("/klachten.xlsx?lijst=all", as: SampleStaff.mara)
            #expect(sheet.status == 200 && sheet.bytes.starts(with: [0x50, 0x4B]))
            #expect(try await site.get("/klachten.xlsx?van=ooit", as: SampleStaff.mara).status == 422)
            let left = try FileManager.default.contentsOfDirectory(atPath: site.rehearsal.folder + "/uploads")
            #expect(left.isEmpty)
        }
    }
}
