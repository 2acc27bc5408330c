import Analysis
package import Complaints
package import Records

/// How long a complaint took until it was solved for the first time; until it was withdrawn, referred or now it took at least so long.
package struct HandlingTime: Hashable, Sendable {
    package let until: Instant
    package let isOver: Bool

    package init(_ one: CountedCase, at now: Instant) {
        if let solved = one.figures.firstResolvedAt {
            (until, isOver) = (Self.later(solved, one.receivedAt), true)
        } else {
            (until, isOver) = (Self.later(one.figures.leftAt ?? now, one.receivedAt), false)
        }
    }

    private static func later(_ one: Instant, _ other: Instant) -> Instant { one.milliseconds < other.milliseconds ? other : one }
}

/// Handling times of many, gathered by working days.
struct HandlingTimes: Sendable {
    private var ended: [Int] = []
    private var open: [Int] = []

    mutating func add(_ days: Int, isOver: Bool) {
        if days >= ended.count {
            let more = Array(repeating: 0, count: days + 1 - ended.count)
            ended += more
            open += more
        }
        if isOver { ended[days] += 1 } else { open[days] += 1 }
    }

    /// How many ended, and how many were open, at each number of days.
    var counts: [(ended: Int, open: Int)] { Array(zip(ended, open)).map { (ended: $0, open: $1) } }

    /// Nil for none.
    var curve: KaplanMeier? { try? KaplanMeier(endedAt: ended, openAt: open) }
}
