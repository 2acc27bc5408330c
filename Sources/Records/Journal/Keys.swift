import Synchronization

/// Keys for rows, made by the program so that nothing serialises across complaints.
package enum Keys {
    private static let last = Atomic<Int64>(0)

    /// A fresh key: milliseconds since 2020, then 22 bits that begin at random and go up from there. A process never gives
    /// the same key twice, and a later key of its own is always larger, whatever the clock does; two processes meet in one
    /// millisecond once in millions, and then the store refuses the second.
    package static func fresh(at milliseconds: Int64) -> Int64 {
        let earliest = first(at: milliseconds) | Int64.random(in: 0..<(1 << 21))
        var last = last.load(ordering: .relaxed)
        while true {
            let key = max(earliest, last + Int64.random(in: 1...64))
            let (exchanged, original) = Self.last.compareExchange(expected: last, desired: key, ordering: .relaxed)
            if exchanged { return key }
            last = original
        }
    }

    /// The largest that this process has made.
    static var newest: Int64 { last.load(ordering: .relaxed) }

    /// No key that was made from this moment on is smaller, by a clock that was never set back.
    package static func first(at milliseconds: Int64) -> Int64 { max(0, milliseconds - epoch) << 22 }

    /// How far keys are apart that are made so many milliseconds apart.
    package static func span(_ milliseconds: Int64) -> Int64 { milliseconds << 22 }

    private static let epoch: Int64 = 1_577_836_800_000
}
