import Foundation
import Synchronization

/// Tells how a long piece of work gets on, at most once a second.
final class FillingReport: Sendable {
    private let total: Int
    private let start = ContinuousClock.now
    private let last: Mutex<ContinuousClock.Instant>

    init(of total: Int) {
        self.total = total
        last = Mutex(.now)
    }

    func tell(_ done: Int) {
        let isDue = last.withLock { last in
            let now = ContinuousClock.now
            guard now - last >= .seconds(1) else { return false }
            last = now
            return true
        }
        if isDue { Output.say("\(Self.grouped(done)) of \(Self.grouped(total)) complaints …") }
    }

    func end() {
        let seconds = max(0.001, (ContinuousClock.now - start) / .seconds(1))
        let rate = Self.grouped(Int(Double(total) / seconds))
        Output.say("\(Self.grouped(total)) \(total == 1 ? "complaint" : "complaints") in \(Int(seconds.rounded())) s, \(rate) a second.")
    }

    /// 12,000
    private static func grouped(_ number: Int) -> String {
        let digits = String(number)
        return digits.enumerated().map { index, digit in
            index > 0 && (digits.count - index).isMultiple(of: 3) ? ",\(digit)" : "\(digit)"
        }.joined()
    }
}
