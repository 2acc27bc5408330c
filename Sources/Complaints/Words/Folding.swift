/// Text as search and comparison see it: what differs only in case or accents is the same.
///
/// Small letters for capitals; combining marks left out; accented letters, ligatures and letters such as ø, ß and æ replaced by the plain
/// letters under which one looks for them (ss, ae); curly quotes and the various dashes and spaces replaced by those on the keyboard;
/// invisible characters left out. Folding twice changes nothing more. Nothing is cut into words: `coördinator` becomes `coordinator`,
/// `'s-Hertogenbosch` becomes `'s-hertogenbosch`.
package enum Folding {
    package static func fold(_ text: some StringProtocol) -> String { String(decoding: bytes(of: text), as: UTF8.self) }

    /// The folded text in UTF-8.
    package static func bytes(of text: some StringProtocol) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                folded.append(UInt8(truncatingIfNeeded: scalar.value).lowered)
            } else if let base = FoldingTable.base(of: scalar) {
                folded.append(contentsOf: base)
            } else {
                append(scalar, to: &folded)
            }
        }
        return folded
    }

    /// What no table of letters holds.
    private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        switch scalar.value {
        case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F: return
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: return
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: folded.append(UInt8(ascii: " "))
        case 0x2010...0x2015, 0x2212: folded.append(UInt8(ascii: "-"))
        case 0x2018...0x201B, 0x2032, 0xB4, 0x2BC: folded.append(UInt8(ascii: "'"))
        case 0x201C...0x201F, 0x2033, 0xAB, 0xBB: folded.append(UInt8(ascii: "\""))
        case 0xFB00...0xFB06: folded.append(contentsOf: ligatures[Int(scalar.value - 0xFB00)].utf8)
        case 0xFF01...0xFF5E: folded.append(UInt8(truncatingIfNeeded: scalar.value - 0xFF01 + 0x21).lowered)
        default:
            // The small letter may be in the table where the capital was not: the sign of ångström is one.
            for small in scalar.properties.lowercaseMapping.unicodeScalars {
                folded.append(contentsOf: FoldingTable.base(of: small) ?? Array(String(small).utf8))
            }
        }
    }

    private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
}
