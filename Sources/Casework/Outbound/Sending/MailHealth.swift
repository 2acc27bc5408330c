package import Complaints
import Synchronization

/// How it goes with a mail server, for the page of settings. It lives as long as the process.
package final class MailHealth: Sendable {
    /// What is going on with one server or mailbox.
    package struct State: Sendable {
        package let at: Instant
        /// From when on it has been in trouble, or well.
        package let since: Instant
        /// Nil when all is well.
        package let fault: (any Error)?
    }

    private let states = Mutex<[String: State]>([:])

    package init() {}

    package static let sending = "sending"
    package static func mailbox(_ id: String) -> String { "mailbox \(id)" }

    package func note(_ what: String, _ fault: (any Error)?, at now: Instant) {
        states.withLock { states in
            let before = states[what]
            let isAsBefore = before.map { ($0.fault == nil) == (fault == nil) } ?? false
            states[what] = State(at: now, since: isAsBefore ? before?.since ?? now : now, fault: fault)
        }
    }
    package func state(of what: String) -> State? { states.withLock { $0[what] } }
}
