import HTTPTypes
import Synchronization

/// Lets each key do something so many times at once, and so often after that (a token bucket a key), in bounded memory.
package final class RateLimit: Sendable {
    private struct Bucket {
        var tokens: Double
        var at: ContinuousClock.Instant
    }

    /// Two generations: when the young one is full it becomes the old one, and what was old and unused since is forgotten. So a flood of
    /// new keys costs no more memory, and at worst forgives somebody.
    private struct Shelves {
        var young: [String: Bucket] = [:]
        var old: [String: Bucket] = [:]
    }

    private let burst: Double
    private let perSecond: Double
    private let keys: Int
    private let now: @Sendable () -> ContinuousClock.Instant
    private let shelves = Mutex(Shelves())

    /// - Parameters:
    ///   - burst: how often at once.
    ///   - perMinute: how many come back each minute.
    ///   - keys: how many keys are remembered, at least half of them at any time.
    ///   - now: a clock that nobody can set back.
    package init(
        burst: Int, perMinute: Double, keys: Int = 20_000, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.burst = Double(burst)
        perSecond = perMinute / 60
        self.keys = max(2, keys)
        self.now = now
    }

    /// Whether this client may; its whole IPv6 network counts as one.
    package func admits(_ client: ClientAddress) -> Bool { secondsToWait("\(client.network)") == nil }

    /// Takes one token of this key; nil when there was one, else the seconds until there is.
    package func secondsToWait(_ key: String) -> Int? {
        let moment = now()
        return shelves.withLock { shelves in
            var bucket = shelves.young[key] ?? shelves.old[key] ?? Bucket(tokens: burst, at: moment)
            let passed = (moment - bucket.at) / .seconds(1)
            bucket.tokens = min(burst, bucket.tokens + max(0, passed) * perSecond)
            bucket.at = moment
            let isAdmitted = bucket.tokens >= 1
            if isAdmitted { bucket.tokens -= 1 }
            shelves.young[key] = bucket
            if shelves.young.count > keys / 2 { shelves = Shelves(old: shelves.young) }
            return isAdmitted ? nil : max(1, Int(((1 - bucket.tokens) / max(perSecond, 0.000_1)).rounded(.up)))
        }
    }

    /// Throws a 429 with `Retry-After` when this key has no token left.
    package func check(_ key: String) throws(ProblemDetails) {
        guard let seconds = secondsToWait(key) else { return }
        throw ProblemDetails(
            .tooManyRequests, code: "too-often", detail: "Too often in a short time. Try again later.", retryAfter: seconds)
    }

    package func check(_ client: ClientAddress) throws(ProblemDetails) { try check("\(client.network)") }
}
