import Casework
import Complaints
import Records
import Rehearsal

/// A house filled with invented history, up to the day of the rehearsal's clock.
enum DemoHouse {
    static func with<T>(
        complaints: Int, years: Int = 1, seed: UInt64 = 3, _ body: (RehearsalOffice, [DemoAccount]) async throws -> T
    ) async throws -> T {
        try await withCaseOffice { rehearsal in
            let demo = office(rehearsal)
            guard let plan = DemoPlan(complaints: complaints, years: years, seed: seed, today: try await demo.today()) else {
                preconditionFailure("no plan")
            }
            return try await body(rehearsal, try await demo.fill(plan))
        }
    }

    static func office(_ rehearsal: RehearsalOffice) -> DemoOffice {
        DemoOffice(records: rehearsal.records, clock: rehearsal.clock.clock, house: rehearsal.office.house)
    }

    /// Everything that was told, by the number of the complaint.
    static func histories(_ rehearsal: RehearsalOffice) async throws -> [(Complaint, [RecordedOccurrence])] {
        try await rehearsal.records.read { snapshot in
            let ids = try snapshot.all("SELECT id FROM complaint ORDER BY id") { ComplaintID($0.integer(0)) }
            return try ids.compactMap { id in
                let history = try snapshot.history(of: id)
                return Complaint(id: id, history: history).map { ($0, history) }
            }
        }
    }
}
