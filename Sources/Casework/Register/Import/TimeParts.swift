import Complaints

/// A text taken apart into the words of a day, the clock and the offset.
struct TimeParts {
    private(set) var words: [[UInt8]] = []
    /// `14:05`, `14:05:09.123`.
    private(set) var clock: [UInt8]?
    /// Seconds ahead of UTC.
    private(set) var offset: Int?
    /// PM, AM or neither.
    private(set) var isAfternoon: Bool?

    init(_ bytes: [UInt8]) {
        for word in bytes.split(whereSeparator: { $0 == 0x20 || $0 == UInt8(ascii: ",") }) { take(Array(word)) }
    }

    private mutating func take(_ word: [UInt8]) {
        if let half = Self.halves[Self.lowered(word)], clock != nil {
            isAfternoon = half
        } else if clock != nil, Self.lowered(word) == Array("uur".utf8) {
            return
        } else if clock != nil, offset == nil, let seconds = Self.offset(word[...]) {
            offset = seconds
        } else if let mark = word.firstIndex(of: UInt8(ascii: "T")), mark >= 8, word[..<mark].allSatisfy(Self.isOfDate) {
            words.append(Array(word[..<mark]))
            takeClock(word[(mark + 1)...])
        } else if word.contains(UInt8(ascii: ":")), clock == nil {
            takeClock(word[...])
        } else {
            words.append(word)
        }
    }

    private mutating func takeClock(_ bytes: ArraySlice<UInt8>) {
        let end = bytes.firstIndex { [UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-")].contains($0) } ?? bytes.endIndex
        clock = Array(bytes[..<end])
        guard end < bytes.endIndex else { return }
        offset = Self.offset(bytes[end...])
        // What follows the clock and is no offset makes it no clock.
        if offset == nil { clock = Array(bytes) }
    }

    private static let halves = [Array("am".utf8): false, Array("pm".utf8): true]

    private static func lowered(_ word: [UInt8]) -> [UInt8] { word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }

    private static func isOfDate(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") }

    /// `Z`, `UTC`, `+01:00`, `+0100`, `-05`.
    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        if ["Z", "UTC", "GMT"].contains(where: { bytes.elementsEqual($0.utf8) }) { return 0 }
        guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
        guard digits.count == 2 || digits.count == 4, let hours = number(digits.prefix(2)) else { return nil }
        guard let minutes = digits.count == 4 ? number(digits.suffix(2)) : 0, hours <= 14, minutes < 60 else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }

    /// Digits and nothing else.
    static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 15, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// `14:05`, `14:05:09`, `14:05:09.123`; on a clock of twelve hours with its half.
    static func time(_ clock: [UInt8], afternoon: Bool?) throws(TimeProblem) -> TimeOfDay {
        let whole = clock.prefix { $0 != UInt8(ascii: ".") }
        let fraction = clock.dropFirst(whole.count + 1)
        let pieces = whole.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let numbers = pieces.compactMap { $0.count <= 2 ? number($0) : nil }
        guard numbers.count == pieces.count, (2...3).contains(pieces.count), fraction.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .notATime
        }
        guard let hour = hour(numbers[0], afternoon), numbers[1] < 60, numbers.count == 2 || numbers[2] < 60 else { throw .noSuchTime }
        return TimeOfDay(hour, numbers[1], numbers.count == 3 ? numbers[2] : 0)
    }

    private static func hour(_ number: Int, _ afternoon: Bool?) -> Int? {
        guard let afternoon else { return number < 24 ? number : nil }
        guard (1...12).contains(number) else { return nil }
        return number % 12 + (afternoon ? 12 : 0)
    }
}
