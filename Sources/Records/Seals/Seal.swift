package import Complaints
package import Crypto
import Foundation

/// What a seal says.
package struct SealContents: Hashable, Sendable {
    /// 1, 2, 3 …
    package let ordinal: Int
    /// In whole seconds.
    package let madeAt: Instant
    /// How many complaints it covers, and how many entries they have together.
    package let complaints: Int
    package let entries: Int
    /// The Merkle root over the heads of all those complaints, in the order of their numbers.
    package let root: [UInt8]
    /// The digest of the seal before; nil for the first.
    package let previous: [UInt8]?
    /// The complaints that something happened to since the seal before.
    package let changed: [SealedHead]

    package init(
        ordinal: Int, madeAt: Instant, complaints: Int, entries: Int, root: [UInt8], previous: [UInt8]?, changed: [SealedHead]
    ) {
        self.ordinal = ordinal
        self.madeAt = Instant(milliseconds: madeAt.milliseconds / 1000 * 1000)
        self.complaints = complaints
        self.entries = entries
        self.root = root
        self.previous = previous
        self.changed = changed
    }
}

/// A seal over every journal of the house, as one line that can be kept elsewhere, mailed or printed. Whoever has it can tell whether
/// anything older was altered, even by somebody who holds the whole house and its keys: the line itself is out of their reach.
///
/// `gehoor-seal-1 ORDINAL MOMENT COMPLAINTS ENTRIES ROOT PREVIOUS KEY CHANGED SIGNATURE`, parted by one blank; digests, the Ed25519 public
/// key and the signature over all before it in hexadecimal; CHANGED as `NUMBER:ENTRIES:HEAD` parted by commas; `-` for none.
package struct Seal: Hashable, Sendable {
    package let contents: SealContents
    /// The public key it says it was signed with.
    package let key: [UInt8]
    /// Without the line's end.
    package let line: String
    /// SHA-256 of the line with its end, a line feed: `sha256sum` of the line tells the same.
    package let digest: [UInt8]
    private let signature: [UInt8]

    package var ordinal: Int { contents.ordinal }

    package init(_ contents: SealContents, signedBy key: Curve25519.Signing.PrivateKey) throws {
        let publicKey = Array(key.publicKey.rawRepresentation)
        let text = SealLine.text(of: contents, key: publicKey)
        let signature = Array(try key.signature(for: Data(text.utf8)))
        self.init(contents, key: publicKey, signature: signature, line: SealLine.line(text, signature: signature))
    }

    /// Reads a line; nil for one that is not written exactly as a seal is.
    package init?(line: String) {
        guard let (contents, key, signature) = SealLine.read(line) else { return nil }
        self.init(contents, key: key, signature: signature, line: line)
    }

    private init(_ contents: SealContents, key: [UInt8], signature: [UInt8], line: String) {
        (self.contents, self.key, self.signature, self.line) = (contents, key, signature, line)
        digest = Self.digest(of: line)
    }

    /// The digest of a line as it stands.
    package static func digest(of line: String) -> [UInt8] { Array(SHA256.hash(data: Data((line + "\n").utf8))) }

    /// Whether the signature is by the key that the seal names.
    package var isSigned: Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key) else { return false }
        return key.isValidSignature(Data(signature), for: Data(SealLine.text(of: contents, key: self.key).utf8))
    }
}
