/// The one escape function, on bytes: a `Character` may hide a `<` behind a combining mark, a byte cannot.
///
/// Bytes of multi-byte UTF-8 sequences are all ≥ 0x80 and pass untouched, so one rule serves text and quoted attribute values.
extension [UInt8] {
    /// Appends a text with `& < > " '` as references and C0 controls (but tab, newline, carriage return) as U+FFFD.
    mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { appendEscaped($0) }
    }

    private mutating func appendEscaped(_ source: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while index < source.count {
            let byte = source[index]
            if byte > 0x3E || !mayNeedEscape(byte) {
                index += 1
                continue
            }
            if let replacement = replacement(for: byte) {
                append(contentsOf: source[start..<index])
                append(replacement)
                start = index + 1
            }
            index += 1
        }
        append(contentsOf: source[start..<source.count])
    }

    /// Appends a literal of the program as it stands.
    mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { append(contentsOf: $0) }
    }
}

/// Bit n is set when byte n (0…63) might need a replacement: the C0 controls, `"`, `&`, `'`, `<`, `>`.
private let suspects: UInt64 = 0xFFFF_FFFF | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

@inline(__always)
private func mayNeedEscape(_ byte: UInt8) -> Bool { suspects >> UInt64(byte) & 1 == 1 }

private func replacement(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case 0x09, 0x0A, 0x0D: nil
    case 0x00..<0x20: "\u{FFFD}"
    default: nil
    }
}
