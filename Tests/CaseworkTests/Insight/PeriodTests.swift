import Analysis
import Complaints
import Records
import Rehearsal
import Testing

@testable import Casework

/// Days beside others, however long they are, and what is said of them.
struct PeriodTests {
    private static let calendar = OfficeCalendar.standard(zone: .amsterdam)

    private static func days(_ first: String, _ last: String) -> DayRange {
        DayRange(first: Day(iso: first) ?? Day(number: 0), last: Day(iso: last) ?? Day(number: 0))
    }

    private static func cases(_ rehearsal: RehearsalOffice, at now: Instant) async throws -> [CountedCase] {
        try await rehearsal.records.read { try CountedCases().all(in: $0, at: now) }
    }

    @Test(arguments: [
        ("2026-07-01", "2026-09-30", "2026-04-01", "2026-06-30"), ("2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31"),
        ("2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"), ("2025-01-01", "2025-12-31", "2024-01-01", "2024-12-31"),
        ("2026-11-01", "2026-12-31", "2026-09-01", "2026-10-31"), ("2026-07-02", "2026-09-30", "2026-04-02", "2026-07-01"),
        ("2026-11-09", "2026-11-15", "2026-11-02", "2026-11-08"),
    ])
    func `before a month, quarter or year of the calendar came another, before other days as many days`(
        first: String, last: String, before: String, until: String
    ) {
        #expect(Self.days(first, last).previous == Self.days(before, until))
    }

    @Test func `a year before a month is that month, also where a year is a leap year, and time has a beginning`() {
        #expect(Self.days("2025-02-01", "2025-02-28").yearBefore == Self.days("2024-02-01", "2024-02-29"))
        #expect(Self.days("2024-02-01", "2024-02-29").yearBefore == Self.days("2023-02-01", "2023-02-28"))
        let ever = Self.days("0001-01-01", "9999-12-31")
        #expect(ever.previous.count == ever.count && ever.previous.last == ever.first.previous)
    }

    @Test func `the days of a year before end before these days begin, also where these are more than a year`() {
        #expect(Self.days("2025-11-24", "2026-11-27").yearBefore == Self.days("2024-11-24", "2025-11-23"))
        #expect(Self.days("2024-11-01", "2026-11-27").yearBefore == Self.days("2023-11-01", "2024-10-31"))
        #expect(Self.days("2024-01-01", "2025-12-31").yearBefore == Self.days("2023-01-01", "2023-12-31"))
        #expect(Self.days("2025-11-28", "2026-11-27").yearBefore == Self.days("2024-11-28", "2025-11-27"))
    }

    @Test(arguments: [
        ("2025-11-24", "2026-11-27", 2), ("2025-01-01", "2025-12-31", 2), ("2024-11-01", "2026-11-27", 2), ("2026-08-31", "2026-11-27", 3),
        ("2025-11-28", "2026-11-26", 3),
    ])
    func `a year or more is held against the time before it once, less also against a year before`(first: String, last: String, times: Int)
    {
        let compared = CaseComparison([], over: Self.days(first, last), at: TestClock.start, on: Self.calendar)
        #expect(compared.totals.count == times && compared.places == 0..<(times - 1))
        let heads = InsightWords(.dutch).against(compared)
        #expect(heads == Array(["Tegen de tijd ervoor", "Tegen een jaar eerder"].prefix(times - 1)))
        #expect(compared.change(.received, times - 1) == nil)
    }

    @Test func `times that are not of one length are compared by the day`() async throws {
        try await withCaseOffice { rehearsal in
            for (day, count) in [("2026-01-15", 31), ("2026-02-10", 28)] {
                for _ in 0..<count { try await rehearsal.register { $0.received = .day(Day(iso: day) ?? Day(number: 0)) } }
            }
            let now = rehearsal.now
            let cases = try await Self.cases(rehearsal, at: now)
            let february = CaseComparison(cases, over: Self.days("2026-02-01", "2026-02-28"), at: now, on: Self.calendar)
            #expect(february.totals.map(\.received) == [28, 31, 0] && february.isPerDay)
            #expect(abs((february.change(.received, 0)?.factor ?? 0) - 1) < 1e-9)
            let week = CaseComparison(cases, over: Self.days("2026-02-09", "2026-02-15"), at: now, on: Self.calendar)
            #expect(!week.isPerDay)
            // Of days that are to come nothing is held against those before.
            let running = CaseComparison(cases, over: Self.days("2026-11-01", "2026-11-30"), at: now, on: Self.calendar)
            #expect(running.exposures == [20, 31, 30])
            // Nor are days before the house was in use days without complaints.
            let young = CaseComparison(
                cases, over: Self.days("2026-02-01", "2026-02-28"), since: Day(iso: "2026-01-15"), at: now, on: Self.calendar)
            #expect(young.exposures == [28, 17, 0] && young.change(.received, 1) == nil && young.change(.received, 0) != nil)
        }
    }

    @Test func `weeks and months are all there, over ten years too, and limits come from all that were chosen`() {
        let today = Day(iso: "2026-11-20") ?? Day(number: 0)
        let long = Self.days("2014-01-06", "2026-11-15")
        #expect(CasePeriod.weeks(from: long.first, through: long.last, today).count == long.count / 7)
        #expect(CasePeriod.covering(Self.days("2005-11-01", "2026-11-20"), today: today).count == 21 * 12 + 1)
        let ages = CasePeriod.covering(Self.days("0001-01-01", "9999-12-31"), today: today)
        #expect(ages.last?.days.last.iso == "2026-11-30" && ages.count == 400)
        let base = LimitSeries([], over: long, months: true, at: TestClock.start, on: Self.calendar)
        #expect(base.weeks.periods.count == long.count / 7 && base.months.periods.count == 154)
    }

