/// Addresses that a link in a mail may lead to.
enum SafeLink {
    /// Nil for anything but `http`, `https`, `mailto` and `tel`, with signs in it that browsers skip or that hide where it leads, or too long.
    static func checked(_ address: String) -> String? {
        let bytes = ASCII.trimmed(Array(address.utf8))
        guard bytes.count <= 2_000, !bytes.contains(where: { $0 < 0x20 || $0 == 0x7f || $0 == UInt8(ascii: "\\") }) else { return nil }
        let schemes: [StaticString] = ["http://", "https://", "mailto:", "tel:"]
        guard schemes.contains(where: { ASCII.begins(bytes, with: $0) && bytes.count > $0.utf8CodeUnitCount }) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.unicodeScalars.contains(where: CleanText.isHidden) ? nil : text
    }
}
