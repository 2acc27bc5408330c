/// Text for a header: one line without control signs, whatever it was made of. Nothing else can be written into one.
package struct HeaderText: Hashable, Sendable, ExpressibleByStringLiteral {
    package let text: String

    package init(_ text: String) { self.text = CleanText.line(text, limit: 500) }

    package init(stringLiteral text: String) { self.init(text) }
}
