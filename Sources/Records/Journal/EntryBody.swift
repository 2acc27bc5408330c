/// What an entry of the journal says, as lines of `key value`: only codes, keys, numbers and digests, never a sentence.
/// The text is at once what is stored, what is hashed and what is read: there is no second form that could differ.
package struct EntryBody: Hashable, Sendable {
    /// Values are printable ASCII; blanks part the words of a list.
    package private(set) var text: String

    package init() { text = "" }
    /// A body as it stands in the journal.
    package init(stored text: String) { self.text = text }

    package mutating func add(_ key: StaticString, _ value: String) {
        precondition(value.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "an entry holds no free text")
        text += "\(key) \(value)\n"
    }

    package mutating func add(_ key: StaticString, _ value: String?) {
        if let value { add(key, value as String) }
    }

    mutating func add(_ key: StaticString, _ value: Int64?) { add(key, value.map { String($0) }) }

    /// Adds a line whose key is known only at run time: a passage's slot and digest.
    mutating func addDigest(_ hex: String, of slot: String) { text += "\(slot) \(hex)\n" }

    /// The lines, in order.
    package var lines: [(key: Substring, value: Substring)] {
        text.utf8.split(separator: UInt8(ascii: "\n")).map { line in
            guard let blank = line.firstIndex(of: UInt8(ascii: " ")) else { return (Substring(line), "") }
            return (Substring(line[..<blank]), Substring(line[line.index(after: blank)...]))
        }
    }
}

/// Reads an entry's lines back into values. A line that isn't there is nil; a value that can't be read is a fault.
struct EntryReader {
    private let lines: [(key: Substring, value: Substring)]
    private let passages: [String: String]
    let name: String

    init(name: String, body: String, passages: [String: String]) {
        self.name = name
        lines = EntryBody(stored: body).lines
        self.passages = passages
    }

    func optional(_ key: String) -> String? { lines.first { $0.key == key }.map { String($0.value) } }
    func all(_ key: String) -> [String] { lines.filter { $0.key == key }.map { String($0.value) } }

    func required(_ key: String) throws(UnreadableEntry) -> String {
        guard let value = optional(key) else { throw UnreadableEntry(name: name, key: key) }
        return value
    }

    func value<Value>(_ key: String, _ reading: (String) -> Value?) throws(UnreadableEntry) -> Value {
        guard let value = reading(try required(key)) else { throw UnreadableEntry(name: name, key: key) }
        return value
    }

    func optionalValue<Value>(_ key: String, _ reading: (String) -> Value?) throws(UnreadableEntry) -> Value? {
        guard let text = optional(key) else { return nil }
        guard let value = reading(text) else { throw UnreadableEntry(name: name, key: key) }
        return value
    }

    /// The words of a slot: nil when the entry has no such slot.
    func optionalText(_ slot: String) -> (isThere: Bool, text: String?) {
        optional(slot) == nil ? (false, nil) : (true, passages[slot])
    }
}

/// An entry that this version of the program can't read.
package struct UnreadableEntry: Error, Hashable, Sendable {
    package let name: String
    package let key: String
}
