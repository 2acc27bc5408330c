/// What people put between the digits of a number that they copy, read out or type: blanks, dashes and dots, in the many forms in which
/// word processors and phones write them.
enum Separators {
    /// No number or postcode is longer than this as typed; what is longer is not read at all.
    static let longestInput = 64

    /// The ASCII bytes of a text without separators; nil when it is too long or holds anything else that is not printable ASCII.
    static func stripped(from text: some StringProtocol, alsoASCII: [UInt8] = []) -> [UInt8]? {
        let bytes = Array(text.utf8.prefix(longestInput + 1))
        guard bytes.count <= longestInput else { return nil }
        var kept: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.first {
            let length = lengthOfSeparator(atStartOf: rest)
            if length > 0 {
                rest = rest.dropFirst(length)
            } else {
                guard (0x21...0x7E).contains(byte) else { return nil }
                if !alsoASCII.contains(byte) { kept.append(byte) }
                rest = rest.dropFirst()
            }
        }
        return kept
    }

    /// How many bytes of UTF-8 the separator takes with which these bytes begin; 0 when they begin with something else.
    static func lengthOfSeparator(atStartOf bytes: ArraySlice<UInt8>) -> Int {
        var next = bytes.makeIterator()
        switch (next.next(), next.next(), next.next()) {
        case (0x09?, _, _), (0x0A?, _, _), (0x0D?, _, _), (0x20?, _, _), (UInt8(ascii: "-")?, _, _), (UInt8(ascii: ".")?, _, _): return 1
        case (0xC2?, 0xA0?, _), (0xC2?, 0xAD?, _): return 2  // no-break space, soft hyphen
        case (0xE2?, 0x80?, (0x80...0x8F)?): return 3  // spaces of all widths, zero width too, and marks of direction
        case (0xE2?, 0x80?, (0x90...0x95)?): return 3  // hyphens and dashes
        case (0xE2?, 0x80?, (0xAA...0xAF)?): return 3  // embedded direction (phones copy it along), narrow no-break space
        case (0xE2?, 0x81?, 0xA0?), (0xE2?, 0x88?, 0x92?), (0xEF?, 0xBB?, 0xBF?): return 3  // word joiner, minus, byte order mark
        default: return 0
        }
    }
}
