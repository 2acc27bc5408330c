import Synchronization

/// Counts changes, so that what was read can be kept until the next one.
package final class ChangeCount: Sendable {
    private let value = Atomic<Int>(0)

    package init() {}

    package var count: Int { value.load(ordering: .acquiring) }

    package func note() { value.wrappingAdd(1, ordering: .releasing) }
}
