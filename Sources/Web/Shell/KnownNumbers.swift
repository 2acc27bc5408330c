import Complaints
import Records
import Synchronization

/// The keys of complaints by their numbers, of those looked at lately: a number never becomes another complaint's. Whoever knows the key can
/// ask all of a file at once.
final class KnownNumbers: Sendable {
    private let memory = Mutex<[ComplaintNumber: ComplaintID]>([:])
    /// Then all are forgotten, and found again.
    private static let most = 20_000

    /// Nil for a number that was not looked at lately.
    func id(of number: ComplaintNumber) -> ComplaintID? { memory.withLock { $0[number] } }

    /// Nil when there is no such complaint.
    func id(of number: ComplaintNumber, in snapshot: Snapshot) throws -> ComplaintID? {
        if let known = id(of: number) { return known }
        guard let id = try snapshot.complaintID(of: number) else { return nil }
        memory.withLock { memory in
            if memory.count >= Self.most { memory = [:] }
            memory[number] = id
        }
        return id
    }
}
