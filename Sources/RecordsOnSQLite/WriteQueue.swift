import Synchronization

/// Writes in order of arrival, and whether somebody is under way to run them.
final class WriteQueue: Sendable {
    private struct State {
        var waiting: [QueuedWrite] = []
        var next = 0
        var isServed = false
        var isClosed = false
    }

    enum Admission { case served, needsServing, closed }

    private let state = Mutex(State())

    /// `needsServing` is told to one caller, who must then see to it that `take` is called until `rest` says so.
    func add(_ write: QueuedWrite) -> Admission {
        state.withLock { state in
            if state.isClosed { return .closed }
            state.waiting.append(write)
            defer { state.isServed = true }
            return state.isServed ? .served : .needsServing
        }
    }

    var length: Int { state.withLock { $0.waiting.count - $0.next } }

    func take() -> QueuedWrite? {
        state.withLock { state in
            guard state.next < state.waiting.count else { return nil }
            let write = state.waiting[state.next]
            state.next += 1
            // Taken ones go in lots: taking the first off an array moves all the others.
            if state.next == state.waiting.count || state.next == GroupCommit.limit {
                state.waiting.removeFirst(state.next)
                state.next = 0
            }
            return write
        }
    }

    /// Whether nothing waits; the next to add is then told to serve.
    func rest() -> Bool {
        state.withLock { state in
            guard state.waiting.isEmpty else { return false }
            state.isServed = false
            return true
        }
    }

    /// From now on nothing is added; what waits is still served. False when it was closed already.
    func close() -> Bool {
        state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
    }
}
