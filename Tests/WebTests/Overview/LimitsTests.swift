import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

/// Where limits come from, what is marked on charts, and lists as files.
struct LimitsTests {
    @Test func `limits come from other days once somebody chose them, and what is wrong comes back with what to do`() async throws {
        try await StaffedSite.open { site in
            try await SignalsTests.makeSpike(site.rehearsal)
            let before = try await site.get(Paths.signals, as: SampleStaff.dirk)
            #expect(
                before.text.contains("Grenzen uit 13-04-2026 – ") && before.text.contains("class=\"limits-from\""),
                "\(before.text.suffix(9000))")
            let fields = ["subject": "received", "first": "1-6-2026", "last": "31-8-2026", "reason": ""]
            let unexplained = try await site.post(Paths.limits, SignalsTests.pairs(fields), as: SampleStaff.dirk)
            #expect(unexplained.status == 422 && unexplained.text.contains("Schrijf op waarom."))
            let short = try await site.post(
                Paths.limits, SignalsTests.pairs(["subject": "received", "first": "1-8-2026", "last": "31-8-2026", "reason": "x"]),
                as: SampleStaff.dirk)
            #expect(short.status == 422 && short.text.contains("Kies ten minste twaalf hele weken."))
            let explained = fields.merging(["reason": "Sinds de verhuizing."]) { $1 }
            #expect(try await site.post(Paths.limits, SignalsTests.pairs(explained), as: SampleStaff.mara).status == 303)
            let page = try await site.get(Paths.limits, as: SampleStaff.dirk)
            #expect(page.text.contains("Sinds de verhuizing.") && page.text.contains("Mara Jansen"))
            for query in ["", "?periode=kwartaal", "?periode=vijf-jaar"] {
                let after = try await site.signedInAnew(SampleStaff.dirk).get(Paths.signals + query, as: SampleStaff.dirk)
                #expect(after.text.contains("Grenzen uit 01-06-2026 – 31-08-2026."), "\(query)")
            }
        }
    }

    @Test(arguments: [
        ("received", "1-1-2000", "31-12-2000", "Omdat.", "Kies dagen vanaf de eerste klacht, die van "),
        ("satisfied", "1-6-2026", "31-8-2026", "Omdat.", "In deze dagen valt hiervoor niets of te weinig te meten."),
        ("received", "1-6-2026", "31-8-2026", "–", "Schrijf op waarom."),
        ("received", "1-6-2026", "31-8-2026", "\u{2060}\u{200B}", "Schrijf op waarom."),
    ])
    func `days that give no limits and a reason that says nothing are refused, and what was typed stays`(
        subject: String, first: String, last: String, reason: String, words: String
    ) async throws {
        try await StaffedSite.open { site in
            try await SignalsTests.makeSpike(site.rehearsal)
            let fields = ["subject": subject, "first": first, "last": last, "reason": reason]
            let answer = try await site.post(Paths.limits, SignalsTests.pairs(fields), as: SampleStaff.dirk)
            #expect(answer.status == 422 && answer.text.contains(words), "\(answer.text)")
            #expect(answer.text.contains("value=\"\(first)\"") && answer.text.contains("value=\"\(last)\""))
            #expect(try await site.rehearsal.records.read { try $0.chartBaselines() }.isEmpty)
        }
    }

    @Test func `the same form sent twice makes one choice`() async throws {
        try await StaffedSite.open { site in
            try await SignalsTests.makeSpike(site.rehearsal)
            let fields = ["subject": "received", "first": "1-6-2026", "last": "31-8-2026", "reason": "Nieuwe dienst."]
            for _ in 0..<2 {
                #expect(try await site.post(Paths.limits, SignalsTests.pairs(fields), as: SampleStaff.dirk).status == 303)
            }
            #expect(try await site.rehearsal.records.read { try $0.chartBaselines() }.count == 1)
        }
    }

    @Test func `the same choice by two people, at once or one after the other, is made once, and the second is told so`() async throws {
        try await StaffedSite.open { site in
            try await SignalsTests.makeSpike(site.rehearsal)
            var input = BaselineInput()
            (input.subject, input.first, input.last, input.reason) = ("received", "1-6-2026", "31-8-2026", "Nieuwe dienst.")
            let (ready, signals) = (input, site.workplace.signals)
            async let one = signals.keep(ready, by: SampleStaff.dirk.actor)
            async let other = signals.keep(ready, by: SampleStaff.mara.actor)
            let made = try await [one, other]
            #expect(made.count { $0 } == 1)
            let fields = ["subject": "received", "first": "1-6-2026", "last": "31-8-2026", "reason": "Nieuwe dienst."]
            let answer = try await site.post(Paths.limits, SignalsTests.pairs(fields), as: SampleStaff.mara)
            let page = try await site.get(answer.location, as: SampleStaff.mara)
            #expect(page.text.contains("Deze keuze gold al.") && !page.text.contains("Bewaard."))
            let kept = try await site.rehearsal.records.read { try $0.chartBaselines() }
            #expect(kept.count == 1)
            // Other words for it, or what held before, are another choice.
            for fields in [fields.merging(["reason": "Een andere reden."]) { $1 }, fields] {
                site.rehearsal.clock.advance(seconds: 60)
                let again = try await site.post(Paths.limits, SignalsTests.pairs(fields), as: SampleStaff.mara)
                #expect(again.location.hasSuffix("?bewaard=1"))
            }
            #expect(try await site.rehearsal.records.read { try $0.chartBaselines() }.count == 3)
        }
    }

    @Test func `a measure that was carried out stands on the charts with its address, as an incident does`() async throws {
        try await StaffedSite.open { site in
            try await SignalsTests.makeSpike(site.rehearsal)
            var input = MeasureInput()
            (input.kind, input.title, input.problem, input.action) = ("corrective", "Dubbele controle", "Fout", "Nakijken")
            (input.owner, input.due, input.checkOn) = (SampleStaff.hassan.id, "2026-12-01", "2027-03-01")
            let measure = try await site.workplace.measures.raise(input, from: [], by: SampleStaff.mara.actor)
            _ = try await site.workplace.measures.perform(
                .carryOut(on: "2026-11-11", cost: nil, note: nil), on: measure.id, by: SampleStaff.mara.actor, seen: nil)
            let page = try await site.get(Paths.signals, as: SampleStaff.dirk)
            #expect(page.text.contains("maatregel: Dubbele controle</text>") && page.text.contains("class=\"value happened-name\""))
            #expect(page.text.contains("<a href=\"\(Paths.measure(measure.id))\">maatregel: Dubbele controle</a>"))
        }
    }

    @Test(arguments: [
        (Paths.signalsSheet, SampleStaff.dirk), (Paths.themesSheet, SampleStaff.hassan), (Paths.measuresSheet, SampleStaff.mara),
        (Paths.conductSheet + "?periode=jaar", SampleStaff.aukje),
    ])
    func `lists come as a spreadsheet`(address: String, member: StaffMember) async throws {
        try await StaffedSite.open { site in
            try await SignalsTests.makeSpike(site.rehearsal)
            try await site.workplace.signals.raise()
            let sheet = try await site.get(address, as: member)
            #expect(sheet.status == 200 && sheet.bytes.starts(with: [0x50, 0x4B]), "\(address)")
            if address == Paths.signalsSheet {
                let lines = try await site.get(Paths.signalsCSV, as: member)
                #expect(lines.text.contains("2026-11-09,nature,billing,spike,12,"))
            }
        }
    }
}
