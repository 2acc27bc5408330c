/// The header lines of a mail, cut by the byte, within bounds.
struct HeaderBlock {
    struct Line {
        /// As it stands.
        let name: [UInt8]
        /// Unfolded, without the spaces around it.
        let value: [UInt8]
    }

    private(set) var lines: [Line] = []
    private(set) var remarks: Set<ReadingRemark> = []
    /// Where the body begins.
    private(set) var end = 0

    init(_ bytes: [UInt8], bounds: ReadingBounds) {
        // Pipes and mailboxes put a line of their own in front.
        if ASCII.begins(bytes.prefix(5), with: "From ") || ASCII.begins(bytes.prefix(6), with: ">From ") { end = Self.lineEnd(bytes, 0) }
        while end < bytes.count {
            let start = end
            var next = Self.lineEnd(bytes, start)
            let first = Self.withoutBreak(bytes[start..<next])
            if first.isEmpty {
                end = next
                return
            }
            // A line that is no header: the body begins without an empty line.
            guard let colon = first.firstIndex(of: UInt8(ascii: ":")), Self.isName(first[..<colon]) else { return }
            while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next = Self.lineEnd(bytes, next) }
            add(name: Array(ASCII.trimmed(first[..<colon])), value: bytes[(colon + 1)..<next], bounds: bounds)
            end = next
        }
    }

    /// The values of a header, in their order.
    func values(_ name: StaticString) -> [[UInt8]] { lines.filter { ASCII.equal($0.name, name) }.map(\.value) }

    func first(_ name: StaticString) -> [UInt8]? { lines.first { ASCII.equal($0.name, name) }?.value }

    private mutating func add(name: [UInt8], value: ArraySlice<UInt8>, bounds: ReadingBounds) {
        guard lines.count < bounds.headers else {
            remarks.insert(.tooManyHeaders)
            return
        }
        if value.count > bounds.headerBytes { remarks.insert(.headerTooLong) }
        let kept = value.prefix(bounds.headerBytes).filter { $0 != 0x0d && $0 != 0x0a && $0 != 0 }
        lines.append(Line(name: Array(name.prefix(100)), value: ASCII.trimmed(kept)))
    }

    private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int {
        guard let newline = bytes[start...].firstIndex(of: 0x0a) else { return bytes.count }
        return newline + 1
    }

    private static func withoutBreak(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line
        if line.last == 0x0a { line = line.dropLast() }
        if line.last == 0x0d { line = line.dropLast() }
        return line
    }

    /// Visible ASCII; blanks before the colon are an old mistake that is let pass.
    private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
        let trimmed = ASCII.trimmed(name)
        return !trimmed.isEmpty && name.first != 0x20 && name.first != 0x09 && trimmed.allSatisfy { (33...126).contains($0) }
    }
}
