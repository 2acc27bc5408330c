package import Complaints
import Synchronization

/// How it goes with a mail server, for the page of settings. It lives as long as the process.
package final class MailHealth: Sendable {
    /// What is going on with one server or mailbox.
    package struct State: Sendable {
        package let at: Instant
        /// From when on it has been in this trouble, or well.
        package let since: Instant
        /// Nil when all is well.
        package let fault: (any Error)?
        fileprivate let cause: MailCause?
    }

    private let states = Mutex<[String: State]>([:])

    package init() {}

    package static let sending = "sending"
    package static func mailbox(_ id: String) -> String { "mailbox \(id)" }

    /// - Parameter cause: what kind of trouble it is, where more is known than the fault tells.
    package func note(_ what: String, _ fault: (any Error)?, _ cause: MailCause? = nil, at now: Instant) {
        let cause = fault.map { cause ?? MailCause($0) }
        states.withLock { states in
            let since = states[what].flatMap { $0.cause == cause ? $0.since : nil } ?? now
            states[what] = State(at: now, since: since, fault: fault, cause: cause)
        }
    }

    package func state(of what: String) -> State? { states.withLock { $0[what] } }
}
