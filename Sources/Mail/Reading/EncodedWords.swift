import Foundation

/// Encoded words (RFC 2047) that stand beside each other, put together to one.
///
/// Programs break long subjects anywhere, also within a sign of several bytes, so what belongs together must be put together before it is
/// decoded. GMime does so, but ends at the first word of Base64 that is filled up with `=`, and loses all after it.
enum EncodedWords {
    private struct Word {
        let charset: [UInt8]
        let bytes: [UInt8]
        let end: Int
    }

    static func merged(_ value: [UInt8]) -> [UInt8] {
        guard ASCII.contains(value, "=?") else { return value }
        var text: [UInt8] = []
        var index = 0
        var open: (charset: [UInt8], bytes: [UInt8])?
        while index < value.count {
            if let word = word(in: value, at: index) {
                if let before = open, before.charset == word.charset {
                    open = (before.charset, before.bytes + word.bytes)
                } else {
                    if let before = open { text += written(before) + [0x20] }
                    open = (word.charset, word.bytes)
                }
                index = word.end
                // Blanks between two words count for nothing.
                let next = value[index...].firstIndex { !ASCII.isSpace($0) } ?? value.count
                if self.word(in: value, at: next) != nil { index = next }
            } else {
                if let before = open { text += written(before) }
                open = nil
                text.append(value[index])
                index += 1
            }
        }
        if let before = open { text += written(before) }
        return text
    }

    private static func written(_ word: (charset: [UInt8], bytes: [UInt8])) -> [UInt8] {
        Array("=?".utf8) + word.charset + Array("?B?".utf8) + Array(Data(word.bytes).base64EncodedString().utf8) + Array("?=".utf8)
    }

    /// `=?charset?B?…?=` or `=?charset?Q?…?=`; nil for what is none.
    private static func word(in value: [UInt8], at start: Int) -> Word? {
        let mark = UInt8(ascii: "?")
        guard start + 1 < value.count, value[start] == UInt8(ascii: "="), value[start + 1] == mark else { return nil }
        guard let first = value[(start + 2)...].prefix(80).firstIndex(of: mark), first + 2 < value.count, value[first + 2] == mark else {
            return nil
        }
        var end = first + 3
        while end + 1 < value.count, value[end] != mark || value[end + 1] != UInt8(ascii: "=") {
            // A word holds no blanks, though some write them in Q.
            if value[end] == 0x0a || value[end] == 0x0d || end - start > 2_000 { return nil }
            end += 1
        }
        guard end + 1 < value.count else { return nil }
        // A language may stand behind the charset (RFC 2231).
        let charset = ASCII.lowercased(value[(start + 2)..<first].prefix { $0 != UInt8(ascii: "*") })
        guard !charset.isEmpty, charset.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != mark && $0 != UInt8(ascii: "=") }) else { return nil }
        let content = value[(first + 3)..<end]
        switch value[first + 1] {
        case UInt8(ascii: "B"), UInt8(ascii: "b"): return Word(charset: charset, bytes: base64(content), end: end + 2)
        case UInt8(ascii: "Q"), UInt8(ascii: "q"): return Word(charset: charset, bytes: quoted(content), end: end + 2)
        default: return nil
        }
    }

    /// Forgiving: what is no sign of Base64 counts for nothing, and bits left over neither.
    private static func base64(_ content: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var held: UInt32 = 0
        var bits: UInt32 = 0
        for sign in content {
            let value: UInt32
            switch sign {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(sign - 65)
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(sign - 71)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(sign + 4)
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            case UInt8(ascii: "="):
                bits = 0
                continue
            default: continue
            }
            held = held << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: held >> bits))
            }
        }
        return bytes
    }

    private static func quoted(_ content: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var index = content.startIndex
        while index < content.endIndex {
            let sign = content[index]
            if sign == UInt8(ascii: "="), index + 2 < content.endIndex, let high = hex(content[index + 1]),
                let low = hex(content[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
                continue
            }
            bytes.append(sign == UInt8(ascii: "_") ? 0x20 : sign)
            index += 1
        }
        return bytes
    }

    private static func hex(_ sign: UInt8) -> UInt8? {
        switch sign {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): sign - 48
        case UInt8(ascii: "A")...UInt8(ascii: "F"): sign - 55
        case UInt8(ascii: "a")...UInt8(ascii: "f"): sign - 87
        default: nil
        }
    }
}
