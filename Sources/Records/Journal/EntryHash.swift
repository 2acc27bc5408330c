import Crypto
import Foundation

/// The chain: each entry's hash covers the one before it and everything the entry says.
package enum EntryHash {
    /// SHA-256 over the previous hash (nothing for the first entry) and the entry's fields, each on a line of its own.
    static func hash(
        after previous: [UInt8], stream: String, id: Int64, sequence: Int, at: Int64, actor: String, name: String, body: String
    ) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(data: previous)
        hasher.update(data: Array("\(stream)\n\(id)\n\(sequence)\n\(at)\n\(actor)\n\(name)\n\(body)".utf8))
        return Array(hasher.finalize())
    }

    /// The digest by which an entry vouches for words that stand outside it: salted, so that it tells nothing once the
    /// words and the salt are erased.
    static func digest(of text: String, salt: [UInt8]) -> String {
        var hasher = SHA256()
        hasher.update(data: salt)
        hasher.update(data: Array(text.utf8))
        return hex(Array(hasher.finalize()))
    }

    package static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
