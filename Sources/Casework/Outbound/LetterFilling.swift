import Complaints
import Mustache

/// Fills a template so that nothing touches the words that go in: the engine sees a mark for each value, the blank lines that
/// left-out sections leave behind are taken away, and only then the values take the place of their marks.
struct LetterFilling {
    /// Marks come from Unicode's private use area, in which nobody writes: in UTF-8 these two bytes, and the value's number above 0x80.
    private static let markStart: [UInt8] = [0xEE, 0x80]

    private let marks: [String: String]
    private let values: [[UInt8]]

    /// A value without anything to read counts as missing. At most 64 values.
    init(_ values: [String: String]) {
        let present = values.filter { !$0.value.isBlank }.sorted { $0.key < $1.key }
        self.values = present.map { Array($0.value.utf8) }
        marks = Dictionary(uniqueKeysWithValues: present.enumerated().map { ($1.key, Self.mark($0)) })
    }

    func text(of template: MustacheTemplate) -> String {
        var text: [UInt8] = []
        var rest = Self.tidied(Array(template.render(marks).utf8))[...]
        while let byte = rest.first {
            if let value = value(markedAtStartOf: rest) {
                text += value
                rest = rest.dropFirst(3)
            } else {
                text.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func value(markedAtStartOf bytes: ArraySlice<UInt8>) -> [UInt8]? {
        guard bytes.first == Self.markStart[0], bytes.starts(with: Self.markStart), let last = bytes.dropFirst(2).first else { return nil }
        let index = Int(last) - 0x80
        return values.indices.contains(index) ? values[index] : nil
    }

    private static func mark(_ index: Int) -> String {
        String(decoding: markStart + [0x80 + UInt8(index)], as: UTF8.self)
    }

    /// At most one blank line in a row, none at either end, no blanks at the end of a line.
    private static func tidied(_ text: [UInt8]) -> [UInt8] {
        var lines: [ArraySlice<UInt8>] = []
        for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            var line = line
            while line.last == UInt8(ascii: " ") { line.removeLast() }
            if line.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }
}
