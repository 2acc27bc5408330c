import Synchronization

/// Counts from any thread.
final class Counter: Sendable {
    private let total = Mutex(0)

    var value: Int { total.withLock { $0 } }

    func count() { total.withLock { $0 += 1 } }
}
