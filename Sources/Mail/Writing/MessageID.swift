/// The name of a mail, by which answers and reports refer to it.
package struct MessageID: Hashable, Sendable, CustomStringConvertible {
    /// Without its angle brackets.
    package let text: String

    /// Nil when it is no id that may stand in a header: it needs an `@`, and letters, digits and few other signs.
    package init?(_ text: String) {
        let allowed = Set("!#$%&'*+-/=?^_`{|}~.@:;,[]()".utf8)
        guard text.utf8.contains(UInt8(ascii: "@")), text.utf8.count <= 900 else { return nil }
        guard text.utf8.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) || allowed.contains($0) }) else { return nil }
        self.text = text
    }

    package var description: String { text }
}
