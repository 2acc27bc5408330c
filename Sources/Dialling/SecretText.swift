/// A password or token on its way to another machine. It prints nothing, so that no log can hold it.
package struct SecretText: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Only for what writes it to the other machine, or stores it.
    package let revealed: String

    package init(_ text: String) { revealed = text }

    package var description: String { "[secret]" }
    package var debugDescription: String { "[secret]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
