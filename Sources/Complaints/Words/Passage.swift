/// A text that somebody wrote and that can be erased: the journal holds only a digest of it, the words themselves stand
/// outside. `text` is nil once it has been erased.
package struct Passage: Hashable, Sendable {
    package let text: String?

    package init(_ text: String) { self.text = text }
    private init(erased: Void) { self.text = nil }

    package static let erased = Passage(erased: ())
}
