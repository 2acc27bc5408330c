/// What is wrong with the map of an import, and what can be said instead.
package enum MapMistake: Hashable, Sendable {
    case tooLong
    case notUTF8
    case empty
    /// What the YAML library says is in English.
    case notYAML(line: Int?, problem: String?)
    case doubledName
    case references
    case noSource
    case noFields
    /// Where lines of `name: value` should stand; nil is the map as a whole.
    case noPairs(at: String?)
    case unknownName(String, at: String?, known: [String])
    case noText(at: String)
    case noChoice(String, at: String, choices: [String])
    case unknownZone(String)
    /// Two ways to write dates by which one text would be two dates.
    case clashingDates([String])
    case twoMeanings(of: String, at: String)

    package var english: String {
        switch self {
        case .tooLong: "It is longer than 64 KiB."
        case .notUTF8: "It is not UTF-8."
        case .empty: "It is empty."
        case .notYAML(let line?, let problem?): "It is no YAML: line \(line): \(problem)."
        case .notYAML: "It is no YAML."
        case .references: "It refers to parts of itself (`&` and `*`). Write them out."
        case .doubledName: "A name stands in it twice."
        case .noSource: "It needs `source:`, a word of small letters, digits and dashes, such as `oud-register`."
        case .noFields: "It needs `fields:`, with a column for each field, such as `story: Omschrijving`."
        case .noPairs(let place): "\(place.map { "`\($0)`" } ?? "The map") must hold lines of `name: value`."
        case .unknownName(let name, let place, let known):
            "\(place.map { "`\($0)`" } ?? "The map") knows no “\(name)”. It knows: \(known.joined(separator: ", "))."
        case .noText(let place): "`\(place)` needs a plain text."
        case .noChoice(let text, let place, let choices): "`\(place)` can't be “\(text)”. It can be: \(choices.joined(separator: " "))."
        case .unknownZone(let name): "There is no zone “\(name)”; one is `UTC` or `Europe/Amsterdam`."
        case .clashingDates(let formats): "`dates` can't be both \(formats.joined(separator: " and ")): one text would be two dates."
        case .twoMeanings(let text, let place): "`\(place)` gives “\(text)” two meanings."
        }
    }

    package var dutch: String {
        switch self {
        case .tooLong: "De kaart is langer dan 64 KiB."
        case .notUTF8: "De kaart is geen UTF-8."
        case .empty: "De kaart is leeg."
        case .notYAML(let line?, _): "De kaart is geen YAML: kijk op regel \(line), naar inspringen, dubbele punten en aanhalingstekens."
        case .notYAML: "De kaart is geen YAML."
        case .references: "De kaart verwijst naar delen van zichzelf (`&` en `*`). Schrijf die uit."
        case .doubledName: "Een naam staat er twee keer in."
        case .noSource: "Er ontbreekt `source:`, een woord van kleine letters, cijfers en streepjes, zoals `oud-register`."
        case .noFields: "Er ontbreekt `fields:`, met een kolom voor elk veld, zoals `story: Omschrijving`."
        case .noPairs(let place): "\(place.map { "`\($0)`" } ?? "De kaart") moet uit regels `naam: waarde` bestaan."
        case .unknownName(let name, let place, let known):
            "\(place.map { "`\($0)`" } ?? "De kaart") kent geen “\(name)”. Wel: \(known.joined(separator: ", "))."
        case .noText(let place): "Bij `\(place)` hoort gewone tekst."
        case .noChoice(let text, let place, let choices): "`\(place)` kan geen “\(text)” zijn. Wel: \(choices.joined(separator: " "))."
        case .unknownZone(let name): "Er is geen tijdzone “\(name)”; wel bijvoorbeeld `UTC` of `Europe/Amsterdam`."
        case .clashingDates(let formats):
            "`dates` kan niet \(formats.joined(separator: " en ")) tegelijk zijn: dan is één tekst twee verschillende datums."
        case .twoMeanings(let text, let place): "`\(place)` geeft “\(text)” twee betekenissen."
        }
    }
}
