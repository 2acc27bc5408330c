import Synchronization

/// Counts changes, so that what was read can be kept until the next one.
package final class ChangeCount: Sendable {
    private let value = Atomic<Int>(0)
    private let others = Atomic<Int>(0)

    package init() {}

    package var count: Int { own &+ others.load(ordering: .acquiring) }

    /// Those that this process made.
    package var own: Int { value.load(ordering: .acquiring) }

    /// Another node changed something.
    package func noteOthers() { others.wrappingAdd(1, ordering: .releasing) }

    package func note() { value.wrappingAdd(1, ordering: .releasing) }
}
