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

    @Test func `weeks and months are all there, over ten years too, and limits come from all that were chosen`() {
        let today = Day(iso: "2026-11-20") ?? Day(number: 0)
        let long = Self.days("2014-01-06", "2026-11-15")
        #expect(CasePeriod.weeks(from: long.first, through: long.last, today).count == long.count / 7)
        #expect(CasePeriod.covering(Self.days("2005-11-01", "2026-11-20"), today: today).count == 21 * 12 + 1)
        #expect(CasePeriod.covering(Self.days("0001-01-01", "9999-12-31"), today: today).last?.days.last.iso == "2026-11-30")
        let base = LimitSeries([], over: long, months: true, at: TestClock.start, on: Self.calendar)
        #expect(base.weeks.periods.count == long.count / 7 && base.months.periods.count == 154)
    }

    // MARK: What is said of weeks that were judged, or were not

    private static func sentence(_ days: DayRange, since: Day?, judged: [Day: JudgedWeek] = [:]) -> String {
        let today = Day(iso: "2026-11-20") ?? Day(number: 0)
        return ReviewJudgement(days, since: since, judged: judged, today: today, language: .dutch).sentence(found: 0)
    }

    @Test func `weeks before the first complaint are not told of, and a long time is told whole`() {
        let (ever, since) = (Self.days("2020-01-01", "2026-11-20"), Day(iso: "2026-11-04"))
        #expect(Self.sentence(ever, since: since) == "Niet beoordeeld: week 45 van 2026 tot en met week 46 van 2026.")
        #expect(Self.sentence(ever, since: nil) == "Er is geen hele week om te beoordelen.")
        let first = Day(iso: "2022-01-03") ?? Day(number: 0)
        let weeks = CasePeriod.weeks(from: first, through: "2026-11-15", "2026-11-20").map(\.days.first)
        let judged = Dictionary(
            uniqueKeysWithValues: weeks.map { ($0, JudgedWeek(monday: $0, received: 3, earlier: 300, isFit: true)) })
        #expect(weeks.count > 250)
        #expect(
            Self.sentence(ever, since: first, judged: judged)
                == "In deze tijd is geen signaal gevonden. Beoordeeld: \(weeks.count) hele weken.")
    }
}
