/// A text that PGP encrypted in the place of the text itself, without a part of its own.
enum PGPArmour {
    private static let start = Array("-----BEGIN PGP MESSAGE-----".utf8)

    /// Whether what the sender wrote now is that; what they quote says nothing of this mail.
    static func isIn(_ passages: [Passage]) -> Bool {
        passages.contains { passage in
            passage.kind == .own
                && passage.text.utf8.split(separator: UInt8(ascii: "\n")).contains { $0.prefix(while: { $0 != 0x0d }).elementsEqual(start) }
        }
    }
}
