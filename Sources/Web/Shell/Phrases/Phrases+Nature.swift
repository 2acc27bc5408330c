import Casework
import Complaints

extension Desk {
    /// A nature in words: what it is about, what went wrong.
    func nature(_ nature: Nature) -> String {
        "\(house.natures.label(.about, nature.about, in: language)): \(house.natures.label(.wrong, nature.wrong, in: language).lowercasedFirst)"
    }
}

extension String {
    /// With a small first letter, to go on in a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
