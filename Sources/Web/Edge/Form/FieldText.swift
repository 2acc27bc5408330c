/// Free text from outside, kept as it was typed but for what no text can hold.
package enum FieldText {
    /// Bytes as text: invalid UTF-8 and NUL become U+FFFD, every line ending a line feed.
    static func repaired(_ bytes: some Collection<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var afterReturn = false
        for byte in bytes {
            switch byte {
            case 0x0D: text.append(0x0A)
            case 0x0A where afterReturn: break
            case 0x00: text.append(contentsOf: [0xEF, 0xBF, 0xBD])
            default: text.append(byte)
            }
            afterReturn = byte == 0x0D
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func clean(_ text: String) -> String {
        text.utf8.contains { $0 == 0 || $0 == 0x0D } ? repaired(text.utf8) : text
    }

    /// Whether a person sees nothing in it.
    static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
            default: scalar.properties.isWhitespace
            }
        }
    }

    static func shortened(_ text: String, to limit: Int) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
    }
}
