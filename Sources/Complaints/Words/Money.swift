/// An amount in euros, kept in whole cents.
package struct Money: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Why a text is not an amount, each with what to say.
    package enum Problem: Error, Hashable, Sendable {
        /// Nothing was typed.
        case empty
        /// Not an amount: ask for one as in `12,50`.
        case notAnAmount
        /// `1.234` may be a thousand or a little more than one: ask for the cents too, as in `1.234,00`.
        case ambiguous
        /// An amount below zero cannot be typed.
        case negative
        /// More than `Money.largest`.
        case tooLarge
    }

    package let cents: Int64

    package init(cents: Int64) { self.cents = cents }

    /// The largest amount that can be typed: a euro short of a billion.
    package static let largest = Money(cents: 99_999_999_999)

    package static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }

    /// For machines: `12.50`, `-0.05`. How a person reads it is written by the page or the letter.
    package var description: String {
        let (euros, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(cents < 0 ? "-" : "")\(euros).\(Day.padded(Int(rest), to: 2))"
    }

    /// Reads `12.50`, `12,50`, `1.234,50`, `1,234.50`, `€ 5`, `5,-`, `EUR 5`. The last point or comma is the decimal one when one or two
    /// digits follow it; those before it must set off thousands.
    package init(parsing text: some StringProtocol) throws(Problem) {
        let bytes = Array(text.utf8.prefix(Separators.longestInput + 1))
        guard bytes.count <= Separators.longestInput else { throw .notAnAmount }
        var amount = Money.withoutCurrency(bytes[...])
        guard !amount.isEmpty else { throw bytes.allSatisfy { $0 == 0x20 } ? .empty : .notAnAmount }
        if amount.first == UInt8(ascii: "-") || amount.starts(with: [0xE2, 0x88, 0x92]) { throw .negative }
        if amount.suffix(2).elementsEqual(",-".utf8) { amount = amount.dropLast() + "00".utf8 }
        self.cents = try Money.cents(in: amount)
    }

    private static func cents(in amount: ArraySlice<UInt8>) throws(Problem) -> Int64 {
        let groups = amount.split(omittingEmptySubsequences: false, whereSeparator: isPointOrComma)
        guard let last = groups.last, groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }) else { throw .notAnAmount }
        let marks = amount.filter(isPointOrComma)
        guard marks.count > 0 else { return try cents(euros: amount, rest: []) }
        if last.count <= 2 {
            guard isGrouped(groups.dropLast(), by: marks.dropLast()), marks.count == 1 || marks.last != marks.first
            else { throw .notAnAmount }
            return try cents(euros: groups.dropLast().joined(), rest: last)
        }
        guard isGrouped(groups[...], by: marks[...]) else { throw .notAnAmount }
        guard marks.count > 1 else { throw .ambiguous }
        return try cents(euros: groups.joined(), rest: [])
    }

    /// Whether these are thousands: one to three digits, then three each, with the same mark everywhere between; or no marks at all.
    private static func isGrouped(_ groups: ArraySlice<ArraySlice<UInt8>>, by marks: ArraySlice<UInt8>) -> Bool {
        guard let mark = marks.first, let head = groups.first else { return groups.count == 1 }
        return head.count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 } && marks.allSatisfy { $0 == mark }
    }

    private static func cents(euros: some Sequence<UInt8>, rest: ArraySlice<UInt8>) throws(Problem) -> Int64 {
        var total: Int64 = 0
        let decimals = Array(rest) + Array(repeating: UInt8(ascii: "0"), count: max(0, 2 - rest.count))
        for digit in Array(euros) + decimals {
            total = total * 10 + Int64(digit &- 0x30)
            guard total <= largest.cents else { throw .tooLarge }
        }
        return total
    }

    /// Without the sign or the name of the euro, in front or behind, and without blanks around.
    private static func withoutCurrency(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let rest = trimmed(bytes)
        for name in currencies {
            if rest.prefix(name.count).map(\.lowered) == name { return trimmed(rest.dropFirst(name.count)) }
            if rest.suffix(name.count).map(\.lowered) == name { return trimmed(rest.dropLast(name.count)) }
        }
        return rest
    }

    private static let currencies = ["€", "euro", "eur"].map { Array($0.utf8) }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let noBreakSpace: [UInt8] = [0xC2, 0xA0]
        var rest = bytes
        while rest.first == 0x20 || rest.starts(with: noBreakSpace) { rest = rest.dropFirst(rest.first == 0x20 ? 1 : 2) }
        while rest.last == 0x20 || rest.suffix(2).elementsEqual(noBreakSpace) { rest = rest.dropLast(rest.last == 0x20 ? 1 : 2) }
        return rest
    }

    private static func isPointOrComma(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }
}
