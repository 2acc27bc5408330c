package import Complaints

/// How far a complaint's journal had come when it was sealed, and the hash in which its chain ended there. Since each entry's hash covers
/// all before it, this one hash vouches for all of them.
package struct SealedHead: Hashable, Sendable {
    package let number: ComplaintNumber
    package let entries: Int
    /// SHA-256, 32 bytes.
    package let head: [UInt8]

    package init(number: ComplaintNumber, entries: Int, head: [UInt8]) {
        (self.number, self.entries, self.head) = (number, entries, head)
    }

    /// `482719368:6:` and the hash in hexadecimal: as it stands in a seal, and as the leaf of the tree.
    package var text: String { "\(number.digits):\(entries):\(EntryHash.hex(head))" }

    init?(parsing text: some Collection<UInt8>) {
        let parts = text.split(separator: UInt8(ascii: ":"), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, let number = ComplaintNumber(parsing: String(decoding: parts[0], as: UTF8.self)),
            let entries = Int(String(decoding: parts[1], as: UTF8.self)), entries > 0,
            let head = EntryHash.bytes(ofHex: parts[2]), head.count == 32
        else { return nil }
        self.init(number: number, entries: entries, head: head)
    }
}
