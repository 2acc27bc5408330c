import Complaints

/// What an administrator fills in about the organisation, as it was typed.
package struct OrganisationInput: Hashable, Sendable {
    package var name, colour, phone, email, address: String

    package init(name: String, colour: String, phone: String, email: String, address: String) {
        (self.name, self.colour, self.phone, self.email, self.address) = (name, colour, phone, email, address)
    }

    /// Throws `SettingsRefusal.invalid` with every field that is wrong, by its own name.
    package func checked() throws(SettingsRefusal) -> Organisation {
        var check = FieldCheck()
        let name = check.line(name, at: "name", limit: Organisation.longestLine, required: true)
        let colour = check.value(colour, at: "colour", required: true, reading: Self.colour)
        let phone = check.value(phone, at: "phone") { try? PhoneNumber(parsing: $0).display }
        let email = check.value(email, at: "email") { try? EmailAddress(parsing: $0).text }
        let address = check.prose(address, at: "address", limit: Organisation.longestAddress)
        guard let name, let colour, check.problems.isEmpty else { throw .invalid(check.problems) }
        return Organisation(name: name, colour: colour, phone: phone ?? "", email: email ?? "", address: address ?? "")
    }

    /// `#` and six hexadecimal digits, in lower case; the `#` may be left out.
    private static func colour(_ typed: String) -> String? {
        let bytes = Array(typed.utf8)
        let digits = bytes.first == UInt8(ascii: "#") ? bytes.dropFirst() : bytes[...]
        let isHex = { (byte: UInt8) in (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20) }
        guard digits.count == 6, digits.allSatisfy(isHex) else { return nil }
        return "#" + String(decoding: digits, as: UTF8.self).lowercased()
    }
}
