/// The company whose complaints these are, as customers and staff see it.
package struct Organisation: Hashable, Sendable, Codable {
    package var name: String
    /// The accent colour, `#` and six hexadecimal digits.
    package var colour: String
    /// Where customers can reach it, for letters and public pages.
    package var phone: String
    package var email: String
    /// A postal address, lines apart.
    package var address: String

    package init(name: String, colour: String = Organisation.ownColour, phone: String = "", email: String = "", address: String = "") {
        self.name = name
        self.colour = colour
        self.phone = phone
        self.email = email
        self.address = address
    }

    /// Unicode scalars that a line of it may have.
    static let longestLine = 100

    static let longestAddress = 500

    /// Gehoor's own deep blue-green, for those who choose none.
    package static let ownColour = "#0b5c66"

    package static let unnamed = Organisation(name: "Gehoor")
}
