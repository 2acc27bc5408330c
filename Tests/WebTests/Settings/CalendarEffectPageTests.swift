import Casework
import Complaints
import Foundation
import Rehearsal
import Testing

@testable import Web

@Suite struct `What another calendar does to open promises` {
    private func fields(_ closing: String, act: String = "bewaar", shown: String = "") -> [(String, String)] {
        (1...5).map { ("weekdays", "\($0)") } + [
            ("opens", "9:00"), ("closes", "17:00"), ("goodFriday", "1"), ("liberationDay", "1"), ("closingDays", closing),
            ("zone", "Europe/Amsterdam"), ("gezien", "0"), ("act", act), ("getoond", shown),
        ]
    }

    private func shown(in page: String) -> String? {
        page.components(separatedBy: "name=\"getoond\" value=\"").dropFirst().first?.components(separatedBy: "\"").first
    }

    @Test func `it is shown before it is saved, and saved once it was`() async throws {
        try await StaffedSite.open { site in
            try await site.rehearsal.register()
            let first = try await site.post(Paths.calendar, fields("24-11-2026 Verhuizing"), as: SampleStaff.bo)
            #expect(first.status == 200 && first.text.contains("Nog niet bewaard."))
            #expect(first.text.contains("Geen enkele toezegging verschuift"))
            #expect(first.text.contains("1 × eerste contact: di 24 nov"))
            #expect(try await site.workplace.read { _, house in house.calendarVersion } == 0)
            let mark = try #require(shown(in: first.text))
            // Another one than was shown is shown first.
            let other = try await site.post(Paths.calendar, fields("25-11-2026 Uitje", shown: mark), as: SampleStaff.bo)
            #expect(other.status == 200)
            let saved = try await site.post(Paths.calendar, fields("24-11-2026 Verhuizing", shown: mark), as: SampleStaff.bo)
            #expect(saved.status == 303)
            #expect(try await site.workplace.read { _, house in house.calendarVersion } == 1)
        }
    }

    @Test func `what touches no promise is saved at once`() async throws {
        try await StaffedSite.open { site in
            let saved = try await site.post(Paths.calendar, fields("24-11-2026 Verhuizing"), as: SampleStaff.bo)
            #expect(saved.status == 303)
        }
    }

    @Test func `an office that would be closed for a year is refused, with what to do`() async throws {
        try await StaffedSite.open { site in
            var day: Day = "2026-11-20"
            var lines: [String] = []
            for _ in 0..<390 {
                if day.weekday.rawValue <= 5 { lines.append("\(day.civil.day)-\(day.civil.month)-\(day.civil.year) dicht") }
                day = day.next
            }
            let answer = try await site.post(Paths.calendar, fields(lines.joined(separator: "\n")), as: SampleStaff.bo)
            #expect(answer.status == 422 && answer.text.contains("het hele komende jaar dicht"))
        }
    }
}
