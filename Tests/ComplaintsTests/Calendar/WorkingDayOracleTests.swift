import Complaints
import FoundationEssentials
import Testing

/// Compares the legal list and thousands of due dates with those that `Tests/Oracles/working_days.py` worked out by itself.
@Suite(
    .enabled(
        if: WorkingDayOracle.path != nil,
        "set GEHOOR_ORACLE_WORKING_DAYS to the file that Tests/Oracles/working_days.py makes"))
struct WorkingDayOracleTests {
    let zone = OfficeZone.amsterdam(2019...2041)

    @Test func `the legal list of 2020 to 2040 is the oracle's`() throws {
        let expected = try WorkingDayOracle.lines("off").map { try #require(Day(iso: $0[0])) }
        let ours = (2020...2040).flatMap { LegalHolidays.holidays(in: $0).keys }
        #expect(ours.sorted() == expected)
    }

    @Test func `every due date is the oracle's`() throws {
        let plain = OfficeCalendar.standard(zone: zone)
        let shifting = OfficeCalendar.standard(zone: zone, lateArrivalsCountFromNextWorkingDay: true)
        let cases = try WorkingDayOracle.lines("due").map { try WorkingDayOracle.Due($0) }
        #expect(cases.count == 20_000)
        let differences = cases.filter { !$0.holds(in: $0.shifts ? shifting : plain) }
        #expect(differences.isEmpty, "\(differences.count) differ, the first: \(String(describing: differences.first))")
    }
}

private enum WorkingDayOracle {
    static var path: String? { ProcessInfo.processInfo.environment["GEHOOR_ORACLE_WORKING_DAYS"] }

    /// The fields after the first of the lines that begin with `kind`.
    static func lines(_ kind: String) throws -> [[String]] {
        let data = try Data(contentsOf: URL(filePath: try #require(path)))
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        let found = lines.filter { $0.first == kind }.map { Array($0.dropFirst()) }
        try #require(!found.isEmpty, "the file holds no line of the kind \(kind)")
        return found
    }

    struct Due {
        let received: Instant
        let shifts: Bool
        let count: Int
        let day: Day
        let due: Instant
        let remaining: Int

        init(_ fields: [String]) throws {
            try #require(fields.count == 6)
            received = Instant(milliseconds: try #require(Int64(fields[0])))
            shifts = fields[1] == "1"
            count = try #require(Int(fields[2]))
            day = try #require(Day(iso: fields[3]))
            due = Instant(milliseconds: try #require(Int64(fields[4])))
            remaining = try #require(Int(fields[5]))
        }

        func holds(in calendar: OfficeCalendar) -> Bool {
            let start = calendar.zone.moment(at: received)
            guard let result = WorkingDayCount(count, after: start, in: calendar) else { return false }
            return result.due.day == day && calendar.zone.instant(of: result.due) == due
                && calendar.signedWorkingDays(from: start.day, to: day) == remaining
                && calendar.signedWorkingDays(from: day, to: start.day) <= 0
        }
    }
}
