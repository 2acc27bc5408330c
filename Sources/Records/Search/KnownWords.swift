import Synchronization

/// Words of which the store is known to hold every part (`search_part`), so that nobody asks it again: nearly all that comes is known.
///
/// Only what a transaction found or put there, and was then kept, is noted; and nothing is ever taken away from there but by a rebuild,
/// which forgets. So what stands here is in the store; what doesn't may be. Words with a digit in them seldom come again, and are not noted.
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
            for word in found.prefix(Self.limit) where !word.utf8.contains(where: { 48...57 ~= $0 }) { known.insert(word) }
        }
    }

    package func forget() { words.withLock { $0 = [] } }
}
