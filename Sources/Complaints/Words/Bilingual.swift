/// A text for customers or staff in the two languages that Gehoor speaks.
package struct Bilingual: Hashable, Sendable {
    package var dutch: String
    package var english: String

    package init(_ dutch: String, _ english: String) { (self.dutch, self.english) = (dutch, english) }

    package func text(in language: Language) -> String { language == .dutch ? dutch : english }
}
