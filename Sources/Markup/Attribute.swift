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

    /// The most bytes that writing it can take.
    var room: Int {
        switch value {
        case .absent: 0
        case .bare: nameRoom
        case .literal(let literal): nameRoom + 3 + literal.utf8CodeUnitCount
        case .text(let text): nameRoom + 3 + text.utf8.count * longestReplacement
        case .several(let attributes): attributes.reduce(0) { $0 + $1.room }
        }
    }

    private var nameRoom: Int { prefix.utf8CodeUnitCount + name.utf8CodeUnitCount }

    /// Writes the attribute with its leading space.
    func write(with pen: inout Pen) {
        switch value {
        case .absent: return
        case .several(let attributes):
            for attribute in attributes { attribute.write(with: &pen) }
            return
        case .bare, .literal, .text:
            pen.write(prefix)
            pen.write(name)
        }
        switch value {
        case .absent, .several, .bare: return
        case .literal(let literal):
            pen.write("=\"")
            pen.write(literal)
            pen.write("\"")
        case .text(let text):
            pen.write("=\"")
            pen.writeEscaped(text)
            pen.write("\"")
        }
    }
}
