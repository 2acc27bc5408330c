/// Tells the sender's own words from what is quoted and from signatures, in Dutch and in English.
struct PassageFinding {
    private let lines: [[UInt8]]
    private var kinds: [Passage.Kind]

    static func passages(in text: String) -> [Passage] {
        guard !text.isEmpty else { return [] }
        var finding = PassageFinding(text)
        finding.find()
        return finding.joined()
    }

    /// Lines keep their break, so that together they are the text.
    private init(_ text: String) {
        var lines: [[UInt8]] = []
        var rest = Array(text.utf8)[...]
        while let newline = rest.firstIndex(of: 0x0a) {
            lines.append(Array(rest[...newline]))
            rest = rest[(newline + 1)...]
        }
        if !rest.isEmpty { lines.append(Array(rest)) }
        self.lines = lines
        kinds = Array(repeating: .own, count: lines.count)
    }

    private mutating func find() {
        var index = 0
        var kind = Passage.Kind.own
        while index < lines.count {
            if QuoteSign.beginsEarlierMail(lines, at: index) {
                markRest(from: index)
                return
            }
            let introduced = QuoteSign.attributionLength(lines, at: index)
            if introduced > 0 {
                guard nextIsQuoted(after: index + introduced) else {
                    markRest(from: index)
                    return
                }
                for _ in 0..<introduced { mark(&index, .quoted) }
                kind = .own
            } else if QuoteSign.isQuoted(lines[index]) {
                mark(&index, .quoted)
                kind = .own
            } else {
                if QuoteSign.isSignature(lines[index]) { kind = .signature }
                mark(&index, kind)
            }
        }
    }

    private mutating func mark(_ index: inout Int, _ kind: Passage.Kind) {
        kinds[index] = kind
        index += 1
    }

    /// All that follows is an earlier mail: passed on, when nothing of the sender's own came before it.
    private mutating func markRest(from index: Int) {
        let isAlone = !zip(lines, kinds).prefix(index).contains { $1 == .own && !ASCII.trimmed($0).isEmpty }
        for later in index..<lines.count { kinds[later] = isAlone ? .forwarded : .quoted }
    }

    private func nextIsQuoted(after index: Int) -> Bool {
        guard let next = lines[min(index, lines.count)...].first(where: { !ASCII.trimmed($0).isEmpty }) else { return true }
        return QuoteSign.isQuoted(next)
    }

    /// Blank lines between go with what comes before them.
    private func joined() -> [Passage] {
        var runs: [(kind: Passage.Kind, bytes: [UInt8])] = []
        for (line, kind) in zip(lines, kinds) {
            if let last = runs.last, last.kind == kind || (kind == .own && ASCII.trimmed(line).isEmpty) {
                runs[runs.count - 1].bytes += line
            } else {
                runs.append((kind, line))
            }
        }
        return runs.map { Passage(kind: $0.kind, text: String(decoding: $0.bytes, as: UTF8.self)) }
    }
}
