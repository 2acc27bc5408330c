/// A telephone number, kept as E.164 (`+31612345678`) and shown as the Dutch write it.
package struct PhoneNumber: Hashable, Sendable, CustomStringConvertible {
    /// Why a text is not a number, each with what to say.
    package enum Problem: Error, Hashable, Sendable {
        /// Nothing was typed.
        case empty
        /// It holds letters or other signs: ask for the digits alone (an extension belongs in a note).
        case notDigits
        /// Fewer digits than a number of that country has: ask to look whether one is missing.
        case tooShort
        /// More digits than that: ask to look whether one is too many.
        case tooLong
        /// Not a number that is dialled from the Netherlands: ask for the area code, or for + and the country in front.
        case unknown
    }

    /// A plus sign and at most fifteen digits.
    package let e164: String

    /// Reads a number in any Dutch spelling (`06-12345678`, `(020) 123 45 67`, `0031 6 1234 5678`, `+31 (0)6 12345678`), also without the
    /// first zero, which spreadsheets lose; and a foreign one that begins with + or 00.
    package init(parsing text: some StringProtocol) throws(Problem) {
        guard let typed = Separators.stripped(from: text, alsoASCII: Array("/".utf8)) else { throw .notDigits }
        guard !typed.isEmpty else { throw .empty }
        let hasPlus = typed.first == UInt8(ascii: "+")
        let digits = PhoneNumber.withoutBrackets(hasPlus ? typed.dropFirst() : typed[...])
        guard digits.allSatisfy(\.isDigit) else { throw .notDigits }
        guard !digits.isEmpty else { throw .tooShort }
        self.e164 = "+" + String(decoding: try PhoneNumber.international(digits[...], hasPlus: hasPlus), as: UTF8.self)
    }

    package var description: String { display }

    /// The digits from the country code on.
    private static func international(_ digits: ArraySlice<UInt8>, hasPlus: Bool) throws(Problem) -> [UInt8] {
        let zero = UInt8(ascii: "0")
        if hasPlus { return try withCountry(digits) }
        if digits.starts(with: [zero, zero]) { return try withCountry(digits.dropFirst(2)) }
        if digits.first == zero { return try dutch(digits.dropFirst()) }
        if digits.count == 9 { return try dutch(digits) }
        if digits.count == 11, digits.starts(with: netherlands) { return try dutch(digits.dropFirst(2)) }
        throw digits.count < 9 ? .tooShort : .unknown
    }

    private static func withCountry(_ digits: ArraySlice<UInt8>) throws(Problem) -> [UInt8] {
        if digits.starts(with: netherlands) {
            let national = digits.dropFirst(2)
            return try dutch(national.first == UInt8(ascii: "0") ? national.dropFirst() : national)
        }
        guard digits.first != UInt8(ascii: "0") else { throw .unknown }
        guard digits.count >= 7 else { throw .tooShort }
        guard digits.count <= 15 else { throw .tooLong }
        return Array(digits)
    }

    /// Nine digits after the zero; service numbers (0800, 0900, 0906, 0909) have seven or ten, numbers for machines (097) eleven.
    private static func dutch(_ national: ArraySlice<UInt8>) throws(Problem) -> [UInt8] {
        guard let first = national.first else { throw .tooShort }
        guard first != UInt8(ascii: "0") else { throw .unknown }
        let lengths = DutchNumbering.lengths(of: String(decoding: national, as: UTF8.self))
        guard let shortest = lengths.first, let longest = lengths.last, national.count >= shortest else { throw .tooShort }
        guard national.count <= longest else { throw .tooLong }
        guard lengths.contains(national.count) else { throw .tooShort }
        return netherlands + national
    }

    /// Without brackets; a zero alone between them, as in `+31 (0)6`, goes with them.
    private static func withoutBrackets(_ digits: ArraySlice<UInt8>) -> [UInt8] {
        let brackets = Array("()".utf8)
        let optionalZero = Array("(0)".utf8)
        guard let start = digits.firstIndex(of: brackets[0]), digits[start...].starts(with: optionalZero), start > digits.startIndex else {
            return digits.filter { !brackets.contains($0) }
        }
        return digits[..<start] + digits[start...].dropFirst(3).filter { !brackets.contains($0) }
    }

    private static let netherlands = Array("31".utf8)
}
