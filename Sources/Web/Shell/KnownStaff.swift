import Complaints
import Records
import Synchronization

/// Everybody who works or worked here, remembered until something about anybody changes.
final class KnownStaff: Sendable {
    struct Everybody: Sendable {
        /// Changes when something about anybody does.
        var stamp: [Int64] = []
        var members: [StaffID: StaffMember] = [:]
    }

    private let memory = Mutex(Everybody())

    func all(in snapshot: Snapshot) throws -> Everybody {
        let stamp = try snapshot.staffStamp()
        if let known = memory.withLock({ $0.stamp == stamp ? $0 : nil }) { return known }
        let members = Dictionary(uniqueKeysWithValues: try snapshot.allStaff().map { ($0.id, $0) })
        let everybody = Everybody(stamp: stamp, members: members)
        memory.withLock { $0 = everybody }
        return everybody
    }
}
