/// A Dutch postcode, kept and shown as `1234 AB`.
package struct Postcode: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// Reads a postcode in any spelling (`1234ab`, `1234-AB`). Nil when it is none: ask for four digits and two letters, as in `1234 AB`.
    /// No Dutch postcode begins with 0, nor ends with SA, SD or SS.
    package init?(parsing text: some StringProtocol) {
        guard let bytes = Separators.stripped(from: text), bytes.count == 6 else { return nil }
        let digits = bytes.prefix(4)
        let letters = bytes.suffix(2).map { $0 & 0xDF }
        guard digits.allSatisfy(\.isDigit), digits.first != UInt8(ascii: "0"),
            bytes.suffix(2).allSatisfy(\.isLetter),
            !Postcode.neverGiven.contains(letters)
        else { return nil }
        self.description = "\(String(decoding: digits, as: UTF8.self)) \(String(decoding: letters, as: UTF8.self))"
    }

    private static let neverGiven: [[UInt8]] = [Array("SA".utf8), Array("SD".utf8), Array("SS".utf8)]
}
