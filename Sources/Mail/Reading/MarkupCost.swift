/// Looks at HTML by the byte before it is parsed: what would make a parser walk up and down for minutes is not given to it.
enum MarkupCost {
    private static let depthLimit = 400
    private static let attributeLimit = 600

    /// Too many elements open at once, or one with too many attributes. It errs on the side of caution with end tags: only those count that
    /// have a beginning.
    static func isTooHigh(_ bytes: [UInt8]) -> Bool {
        var open: [[UInt8]: Int] = [:]
        var depth = 0
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            let isEnd = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
            let nameStart = start + (isEnd ? 2 : 1)
            guard nameStart < bytes.count, ASCII.isLetter(bytes[nameStart]) else {
                index = start + 1
                continue
            }
            let name = ASCII.lowercased(bytes[nameStart...].prefix(16).prefix { ASCII.isLetter($0) || ASCII.isDigit($0) })
            let tag = tagEnd(bytes, from: nameStart)
            if tag.attributes > attributeLimit { return true }
            index = tag.end
            if isEnd {
                if let count = open[name], count > 0 { (open[name], depth) = (count - 1, depth - 1) }
            } else if !closesItself(name) {
                open[name, default: 0] += 1
                depth += 1
                if depth > depthLimit { return true }
            }
        }
        return false
    }

    /// The text between tags, when a parser is too dear.
    static func stripped(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count,
                ASCII.isLetter(bytes[index + 1]) || [33, 47, 63].contains(bytes[index + 1])
            {
                index = tagEnd(bytes, from: index + 1).end
                if text.last != 0x0a { text.append(0x0a) }
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Where the tag ends, and about how many attributes it has: what stands in quotes behind an equals sign is one value.
    private static func tagEnd(_ bytes: [UInt8], from start: Int) -> (end: Int, attributes: Int) {
        var index = start
        var attributes = 0
        var isAfterEquals = false
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: ">"): return (index, attributes)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                attributes += 1
                if isAfterEquals, let close = bytes[index...].firstIndex(of: byte) { index = close + 1 }
                isAfterEquals = false
            case UInt8(ascii: "="): isAfterEquals = true
            case _ where ASCII.isSpace(byte): if !isAfterEquals { attributes += 1 }
            case UInt8(ascii: "/"): if !isAfterEquals { attributes += 1 }
            default: isAfterEquals = false
            }
        }
        return (bytes.count, attributes)
    }

    /// Elements that have no end, or that the next of their kind ends.
    private static func closesItself(_ name: [UInt8]) -> Bool {
        let names: [StaticString] = [
            "br", "img", "hr", "meta", "input", "link", "col", "area", "base", "wbr", "p", "li", "td", "th", "tr", "dd", "dt", "option",
            "source", "track", "param", "tbody", "thead", "html", "body", "head",
        ]
        return names.contains { ASCII.equal(name, $0) }
    }
}
