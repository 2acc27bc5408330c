import Complaints

extension OfficeZone {
    /// Europe/Amsterdam as the European Union's rule has it: the clock changes on the last Sunday of March and of October, 01:00 UTC.
    static func amsterdam(_ years: ClosedRange<Int>) -> OfficeZone {
        let changes = years.flatMap { year in
            [Span(start: .lastSunday(of: 3, in: year), offset: 7200), Span(start: .lastSunday(of: 10, in: year), offset: 3600)]
        }
        return OfficeZone(name: "Europe/Amsterdam", spans: [Span(start: Instant(milliseconds: 0), offset: 3600)] + changes)
    }

    /// The same, written down by hand for the years of most tests.
    static let amsterdam = OfficeZone(
        name: "Europe/Amsterdam",
        spans: [
            Span(start: .utc("2025-10-26", 1), offset: 3600),
            Span(start: .utc("2026-03-29", 1), offset: 7200),
            Span(start: .utc("2026-10-25", 1), offset: 3600),
            Span(start: .utc("2027-03-28", 1), offset: 7200),
            Span(start: .utc("2027-10-31", 1), offset: 3600),
        ])
}

extension Instant {
    static func utc(_ day: Day, _ hour: Int, _ minute: Int = 0, _ second: Int = 0) -> Instant {
        Instant(milliseconds: (Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)) * 1000)
    }

    static func lastSunday(of month: Int, in year: Int) -> Instant {
        guard var day = Day(year: year, month: month, day: 31) else { return Instant(milliseconds: 0) }
        while day.weekday != .sunday { day = day.previous }
        return .utc(day, 1)
    }
}

/// A day in a test: `"2026-11-24"`. A slip of the pen ends the test run.
extension Day: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) {
        guard let day = Day(iso: text) else { fatalError("\(text) is not a day") }
        self = day
    }
}
