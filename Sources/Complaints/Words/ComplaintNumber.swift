/// The number by which a complaint is known: eight random digits and a check digit, shown as `4827-1936-8`.
///
/// The check digit is Damm's (2004): every single wrong digit and every swap of neighbours is found. Random, so that it shows no volume. It
/// is unique by the database, and never by itself a key to anything.
package struct ComplaintNumber: Hashable, Sendable, CustomStringConvertible {
    /// Nine digits, as stored: `482719368`.
    package let digits: String

    /// Draws a number.
    package init(random generator: inout some RandomNumberGenerator) {
        let value = Int.random(in: 0..<100_000_000, using: &generator)
        let body = Day.padded(value, to: 8)
        self.digits = body + String(Damm.checkDigit(of: Array(body.utf8)))
    }

    /// Reads a number in any spelling: spaces and dashes of all kinds are ignored. Nil when it is not nine digits that belong together: say
    /// that the number has nine digits and to look at it once more.
    package init?(parsing text: some StringProtocol) {
        // As stored is how it comes most often.
        let plain = Array(text.utf8.prefix(10))
        let isPlain = plain.count == 9 && plain.allSatisfy(\.isDigit)
        guard let bytes = isPlain ? plain : Separators.stripped(from: text), bytes.count == 9, bytes.allSatisfy(\.isDigit),
            Damm.isValid(bytes)
        else { return nil }
        self.digits = String(decoding: bytes, as: UTF8.self)
    }

    /// `4827-1936-8`
    package var formatted: String {
        String(unsafeUninitializedCapacity: digits.utf8.count + 2) { buffer in
            var end = 0
            for (index, digit) in digits.utf8.enumerated() {
                if index == 4 || index == 8 {
                    buffer[end] = UInt8(ascii: "-")
                    end += 1
                }
                buffer[end] = digit
                end += 1
            }
            return end
        }
    }

    package var description: String { formatted }
}
