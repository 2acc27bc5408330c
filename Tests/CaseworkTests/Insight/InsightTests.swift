import Analysis
import Casework
import Complaints
import Records
import Rehearsal
import Testing

/// What comes of too little, too odd and too far apart.
struct InsightTests {
    private static func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }
    private static let calendar = OfficeCalendar.standard(zone: .amsterdam)

    private static func cases(_ rehearsal: RehearsalOffice, _ days: [String], about: String? = "billing") async throws -> [CountedCase] {
        for day in days {
            try await rehearsal.register {
                ($0.received, $0.natureAbout, $0.natureWrong) = (.day(Self.day(day)), about, about.map { _ in "too-slow" })
            }
        }
        let now = rehearsal.now
        return try await rehearsal.records.read { try CountedCases().all(in: $0, at: now) }
    }

    private static func charts(_ cases: [CountedCase], over days: DayRange, at now: Instant) -> [CaseChart] {
        let today = calendar.zone.moment(at: now).day
        let first = cases.map { calendar.zone.moment(at: $0.receivedAt).day }.min()
        return CaseChart.all(
            cases, in: CasePeriod.covering(days, today: today), limits: LimitDays(first: first, today: today), at: now, on: calendar)
    }

    private static let year = DayRange(first: day("2025-11-24"), last: day("2026-11-20"))

    @Test func `without data there are no limits, no findings and no reading that says so`() {
        let charts = Self.charts([], over: Self.year, at: TestClock.start)
        #expect(charts.allSatisfy { chart in !chart.isFit || chart.parts.allSatisfy { $0 == 0 } })
        #expect(charts.allSatisfy { !$0.isWorse && $0.shift == nil })
        #expect(charts.allSatisfy { !InsightWords(.dutch).reading($0).isEmpty })
        #expect(CausePareto([], over: Self.year, at: TestClock.start, on: Self.calendar) == nil)
        #expect(CaseTotals([], over: Self.year, at: TestClock.start, on: Self.calendar).received == 0)
    }

    /// Twelve weeks with two complaints each, from this one on; few or many in the others.
    private static func run(from start: Int) -> [String] {
        let monday = day("2025-11-24")
        var days: [String] = []
        for week in 0..<51 {
            var count = week == 2 ? 1 : 0
            if week < start, week.isMultiple(of: 3) { count = 2 }
            if week >= start, week < start + 12 { count = 2 }
            if week >= start + 12, (week - start - 1).isMultiple(of: 3) { count = 2 }
            days += Array(repeating: (monday + 7 * week).iso, count: count)
        }
        return days
    }

    @Test(arguments: [
        (6, "In week 2–13 lag het 12 weken achter elkaar aan één kant van het midden; dat is voorbij."),
        (39, "Het niveau is verschoven: al 12 weken achter elkaar aan één kant van het midden."),
    ])
    func `a run on one side is told as of now only while it goes on, and with its weeks when it is past`(
        start: Int, sentence: String
    ) async throws {
        try await withCaseOffice { rehearsal in
            let cases = try await Self.cases(rehearsal, Self.run(from: start))
            let chart = try #require(Self.charts(cases, over: Self.year, at: rehearsal.now).first)
            let reading = InsightWords(.dutch).reading(chart)
            #expect(chart.subject == .received && chart.shift != nil && reading.hasSuffix(sentence), "\(reading)")
            let level = InsightWords(.dutch).level([chart])
            #expect(level == (start == 6 ? nil : "Het niveau is verschoven: Ontvangen (al 12 weken boven het midden)."))
        }
    }

    @Test func `how often something comes by chance is told in one rounding`() {
        let words = InsightWords(.dutch)
        #expect(words.chance(1.0 / 804) == "1 op 800" && words.chance(1.0 / 815) == "1 op 800" && words.chance(1.0 / 960) == "1 op 1000")
        #expect(words.chance(1.0 / 25) == "1 op 25")
        #expect(words.seldom(1.0 / 804) == "Dit komt bij toeval eens in de 800 weken voor.")
        #expect(words.seldom(1.0 / 100_000) == "Dit komt bij toeval eens in de 100.000 weken voor.")
        #expect(InsightWords(.english).chance(1.0 / 20_300) == "1 in 20,000" && words.chance(1.0 / 999_900) == "1 op 1.000.000")
        #expect(InsightWords(.english).seldom(1e-9) == "By chance this comes less than once in a million weeks.")
    }

    @Test func `one complaint is one, and nothing is told of it by shares or limits`() async throws {
        try await withCaseOffice { rehearsal in
            let cases = try await Self.cases(rehearsal, ["2026-11-10"])
            let charts = Self.charts(cases, over: DayRange(first: Self.day("2026-11-09"), last: Self.day("2026-11-20")), at: rehearsal.now)
            #expect(charts.allSatisfy { !$0.isFit && !$0.isWorse })
            let received = try #require(charts.first)
            #expect(received.parts == [1, 0])
            let pareto = try #require(CausePareto(cases, over: Self.year, at: rehearsal.now, on: Self.calendar))
            #expect(!pareto.isFit && pareto.rows(by: .count).count == 1 && pareto.rows(by: .money).isEmpty)
        }
    }

    @Test func `days before the first complaint are no time in which there were fewer`() async throws {
        try await withCaseOffice { rehearsal in
            let cases = try await Self.cases(rehearsal, ["2026-11-10", "2026-11-12"])
            let days = DayRange(first: Self.day("2026-11-09"), last: Self.day("2026-11-20"))
            func hasBefore(_ since: Day?) -> Bool? {
                CausePareto(cases, over: days, since: since, at: rehearsal.now, on: Self.calendar)?.hasBefore
            }
            #expect(hasBefore("2026-11-10") == false && hasBefore("2026-11-09") == false)
            #expect(hasBefore("2026-11-08") == true && hasBefore(nil) == true)
        }
    }

    @Test func `one category, all on one day, is a spike against nothing else`() async throws {
        try await withCaseOffice { rehearsal in
            let cases = try await Self.cases(rehearsal, Array(repeating: "2026-11-10", count: 15))
            let weeks = CalendarWeek(of: Self.day("2026-11-20")).last(SignalsReading.depth)
            let reading = try DriftMemory().read {
                try SignalsReading(WeekCounts.of(cases, in: weeks, zone: .amsterdam), weeks: weeks, designs: &$0)
            }
            // There is no usual to hold it against yet: the house began with it.
            #expect(reading.weeks.count == 2 && reading.signals.isEmpty && reading.kinds.count == 1)
            #expect(reading.kinds[0].lastWeek == 15)
        }
    }

    @Test func `weeks of which the number of customers is not known yet take nothing from the others`() async throws {
        try await withCaseOffice { rehearsal in
            let cases = try await Self.cases(rehearsal, ["2026-08-04", "2026-08-05", "2026-10-13", "2026-11-10"])
            let days = DayRange(first: Self.day("2026-08-03"), last: Self.day("2026-11-20"))
            let today = Self.calendar.zone.moment(at: rehearsal.now).day
            let size = ExposureTable([Exposure(first: Self.day("2026-08-03"), last: Self.day("2026-11-01"), amount: 6500)])
            let charts = CaseChart.all(
                cases, in: CasePeriod.covering(days, today: today), limits: LimitDays(first: days.first, today: today), per: size,
                at: rehearsal.now, on: Self.calendar)
            let rate = try #require(charts.first { $0.subject == .rate })
            #expect(rate.parts.count == 16 && rate.points.map(\.value).prefix(2) == [4, 0])
            #expect(rate.points.map { $0.value == nil } == rate.periods.map { $0.days.first > Self.day("2026-11-01") })
        }
    }

    @Test func `limits come from the first weeks, the same whatever is shown, and move when somebody chooses other days for a reason`()
        async throws
    {
        try await withCaseOffice { rehearsal in
            let monday = Self.day("2025-08-04")
            for week in 0..<66 { _ = try await Self.cases(rehearsal, Array(repeating: (monday + 7 * week).iso, count: week < 40 ? 2 : 4)) }
            let now = rehearsal.now
            let cases = try await rehearsal.records.read { try CountedCases().all(in: $0, at: now) }
            let today = Self.calendar.zone.moment(at: now).day
            func received(_ first: String, _ limits: LimitDays) -> CaseChart {
                let periods = CasePeriod.covering(DayRange(first: Self.day(first), last: today), today: today)
                return CaseChart.all(cases, in: periods, limits: limits, at: now, on: Self.calendar)[0]
            }
            let usual = LimitDays(first: monday, today: today)
            // Sixty-seven whole weeks, of which the last twenty-six are held against the others.
            #expect(usual.usual == DayRange(first: monday, last: monday + 7 * 41 - 1))
            let (long, short) = (received("2025-12-01", usual), received("2026-09-01", usual))
            let limits = Set([long, short].flatMap { chart in chart.points.map { $0.upper } })
            #expect(limits.count == 1 && long.isFit && abs((long.chart?.centre ?? 0) - 84.0 / 41) < 1e-9)
            #expect(long.limitPlaces?.lowerBound == 0 && short.limitPlaces == nil)
            let months = received("2025-08-01", usual)
            #expect(months.periods.first?.kind == .month && months.isFit && abs((months.chart?.centre ?? 0) - 84.0 / 41 * 30.5 / 7) < 0.2)

            let office = SignalOffice(
                records: rehearsal.records, clock: rehearsal.clock.clock, house: rehearsal.office.house, counted: CountedCases())
            var input = BaselineInput()
            (input.subject, input.first, input.last) = ("received", "11-5-2026", "16-8-2026")
            await #expect(throws: Refusal.invalid([FieldProblem("reason", .missing)])) {
                try await office.keep(input, by: SampleStaff.dirk.actor)
            }
            input.reason = "Sinds de nieuwe dienst zijn het er meer."
            await #expect(throws: Refusal.notThere) { try await office.keep(input, by: SampleStaff.hassan.actor) }
            try await office.keep(input, by: SampleStaff.dirk.actor)
            let kept = try await rehearsal.records.read { try $0.chartBaselines() }
            #expect(kept.map(\.reason) == [input.reason] && kept.first?.setBy == SampleStaff.dirk.actor.identity)
            let chosen = LimitDays(kept, first: monday, today: today)
            let moved = received("2026-09-01", chosen)
            #expect(moved.chart?.centre == 4 && chosen.days(of: .late) == usual.usual)
            input.last = "1-6-2026"
            await #expect(throws: Refusal.invalid([FieldProblem("last", .tooEarly)])) {
                try await office.keep(input, by: SampleStaff.dirk.actor)
            }
        }
    }

    @Test func `a choice of days holds until another for the same chart, however many there were for others`() async throws {
        try await withCaseOffice { rehearsal in
            let (first, last, now) = (try #require(Day(iso: "2026-05-11")), try #require(Day(iso: "2026-08-16")), rehearsal.now)
            func baseline(_ subject: String, _ seconds: Int) -> ChartBaseline {
                ChartBaseline(
                    subject: subject, first: first, last: last, reason: "\(seconds)", at: now.adding(seconds: seconds),
                    by: SampleStaff.dirk.actor.identity)
            }
            let all = [baseline("received", 0), baseline("received", 1)] + (2...202).map { baseline("late", $0) }
            try await rehearsal.records.write { tx in for one in all { try tx.keep(one) } }
            let kept = try await rehearsal.records.read { try $0.chartBaselines() }
            #expect(kept.count == 201 && kept.first?.reason == "202" && kept.last?.reason == "1")
        }
    }

    @Test func `a year without complaints is a year of zeros`() async throws {
        try await withCaseOffice { rehearsal in
            let cases = try await Self.cases(rehearsal, ["2025-09-01", "2025-09-02", "2026-11-10"])
            let charts = Self.charts(cases, over: DayRange(first: Self.day("2025-08-25"), last: Self.day("2026-11-20")), at: rehearsal.now)
            let received = try #require(charts.first)
            #expect(received.periods.first?.kind == .month && received.periods.count == 16)
            #expect(received.parts == [0, 2] + Array(repeating: 0, count: 13) + [1])
            let handling = try #require(charts.first { $0.subject == .handling })
            #expect(handling.points.allSatisfy { $0.value == nil } && !handling.isFit)
        }
    }

    @Test func `a kind that was renamed goes on under its new name`() async throws {
        try await withCaseOffice { rehearsal in
            let before = try await Self.cases(rehearsal, ["2026-10-01"])
            let office = SettingsOffice(records: rehearsal.records, clock: rehearsal.clock.clock)
            let entries = Dictionary(
                uniqueKeysWithValues: NatureLists.starter.about.map {
                    (
                        $0.code,
                        NatureListInput.Entry(
                            dutch: $0.code == "billing" ? "Rekeningen" : $0.dutch, english: $0.english, isActive: $0.isActive)
                    )
                })
            try await office.change(
                NatureListInput(.about, entries: entries, added: .init(dutch: "", english: "", isActive: true)), seen: 0,
                by: SampleStaff.bo.actor)
            let after = try await Self.cases(rehearsal, ["2026-11-10"])
            #expect(before.count == 1 && after.count == 2 && Set(after.map(\.about)) == ["billing"])
        }
    }

    @Test func `weeks up to a year stand side by side, beyond that months`() {
        let today = Self.day("2026-11-20")
        let weeks = CasePeriod.covering(Self.year, today: today)
        #expect(weeks.count == 52 && weeks.allSatisfy { $0.kind == .week } && weeks.last?.isWhole == false)
        let months = CasePeriod.covering(DayRange(first: Self.day("2021-11-01"), last: today), today: today)
        #expect(months.count == 61 && months.first?.days.first.iso == "2021-11-01" && months.last?.isWhole == false)
        #expect(CasePeriod.covering(DayRange(first: today + 5, last: today + 9), today: today).isEmpty)
        #expect(Self.year.previous.last == Self.year.first.previous && Self.year.previous.count == Self.year.count)
        #expect(DayRange(first: Self.day("2024-02-29"), last: Self.day("2024-03-31")).yearBefore.first.iso == "2023-02-28")
    }

    @Test func `handling counts working days, over holidays and changes of the clock`() async throws {
        try await withCaseOffice { rehearsal in
            rehearsal.clock.set(to: Self.day("2026-03-26"))
            let complaint = try await rehearsal.registerAtWork()
            rehearsal.clock.set(to: Self.day("2026-04-08"))
            try await rehearsal.perform(.resolve(.sample()), on: complaint, by: SampleStaff.hassan)
            let now = rehearsal.now
            let cases = try await rehearsal.records.read { try CountedCases().all(in: $0, at: now) }
            let days = DayRange(first: Self.day("2026-03-01"), last: Self.day("2026-04-30"))
            let totals = CaseTotals(cases, over: days, at: now, on: Self.calendar)
            // Thursday 26 March to Wednesday 8 April, without Good Friday's switch: two weekends and Easter Monday between.
            let expected = Self.calendar.workingDays(from: Self.day("2026-03-27"), through: Self.day("2026-04-08"))
            #expect(totals.handling?.steps.map(\.time) == [Double(expected)])
            // Days before and after any complaint change nothing.
            let ever = DayRange(first: Self.day("0001-01-01"), last: Self.day("9999-12-31"))
            let always = CaseTotals(cases, over: ever, at: now, on: Self.calendar)
            #expect(always.received == 1 && always.handling?.steps.map(\.time) == [Double(expected)])
        }
    }
}
