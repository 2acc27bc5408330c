package import Complaints
package import Mail
package import Records

/// Which letter of ours a mail server's message may be about, when it is not in the form that says so: by the letter's own reference in its
/// text, or else by whom we wrote to.
package struct BounceFinding {
    private let read: ReadMail
    private let references: LetterReferences
    /// How far back a letter that is known by its address alone may have been sent, in days: mail servers give up after five.
    private static let days = 14
    private static let mostAddresses = 20
    /// Clocks of mail servers are not quite alike, in seconds.
    private static let slack = 300

    package init(read: ReadMail, references: LetterReferences) { (self.read, self.references) = (read, references) }

    /// Nil where nothing in it is of ours.
    ///
    /// - Parameter arrival: when our mail server got it: it is about nothing that was sent later.
    package func letter(in snapshot: Snapshot, at arrival: Instant) throws -> Records.Letter? {
        let words = words
        for word in words {
            let local = word.prefix { $0 != UInt8(ascii: "@") }
            for text in [local, local.lastIndex(of: UInt8(ascii: "+")).map { local[($0 + 1)...] } ?? local] {
                guard let id = LetterReferences.letter(in: text), let letter = try snapshot.letter(id) else { continue }
                if [.message, .answer].contains(where: { references.isGenuine(text, $0, of: letter) }) { return letter }
            }
        }
        let reported = read.deliveryReport?.recipients.map(\.address) ?? []
        let addresses = reported + words.filter { $0.contains(UInt8(ascii: "@")) }.map { String(decoding: $0, as: UTF8.self) }
        for text in addresses.prefix(Self.mostAddresses) {
            guard let address = try? EmailAddress(parsing: text) else { continue }
            if let letter = try snapshot.newestLetter(
                sentTo: address, from: arrival.adding(days: -Self.days), to: arrival.adding(seconds: Self.slack))
            {
                return letter
            }
        }
        return nil
    }

    /// What may be an address or an id: pieces with an @, and what has the length of a reference.
    private var words: [ArraySlice<UInt8>] {
        let ids = (read.inReplyTo + read.references + read.nested.compactMap(\.messageID)).joined(separator: " ")
        let text = Array(([ids, read.text] + read.nested.map(\.text)).joined(separator: "\n").utf8.prefix(1 << 18))
        let pieces = text.split { byte in byte <= 0x20 || "<>()[]\"',;:".utf8.contains(byte) }
        return Array(pieces.filter { $0.contains(UInt8(ascii: "@")) || $0.count == LetterReferences.length }.prefix(500))
    }
}
