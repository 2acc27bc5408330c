package import Complaints
import Synchronization

/// Every complaint as it is counted, kept in memory (some 250 bytes each) and brought up to date by each reader from what its own snapshot
/// holds: so numbers are of the same moment as the lists behind them, and a page over years costs no more than one over weeks.
package final class CountedCases: Sendable {
    private struct Memory {
        var cases: [CountedCase] = []
        var places: [ComplaintID: Int] = [:]
        var lastChange: Instant?
        var readAt: Instant?
        /// Another one for every state: two readers at once never mean different states by the same.
        var version: UInt64 = 0
    }

    /// What one kind of reader may see, as of a version.
    private struct Listed {
        let visibility: Visibility
        let version: UInt64
        let cases: [CountedCase]
    }

    /// Writes that were begun before another and ended after it come at most so much later: no write takes longer.
    private static let overlap = 600
    /// What was written by a clock that was set back is seen after this at the latest.
    private static let lifetime = 3600

    private let memory = Mutex(Memory())
    /// The last list that was made: a house has few kinds of readers of figures, and making one takes longer than most of what is counted.
    private let listed = Mutex<Listed?>(nil)

    package init() {}

    /// All of them, in no order.
    package func all(in snapshot: Snapshot, at now: Instant) throws -> [CountedCase] {
        try brought(upTo: snapshot, at: now).cases
    }

    /// Those that count by themselves and that this reader finds in lists, in no order.
    package func listed(for visibility: Visibility, in snapshot: Snapshot, at now: Instant) throws -> [CountedCase] {
        let memory = try brought(upTo: snapshot, at: now)
        let known = listed.withLock { $0 }
        if let known, known.version == memory.version, known.visibility == visibility { return known.cases }
        var cases: [CountedCase] = []
        cases.reserveCapacity(memory.cases.count)
        for one in memory.cases where one.isCounted && one.isListed(for: visibility) { cases.append(one) }
        let made = Listed(visibility: visibility, version: memory.version, cases: cases)
        listed.withLock { $0 = made }
        return cases
    }

    private func brought(upTo snapshot: Snapshot, at now: Instant) throws -> Memory {
        var memory = memory.withLock { $0 }
        try Self.bring(&memory, upTo: snapshot, at: now)
        self.memory.withLock { [memory] in $0 = memory }
        return memory
    }

    private static func bring(_ memory: inout Memory, upTo snapshot: Snapshot, at now: Instant) throws {
        let (count, last) = try snapshot.caseState()
        let isFresh = memory.readAt.map { abs(now.seconds(since: $0)) < lifetime } ?? false
        if isFresh, let known = memory.lastChange, let last {
            let changed = try snapshot.countedCases(changedSince: min(known, last).adding(seconds: -overlap))
            for one in changed { take(one, into: &memory) }
            memory.lastChange = last
            if memory.cases.count == count { return }
        }
        memory = Memory(
            cases: try snapshot.countedCases(changedSince: nil), lastChange: last, readAt: now, version: .random(in: 1...UInt64.max))
        memory.places = Dictionary(uniqueKeysWithValues: zip(memory.cases.map(\.id), memory.cases.indices))
    }

    private static func take(_ one: CountedCase, into memory: inout Memory) {
        if let place = memory.places[one.id] {
            // What is the same is not written: arrays that others read are copied by a write.
            if memory.cases[place] == one { return }
            memory.cases[place] = one
        } else {
            memory.places[one.id] = memory.cases.count
            memory.cases.append(one)
        }
        memory.version = .random(in: 1...UInt64.max)
    }
}

extension Snapshot {
    /// How many complaints there are, and when one changed last.
    fileprivate func caseState() throws -> (count: Int, last: Instant?) {
        try first("SELECT (SELECT count(*) FROM complaint), (SELECT max(changed_at) FROM complaint)") {
            (Int($0.integer(0)), $0.optionalInteger(1).map { Instant(milliseconds: $0) })
        } ?? (0, nil)
    }
}
