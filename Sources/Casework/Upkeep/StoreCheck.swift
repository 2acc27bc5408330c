package import Complaints
package import Records
import Synchronization

/// The last check of the store in this process, which runs beside the work: after an unclean stop, or when an administrator asks.
package final class StoreCheck: Sendable {
    package enum State: Hashable, Sendable {
        case never
        case running(since: Instant)
        /// Findings are none when the store is sound.
        case done(at: Instant, findings: [String])
        /// The check itself could not be carried out.
        case failed(at: Instant)
    }

    private let memory = Mutex(State.never)

    package init() {}

    package var state: State { memory.withLock { $0 } }

    /// Begins a check, unless one runs already.
    package func begin(on records: any Database, clock: Clock) {
        let isFree = memory.withLock { state in
            if case .running = state { return false }
            state = .running(since: clock.now())
            return true
        }
        guard isFree else { return }
        Task.detached(priority: .utility) { [self] in
            let findings = try? await records.quickCheck()
            let now = clock.now()
            memory.withLock { $0 = findings.map { .done(at: now, findings: $0) } ?? .failed(at: now) }
        }
    }
}
