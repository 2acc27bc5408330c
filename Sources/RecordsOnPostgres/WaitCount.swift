import Synchronization

/// How often anybody waited for the server: each time is a trip over the network and two changes of process, whatever is asked.
final class WaitCount: Sendable {
    private let waits = Atomic(0)

    var count: Int { waits.load(ordering: .relaxed) }

    func note() { waits.add(1, ordering: .relaxed) }
}
