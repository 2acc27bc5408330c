/// An e-mail address that a letter can be sent to. The check is pragmatic: it refuses what no mail server takes or what could break out
/// of a header, and leaves the rest to the first letter sent. Addresses with accents, in the name or the domain, are allowed.
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
    /// Why a text is not an address, each with what to say.
    package enum Problem: Error, Hashable, Sendable {
        /// Nothing was typed.
        case empty
        /// More than 254 bytes, or more than 64 before the @: longer addresses do not exist.
        case tooLong
        /// It holds a space, a control or an invisible character, or one that addresses do not have, such as `<`, `,` or `;`. When there
        /// are several addresses: ask for one.
        case strayCharacter
        /// There must be one @, with a name before it.
        case notOneAtSign
        /// After the @ a domain is expected, with a dot in it, such as `voorbeeld.nl`.
        case noDomain
    }

    /// As it was typed, without blanks around it.
    package let text: String
    /// For comparison and for "is this the same person?": never for sending.
    package let normalised: String

    package init(parsing input: some StringProtocol) throws(Problem) {
        let bytes = EmailAddress.trimmed(Array(input.utf8.prefix(1024)))
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= 254 else { throw .tooLong }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.unicodeScalars.allSatisfy(EmailAddress.mayStandInAddress) else { throw .strayCharacter }
        let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, let name = parts.first, let domain = parts.last, EmailAddress.isDotted(name) else { throw .notOneAtSign }
        guard name.count <= 64 else { throw .tooLong }
        guard EmailAddress.isDomain(domain) else { throw .noDomain }
        self.text = text
        self.normalised = EmailAddress.normalise(text)
    }

    package var description: String { text }

    package static func == (left: EmailAddress, right: EmailAddress) -> Bool { left.normalised == right.normalised }
    package func hash(into hasher: inout Hasher) { hasher.combine(normalised) }

    /// The form in which two spellings of one address are equal: lower case throughout. By the letter of RFC 5321 the name before the @
    /// may mind its case; no mail server of today does.
    package static func normalise(_ address: some StringProtocol) -> String { address.lowercased() }

    /// Without blanks and line ends of ASCII at both ends.
    private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        guard let last = bytes.lastIndex(where: { !isBlank($0) }) else { return [] }
        return bytes[...last].drop(while: isBlank)
    }

    /// Of the ASCII characters those of RFC 5322's dot-atom; of the others those that are seen.
    private static func mayStandInAddress(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return scalar.value > 0x20 && scalar.value < 0x7F && !"\"(),:;<>[\\]".unicodeScalars.contains(scalar) }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator: return false
        default: return scalar != "\u{FFFD}"
        }
    }

    /// Text between dots everywhere: no dot in front, at the end, or beside another.
    private static func isDotted(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
    }

    private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, let top = labels.last, !top.allSatisfy(\.isDigit) else { return false }
        return labels.allSatisfy(isLabel)
    }

    /// Letters, digits and dashes, no dash at the ends, at most 63 bytes; a byte of a letter outside ASCII is a letter.
    private static func isLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
        let dash = UInt8(ascii: "-")
        guard (1...63).contains(bytes.count), bytes.first != dash, bytes.last != dash else { return false }
        return bytes.allSatisfy { $0 == dash || $0 >= 0x80 || $0.isDigit || $0.isLetter }
    }
}
