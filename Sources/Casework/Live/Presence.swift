package import Complaints
import Synchronization

/// Who has which file open at this moment. Kept in memory only: it is true while a page is connected, and nobody asks for it later.
///
/// What the pages of this process tell is `arrive` and `leave` with a key of their own; what those of another node tell is heard as a whole,
/// each time anew (`PresenceNews`).
package final class Presence: Sendable {
    /// Somebody at a file.
    package struct Place: Hashable, Sendable {
        package let file: ComplaintID
        package let staff: StaffID

        package init(file: ComplaintID, staff: StaffID) { (self.file, self.staff) = (file, staff) }
    }

    private struct State {
        var files: [ComplaintID: [String: StaffID]] = [:]
        /// By node.
        var elsewhere: [String: Set<Place>] = [:]
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

    /// Who is here by the pages of another node, in place of what it told before.
    package func note(_ places: Set<Place>, at node: String) {
        state.withLock { state in
            guard state.elsewhere[node] ?? [] != places else { return }
            state.elsewhere[node] = places.isEmpty ? nil : places
            state.stamp += 1
        }
    }

    /// Who is here by the pages of this process.
    var here: Set<Place> {
        state.withLock { state in
            state.files.reduce(into: []) { places, file in
                for staff in file.value.values { places.insert(Place(file: file.key, staff: staff)) }
            }
        }
    }

    /// Each person once, however many windows they have, on whichever node.
    package func people(at file: ComplaintID) -> Set<StaffID> {
        state.withLock { state in
            var people = Set(state.files[file, default: [:]].values)
            for places in state.elsewhere.values { for place in places where place.file == file { people.insert(place.staff) } }
            return people
        }
    }
}
