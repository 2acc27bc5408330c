import Mustache
import Synchronization

/// A letter's subject or body: its template, filled so that nothing touches the words that go in.
///
/// The engine sees a mark for each value, the blank lines that left-out sections leave behind are taken away, and only then the values take
/// the place of their marks. What the engine makes of the marks depends on which values there are and on no value, so it is asked once
/// for each such set.
final class LetterText: Sendable {
    /// More sets than letters ever have; a bound all the same.
    private static let mostOutlines = 256

    private let template: MustacheTemplate
    private let outlines = Mutex<[UInt64: LetterOutline]>([:])

    /// Throws what the engine finds wrong with the text.
    ///
    /// Letters are plain text; whatever shows one escapes it there. So the engine must not escape: its own way has a hole.
    init(_ text: String) throws { template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text) }

    func filled(with filling: LetterFilling) -> String { outline(filling.present).filled(with: filling.values) }

    private func outline(_ present: UInt64) -> LetterOutline {
        if let known = outlines.withLock({ $0[present] }) { return known }
        let tags = LetterFilling.tags.enumerated().filter { present & 1 << UInt64($0.offset) != 0 }
        let marks = Dictionary(uniqueKeysWithValues: tags.map { ($0.element.rawValue, LetterOutline.mark($0.offset)) })
        let outline = LetterOutline(rendered: Array(template.render(marks).utf8))
        outlines.withLock { known in
            if known.count == Self.mostOutlines { known = [:] }
            known[present] = outline
        }
        return outline
    }
}

/// What a template leaves for one set of values: words, and between them the places of values.
struct LetterOutline {
    private enum Piece {
        case words([UInt8])
        case value(Int)
    }

    /// Marks come from Unicode's private use area, in which nobody writes: in UTF-8 these two bytes, and the value's place above 0x80.
    private static let markStart: [UInt8] = [0xEE, 0x80]

    private var pieces: [Piece] = []

    static func mark(_ place: Int) -> String { String(decoding: markStart + [0x80 + UInt8(place)], as: UTF8.self) }

    init(rendered text: [UInt8]) {
        let text = Self.tidied(text)
        var words: [UInt8] = []
        var place = 0
        while place < text.count {
            if place + 2 < text.count, text[place] == Self.markStart[0], text[place + 1] == Self.markStart[1] {
                pieces += [.words(words), .value(Int(text[place + 2]) - 0x80)]
                words = []
                place += 3
            } else {
                words.append(text[place])
                place += 1
            }
        }
        pieces.append(.words(words))
    }

    func filled(with values: [[UInt8]]) -> String {
        var text: [UInt8] = []
        for piece in pieces {
            switch piece {
            case .words(let words): text += words
            case .value(let place): if values.indices.contains(place) { text += values[place] }
            }
        }
        return String(decoding: text, as: UTF8.self)
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
