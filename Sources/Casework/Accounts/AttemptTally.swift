/// Counts attempts by key and says how long the next has to wait: some are free, then each wait is twice the one before.
struct AttemptTally {
    /// How attempts of one kind are held back.
    struct Rule: Sendable {
        let free: Int
        let longestWait: Duration
        /// After so long without an attempt all is forgotten.
        let memory: Duration
    }

    private struct Entry {
        var attempts: Int
        var last: ContinuousClock.Instant
        var freeAgain: ContinuousClock.Instant
    }

    private let rule: Rule
    private let capacity: Int
    private var entries: [String: Entry] = [:]

    init(_ rule: Rule, capacity: Int) {
        self.rule = rule
        self.capacity = max(1, capacity)
    }

    var count: Int { entries.count }

    /// How long this key has to wait; nil when it may try now.
    func wait(for key: String, at now: ContinuousClock.Instant) -> Duration? {
        guard let entry = entries[key], entry.freeAgain > now else { return nil }
        return now.duration(to: entry.freeAgain)
    }

    /// Counts an attempt that is made now.
    mutating func count(_ key: String, at now: ContinuousClock.Instant) {
        var entry = entries[key] ?? Entry(attempts: 0, last: now, freeAgain: now)
        if entry.last.duration(to: now) > rule.memory { entry.attempts = 0 }
        if entries[key] == nil, entries.count >= capacity { makeRoom(at: now) }
        entry.attempts += 1
        entry.last = now
        entry.freeAgain = now.advanced(by: wait(after: entry.attempts))
        entries[key] = entry
    }

    /// Takes the last attempt back: it was no guess.
    mutating func takeBack(_ key: String) {
        guard var entry = entries[key] else { return }
        entry.attempts -= 1
        entry.freeAgain = entry.last
        entries[key] = entry.attempts > 0 ? entry : nil
    }

    mutating func forget(_ key: String) { entries[key] = nil }

    private func wait(after attempts: Int) -> Duration {
        guard attempts >= rule.free else { return .zero }
        return min(rule.longestWait, .seconds(1 << min(attempts - rule.free, 20)))
    }

    /// Drops what is forgotten anyway; else the tenth that is longest ago.
    private mutating func makeRoom(at now: ContinuousClock.Instant) {
        entries = entries.filter { $0.value.last.duration(to: now) <= rule.memory }
        guard entries.count >= capacity else { return }
        let oldest = entries.sorted { $0.value.last < $1.value.last }.prefix(capacity / 10 + 1)
        for (key, _) in oldest { entries[key] = nil }
    }
}
