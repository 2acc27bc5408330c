import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

/// GEHOOR_YEAR says how many complaints a whole year gets, looked after every minute of its days (`scripts/trust year`: 20,000); without it
/// ten weeks of a small office.
struct SimulatedYearTests {
    private static let whole = ProcessInfo.processInfo.environment["GEHOOR_YEAR"].flatMap { Int($0) }

    @Test func `nobody is reminded outside office hours, nothing breaks without a reminder before and an escalation after`() async throws {
        let (first, last): (Day, Day) = ("2026-01-01", Self.whole == nil ? "2026-04-20" : "2027-03-31")
        let (complaints, days) = (Self.whole ?? 120, Self.whole == nil ? 70 : 365)
        try await withCaseOffice { rehearsal in
            rehearsal.clock.set(to: first, TimeOfDay(0, 0))
            let house = rehearsal.office.house
            let door = ProcedureOffice(records: rehearsal.records, clock: rehearsal.clock.clock, house: house)
            _ = try await door.apply(SimulatedYear.procedure, seen: 1, by: .system)
            var year = SimulatedYear(rehearsal, complaints: complaints, from: first, days: days, seed: 2026)
            try await year.run(from: first, through: last, every: Self.whole == nil ? 20 : 1)
            let (ids, now) = (year.complaints, rehearsal.now)
            let calendar = try await rehearsal.records.read { try house.settings(in: $0).calendar }
            var counts = SimulatedYearCounts(looks: year.looks, calendar: calendar)
            for id in ids {
                let (history, lines) = try await rehearsal.records.read { (try $0.history(of: id), try $0.reminders(about: id)) }
                counts.count(history, lines, until: now)
            }
            if Self.whole != nil { print(counts) }
            #expect(counts.outsideHours == 0 && counts.aboutNothing == 0, "\(counts)")
            #expect(counts.withoutReminder == 0 && counts.withoutEscalation == 0, "\(counts)")
            #expect(counts.complaints == complaints && counts.broken > complaints / 4 && counts.neglected > complaints / 10, "\(counts)")
        }
    }
}
