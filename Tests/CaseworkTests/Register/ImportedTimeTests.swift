import Casework
import Complaints
import Rehearsal
import Testing

private func at(_ day: Day, _ hour: Int, _ minute: Int = 0) -> Instant { CivilTime(day, TimeOfDay(hour, minute)).instant }

/// Dates as people and programs write them.
struct ImportedTimeTests {
    @Test(arguments: [
        ("2024-12-31", at("2024-12-31", 9)), ("31-12-2024", at("2024-12-31", 9)), ("31/12/2024 14:05", at("2024-12-31", 14, 5)),
        ("1.2.2024 8:30 uur", at("2024-02-01", 8, 30)), ("2024-12-31 14:05:00", at("2024-12-31", 14, 5)),
        ("2024-12-31T13:05:00Z", at("2024-12-31", 14, 5)), ("2024-12-31 13:05:00.123 UTC", at("2024-12-31", 14, 5)),
        ("2024-12-31T14:05+01:00", at("2024-12-31", 14, 5)), ("2024-12-31T08:05:00.000-0500", at("2024-12-31", 14, 5)),
        ("31 december 2024", at("2024-12-31", 9)), ("Tue Dec 31 14:05:00 2024", at("2024-12-31", 14, 5)),
    ])
    func `is read`(text: String, instant: Instant) async throws {
        try await ImportingHouse.open { house in
            let (complaint, lines) = try await house.row([.receivedAt: text])
            #expect(complaint?.receivedAt == instant, "\(lines)")
        }
    }

    @Test func `the month comes first when the map says so, and seconds since 1970 only then`() async throws {
        try await ImportingHouse.open { house in
            let american = try await house.row([.receivedAt: "12/31/2024 2:05 PM", .reference: "1"], more: "dates: month-first\n")
            #expect(american.complaint?.receivedAt == at("2024-12-31", 14, 5))
            let epoch = try await house.row([.receivedAt: "1735650300", .reference: "2"], more: "dates: [epoch]\n")
            #expect(epoch.complaint?.receivedAt == at("2024-12-31", 14, 5))
            let utc = try await house.row([.receivedAt: "2024-12-31 13:05", .reference: "3"], more: "zone: UTC\n")
            #expect(utc.complaint?.receivedAt == at("2024-12-31", 14, 5))
            #expect(try await house.row([.receivedAt: "1735650300", .reference: "4"]).lines.first?.contains("no date") == true)
        }
    }

    @Test(arguments: [
        ("31-02-2024", "no such day"), ("12/31/2024", "no such day"), ("2024-13-01", "no such day"), ("03-11-24", "four digits"),
        ("gisteren", "no date"), ("2024", "no date"), ("31-12-2024 25:00", "no such time"), ("31-12-2024 14:5x", "no date"),
        ("31-12-2024 14:05 morgen", "no date"), ("wo 31 december 2024", "no such day"), ("31 march 2024 02:30", "clock changed"),
        ("2024-10-27 02:30", "clock changed"), ("2099-01-01", "future"), ("1999-12-31", "before 2000"), ("2024-12-31T", "no date"),
        ("2024-12-31 +01:00", "no date"),
    ])
    func `is refused, never guessed`(text: String, reason: String) async throws {
        try await ImportingHouse.open { house in
            let (complaint, lines) = try await house.row([.receivedAt: text])
            #expect(complaint == nil)
            #expect(lines.count == 1 && lines[0].hasPrefix("line 2: receivedAt “\(text)”: ") && lines[0].contains(reason), "\(lines)")
        }
    }
}
