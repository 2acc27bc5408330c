package import Dialling

/// A mail address with the name beside it, both as a sender claims.
package struct MailAddress: Codable, Hashable, Sendable {
    package let name: String
    /// As it was spelled, its domain in small letters.
    package let address: String

    /// Nil when it is no address that a letter could go to.
    package init?(name: String = "", _ address: String) {
        guard let normalised = Self.normalised(address) else { return nil }
        self.name = CleanText.line(name, limit: 200)
        self.address = normalised
    }

    /// By this addresses are compared, and by nothing else: small letters throughout.
    package var key: String { String(decoding: address.utf8.map(ASCII.lowercased), as: UTF8.self) }

    package var envelope: EnvelopeAddress? { EnvelopeAddress(address) }

    /// The one function that says what an address is: trimmed, its domain in small letters and without a dot behind it.
    package static func normalised(_ text: String) -> String? {
        var bytes = ASCII.trimmed(Array(text.utf8))
        if bytes.first == UInt8(ascii: "<"), bytes.last == UInt8(ascii: ">") { bytes = ASCII.trimmed(Array(bytes.dropFirst().dropLast())) }
        if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
        guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        for index in bytes[at...].indices { bytes[index] = ASCII.lowercased(bytes[index]) }
        return EnvelopeAddress(String(decoding: bytes, as: UTF8.self))?.text
    }
}
