import Crypto
import Foundation

/// 256 random bits that grant something: a session, a link, a token. It prints nothing; only its digest is stored.
package struct Secret: Sendable {
    private let bytes: [UInt8]
    static let size = 32

    /// A fresh one.
    package init() {
        var random = SystemRandomNumberGenerator()
        bytes = (0..<Self.size).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }

    /// From bytes that nobody can guess, such as the output of a keyed hash.
    init(bytes: [UInt8]) { self.bytes = bytes }

    /// From the text of an earlier one; nil for anything that no secret has as its text.
    package init?(parsing text: some StringProtocol) {
        guard let bytes = Base64URL.bytes(of: text.utf8), bytes.count == Self.size else { return nil }
        self.bytes = bytes
    }

    /// 43 characters that stand in an address or a cookie as they are. For handing over only.
    package var text: String { Base64URL.text(of: bytes) }

    /// SHA-256 in hexadecimal: what is stored, and looked up.
    package var digest: String { HexDigest.of(bytes) }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "…" }
    package var debugDescription: String { "…" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// SHA-256 as 64 hexadecimal digits.
package enum HexDigest {
    package static func of(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let hex = SHA256.hash(data: Data(bytes)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: hex, as: UTF8.self)
    }
}
