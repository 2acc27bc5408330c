package import Casework
package import Complaints
import Synchronization

/// A clock that stands still until a test moves it. It begins on Friday 20 November 2026, 10:15 in the office.
package final class TestClock: Sendable {
    private let instant: Mutex<Instant>

    package static let start = OfficeZone.amsterdam.instant(of: CivilTime("2026-11-20", TimeOfDay(10, 15)))

    package init(_ start: Instant = TestClock.start) { instant = Mutex(start) }

    package var now: Instant { instant.withLock { $0 } }
    package var clock: Clock { Clock { self.now } }

    package func advance(seconds: Int) { instant.withLock { $0 = $0.adding(seconds: seconds) } }
    package func advance(days: Int) { instant.withLock { $0 = $0.adding(days: days) } }
    package func set(to day: Day, _ time: TimeOfDay = TimeOfDay(10)) { set(to: OfficeZone.amsterdam.instant(of: CivilTime(day, time))) }
    package func set(to other: Instant) { instant.withLock { $0 = other } }
}
