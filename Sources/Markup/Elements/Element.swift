/// An element with content: one buffer, sized once.
func element(_ name: StaticString, _ attributes: [Attribute], _ content: () -> HTML) -> HTML {
    write(name, attributes, opening: ">", content())
}

/// An element whose parser drops the first newline of its content (`textarea`, `pre`): we put one there to be dropped.
func elementKeepingFirstNewline(_ name: StaticString, _ attributes: [Attribute], _ content: () -> HTML) -> HTML {
    write(name, attributes, opening: ">\n", content())
}

/// An element that has no content and no closing tag.
func voidElement(_ name: StaticString, _ attributes: [Attribute]) -> HTML {
    let room = name.utf8CodeUnitCount + 2 + room(for: attributes)
    return HTML(
        bytes: Pen.write(room: room) { pen in
            writeOpening(name, attributes, with: &pen)
            pen.write(">")
        })
}

private func write(_ name: StaticString, _ attributes: [Attribute], opening: StaticString, _ inner: HTML) -> HTML {
    let room = inner.bytes.count + 2 * name.utf8CodeUnitCount + 6 + room(for: attributes)
    return HTML(
        bytes: Pen.write(room: room) { pen in
            writeOpening(name, attributes, with: &pen)
            pen.write(opening)
            pen.write(inner.bytes)
            pen.write("</")
            pen.write(name)
            pen.write(">")
        })
}

private func writeOpening(_ name: StaticString, _ attributes: [Attribute], with pen: inout Pen) {
    pen.write("<")
    pen.write(name)
    for attribute in attributes { attribute.write(with: &pen) }
}

private func room(for attributes: [Attribute]) -> Int {
    var room = 0
    for attribute in attributes { room += attribute.room }
    return room
}
