package import Casework
package import Complaints
import Foundation
package import Records

/// A house in a temporary folder, open for business: the write door on a real database, everybody of `SampleStaff`, and a
/// clock that the test moves.
package struct RehearsalOffice: Sendable {
    package let office: CaseOffice
    package let records: any Database
    package let clock: TestClock
    package let folder: String

    /// Documents, as files.
    package var blobs: BlobFolder { BlobFolder(folder: URL(fileURLWithPath: folder).appendingPathComponent("documents")) }
    package var now: Instant { clock.now }
    package var sealing: Sealing { Sealing(records: records, keys: HouseKeys(in: folder), clock: clock.clock, house: office.house) }

    /// Where another procedure comes into force.
    package var procedures: ProcedureOffice { ProcedureOffice(records: records, clock: clock.clock, house: office.house) }

    /// Where mail comes in. Throws where its keys can't be had.
    package var inbox: InboxOffice { get throws { try InboxOffice(office: office, keys: HouseKeys(in: folder)) } }

    /// A sample complaint, registered by Iris.
    @discardableResult
    package func register(by actor: Actor = SampleStaff.iris.actor, _ change: (inout RegistrationInput) -> Void = { _ in }) async throws
        -> Complaint
    {
        try await office.register(.sample(change), by: actor)
    }

    @discardableResult
    package func perform(_ commands: ComplaintCommand..., on complaint: Complaint, by member: StaffMember) async throws -> Complaint {
        try await office.perform(commands, on: complaint.id, by: member.actor)
    }

    /// A sample complaint on Hassan's desk, accepted.
    @discardableResult
    package func registerAtWork(_ change: (inout RegistrationInput) -> Void = { _ in }) async throws -> Complaint {
        let complaint = try await register(change)
        try await perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
        return try await perform(.accept, on: complaint, by: SampleStaff.hassan)
    }

    package func reader(_ actor: Actor) -> WorklistReader {
        WorklistReader(visibility: Visibility(actor), now: OfficeZone.amsterdam.moment(at: now), calendar: .standard(zone: .amsterdam))
    }
}

extension EngineUnderTest {
    /// Runs `body` with an office on a fresh house of this engine, which is closed and removed afterwards.
    @discardableResult
    package func withOffice<T>(_ body: (RehearsalOffice) async throws -> T) async throws -> T {
        try await withTemporaryFolder { folder in
            try await withDatabase { records in
                let clock = TestClock()
                try await records.write { tx in
                    for member in SampleStaff.all { try tx.add(member, at: TestClock.start) }
                }
                let blobs = BlobFolder(folder: URL(fileURLWithPath: folder).appendingPathComponent("documents"))
                let office = CaseOffice(records: records, clock: clock.clock, house: CurrentHouse(), blobs: blobs)
                return try await body(RehearsalOffice(office: office, records: records, clock: clock, folder: folder))
            }
        }
    }
}

/// Runs `body` with an office on the engine of this run.
@discardableResult
package func withCaseOffice<T>(_ body: (RehearsalOffice) async throws -> T) async throws -> T {
    try await EngineUnderTest.current.withOffice(body)
}