    // MARK: What is said of weeks that were judged, or were not

    private static func sentence(_ days: DayRange, since: Day?, judged: [Day: JudgedWeek] = [:]) -> String {
        let today = Day(iso: "2026-11-20") ?? Day(number: 0)
        return ReviewJudgement(days, since: since, judged: judged, today: today, language: .dutch).sentence(found: 0)
    }

    /// Every whole week from one Monday on, judged by the same numbers.
    private static func judged(from first: Day) -> [Day: JudgedWeek] {
        let mondays = CasePeriod.weeks(from: first, through: "2026-11-15", "2026-11-20").map(\.days.first)
        return Dictionary(
            uniqueKeysWithValues: mondays.map { ($0, JudgedWeek(monday: $0, received: 3, earlier: 300, isFit: true)) })
    }

    @Test func `weeks before the first complaint are not told of, and a long time is told whole`() {
        let (ever, since) = (Self.days("2020-01-01", "2026-11-20"), Day(iso: "2026-11-04"))
        #expect(Self.sentence(ever, since: since) == "Niet beoordeeld: week 45 van 2026 tot en met week 46 van 2026.")
        #expect(Self.sentence(ever, since: nil) == "Er is geen hele week om te beoordelen.")
        let first: Day = "2022-01-03"
        let judged = Self.judged(from: first)
        #expect(judged.count > 250)
        #expect(
            Self.sentence(ever, since: first, judged: judged)
                == "In deze tijd is geen signaal gevonden. Beoordeeld: \(judged.count) hele weken.")
    }

    @Test func `a week that lies in two months is told with the one in which it ends, and with no other`() {
        let (october, november) = (Self.days("2026-10-01", "2026-10-31"), Self.days("2026-11-01", "2026-11-20"))
        let signal = KeptSignal(.spike, about: "billing", week: "2026-10-26", found: 9, usual: 0...3, oneIn: 900, at: TestClock.start)
        #expect(!signal.isFound(in: october) && signal.isFound(in: november))
        let since: Day = "2026-09-28"
        let judged = Self.judged(from: since)
        #expect(Self.sentence(october, since: since, judged: judged).hasSuffix("Beoordeeld: 4 hele weken."))
        #expect(Self.sentence(november, since: since, judged: judged).hasSuffix("Beoordeeld: 3 hele weken."))
    }

    // MARK: Numbers in words

    @Test func `what changed by less than one is told so, and never as a zero with a sign`() {
        func words(_ factor: Double?, _ difference: Double?) -> String {
            InsightWords(.dutch).change(CaseComparison.Change(factor: factor, difference: difference, p: 0.001))
        }
        #expect(words(nil, -0.004) == "minder dan 1 procentpunt; bij toeval 1 op 1000")
        #expect(words(nil, 0.004) == "minder dan 1 procentpunt; bij toeval 1 op 1000")
        #expect(words(0.997, nil) == "minder dan 1%; bij toeval 1 op 1000")
        #expect(words(nil, -0.12) == "−12 procentpunt; bij toeval 1 op 1000" && words(1.3, nil) == "+30%; bij toeval 1 op 1000")
    }

    @Test func `handling times of a signal are told in days, and no median is none`() {
        func signal(_ found: Int) -> KeptSignal {
            KeptSignal(
                .drift, .handling, about: nil, week: "2026-11-09", found: found, of: 40, usual: 3...3, oneIn: 900, at: TestClock.start)
        }
        let words = InsightWords(.dutch)
        #expect(words.found(signal(7)) == "7 werkdagen" && words.usual(signal(7)) == "3 werkdagen")
        #expect(words.found(signal(0)) == "–" && words.found(signal(-1)) == "–")
        #expect(words.evidence(signal(0)).contains("was meer dan de helft nog niet opgelost, daarvoor 3 werkdagen."))
    }

    @Test func `of what rises an average is told, and said to be one, of a spike the number of its week`() {
        func found(_ kind: SignalKind, _ language: Language) -> String {
            InsightWords(language).found(
                KeptSignal(kind, about: "billing", week: "2026-11-09", found: 8, usual: 5...5, oneIn: 1000, at: TestClock.start))
        }
        #expect(found(.drift, .dutch) == "gemiddeld 8 per week" && found(.drift, .english) == "8 a week on average")
        #expect(found(.spike, .dutch) == "8")
    }

    @Test func `where much came in and nothing was finished, it is not known how long work stays`() async throws {
        try await withCaseOffice { rehearsal in
            let calm = FlowReading([], now: OfficeZone.amsterdam.moment(at: rehearsal.now), on: Self.calendar)
            #expect(!calm.hasArrivals && calm.balance == nil)
            for _ in 0..<3 { try await rehearsal.register { $0.received = .day("2026-11-10") } }
            let now = rehearsal.now
            let cases = try await Self.cases(rehearsal, at: now)
            let flow = FlowReading(cases, now: OfficeZone.amsterdam.moment(at: now), on: Self.calendar)
            #expect(flow.hasArrivals && flow.balance == nil)
        }
    }
}
