/// One answer of an IMAP server, cut into what it is made of.
struct IMAPResponse {
    enum Token: Equatable {
        case atom([UInt8])
        /// A quoted string, or a literal with any bytes in it.
        case string([UInt8])
        case open, close
    }

    private(set) var tokens: [Token] = []
    /// The line as it stands, as far as no literals are in it.
    private(set) var line: [UInt8] = []

    /// Takes a part of the answer that holds no literal.
    mutating func add(line part: [UInt8]) {
        line += part
        var index = 0
        while index < part.count {
            switch part[index] {
            case 0x20: index += 1
            case UInt8(ascii: "("):
                tokens.append(.open)
                index += 1
            case UInt8(ascii: ")"):
                tokens.append(.close)
                index += 1
            case UInt8(ascii: "\""): index = addQuoted(part, from: index + 1)
            default:
                let end = part[index...].firstIndex { $0 == 0x20 || $0 == 40 || $0 == 41 } ?? part.count
                tokens.append(.atom(Array(part[index..<end])))
                index = end
            }
        }
    }

    mutating func add(literal: [UInt8]) { tokens.append(.string(literal)) }

    private mutating func addQuoted(_ part: [UInt8], from start: Int) -> Int {
        var string: [UInt8] = []
        var index = start
        while index < part.count, part[index] != UInt8(ascii: "\"") {
            if part[index] == UInt8(ascii: "\\"), index + 1 < part.count { index += 1 }
            string.append(part[index])
            index += 1
        }
        tokens.append(.string(string))
        return index + 1
    }

    func atom(at index: Int) -> [UInt8]? {
        guard tokens.indices.contains(index), case .atom(let bytes) = tokens[index] else { return nil }
        return bytes
    }

    func isAtom(_ text: StaticString, at index: Int) -> Bool { atom(at: index).map { ASCII.equal($0, text) } ?? false }

    /// What follows a name: `UID 12`.
    func number(after name: StaticString) -> UInt32? {
        guard let index = tokens.indices.first(where: { isAtom(name, at: $0) }) else { return nil }
        return Self.number(atom(at: index + 1))
    }

    func string(after name: StaticString) -> [UInt8]? {
        guard let index = tokens.indices.first(where: { isAtom(name, at: $0) }), tokens.indices.contains(index + 1) else { return nil }
        if case .string(let bytes) = tokens[index + 1] { return bytes }
        return nil
    }

    /// Digits only; a closing bracket behind them is let go.
    static func number(_ bytes: [UInt8]?) -> UInt32? {
        guard var bytes else { return nil }
        if bytes.last == UInt8(ascii: "]") { bytes.removeLast() }
        guard !bytes.isEmpty, bytes.allSatisfy(ASCII.isDigit) else { return nil }
        return UInt32(String(decoding: bytes, as: UTF8.self))
    }
}
