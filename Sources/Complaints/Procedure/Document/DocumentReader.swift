/// Reads values out of a document and gathers everything that is wrong, so that whoever wrote it hears it at once.
struct DocumentReader {
    private(set) var findings: [ProcedureFinding] = []

    static let longestText = 5_000
    static let mostItems = 100

    mutating func note(_ mistake: ProcedureMistake, at place: String, line: Int) {
        findings.append(ProcedureFinding(mistake, at: place, line: line))
    }

    /// The values of a mapping by their names. Names that are not among `known` are refused, and so is one that stands there twice.
    mutating func fields(
        of node: DocumentNode, at place: String, known: [String]?, required: [String] = []
    ) -> [String: DocumentNode.Entry] {
        guard case .names(let entries, let line) = node else {
            note(.notNames, at: place, line: node.line)
            return [:]
        }
        var found: [String: DocumentNode.Entry] = [:]
        for entry in entries {
            if let known, !known.contains(entry.name) {
                note(.unknownName(entry.name, known: known), at: place, line: entry.line)
            } else if found[entry.name] != nil {
                note(.doubledName(entry.name), at: place, line: entry.line)
            } else {
                found[entry.name] = entry
            }
        }
        for name in required where found[name] == nil { note(.missingName(name), at: place, line: line) }
        return found
    }

    mutating func items(of node: DocumentNode, at place: String) -> [DocumentNode] {
        guard case .list(let items, let line) = node else {
            note(.notList, at: place, line: node.line)
            return []
        }
        if items.count > Self.mostItems { note(.tooMany(limit: Self.mostItems), at: place, line: line) }
        return Array(items.prefix(Self.mostItems))
    }

    mutating func text(_ node: DocumentNode, at place: String) -> String? {
        guard case .text(let text, let line) = node else {
            note(.notText, at: place, line: node.line)
            return nil
        }
        if text.utf8.count > Self.longestText * 4 || text.unicodeScalars.count > Self.longestText {
            note(.tooLong(limit: Self.longestText), at: place, line: line)
            return nil
        }
        return text.trimmed
    }

    /// `{nl: …, en: …}`: neither language may be forgotten.
    mutating func bilingual(_ node: DocumentNode, at place: String) -> Bilingual? {
        let fields = fields(of: node, at: place, known: ["nl", "en"], required: ["nl", "en"])
        func one(_ name: String, _ reader: inout DocumentReader) -> String? {
            guard let entry = fields[name], let text = reader.text(entry.value, at: "\(place): \(name)") else { return nil }
            if text.isEmpty { reader.note(.missingText(name), at: place, line: entry.line) }
            return text.isEmpty ? nil : text
        }
        guard let dutch = one("nl", &self), let english = one("en", &self) else { return nil }
        return Bilingual(dutch, english)
    }

    /// One of the words that a type has.
    mutating func word<Value: RawRepresentable<String> & CaseIterable>(
        _ node: DocumentNode, at place: String, _ type: Value.Type, among allowed: Set<String>? = nil,
        or mistake: (String, [String]) -> ProcedureMistake = { .unknownValue($0, known: $1) }
    ) -> Value? {
        guard let text = text(node, at: place) else { return nil }
        let known = Value.allCases.map(\.rawValue).filter { allowed?.contains($0) ?? true }
        if known.contains(text), let value = Value(rawValue: text) { return value }
        note(mistake(text, known), at: place, line: node.line)
        return nil
    }

    /// Words, as a list or as one alone; `[]` is none.
    mutating func words<Value: RawRepresentable<String> & CaseIterable & Hashable>(
        _ node: DocumentNode, at place: String, _ type: Value.Type, among allowed: Set<String>? = nil,
        or mistake: (String, [String]) -> ProcedureMistake = { .unknownValue($0, known: $1) }
    ) -> [Value] {
        var values: [Value] = []
        for node in list(node, at: place) {
            guard let value = word(node, at: place, type, among: allowed, or: mistake) else { continue }
            if values.contains(value) { note(.doubled(value.rawValue), at: place, line: node.line) } else { values.append(value) }
        }
        return values
    }

    /// The items of a list, or what stands there alone.
    mutating func list(_ node: DocumentNode, at place: String) -> [DocumentNode] {
        if case .text(let text, _) = node { return text.isBlank ? [] : [node] }
        return items(of: node, at: place)
    }

    mutating func day(_ node: DocumentNode, at place: String) -> Day? {
        guard let text = text(node, at: place) else { return nil }
        if let day = Day(iso: text) { return day }
        note(.notADay(text), at: place, line: node.line)
        return nil
    }

    mutating func number(_ node: DocumentNode, at place: String, in allowed: ClosedRange<Int>) -> Int? {
        guard let text = text(node, at: place) else { return nil }
        guard let number = Int(text) else {
            note(.notANumber(text), at: place, line: node.line)
            return nil
        }
        if allowed.contains(number) { return number }
        note(number < allowed.lowerBound ? .notPositive(text) : .termTooLong(text, most: allowed.upperBound), at: place, line: node.line)
        return nil
    }
}
