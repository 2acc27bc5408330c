/// Our view of a mail's HTML as plain text: lines, quotations with `>`, links with where they lead.
struct MarkupText {
    private var lines: [(depth: Int, text: String)] = []
    private var line = ""
    private var depth = 0
    private var isBlankWanted = false
    private var literal = 0
    private var stack: [MailMarkup.Piece] = []

    /// - Parameter names: what to write for an attached picture.
    static func text(of markup: MailMarkup, names: [String]) -> String {
        var writer = MarkupText()
        for piece in markup.pieces { writer.take(piece, names: names) }
        writer.endLine()
        return writer.lines.map { line in
            line.depth == 0 ? line.text : String(repeating: ">", count: line.depth) + (line.text.isEmpty ? "" : " " + line.text)
        }.joined(separator: "\n")
    }

    private mutating func take(_ piece: MailMarkup.Piece, names: [String]) {
        switch piece {
        case .text(let text): literal > 0 ? addLiteral(text) : add(text)
        case .lineBreak: breakLine()
        case .rule: paragraph()
        case .picture(let index, let alt): add("[\(names.indices.contains(index) ? names[index] : alt)]")
        case .blockedPicture(let alt): if !alt.isEmpty { add("[\(alt)]") }
        case .open(let tag):
            stack.append(piece)
            begin(tag)
        case .link: stack.append(piece)
        case .close: end(stack.popLast())
        }
    }

    private mutating func begin(_ tag: MailMarkup.Tag) {
        switch tag {
        case .p, .ul, .ol, .table, .heading: paragraph()
        case .div, .tr: endLine()
        case .li:
            endLine()
            line = "* "
        case .td, .th: if !line.isEmpty { line += " | " }
        case .blockquote:
            paragraph()
            depth = min(depth + 1, 40)
        case .pre:
            paragraph()
            literal += 1
        case .code, .strong, .em, .u, .s, .sub, .sup: break
        }
    }

    private mutating func end(_ piece: MailMarkup.Piece?) {
        switch piece {
        case .link(let address):
            let bare = address.utf8.starts(with: "mailto:".utf8) ? String(address.dropFirst(7)) : address
            if !line.utf8.elementsEqual(bare.utf8), !line.hasSuffix(bare) { add(" <\(bare)>") }
        case .open(.blockquote):
            endLine()
            depth -= 1
            isBlankWanted = true
        case .open(.pre):
            literal -= 1
            paragraph()
        case .open(.p), .open(.ul), .open(.ol), .open(.table), .open(.heading): paragraph()
        case .open(.div), .open(.tr), .open(.li): endLine()
        default: break
        }
    }

    /// Spaces and breaks in HTML are one space; the hard space is a space too.
    private mutating func add(_ text: String) {
        for scalar in text.unicodeScalars {
            if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\u{a0}" {
                if !line.isEmpty, line.utf8.last != 0x20 { line += " " }
            } else {
                line.unicodeScalars.append(scalar)
            }
        }
    }

    private mutating func addLiteral(_ text: String) {
        for scalar in text.unicodeScalars {
            if scalar == "\n" { breakLine() } else { line.unicodeScalars.append(scalar) }
        }
    }

    private mutating func breakLine() {
        flushBlank()
        lines.append((depth, trimmedLine()))
        line = ""
    }

    private mutating func endLine() {
        if !trimmedLine().isEmpty { breakLine() } else { line = "" }
    }

    private mutating func paragraph() {
        endLine()
        if !lines.isEmpty { isBlankWanted = true }
    }

    private mutating func flushBlank() {
        if isBlankWanted, let last = lines.last, !last.text.isEmpty { lines.append((min(depth, last.depth), "")) }
        isBlankWanted = false
    }

    private func trimmedLine() -> String {
        var bytes = Array(line.utf8)
        while bytes.last == 0x20 { bytes.removeLast() }
        // The sign before a signature keeps its space.
        return bytes == Array("--".utf8) ? "-- " : String(decoding: bytes, as: UTF8.self)
    }
}
