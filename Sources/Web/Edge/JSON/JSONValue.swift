/// A JSON text as values. Numbers keep the digits they came with: an amount must not pass through binary fractions.
package indirect enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// A member of an object, in the order of the text; names within an object differ.
    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: JSONValue
    }

    /// How a person calls this kind of value.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a truth value"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
