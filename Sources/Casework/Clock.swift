package import Complaints
import Foundation

/// The one clock. Everything that needs the time is given this, so that a test can fix it.
package struct Clock: Sendable {
    package let now: @Sendable () -> Instant

    package init(_ now: @escaping @Sendable () -> Instant) { self.now = now }

    /// The machine's clock.
    package static let system = Clock { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
