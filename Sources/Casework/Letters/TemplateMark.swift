import Complaints

/// One mark between double braces in a letter's text, and the line on which it stands, counted from 1.
struct TemplateMark: Hashable {
    enum Role: Hashable {
        /// `{{number}}`: its value.
        case value
        /// `{{#phone}}`: what follows is there only when it has a value.
        case section
        /// `{{^phone}}`: what follows is there only when it has none.
        case absence
        /// `{{/phone}}`
        case end
    }

    let role: Role
    let name: String
    let line: Int

    /// All marks of a text in order. The engine knows more than these four, and reads what it does not know as nothing: what is none of
    /// the four is refused.
    static func all(in text: String) throws(LetterFlaw) -> [TemplateMark] {
        let bytes = Array(text.utf8)
        var marks: [TemplateMark] = []
        var index = 0
        var line = 1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\n") { line += 1 }
            guard bytes[index...].starts(with: [UInt8(ascii: "{"), UInt8(ascii: "{")]) else {
                index += 1
                continue
            }
            let rest = bytes[(index + 2)...].prefix { $0 != UInt8(ascii: "\n") }
            guard let end = rest.indices.first(where: { rest[$0...].starts(with: [UInt8(ascii: "}"), UInt8(ascii: "}")]) }) else {
                throw .unclosedTag(line: line)
            }
            marks.append(try mark(String(decoding: rest[..<end], as: UTF8.self).trimmed, line))
            index = end + 2
        }
        return marks
    }

    /// What letters can name, written behind a single brace, and the lines on which that stands.
    static func namesInOneBrace(in text: String) -> [(tag: LetterTag, line: Int)] {
        let brace = UInt8(ascii: "{")
        var line = 1
        var before: UInt8?
        var found: [(tag: LetterTag, line: Int)] = []
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\n") { line += 1 }
            if byte == brace, before != brace {
                let word = bytes[(index + 1)...].drop { $0 == UInt8(ascii: " ") }.prefix {
                    (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-")
                }
                if let tag = LetterTag(rawValue: String(decoding: word, as: UTF8.self)) { found.append((tag, line)) }
            }
            before = byte
        }
        return found
    }

    private static func mark(_ inside: String, _ line: Int) throws(LetterFlaw) -> TemplateMark {
        let role: Role =
            switch inside.utf8.first {
            case UInt8(ascii: "#"): .section
            case UInt8(ascii: "^"): .absence
            case UInt8(ascii: "/"): .end
            default: .value
            }
        let name = role == .value ? inside : String(inside.dropFirst()).trimmed
        let isName = !name.isEmpty && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
        guard isName else { throw .unreadableTag(inside, line: line) }
        return TemplateMark(role: role, name: name, line: line)
    }
}
