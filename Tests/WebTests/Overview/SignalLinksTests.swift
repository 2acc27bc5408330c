import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

/// A signal, what people say of it, and the measures that come from it.
struct SignalLinksTests {
    private static func kept(_ site: StaffedSite) async throws -> KeptSignal {
        let signal = KeptSignal(.spike, about: "hosting", week: "2026-11-09", found: 9, usual: 0...3, oneIn: 5000, at: site.rehearsal.now)
        try await site.rehearsal.records.write { try $0.keep(signal) }
        return signal
    }

    private static func measure(_ site: StaffedSite, from sources: [MeasureSource], titled title: String) async throws -> Measure {
        var input = MeasureInput()
        (input.kind, input.title, input.problem) = ("corrective", title, "Storing.")
        (input.action, input.owner, input.due, input.checkOn) = ("Doen.", SampleStaff.hassan.id, "2026-11-27", "2026-12-04")
        return try await site.workplace.measures.raise(input, from: sources, by: SampleStaff.dirk.actor)
    }

    @Test func `what was said of a signal is told back, and no setting holds from now on`() async throws {
        try await StaffedSite.open { site in
            let signal = try await Self.kept(site)
            let form = [("state", "seen"), ("words", ""), ("gezien", "\(signal.changedAt.milliseconds)")]
            let answer = try await site.post(Paths.signal(signal.id), form, as: SampleStaff.dirk)
            #expect(answer.status == 303)
            let page = try await site.get(answer.location, as: SampleStaff.dirk).text
            #expect(page.contains("Vastgelegd bij dit signaal: bekeken, wordt uitgezocht.") && !page.contains("Het geldt vanaf nu"))
            let calm = try await site.signedInAnew(SampleStaff.dirk).get(Paths.signal(signal.id), as: SampleStaff.dirk).text
            #expect(!calm.contains("Vastgelegd bij dit signaal"))
        }
    }

    @Test func `a signal leads to the measures that were taken because of it, and a measure to its signal`() async throws {
        try await StaffedSite.open { site in
            let signal = try await Self.kept(site)
            #expect(!(try await site.get(Paths.signal(signal.id), as: SampleStaff.dirk).text.contains("Maatregel: Tweede server")))
            let measure = try await Self.measure(site, from: [MeasureSource(.signal, signal.id)], titled: "Tweede server")
            let page = try await site.get(Paths.signal(signal.id), as: SampleStaff.dirk).text
            #expect(page.contains("href=\"\(Paths.measure(measure.id))\"") && page.contains("Maatregel: Tweede server"))
            #expect(page.contains("(loopt)"))
            let words = "Signaal: Hosting en cloud, week 46"
            let led = try await site.get(Paths.measure(measure.id), as: SampleStaff.dirk).text
            #expect(led.contains("href=\"\(Paths.signal(signal.id))\"") && led.contains(words))
            // A handler has lists, and no page of signals to judge.
            let owned = try await site.get(Paths.measure(measure.id), as: SampleStaff.hassan).text
            #expect(owned.contains(words) && !owned.contains("href=\"\(Paths.signal(signal.id))\""))
        }
    }

    @Test func `the picture of an effect has its numbers and its weeks`() async throws {
        try await StaffedSite.open { site in
            for _ in 0..<7 { try await site.rehearsal.register { $0.received = .day("2026-10-14") } }
            try await site.rehearsal.register { $0.received = .day("2026-08-03") }
            let measure = try await Self.measure(site, from: [], titled: "Tweede server")
            _ = try await site.workplace.measures.perform(
                .carryOut(on: "2026-11-05", cost: nil, note: nil), on: measure.id, by: SampleStaff.dirk.actor, seen: nil)
            let page = try await site.get(Paths.measure(measure.id), as: SampleStaff.dirk).text
            for words in [">7</text>", ">0</text>", ">03-08-2026</text>", ">09-11-2026</text>"] {
                #expect(page.contains(words), "\(words)")
            }
            #expect(page.contains("8 klachten in 14 weken ervoor, 0 in 1 week erna."), "\(page)")
        }
    }

    @Test func `of several measures it is told in the plural when it is to be seen whether they work`() async throws {
        try await StaffedSite.open { site in
            for title in ["Tweede server", "Derde server"] {
                let measure = try await Self.measure(site, from: [], titled: title)
                _ = try await site.workplace.measures.perform(
                    .carryOut(on: "2026-11-19", cost: nil, note: nil), on: measure.id, by: SampleStaff.dirk.actor, seen: nil)
                let page = try await site.get("\(Paths.reports)?van=1-10-2026", as: SampleStaff.dirk).text
                let words =
                    title == "Tweede server"
                    ? "Er loopt 1 maatregel, van 1 is binnen een maand te zien of zij werkt."
                    : "Er lopen 2 maatregelen, van 2 is binnen een maand te zien of zij werken."
                #expect(page.contains(words))
            }
        }
    }
}
