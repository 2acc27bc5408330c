import Complaints
import Records
import Rehearsal
import Testing

@testable import Casework

struct EffectSeriesTests {
    private static let today: Day = "2027-06-02"
    private static let done: Day = "2027-03-10"

    /// So many complaints in each week, from a Monday on.
    private static func receipts(_ perWeek: [Int], from monday: Day) -> [Day] {
        perWeek.enumerated().flatMap { week, count in (0..<count).map { monday + 7 * week + $0 % 7 } }
    }

    private static func series(
        before: Int, after: Int, weeks: Int = 30, hope: Int = 30, lag: Int = 0, today: Day = today
    ) -> EffectSeries {
        let first = Day("2027-03-08") - 7 * (weeks - 1)
        // A little unrest, so that the spread can be estimated.
        let ups = (0..<weeks).map { before + [0, 1, -1, 0][$0 % 4] } + (0..<11).map { max(0, after + [0, 1, -1][$0 % 3]) }
        return EffectSeries(
            EffectCheck(on: today, lag: lag, hope: hope), doneOn: done, receipts: receipts(ups, from: first), first: first, today: today)
    }

    @Test func `only whole weeks count, and the week in which it was carried out is one before it`() {
        let series = Self.series(before: 8, after: 3)
        #expect(series.weeks.first == Day("2027-03-08") - 7 * 29 && series.weeks.last == "2027-05-24")
        #expect(series.before == 30 && series.weeks.count == 41)
    }

    @Test func `what comes after the day of the check is no part of the verdict: waiting changes nothing`() {
        func reading(on today: Day) -> EffectReading {
            let first = Day("2027-03-08") - 7 * 29
            let before: [Int] = (0..<30).map { 8 + [0, 1, -1, 0][$0 % 4] }
            let after: [Int] = (0..<60).map { $0 < 11 ? 2 + $0 % 2 : 8 + $0 % 9 }
            let ups = before + after
            return EffectSeries(
                EffectCheck(on: "2027-06-02"), doneOn: Self.done, receipts: Self.receipts(ups, from: first), first: first, today: today,
                through: "2027-06-02"
            ).reading
        }
        #expect(reading(on: "2027-06-02").verdict == .works && reading(on: "2027-06-02").weeksAfter == 11)
        #expect(reading(on: "2028-01-02") == reading(on: "2027-06-02"))
    }

    @Test func `a fall by more than chance works`() {
        let reading = Self.series(before: 8, after: 2).reading
        #expect(reading.verdict == .works && reading.sayableOn == nil)
        #expect((reading.upper ?? 2000) < 1000)
    }

    @Test func `where customers are known, rates are judged: as many complaints of twice as many customers is half`() {
        let first = Day("2027-03-08") - 7 * 29
        let ups = (0..<41).map { 20 + [0, 1, -1, 0][$0 % 4] }
        func series(_ sizes: [Exposure]) -> EffectSeries {
            EffectSeries(
                EffectCheck(on: Self.today), doneOn: Self.done, receipts: Self.receipts(ups, from: first), first: first, today: Self.today,
                size: (.customers, ExposureTable(sizes)))
        }
        let before = Exposure(first: first, last: Day("2027-03-14"), amount: 30_000)
        let after = Exposure(first: "2027-03-15", last: "2027-05-16", amount: 18_000)
        let rates = series([before, after])
        #expect(rates.unit == .customers && rates.reading.per == "customers")
        #expect(rates.reading.verdict == .works && abs((rates.reading.ratio ?? 0) - 500) < 40, "\(rates.reading)")
        // The last two weeks are not known yet and count as the one before; a gap in the middle leaves numbers as they are.
        let gap = series([before, Exposure(first: "2027-04-05", last: "2027-05-16", amount: 12_000)])
        #expect(gap.unit == nil && gap.reading.per == nil && gap.reading.verdict != .works)
        #expect(series([]).unit == nil)
    }

    @Test func `no change at all does not work`() {
        #expect(Self.series(before: 20, after: 20, hope: 50).reading.verdict == .worksNot)
    }

    @Test func `a small change is too early to say, with the day on which it can be said`() throws {
        let before = (0..<30).map { [9, 15, 12, 10, 16, 9, 13, 12][$0 % 8] }
        let first = Day("2027-03-08") - 7 * 29
        let receipts = Self.receipts(before + [8, 13, 10, 9, 10, 14, 8, 11, 10, 12, 8], from: first)
        let reading = EffectSeries(
            EffectCheck(on: Self.today), doneOn: Self.done, receipts: receipts, first: first, today: Self.today
        ).reading
        #expect(reading.verdict == .tooEarly)
        let day = try #require(reading.sayableOn)
        #expect(day > Self.today && day.weekday == .monday)
    }

    @Test func `nothing after it yet: eight weeks and the lag from when it was carried out`() {
        let reading = Self.series(before: 8, after: 2, lag: 2, today: "2027-03-12").reading
        #expect(reading.verdict == .tooEarly && reading.weeksAfter == 0)
        #expect(reading.sayableOn == "2027-05-24")
    }

    @Test(arguments: [0, 1])
    func `no complaints, or one, say nothing and break nothing`(count: Int) {
        let receipts = Array(repeating: Day("2027-02-01"), count: count)
        let series = EffectSeries(
            EffectCheck(on: Self.today), doneOn: Self.done, receipts: receipts, first: receipts.first, today: Self.today)
        #expect(series.reading.verdict == .tooEarly)
    }

    @Test func `all on one day, a gap of a year, and days ahead are counted where they are`() {
        let days = Array(repeating: Day("2027-02-03"), count: 50) + [Day("2025-01-01"), Day("2028-01-01")]
        let series = EffectSeries(
            EffectCheck(on: Self.today), doneOn: Self.done, receipts: days, first: "2025-01-01", today: Self.today)
        #expect(series.weeks.count == 52 + 11 && series.counts.reduce(0, +) == 50)
        #expect(series.reading.complaintsBefore == 50)
    }

    @Test func `too few weeks of before: no waiting helps`() {
        let reading = Self.series(before: 8, after: 2, weeks: 6).reading
        #expect(reading.verdict == .tooEarly && reading.sayableOn == nil)
    }
}
