/// A mail server's report about a letter (RFC 3464).
package struct DeliveryReport: Codable, Hashable, Sendable {
    /// What became of the letter for one address.
    package struct Recipient: Codable, Hashable, Sendable {
        package let address: String
        /// `failed`, `delayed`, `delivered`, `relayed`, `expanded`, or empty.
        package let action: String
        /// `5.1.1` and the like; empty when it is not said.
        package let status: String
        /// The other server's own words.
        package let reason: String

        package var isFinal: Bool { action == "failed" || status.utf8.first == UInt8(ascii: "5") }
    }

    package internal(set) var recipients: [Recipient] = []
    /// The letter that it is about.
    package internal(set) var originalMessageID: String?
}

extension DeliveryReport {
    /// - Parameter status: the bytes of its `message/delivery-status` part: groups of lines, of which the first is about the letter.
    init(status: [UInt8], bounds: ReadingBounds) {
        var rest = status
        for _ in 0..<bounds.addresses where !rest.isEmpty {
            let group = HeaderBlock(rest, bounds: bounds)
            if let recipient = Recipient(group) { recipients.append(recipient) }
            // A line that is no header must not hold us up.
            let end = group.end > 0 ? group.end : (rest.firstIndex(of: 0x0a).map { $0 + 1 } ?? rest.count)
            rest = Array(rest[end...])
        }
    }
}

extension DeliveryReport.Recipient {
    init?(_ group: HeaderBlock) {
        guard let address = group.first("Original-Recipient") ?? group.first("Final-Recipient") else { return nil }
        self.address = Self.typed(address)
        action = String(
            decoding: ASCII.lowercased(ASCII.trimmed((group.first("Action") ?? []).prefix { $0 != 40 })).prefix(20), as: UTF8.self)
        let status = (group.first("Status") ?? []).prefix { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
        self.status = String(decoding: status.prefix(12), as: UTF8.self)
        reason = CleanText.line(Self.typed(group.first("Diagnostic-Code") ?? []), limit: 500)
    }

    /// `rfc822; someone@example.nl`, without the type in front.
    private static func typed(_ value: [UInt8]) -> String {
        let semicolon = value.firstIndex(of: UInt8(ascii: ";")).map { $0 + 1 } ?? 0
        let text = String(decoding: ASCII.trimmed(value[semicolon...]), as: UTF8.self)
        return MailAddress.normalised(text) ?? CleanText.line(text, limit: 500)
    }
}
