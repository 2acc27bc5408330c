package import Complaints

/// Chooses between the two languages every sentence is written in, side by side where it is used, so that neither can be
/// forgotten: `say("Klacht registreren", "Register a complaint")`.
package struct Wording: Sendable {
    package let language: Language

    package init(_ language: Language) { self.language = language }

    package func callAsFunction(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        language == .dutch ? dutch() : english()
    }

    /// `1 werkdag`, `2 werkdagen`: a count with the right form of its word.
    func count(_ number: Int, _ dutch: (one: String, many: String), _ english: (one: String, many: String)) -> String {
        let words = language == .dutch ? dutch : english
        return "\(number) \(number == 1 ? words.one : words.many)"
    }

    func workingDays(_ number: Int) -> String { count(number, ("werkdag", "werkdagen"), ("working day", "working days")) }

    /// "(optioneel)" behind the label of a field that may stay empty.
    var optional: String { self("(optioneel)", "(optional)") }
}
