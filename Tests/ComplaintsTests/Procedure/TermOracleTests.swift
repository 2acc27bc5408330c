import Complaints
import FoundationEssentials
import Testing

/// Compares due moments with those that `Tests/Oracles/terms.py` worked out by itself: every kind of term, pauses, extensions, calendars.
@Suite(.enabled(if: TermOracle.path != nil, "set GEHOOR_ORACLE_TERMS to the file that Tests/Oracles/terms.py makes"))
struct TermOracleTests {
    @Test func `every due moment is the oracle's`() throws {
        let oracle = try TermOracle()
        #expect(oracle.terms.count >= 100_000)
        let differences = oracle.terms.filter { fields in oracle.due(fields) != Int64(fields[6]) }
        #expect(differences.isEmpty, "\(differences.count) differ, the first: \(differences.first ?? [])")
    }
}

private struct TermOracle {
    static var path: String? { ProcessInfo.processInfo.environment["GEHOOR_ORACLE_TERMS"] }

    private let calendars: [OfficeCalendar]
    let terms: [[Substring]]

    init() throws {
        let data = try Data(contentsOf: URL(filePath: try #require(Self.path)))
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map { $0.split(separator: "\t") }
        calendars = try lines.filter { $0[0] == "calendar" }.map(Self.calendar)
        terms = lines.filter { $0[0] == "term" }
    }

    private static func calendar(_ fields: [Substring]) throws -> OfficeCalendar {
        let minutes = try #require(Int(fields[2]))
        let closing = fields[6] == "-" ? [] : fields[6].split(separator: ",").compactMap { Day(iso: String($0)) }
        return try OfficeCalendar(
            version: 1, zone: .amsterdam(2019...2046), closes: TimeOfDay(minutes / 60, minutes % 60), goodFridayIsFree: fields[4] == "1",
            liberationDayIsFree: fields[5] == "1", closingDays: closing.map { ClosingDay($0, "dicht") },
            lateArrivalsCountFromNextWorkingDay: fields[3] == "1")
    }

    /// What we make of a line: kind, number, start, pauses, calendar.
    func due(_ fields: [Substring]) -> Int64? {
        guard let number = Int(fields[2]), let start = Int64(fields[3]), let calendar = Int(fields[5]).map({ calendars[$0] }) else {
            return nil
        }
        let rules: [Substring: DeadlineRule] = [
            "workdays": .workingDays(number), "weeks": .weeks(number), "days": .days(number), "hours": .hours(number),
        ]
        let pauses = fields[4] == "-" ? [] : fields[4].split(separator: ",").map(Self.pause)
        let moment = calendar.zone.moment(at: Instant(milliseconds: start))
        return rules[fields[1]]?.count(from: moment, on: calendar, pauses: pauses)?.dueAt.milliseconds
    }

    private static func pause(_ text: Substring) -> PausedTime {
        let parts = text.split(separator: ".").compactMap { Int64($0) }
        return PausedTime(from: Instant(milliseconds: parts[0]), until: Instant(milliseconds: parts[1]))
    }
}
