package import Complaints
import Synchronization

/// Who has which file open at this moment. Kept in memory only: it is true while a page is connected, and nobody asks for it later.
///
/// What the pages of this process tell is `arrive` and `leave` with a key of their own; what another process tells can be fed in the same
/// way, under keys that begin with its name.
package final class Presence: Sendable {
    private struct State {
        var files: [ComplaintID: [String: StaffID]] = [:]
        var stamp = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// Changes with every coming and going.
    package var stamp: Int { state.withLock { $0.stamp } }

    package func arrive(_ staff: StaffID, at file: ComplaintID, as key: String) {
        state.withLock { state in
            state.files[file, default: [:]][key] = staff
            state.stamp += 1
        }
    }

    package func leave(_ file: ComplaintID, as key: String) {
        state.withLock { state in
            guard state.files[file]?.removeValue(forKey: key) != nil else { return }
            if state.files[file]?.isEmpty == true { state.files[file] = nil }
            state.stamp += 1
        }
    }

    /// Each person once, however many windows they have.
    package func people(at file: ComplaintID) -> Set<StaffID> { state.withLock { Set($0.files[file, default: [:]].values) } }
}
