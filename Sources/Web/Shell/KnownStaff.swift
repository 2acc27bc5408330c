import Complaints
import Records
import Synchronization

/// Everybody who works or worked here, remembered until something about anybody changes.
final class KnownStaff: Sendable {
    private struct Memory {
        var stamp: [Int64] = []
        var staff: [StaffID: StaffMember] = [:]
    }

    private let memory = Mutex(Memory())

    func all(in snapshot: Snapshot) throws -> [StaffID: StaffMember] {
        let stamp = try snapshot.staffStamp()
        if let staff = memory.withLock({ $0.stamp == stamp ? $0.staff : nil }) { return staff }
        let staff = Dictionary(uniqueKeysWithValues: try snapshot.allStaff().map { ($0.id, $0) })
        memory.withLock { $0 = Memory(stamp: stamp, staff: staff) }
        return staff
    }
}
