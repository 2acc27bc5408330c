import Casework
package import Complaints
import Records

/// A day in a test: `"2026-11-24"`. A slip of the pen ends the test run.
extension Day: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) {
        guard let day = Day(iso: text) else { preconditionFailure("\(text) is not a day") }
        self = day
    }
}

extension CivilTime {
    /// The instant at which the clock of an office in Amsterdam shows this.
    package var instant: Instant { OfficeZone.amsterdam.instant(of: self) }
    package var moment: Moment { OfficeZone.amsterdam.moment(of: self) }
}

extension Facts {
    /// An office in Amsterdam that has set nothing, with everybody of `House`.
    package static let sample = Facts(
        calendar: .standard(zone: .amsterdam),
        colleagues: Dictionary(uniqueKeysWithValues: SampleStaff.all.map { ($0.id, $0.colleague) }))
}

extension RegistrationInput {
    /// Mevrouw De Vries, by phone and by e-mail, about a mail server.
    package static func sample(_ change: (inout RegistrationInput) -> Void = { _ in }) -> RegistrationInput {
        var input = RegistrationInput()
        input.channel = "phone"
        input.story = "De mailserver ligt sinds maandag steeds een uur stil."
        input.customer = PersonInput(name: "Anna de Vries", email: "anna@voorbeeld.invalid", phone: "06 12345678")
        change(&input)
        return input
    }
}

extension ResolutionInput {
    package static func sample(_ finding: String = "upheld", answer: String? = nil) -> ResolutionInput {
        var input = ResolutionInput()
        input.finding = finding
        input.answer = answer
        return input
    }
}
