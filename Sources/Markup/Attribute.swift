/// One attribute of an element. Its name is always a literal of the program, its value is escaped when it is written.
///
/// There is no `style` and there are no `on…` attributes: the site's content policy forbids both.
package struct Attribute: Sendable {
    /// What stands in front of the name.
    enum Prefix: Sendable { case none, aria, data }

    private enum Value: Sendable {
        case absent, bare
        case text(String)
        case literal(StaticString)
        case several([Attribute])
    }

    private let value: Value
    private let name: StaticString
    private let prefix: Prefix

    /// No attribute: writes nothing.
    package static let absent = Attribute(value: .absent)

    private init(value: Value) { (prefix, name, self.value) = (.none, "", value) }

    init(_ name: StaticString, _ text: String?, _ prefix: Prefix = .none) {
        (self.prefix, self.name) = (prefix, name)
        value = text.map(Value.text) ?? .absent
    }

    init(_ name: StaticString, literal: StaticString) { (prefix, self.name, value) = (.none, name, .literal(literal)) }

    init(_ name: StaticString, present: Bool) { (prefix, self.name, value) = (.none, name, present ? .bare : .absent) }

    /// The attribute when the condition holds, otherwise none.
    package static func when(_ condition: Bool, _ attribute: @autoclosure () -> Attribute) -> Attribute {
        condition ? attribute() : .absent
    }

    /// Several attributes in the place of one.
    package static func several(_ attributes: [Attribute]) -> Attribute { Attribute(value: .several(attributes)) }

    /// Writes the attribute with its leading space.
    func write(with pen: inout Pen) {
        switch value {
        case .absent: return
        case .several(let attributes): for index in attributes.indices { attributes[index].write(with: &pen) }
        case .bare: writeName(with: &pen)
        case .literal(let literal):
            writeName(with: &pen)
            pen.write("=\"", literal, "\"")
        case .text(let text):
            writeName(with: &pen)
            pen.write("=\"")
            pen.writeEscaped(text)
            pen.write("\"")
        }
    }

    private func writeName(with pen: inout Pen) {
        switch prefix {
        case .none: pen.write(" ", name)
        case .aria: pen.write(" aria-", name)
        case .data: pen.write(" data-", name)
        }
    }
}
