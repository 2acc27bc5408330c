/// A piece of a page, already safe to send: bytes of UTF-8 in which every text was escaped on its way in.
///
/// There are three ways to make one: an element function (`p { … }`), a text (escaped), or a literal of this program
/// (`HTML(raw:)` takes only a `StaticString`). So nothing that a visitor typed can become markup.
package struct HTML: Sendable {
    /// The markup, ready to be sent as `text/html; charset=utf-8`.
    package private(set) var bytes: [UInt8]

    /// Nothing at all.
    package init() { bytes = [] }

    /// Text; what means something in HTML is escaped.
    package init(_ text: String) { bytes = escaped(text) }

    /// Markup written in the program itself.
    package init(raw literal: StaticString) {
        bytes = Pen.write(room: literal.utf8CodeUnitCount) { $0.write(literal) }
    }

    init(bytes: consuming [UInt8]) { self.bytes = bytes }

    /// The pieces after one another.
    package init(joining pieces: [HTML]) {
        var room = 0
        for piece in pieces { room += piece.bytes.count }
        bytes = Pen.write(room: room) { pen in
            for piece in pieces { pen.write(piece.bytes) }
        }
    }

    /// Puts another piece behind this one.
    package mutating func append(_ other: HTML) { bytes.append(contentsOf: other.bytes) }

    package var isEmpty: Bool { bytes.isEmpty }

    /// The markup as text, for tests and fragments inside JSON.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Something that has one appearance; it may stand in a builder like an element.
package protocol Component {
    var html: HTML { get }
}
