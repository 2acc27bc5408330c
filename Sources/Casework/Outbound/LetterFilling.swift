import Complaints
import Mustache

/// Fills a template so that nothing touches the words that go in: the engine sees a mark for each value, the blank lines that
/// left-out sections leave behind are taken away, and only then the values take the place of their marks.
struct LetterFilling {
    /// Marks come from Unicode's private use area, in which nobody writes.
    private static let firstMark: UInt32 = 0xE000

    private let marks: [String: String]
    private let values: [String]

    /// A value without anything to read counts as missing.
    init(_ values: [String: String]) {
        let present = values.filter { !$0.value.isBlank }.sorted { $0.key < $1.key }
        self.values = present.map(\.value)
        marks = Dictionary(uniqueKeysWithValues: present.enumerated().map { ($1.key, Self.mark($0)) })
    }

    func text(of template: MustacheTemplate) -> String {
        var text = String.UnicodeScalarView()
        for scalar in Self.tidied(template.render(marks)).unicodeScalars {
            let index = Int(scalar.value) - Int(Self.firstMark)
            if values.indices.contains(index) { text.append(contentsOf: values[index].unicodeScalars) } else { text.append(scalar) }
        }
        return String(text)
    }

    private static func mark(_ index: Int) -> String {
        Unicode.Scalar(firstMark + UInt32(index)).map { String(Character($0)) } ?? ""
    }

    /// At most one blank line in a row, none at either end, no blanks at the end of a line.
    private static func tidied(_ text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = line
            while line.last == " " { line.removeLast() }
            if line.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
