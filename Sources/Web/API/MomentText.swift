import Complaints

/// Moments as programs write them: RFC 3339, always with an offset.
enum MomentText {
    /// `2026-11-20T10:15:00+01:00`, `2026-11-20T09:15:00.250Z`; nil for anything else, a time without an offset included.
    static func instant(_ text: String) -> Instant? {
        var bytes = Array(text.utf8)[...]
        guard bytes.count <= 40, let day = Day(iso: String(decoding: bytes.prefix(10), as: UTF8.self)) else { return nil }
        bytes = bytes.dropFirst(10)
        guard take(&bytes, "T") || take(&bytes, "t") || take(&bytes, " "),
            let hour = number(&bytes, through: 23), take(&bytes, ":"), let minute = number(&bytes, through: 59), take(&bytes, ":"),
            let second = number(&bytes, through: 60), let milliseconds = fraction(&bytes), let offset = offset(&bytes), bytes.isEmpty
        else { return nil }
        let seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset)
        return Instant(milliseconds: seconds * 1000 + Int64(milliseconds))
    }

    /// When something was received: a moment, or a bare day.
    static func receipt(_ text: String) -> ReceiptInput {
        if let day = Day(iso: text) { return .day(day) }
        return instant(text).map { .instant($0) } ?? .unreadable
    }

    private static func take(_ bytes: inout ArraySlice<UInt8>, _ character: Unicode.Scalar) -> Bool {
        guard bytes.first == UInt8(ascii: character) else { return false }
        bytes = bytes.dropFirst()
        return true
    }

    private static func digit(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        guard let byte = bytes.first, (0x30...0x39).contains(byte) else { return nil }
        bytes = bytes.dropFirst()
        return Int(byte - 0x30)
    }

    /// Two digits.
    private static func number(_ bytes: inout ArraySlice<UInt8>, through most: Int) -> Int? {
        guard let tens = digit(&bytes), let ones = digit(&bytes), tens * 10 + ones <= most else { return nil }
        return tens * 10 + ones
    }

    /// `.25` → 250; nothing is 0. What is finer than a millisecond is dropped.
    private static func fraction(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        guard take(&bytes, ".") else { return 0 }
        guard var value = digit(&bytes) else { return nil }
        var places = 1
        while let next = digit(&bytes) {
            if places < 3 { value = value * 10 + next }
            places += 1
        }
        return places == 1 ? value * 100 : places == 2 ? value * 10 : value
    }

    /// Seconds ahead of UTC.
    private static func offset(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        if take(&bytes, "Z") || take(&bytes, "z") { return 0 }
        let isBehind = take(&bytes, "-")
        guard isBehind || take(&bytes, "+"), let hour = number(&bytes, through: 23), take(&bytes, ":"),
            let minute = number(&bytes, through: 59)
        else { return nil }
        return (isBehind ? -1 : 1) * (hour * 3600 + minute * 60)
    }
}
