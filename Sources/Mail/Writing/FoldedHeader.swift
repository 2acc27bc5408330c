import Foundation

/// Header values as they stand in a mail: ASCII alone, in lines of at most 76 signs (RFC 5322, 2.1.1), what is foreign in encoded words
/// (RFC 2047) that each hold whole signs.
///
/// GMime encodes well enough but folds some values not at all, and lines of more than 998 bytes are refused on their way.
enum FoldedHeader {
    private static let lineLimit = 76

    /// A text such as a subject, with what stands before and after it in its header.
    static func text(_ text: String, after name: StaticString) -> String {
        folded(words(of: text), beginningAt: name.utf8CodeUnitCount + 2)
    }

    /// A name with its address: `"Jan Jansen" <jan@example.nl>`.
    static func address(_ address: MailAddress, after name: StaticString) -> String {
        let parts = address.name.isEmpty ? [] : phrase(address.name)
        return folded(parts + ["<\(address.address)>"], beginningAt: name.utf8CodeUnitCount + 2)
    }

    /// Written with a space in front and a line end behind, as GMime keeps raw values.
    private static func folded(_ words: [String], beginningAt start: Int) -> String {
        var text = ""
        var column = start - 1
        for word in words {
            let width = word.utf8.count
            let isFirst = text.isEmpty
            text += !isFirst && column + 1 + width > lineLimit ? "\n " : " "
            column = text.hasSuffix("\n ") ? 1 + width : column + 1 + width
            text += word
        }
        return (text.isEmpty ? " " : text) + "\n"
    }

    private static func words(of text: String) -> [String] {
        let plain = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let isPlain = plain.allSatisfy { word in
            !word.isEmpty && word.utf8.count <= 60 && word.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f }
                && !ASCII.contains(Array(word.utf8), "=?")
        }
        return isPlain ? plain : encoded(text)
    }

    /// A name that needs no encoding stands in quotes, whatever is in it.
    private static func phrase(_ name: String) -> [String] {
        guard name.utf8.count <= 60, name.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }), !ASCII.contains(Array(name.utf8), "=?") else {
            return encoded(name)
        }
        let special = Set("\"\\".utf8)
        let quoted = name.utf8.flatMap { special.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] }
        return ["\"" + String(decoding: quoted, as: UTF8.self) + "\""]
    }

    /// At most 42 bytes in a word, which makes 68 signs of it; blanks between such words count for nothing.
    private static func encoded(_ text: String) -> [String] {
        var words: [String] = []
        var piece: [UInt8] = []
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if piece.count + bytes.count > 42 {
                words.append(word(piece))
                piece = []
            }
            piece += bytes
        }
        return words + [word(piece)]
    }

    private static func word(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(Data(bytes).base64EncodedString())?=" }
}
