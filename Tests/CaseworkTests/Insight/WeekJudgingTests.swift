import Analysis
import Complaints
import Records
import Rehearsal
import Testing

@testable import Casework

/// Weeks that are judged later, together, and again.
struct WeekJudgingTests {
    private static let monday = Day(iso: "2026-07-06") ?? Day(number: 0)

    private static func register(_ rehearsal: RehearsalOffice, _ day: Day, _ about: String, _ count: Int = 1) async throws {
        for _ in 0..<count {
            try await rehearsal.register { ($0.received, $0.natureAbout, $0.natureWrong) = (.day(day), about, "too-slow") }
        }
    }

    /// Thirty quiet weeks, one with twelve, and quiet ones up to now.
    private static func history(_ rehearsal: RehearsalOffice) async throws {
        for week in -30..<19 { try await register(rehearsal, monday + 7 * week + 2, "billing") }
        try await register(rehearsal, monday + 1, "billing", 12)
    }

    private static func office(_ rehearsal: RehearsalOffice) -> SignalOffice {
        SignalOffice(records: rehearsal.records, clock: rehearsal.clock.clock, house: rehearsal.office.house, counted: CountedCases())
    }

    @Test func `a week that nobody looked at is judged later, as it would have been then, and once`() async throws {
        try await withCaseOffice { rehearsal in
            try await Self.history(rehearsal)
            let offices = (Self.office(rehearsal), Self.office(rehearsal))
            async let one = offices.0.raise()
            async let other = offices.1.raise()
            #expect(try await one + other == 1, "two nodes keep it once")
            let kept = try await rehearsal.records.read { try $0.keptSignals(from: "2026-01-01") }
            #expect(kept.map(\.week) == [Self.monday] && kept.map(\.found) == [13] && kept.map(\.subject) == [.nature])
            let judged = try await rehearsal.records.read { try $0.judgedWeeks() }
            #expect(judged.count == 49 && judged[Self.monday]?.isFit == true && judged[Self.monday - 7 * 30]?.isFit == false)
            #expect(try await offices.0.judgeWeeks().weeks == 0)
        }
    }

    @Test func `what came in late has its week judged again, and no other`() async throws {
        try await withCaseOffice { rehearsal in
            try await Self.history(rehearsal)
            let office = Self.office(rehearsal)
            try await office.raise()
            try await Self.register(rehearsal, Self.monday + 30, "hosting", 9)
            let again = try await office.judgeWeeks()
            #expect(again.signals == 1)
            let kept = try await rehearsal.records.read { try $0.keptSignals(from: "2026-01-01") }
            #expect(kept.map(\.about) == ["hosting", "billing"] && kept.first?.week == Self.monday + 28)
            #expect(try await office.judgeWeeks().weeks == 0)
        }
    }

    // MARK: How complaints went

    private static func ledger(_ weeks: Int, _ share: WeekLedger.Share, _ subject: SignalSubject) -> WeekLedger {
        let all = CalendarWeek(of: monday).last(weeks)
        let calm = (0..<weeks).map { [10, 9, 11, 10, 10][$0 % 5] }
        return WeekLedger(
            weeks: all, received: calm, natures: [("billing", calm)], channels: [], shares: [subject: share],
            handling: HandlingLedger(courses: [], weeks: all, on: .standard(zone: .amsterdam)))
    }

    @Test func `promises broken far more often than usual stand out, with the share and what is usual`() throws {
        let wrong = (0..<60).map { $0 == 59 ? 9 : $0 % 3 }
        let ledger = Self.ledger(60, WeekLedger.Share(wrong: wrong, all: wrong.map { _ in 20 }), .contact)
        var designs = DriftDesigns()
        let found = try WeekJudging(ledger, 59, at: TestClock.start).signals(&designs)
        #expect(found.map(\.subject) == [.contact] && found.first?.found == 9 && found.first?.total == 20)
        #expect(found.first?.usual?.lowerBound == 0 && found.first?.about == nil && found.first?.week == Self.monday)
        #expect(try WeekJudging(ledger, 58, at: TestClock.start).signals(&designs).isEmpty)
        let words = InsightWords(.dutch).evidence(try #require(found.first))
        #expect(words.hasPrefix("Toen dit werd gevonden waren het er 9 van 20, normaal 0–"), "\(words)")
    }

    @Test func `solutions that come back are told once they can't come back any more, of the week in which they were solved`() throws {
        let wrong = (0..<60).map { $0 == 52 ? 9 : $0 % 3 }
        let ledger = Self.ledger(60, WeekLedger.Share(wrong: wrong, all: wrong.map { _ in 20 }), .reopened)
        var designs = DriftDesigns()
        #expect(try WeekJudging(ledger, 58, at: TestClock.start).signals(&designs).isEmpty)
        let found = try WeekJudging(ledger, 59, at: TestClock.start).signals(&designs)
        #expect(found.map(\.subject) == [.reopened] && found.first?.week == Self.monday - 7 * 7)
    }

    @Test func `handling that takes longer is told, with what was open counted for as long as it took`() throws {
        let weeks = CalendarWeek(of: Self.monday).last(40)
        let courses = weeks.enumerated().flatMap { place, week in
            (0..<12).map { number in
                let received = DayRange.midnight(week.monday, .amsterdam).adding(seconds: 3600 * (9 + number))
                let days = (place >= 36 ? 14 : 2) + number
                return HandlingLedger.Course(received: received, until: received.adding(days: days), isOver: true)
            }
        }
        let calm = weeks.map { _ in 12 }
        let ledger = WeekLedger(
            weeks: weeks, received: calm, natures: [("billing", calm)], channels: [], shares: [:],
            handling: HandlingLedger(courses: courses, weeks: weeks, on: .standard(zone: .amsterdam)))
        var designs = DriftDesigns()
        let found = try WeekJudging(ledger, 39, at: TestClock.start).signals(&designs)
        #expect(found.map(\.subject) == [.handling] && found.first?.kind == .drift && (found.first?.found ?? 0) >= 8)
        #expect(try WeekJudging(ledger, 35, at: TestClock.start).signals(&designs).isEmpty)
    }
}
