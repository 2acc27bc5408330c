import Complaints
import Records
import Synchronization

/// Everybody who works or worked here, remembered until something about anybody changes.
final class KnownStaff: Sendable {
    struct Everybody: Sendable {
        /// Changes when something about anybody does.
        var stamp: [Int64] = []
        var members: [StaffID: StaffMember] = [:]
        /// The names of their teams, those of whoever left too, in order.
        var teams: [String] = []

        init() {}

        init(_ all: [StaffMember], stamp: [Int64]) {
            self.stamp = stamp
            members = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
            teams = Set(all.map(\.team)).subtracting([""]).sorted { (Folding.fold($0), $0) < (Folding.fold($1), $1) }
        }

        /// Who belongs to a team now, as an address names it; nobody, and whoever belongs to none, for none. Nil for a team that there is not.
        func handlers(of team: String) -> Set<StaffID?>? {
            let isNone = team == WorklistQuery.none
            guard isNone || teams.contains(team) else { return nil }
            let handlers = members.values.filter { $0.team == (isNone ? "" : team) }.map { StaffID?.some($0.id) }
            return Set(handlers).union(isNone ? [nil] : [])
        }
    }

    private let memory = Mutex(Everybody())

    func all(in snapshot: Snapshot) throws -> Everybody {
        let stamp = try snapshot.staffStamp()
        if let known = memory.withLock({ $0.stamp == stamp ? $0 : nil }) { return known }
        let everybody = Everybody(try snapshot.allStaff(), stamp: stamp)
        memory.withLock { $0 = everybody }
        return everybody
    }
}
