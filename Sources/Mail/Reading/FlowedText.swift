/// Text whose lines were broken by the sender's program (RFC 3676), put together again.
enum FlowedText {
    /// - Parameter deletesSpace: whether the space at the end of a broken line is none of the text (`DelSp=yes`).
    static func unfold(_ text: String, deletesSpace: Bool) -> String {
        var lines: [(depth: Int, text: [UInt8])] = []
        var isOpen = false
        for line in text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false) {
            let depth = line.prefix { $0 == UInt8(ascii: ">") }.count
            var content = Array(line.dropFirst(depth))
            if content.first == 0x20 { content.removeFirst() }
            let isSignature = content == Array("-- ".utf8)
            if isOpen, !isSignature, let last = lines.last, last.depth == depth {
                lines[lines.count - 1].text += content
            } else {
                lines.append((depth, content))
            }
            isOpen = content.last == 0x20 && !isSignature
            if isOpen, deletesSpace { lines[lines.count - 1].text.removeLast() }
        }
        let joined = lines.map { line -> [UInt8] in
            guard line.depth > 0 else { return line.text }
            return [UInt8](repeating: UInt8(ascii: ">"), count: line.depth) + [0x20] + line.text
        }
        return String(decoding: Array(joined.joined(separator: [0x0a])), as: UTF8.self)
    }
}
