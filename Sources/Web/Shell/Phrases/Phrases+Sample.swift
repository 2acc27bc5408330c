import Casework

extension Wording {
    /// What the pages of a house with invented complaints say; nil in any other.
    func sample(_ house: House) -> SampleBanner? {
        guard house.isSample else { return nil }
        return SampleBanner(
            words: self(
                "Voorbeeldgegevens: dit huis is gevuld met verzonnen klachten.",
                "Sample data: this house is filled with invented complaints."))
    }
}
