/// One attribute of an element. Its name is always a literal of the program, its value is escaped when it is written.
///
/// There is no `style` and there are no `on…` attributes: the site's content policy forbids both.
package struct Attribute: Sendable {
    private let prefix: StaticString
    private let name: StaticString
    private let value: Value

    private enum Value: Sendable {
        case absent, bare
        case text(String)
        case literal(StaticString)
        case several([Attribute])
    }

    /// No attribute: writes nothing.
    package static let absent = Attribute(value: .absent)

    private init(value: Value) { (prefix, name, self.value) = (" ", "", value) }

    init(_ name: StaticString, _ text: String?, prefix: StaticString = " ") {
        (self.prefix, self.name) = (prefix, name)
        value = text.map(Value.text) ?? .absent
    }

    init(_ name: StaticString, literal: StaticString) { (prefix, self.name, value) = (" ", name, .literal(literal)) }

    init(_ name: StaticString, present: Bool) { (prefix, self.name, value) = (" ", name, present ? .bare : .absent) }

    /// The attribute when the condition holds, otherwise none.
    package static func when(_ condition: Bool, _ attribute: @autoclosure () -> Attribute) -> Attribute {
        condition ? attribute() : .absent
    }

    /// Several attributes in the place of one.
    package static func several(_ attributes: [Attribute]) -> Attribute { Attribute(value: .several(attributes)) }

    /// Writes the attribute with its leading space.
    func write(into bytes: inout [UInt8]) {
        switch value {
        case .absent: return
        case .several(let attributes):
            for attribute in attributes { attribute.write(into: &bytes) }
        case .bare: writeName(into: &bytes)
        case .literal(let literal):
            writeName(into: &bytes)
            bytes.append("=\"")
            bytes.append(literal)
            bytes.append("\"")
        case .text(let text):
            writeName(into: &bytes)
            bytes.append("=\"")
            bytes.appendEscaped(text)
            bytes.append("\"")
        }
    }

    private func writeName(into bytes: inout [UInt8]) {
        bytes.append(prefix)
        bytes.append(name)
    }
}
