/// An element with content: one buffer, sized once.
func element(_ name: StaticString, _ attributes: [Attribute], _ content: () -> HTML) -> HTML {
    write(name, attributes, opening: "", content())
}

/// An element whose parser drops the first newline of its content (`textarea`, `pre`): we put one there to be dropped.
func elementKeepingFirstNewline(_ name: StaticString, _ attributes: [Attribute], _ content: () -> HTML) -> HTML {
    write(name, attributes, opening: "\n", content())
}

/// An element that has no content and no closing tag.
func voidElement(_ name: StaticString, _ attributes: [Attribute]) -> HTML {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(96)
    writeOpening(name, attributes, into: &bytes)
    return HTML(bytes: bytes)
}

private func write(_ name: StaticString, _ attributes: [Attribute], opening: StaticString, _ inner: HTML) -> HTML {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(inner.bytes.count + 2 * name.utf8CodeUnitCount + 8 + 40 * attributes.count)
    writeOpening(name, attributes, into: &bytes)
    bytes.append(opening)
    bytes.append(contentsOf: inner.bytes)
    bytes.append("</")
    bytes.append(name)
    bytes.append(">")
    return HTML(bytes: bytes)
}

private func writeOpening(_ name: StaticString, _ attributes: [Attribute], into bytes: inout [UInt8]) {
    bytes.append("<")
    bytes.append(name)
    for attribute in attributes { attribute.write(into: &bytes) }
    bytes.append(">")
}
