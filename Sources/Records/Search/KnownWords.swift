import Synchronization

/// Words of which the store is known to hold every part (`search_part`), so that nobody asks it again: nearly all that comes is known.
///
/// Only what a transaction found there before it, and was then kept, is noted; and nothing is ever taken away from there but by a rebuild,
/// which forgets. So what stands here is in the store; what doesn't may be.
package final class KnownWords: Sendable {
    /// Beyond these it begins anew: a bound on memory, about three megabytes.
    private static let limit = 50_000

    private let words = Mutex<Set<String>>([])

    package init() {}

    /// Those of these words that must be asked for.
    func unknown(of words: [[String]]) -> Set<String> {
        self.words.withLock { known in
            var unknown: Set<String> = []
            for some in words { for word in some where !known.contains(word) { unknown.insert(word) } }
            return unknown
        }
    }

    package func note(_ found: [String]) {
        words.withLock { known in
            if known.count + found.count > Self.limit { known = [] }
            known.formUnion(found.prefix(Self.limit))
        }
    }

    package func forget() { words.withLock { $0 = [] } }
}
