import Analysis
import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

struct SignalsTests {
    @Test func `a week has the number that people give it`() throws {
        for (day, number) in [("2026-11-23", 48), ("2026-01-01", 1), ("2027-01-01", 53), ("2027-01-04", 1), ("2024-12-30", 1)] {
            let week = CalendarWeek(of: try #require(Day(iso: day)))
            #expect(week.number == number, "\(day)")
            #expect(week.days.first.weekday == .monday && week.days.last.weekday == .sunday)
        }
        let weeks = CalendarWeek(of: try #require(Day(iso: "2026-11-26"))).last(3)
        #expect(weeks.map(\.number) == [46, 47, 48] && weeks[1] == weeks[2].previous)
    }

    @Test func `a house without complaints has nothing to tell yet`() async throws {
        try await StaffedSite.open { site in
            let page = try await site.get(Paths.signals, as: SampleStaff.dirk)
            #expect(page.status == 200)
            #expect(page.text.contains("Er is nog geen hele week met klachten"))
            #expect(page.text.contains("In het laatste halve jaar is niets gevonden."))
        }
    }

    @Test func `a week with far more than usual is told first, with what is usual and the chance`() async throws {
        try await StaffedSite.open { site in
            try await Self.makeSpike(site.rehearsal)
            let page = try await site.get(Paths.signals, as: SampleStaff.dirk)
            #expect(page.text.contains("Let op in week 46: Facturatie"), "\(page.text.suffix(3000))")
            #expect(page.text.contains("klachten, normaal 0–3. Dit komt bij toeval minder dan eens in een miljoen weken voor."))
            #expect(page.text.contains("buiten de grenzen"))
            #expect(try await site.get(Paths.overview, as: SampleStaff.dirk).text.contains(Paths.signals))
        }
    }

    @Test func `the chart of a signal is in numbers, and says so, while it is not known of how many customers its week is`() async throws {
        try await StaffedSite.open { site in
            try await Self.makeSpike(site.rehearsal)
            let months = (4...10).map { "2026-\($0 < 10 ? "0" : "")\($0);1000" }.joined(separator: "\n")
            try await site.workplace.signals.keep(ExposureInput(unit: .customers, text: months), by: SampleStaff.mara.actor)
            let page = try await site.get(Paths.signals, as: SampleStaff.dirk)
            #expect(page.text.contains("In aantallen: niet van al deze weken is bekend hoeveel klanten er waren."), "\(page.text)")
        }
    }

    @Test
    func `the first sentence speaks of the last weeks and of everything, whatever is chosen, and says what else the chosen time says`()
        async throws
    {
        try await StaffedSite.open { site in
            try await Self.makeSpike(site.rehearsal)
            try await site.workplace.signals.raise()
            site.rehearsal.clock.advance(days: 14)
            let queries = ["", "?periode=kwartaal", "?periode=vijf-jaar", "?kanaal=email", "?over=hosting", "?van=1-1-2026&tot=1-3-2026"]
            for query in queries {
                let page = try await site.signedInAnew(SampleStaff.dirk).get(Paths.signals + query, as: SampleStaff.dirk)
                #expect(page.text.contains("<p class=\"verdict\">Let op in week 46: Facturatie (piek).</p>"), "\(query)")
            }
            let dirk = try await site.signedInAnew(SampleStaff.dirk)
            let year = try await dirk.get(Paths.reports + "?van=1-6-2026&tot=30-11-2026", as: SampleStaff.dirk)
            #expect(year.text.contains("Niet beoordeeld: week 47 van 2026 tot en met week 48 van 2026."), "\(year.text.suffix(6000))")
            #expect(year.text.contains("Facturatie, piek"))
            site.rehearsal.clock.advance(days: 70)
            let later = try await site.signedInAnew(SampleStaff.dirk).get(Paths.signals, as: SampleStaff.dirk)
            #expect(!later.text.contains("Let op in week 46"), "what is two months old is below")
            #expect(later.text.contains("Eerder gevonden") && later.text.contains("Week 46"))
        }
    }

    @Test(arguments: [SampleStaff.dirk, SampleStaff.mara, SampleStaff.iris, SampleStaff.hassan])
    func `every number is the length of the list behind it`(member: StaffMember) async throws {
        try await StaffedSite.open { site in
            var work = RandomWork(site.rehearsal, seed: 12)
            try await work.run(complaints: 70, acts: 400)
            site.rehearsal.clock.advance(days: 20)
            let site = try await site.signedInAnew(member)
            var lengths: [String: Int] = [:]
            var checked = 0
            let queries = [
                "", "?periode=kwartaal", "?periode=vijf-jaar&kanaal=phone", "?over=-&groep=organisation", "?van=1-11-2026&tot=20-11-2026",
            ]
            let isReader = member.roles.contains(.manager) || member.roles.contains(.management)
            let reports = isReader ? ["?van=1-9-2026&tot=20-11-2026", "?van=1-1-2025&tot=20-11-2026"].map { Paths.reports + $0 } : []
            for address in queries.map({ Paths.signals + $0 }) + [Paths.flow, Paths.overview] + reports {
                let page = try await site.get(address, as: member)
                #expect(page.status == 200, "\(address)")
                for (address, number) in OverviewTests.numbers(in: page.text) {
                    if lengths[address] == nil {
                        lengths[address] = OverviewTests.length(of: try await site.get(address, as: member).text)
                    }
                    #expect(lengths[address] == number, "\(member.name) \(address)")
                    checked += number > 0 ? 1 : 0
                }
            }
            #expect(checked > 100)
        }
    }

    @Test(arguments: [
        ("van=31-2-2026", "Vul een datum in"), ("van=3-11-2026&tot=1-11-2026", "Kies een dag na de eerste dag."),
        ("kanaal=postduif", "Kies een van de mogelijkheden."), ("groep=x", "Kies een van de mogelijkheden."),
    ])
    func `what can't be read is said at its field`(query: String, words: String) async throws {
        try await StaffedSite.open { site in
            let page = try await site.get("\(Paths.signals)?\(query)", as: SampleStaff.dirk)
            #expect(page.status == 422)
            #expect(page.text.contains(words))
        }
    }

    // MARK: What people say of it

    @Test func `a signal is kept once, looked at, explained by an incident, and leaves the first sentence`() async throws {
        try await StaffedSite.open { site in
            try await Self.makeSpike(site.rehearsal)
            #expect(try await site.workplace.signals.raise() == 1)
            #expect(try await site.workplace.signals.raise() == 0)
            let signal = try #require(try await site.rehearsal.records.read { try $0.keptSignals(from: "2026-01-01") }.first)
            #expect(signal.kind == .spike && signal.about == "billing" && signal.state == .raised)
            let path = Paths.signal(signal.id)
            let page = try await site.get(path, as: SampleStaff.dirk)
            #expect(page.text.contains("Toen dit werd gevonden waren het er 12, normaal 0–3."))

            let unseen = try await site.post(path, Self.pairs(["state": "seen", "words": ""]), as: SampleStaff.mara)
            #expect(unseen.status == 400, "what does not say what its author saw overwrites nothing")
            let nothing = try await site.post(path, Self.seeing(signal, ["state": "dismissed", "words": " "], site), as: SampleStaff.dirk)
            #expect(nothing.status == 422 && nothing.text.contains("Schrijf op waarom."))
            let unknown = try await site.post(path, Self.seeing(signal, ["state": "erg", "words": ""], site), as: SampleStaff.dirk)
            #expect(unknown.status == 422 && unknown.text.contains("Kies wat ermee is."))
            let seen = try await site.post(path, Self.seeing(signal, ["state": "seen", "words": ""], site), as: SampleStaff.mara)
            #expect(seen.status == 303)
            #expect(try await site.get(Paths.signals, as: SampleStaff.dirk).text.contains("Let op in week 46: Facturatie"))
            #expect(try await site.post(path, Self.pairs(["state": "dismissed", "words": "x"]), as: SampleStaff.hassan).status == 404)

            let form = try await site.get("\(Paths.incidents)?signaal=\(signal.id)", as: SampleStaff.mara)
            #expect(form.text.contains("name=\"signaal\" value=\"\(signal.id)\""))
            let untold = try await site.post(
                Paths.incidents, Self.pairs(["title": "", "first": "10-11-2026", "signaal": "\(signal.id)"]), as: SampleStaff.mara)
            #expect(untold.status == 422 && untold.text.contains("name=\"signaal\" value=\"\(signal.id)\""))
            let kept = try await site.post(
                Paths.incidents,
                Self.pairs(["title": "Storing 10 november", "first": "10-11-2026", "signaal": "\(signal.id)"]), as: SampleStaff.mara)
            #expect(kept.status == 303)
            let after = try await site.get(Paths.signals, as: SampleStaff.dirk)
            #expect(!after.text.contains("Let op in week 46"))
            #expect(after.text.contains("Verklaard: Storing 10 november (Mara Jansen"))
            #expect(after.count("Storing 10 november</text>") > 0)

            // What is said of the signal later is not said again by a change of the incident.
            let measure = try await Self.seeing(signal, ["state": "measure", "words": "Dubbele lijn"], site)
            let taken = try await site.post(path, measure, as: SampleStaff.dirk)
            #expect(taken.status == 303)
            let incident = try #require(try await site.rehearsal.records.read { try $0.incidents() }.first)
            let end = ["title": "Storing 10 november", "first": "10-11-2026", "last": "11-11-2026"]
            #expect(try await site.post(Paths.incident(incident.id), Self.pairs(end), as: SampleStaff.mara).status == 400)
            let seenIncident = [("gezien", "\(incident.changedAt?.milliseconds ?? 0)")]
            let ended = try await site.post(Paths.incident(incident.id), Self.pairs(end) + seenIncident, as: SampleStaff.mara)
            #expect(ended.status == 303)
            let judged = try #require(try await site.rehearsal.records.read { try $0.keptSignal(signal.id) })
            #expect(judged.state == .measure && judged.words == "Dubbele lijn")
        }
    }

    @Test func `customers are told of an incident until a day, above the form and with their complaint`() async throws {
        try await StaffedSite.open { site in
            var fields = [
                "title": "Storing", "first": "20-11-2026", "bannerDutch": "E-mail werkt nu niet. Wij weten ervan.",
                "bannerEnglish": "", "bannerUntil": "21-11-2026",
            ]
            let half = try await site.post(Paths.incidents, Self.pairs(fields), as: SampleStaff.mara)
            #expect(half.status == 422 && half.text.contains("Schrijf de melding in beide talen."))
            fields["bannerEnglish"] = "E-mail is down. We know."
            fields["bannerUntil"] = "21-11-2027"
            #expect(try await site.post(Paths.incidents, Self.pairs(fields), as: SampleStaff.mara).status == 422)
            fields["bannerUntil"] = "21-11-2026"
            let kept = try await site.post(Paths.incidents, Self.pairs(fields), as: SampleStaff.mara)
            #expect(kept.status == 303)
            #expect(try await site.get(Paths.report, as: nil).text.contains("E-mail werkt nu niet."))
            #expect(try await site.get("\(Paths.report)?taal=en", as: nil).text.contains("E-mail is down."))
            site.rehearsal.clock.advance(days: 2)
            #expect(!(try await site.get(Paths.report, as: nil).text.contains("E-mail werkt nu niet.")))
        }
    }

    // MARK: The reading

    private func reading(_ rows: [WeekCounts]) throws -> SignalsReading {
        var designs = DriftDesigns()
        let weeks = CalendarWeek(of: try #require(Day(iso: "2026-11-26"))).last(SignalsReading.depth)
        return try SignalsReading(rows, weeks: weeks, designs: &designs)
    }

    private func calm(_ weeks: Int) -> [Int] { (0..<weeks).map { [5, 4, 6, 5, 5][$0 % 5] } }

    @Test func `nothing stands out where nothing changed`() throws {
        let found = try reading([
            WeekCounts(about: "billing", counts: calm(105)), WeekCounts(about: nil, counts: Array(repeating: 0, count: 105)),
        ])
        #expect(found.signals.isEmpty && found.kinds.map(\.about) == ["billing"] && found.weeksMissing == 0)
        #expect(found.totals == calm(105))
    }

    @Test func `what nobody chose a kind for yet is counted, and is never news`() throws {
        let new = WeekCounts(about: nil, counts: Array(repeating: 0, count: 104) + [9])
        let found = try reading([WeekCounts(about: "billing", counts: calm(104) + [19]), new])
        #expect(found.signals.map(\.about) == ["billing"] && found.totals.last == 28)
        #expect(try reading([WeekCounts(about: "billing", counts: calm(105)), new]).signals.isEmpty)
    }

    @Test func `a level that doubled is rising`() throws {
        let found = try reading([WeekCounts(about: "billing", counts: calm(96) + [10, 9, 11, 10, 10, 9, 10, 10, 2])])
        #expect(found.signals.first?.finding?.isDrift == true && found.signals.first?.isSpikeNow == false)
    }

    @Test func `the running week is told as soon as it has too many, never that it has too few`() throws {
        #expect(try reading([WeekCounts(about: "billing", counts: calm(104) + [0])]).signals.isEmpty)
        let found = try reading([WeekCounts(about: "billing", counts: calm(104) + [19])])
        #expect(found.signals.first?.isSpikeNow == true && found.signals.first?.finding?.isSignal == false)
    }

    @Test func `weeks before the first complaint are no weeks without complaints`() throws {
        let found = try reading([WeekCounts(about: "billing", counts: Array(repeating: 0, count: 99) + [5, 4, 6, 5, 5, 2])])
        #expect(found.weeks.count == 6 && found.signals.isEmpty && found.weeksMissing == 24)
    }

    @Test func `one complaint, in the running week, is a week that is not over`() throws {
        let found = try reading([WeekCounts(about: nil, counts: Array(repeating: 0, count: 104) + [1])])
        #expect(found.weeks.count == 1 && found.lastWeek == nil && found.signals.isEmpty)
        #expect(try reading([]).kinds.isEmpty)
    }

    @Test func `two who judge a signal or change an incident: the second sees both and loses nothing`() async throws {
        try await StaffedSite.open { site in
            try await Self.makeSpike(site.rehearsal)
            try await site.workplace.signals.raise()
            let signal = try #require(try await site.rehearsal.records.read { try $0.keptSignals(from: "2026-01-01") }.first)
            let path = Paths.signal(signal.id)
            let seen = "\(signal.changedAt.milliseconds)"
            #expect(try await site.get(path, as: SampleStaff.dirk).text.contains("name=\"gezien\" value=\"\(seen)\""))
            let first = ["state": "explained", "words": "Nieuwe tarieven", "gezien": seen]
            #expect(try await site.post(path, Self.pairs(first), as: SampleStaff.dirk).status == 303)
            let second = ["state": "dismissed", "words": "Toeval", "gezien": seen]
            let told = try await site.post(path, Self.pairs(second), as: SampleStaff.mara)
            #expect(told.status == 409 && told.text.contains("Iemand anders heeft dit intussen veranderd."))
            #expect(told.text.contains("Nieuwe tarieven") && told.text.contains("Toeval"))
            let kept = try #require(try await site.rehearsal.records.read { try $0.keptSignal(signal.id) })
            #expect(kept.state == .explained && kept.words == "Nieuwe tarieven")
            let anew = ["state": "dismissed", "words": "Toeval", "gezien": "\(kept.changedAt.milliseconds)"]
            #expect(try await site.post(path, Self.pairs(anew), as: SampleStaff.mara).status == 303)
        }
    }

    @Test func `an incident that is sent twice is one, and one of another day another`() async throws {
        try await StaffedSite.open { site in
            for day in ["10-11-2026", "10-11-2026", "11-11-2026"] {
                let fields = ["title": "Storing", "first": day]
                #expect(try await site.post(Paths.incidents, Self.pairs(fields), as: SampleStaff.mara).status == 303)
            }
            let found = try await site.rehearsal.records.read { try $0.incidents() }
            #expect(found.map(\.first.iso) == ["2026-11-11", "2026-11-10"])
        }
    }

    @Test func `an incident that somebody else changed comes back with both`() async throws {
        try await StaffedSite.open { site in
            let made = ["title": "Storing", "first": "10-11-2026"]
            #expect(try await site.post(Paths.incidents, Self.pairs(made), as: SampleStaff.mara).status == 303)
            let incident = try #require(try await site.rehearsal.records.read { try $0.incidents() }.first)
            let (path, seen) = (Paths.incident(incident.id), "\(incident.changedAt?.milliseconds ?? 0)")
            let first = ["title": "Storing netwerk", "first": "10-11-2026", "gezien": seen]
            #expect(try await site.post(path, Self.pairs(first), as: SampleStaff.mara).status == 303)
            let second = ["title": "Storing stroom", "first": "11-11-2026", "gezien": seen]
            let told = try await site.post(path, Self.pairs(second), as: SampleStaff.dirk)
            #expect(told.status == 409 && told.text.contains("Storing netwerk") && told.text.contains("Storing stroom"))
            let kept = try #require(try await site.rehearsal.records.read { try $0.incidents() }.first)
            #expect(kept.title == "Storing netwerk" && kept.first == "2026-11-10")
        }
    }

    static func pairs(_ fields: [String: String]) -> [(String, String)] { fields.map { ($0.key, $0.value) } }

    /// With how the signal stands at this moment.
    private static func seeing(_ signal: KeptSignal, _ fields: [String: String], _ site: StaffedSite) async throws -> [(String, String)] {
        let now = try #require(try await site.rehearsal.records.read { try $0.keptSignal(signal.id) })
        return pairs(fields) + [("gezien", "\(now.changedAt.milliseconds)")]
    }

    /// Thirty quiet weeks, then twelve complaints about bills in one, the last whole week.
    static func makeSpike(_ rehearsal: RehearsalOffice) async throws {
        let monday = try #require(Day(iso: "2026-11-09"))
        for week in 1...30 {
            try await register(rehearsal, monday - 7 * week + 2, "billing")
            if week.isMultiple(of: 3) { try await register(rehearsal, monday - 7 * week, "hosting") }
        }
        for _ in 0..<12 { try await register(rehearsal, monday + 1, "billing") }
    }

    private static func register(_ rehearsal: RehearsalOffice, _ day: Day, _ about: String) async throws {
        try await rehearsal.register { ($0.received, $0.natureAbout, $0.natureWrong) = (.day(day), about, "too-slow") }
    }
}
