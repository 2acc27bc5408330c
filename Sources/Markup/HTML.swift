/// A piece of a page, safe to send: every text in it is escaped when it is written.
///
/// There are three ways to make one: an element function (`p { … }`), a text, or a literal of this program (`HTML(raw:)` takes only a
/// `StaticString`). So nothing that a visitor typed can become markup. A piece is a small tree; only a whole page is written out.
package struct HTML: Sendable {
    private enum Node: Sendable {
        case nothing
        case text(String)
        case literal(StaticString)
        case element(Element)
        case several([HTML])
        case written([UInt8])
    }

    private let node: Node

    /// Nothing at all.
    package init() { node = .nothing }

    /// Text; what means something in HTML is escaped.
    package init(_ text: String) { node = .text(text) }

    /// Markup written in the program itself.
    package init(raw literal: StaticString) { node = .literal(literal) }

    /// The pieces after one another.
    package init(joining pieces: [HTML]) { node = .several(pieces) }

    init(_ element: Element) { node = .element(element) }

    package var isEmpty: Bool {
        switch node {
        case .nothing: true
        case .text(let text): text.isEmpty
        case .literal(let literal): literal.utf8CodeUnitCount == 0
        case .element: false
        case .several(let pieces): pieces.allSatisfy(\.isEmpty)
        case .written(let bytes): bytes.isEmpty
        }
    }

    /// The same piece, written out now and only copied from here on: for what stands on page after page.
    package var writtenOut: HTML { HTML(node: .written(bytes)) }

    private init(node: Node) { self.node = node }

    /// The markup, ready to be sent as `text/html; charset=utf-8`.
    package var bytes: [UInt8] {
        var pen = Pen()
        write(with: &pen)
        return pen.written
    }

    /// The markup as text, for tests and fragments inside JSON.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    func write(with pen: inout Pen) {
        switch node {
        case .nothing: return
        case .text(let text): pen.writeEscaped(text)
        case .literal(let literal): pen.write(literal)
        case .element(let element): element.write(with: &pen)
        case .several(let pieces): for piece in pieces { piece.write(with: &pen) }
        case .written(let bytes): pen.write(bytes)
        }
    }
}

/// Something that has one appearance; it may stand in a builder like an element.
package protocol Component {
    var html: HTML { get }
}
