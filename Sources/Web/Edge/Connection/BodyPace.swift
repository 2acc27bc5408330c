import NIOCore

/// Weighs a request's body while it comes in: enough bytes in each window, all of it before its end.
///
/// Time in which the server itself did not ask for more (it is hashing, or the disk is slow) does not count against the client.
struct BodyPace {
    enum Verdict: Equatable {
        case goOn(until: NIODeadline)
        case tooSlow
    }

    private let limits: EdgeLimits
    private let end: NIODeadline
    private var windowStart: NIODeadline
    private var bytes = 0
    private var withheld = TimeAmount.zero
    private var withheldSince: NIODeadline?

    init(_ limits: EdgeLimits, from start: NIODeadline) {
        self.limits = limits
        end = start + limits.bodyTime
        windowStart = start
    }

    /// When to ask for the next verdict.
    var nextCheck: NIODeadline { min(windowStart + limits.bodyWindow, end) }

    mutating func received(_ count: Int) { bytes += count }

    /// The server has read all that it asked for, and has not asked for more yet.
    mutating func readingPaused(at now: NIODeadline) { withheldSince = withheldSince ?? now }

    mutating func readingResumed(at now: NIODeadline) {
        guard let since = withheldSince else { return }
        withheld = withheld + (now - since)
        withheldSince = nil
    }

    /// Judges the window that ends now, and opens the next one.
    mutating func judge(at now: NIODeadline) -> Verdict {
        guard now < end else { return .tooSlow }
        if withheldSince != nil {
            readingResumed(at: now)
            withheldSince = now
        }
        let counted = max(0, (now - windowStart - withheld).nanoseconds)
        let needed = Int(counted / 1_000) * limits.bodyBytesPerSecond / 1_000_000
        guard bytes >= needed else { return .tooSlow }
        (windowStart, bytes, withheld) = (now, 0, .zero)
        return .goOn(until: nextCheck)
    }
}
