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

    /// The bytes of lower-case hexadecimal; nil for anything else.
    static func bytes(ofHex digits: some Collection<UInt8>) -> [UInt8]? {
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        var high: UInt8?
        for digit in digits {
            guard let value = value(ofHex: digit) else { return nil }
            if let first = high { bytes.append(first << 4 | value) }
            high = high == nil ? value : nil
        }
        return bytes
    }

    private static func value(ofHex digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}
