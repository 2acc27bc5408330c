package import Complaints
package import Records

/// Works every recorded date out again, from the rule and the calendar it was promised by: "replayed to the same date, years later".
package struct PromiseProof: Sendable {
    /// A date that does not come out as it was recorded.
    package struct Finding: Hashable, Sendable {
        package let number: ComplaintNumber
        package let ordinal: Int
        package let recorded: Instant
        /// Nil where no term comes out at all.
        package let counted: Instant?
    }

    private static let lot = 500

    package private(set) var promises = 0
    package private(set) var findings: [Finding] = []

    package init() {}

    /// Looks at every complaint, lot by lot.
    package mutating func run(over records: any Database, _ house: CurrentHouse, progress: (Int) -> Void = { _ in }) async throws {
        var (place, complaints): (RegisterPlace?, Int) = (nil, 0)
        repeat {
            let after = place
            let lot = try await records.read { snapshot in
                let places = try snapshot.register(after: after, limit: Self.lot)
                var proof = PromiseProof()
                for place in places { try proof.look(at: place.id, house, in: snapshot) }
                return (places, proof)
            }
            promises += lot.1.promises
            findings += lot.1.findings
            complaints += lot.0.count
            if !lot.0.isEmpty, complaints.isMultiple(of: 10_000) { progress(complaints) }
            place = lot.0.last
        } while place != nil
    }

    private mutating func look(at id: ComplaintID, _ house: CurrentHouse, in snapshot: Snapshot) throws {
        let found: Complaint?
        // What can't be read is a finding of the journal's own proof.
        do { found = try snapshot.complaint(id) } catch is UnreadableEntry { return }
        guard let complaint = found else { return }
        for promise in complaint.promises {
            promises += 1
            let counted = promise.count(on: try house.calendar(version: promise.calendarVersion, in: snapshot))?.dueAt
            if counted != promise.due {
                findings.append(Finding(number: complaint.number, ordinal: promise.ordinal, recorded: promise.due, counted: counted))
            }
        }
    }
}
