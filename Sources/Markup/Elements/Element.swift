/// A tag with its attributes and what stands in it.
final class Element: Sendable {
    /// How the tag is written.
    enum Shape: Sendable {
        case ordinary
        /// Its parser drops the first newline of its content (`textarea`, `pre`): we put one there to be dropped.
        case keepingFirstNewline
        /// It has no content and no closing tag.
        case void
    }

    private let name: StaticString
    private let shape: Shape
    private let attributes: [Attribute]
    private let inner: HTML

    init(_ name: StaticString, _ shape: Shape, _ attributes: [Attribute], _ inner: HTML) {
        (self.name, self.shape, self.attributes, self.inner) = (name, shape, attributes, inner)
    }

    func write(with pen: inout Pen) {
        pen.write("<", name)
        for index in attributes.indices { attributes[index].write(with: &pen) }
        pen.write(shape == .keepingFirstNewline ? ">\n" : ">")
        if shape == .void { return }
        inner.write(with: &pen)
        pen.write("</", name, ">")
    }
}

func element(_ name: StaticString, _ attributes: [Attribute], _ content: () -> HTML) -> HTML {
    HTML(Element(name, .ordinary, attributes, content()))
}

func elementKeepingFirstNewline(_ name: StaticString, _ attributes: [Attribute], _ content: () -> HTML) -> HTML {
    HTML(Element(name, .keepingFirstNewline, attributes, content()))
}

func voidElement(_ name: StaticString, _ attributes: [Attribute]) -> HTML { HTML(Element(name, .void, attributes, HTML())) }
