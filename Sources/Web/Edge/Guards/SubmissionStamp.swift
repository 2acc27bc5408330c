package import Crypto
import Foundation

/// The signed moment at which an anonymous form was shown: a person takes a while to fill it in, and does so the same day.
package struct SubmissionStamps: Sendable {
    /// The name of the hidden field.
    package static let field = "stamp"

    package enum Verdict: Equatable, Sendable {
        /// In order; the seconds that it took.
        case genuine(seconds: Int)
        case forged, tooFast, tooOld
    }

    package static let soonest = 2
    package static let latest = 24 * 3_600

    private let key: SymmetricKey

    package init(key: SymmetricKey) { self.key = key }

    /// - Parameter milliseconds: now, since 1970 UTC.
    package func stamp(at milliseconds: Int64, purpose: String) -> String {
        "\(milliseconds)." + SealedText.base64(HMAC<SHA256>.authenticationCode(for: Self.message(milliseconds, purpose), using: key))
    }

    package func verdict(on stamp: String, at now: Int64, purpose: String) -> Verdict {
        let parts = stamp.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let shown = parts.first.flatMap({ Int64($0) }), let code = parts.last.flatMap({ SealedText.bytes($0) }),
            HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Self.message(shown, purpose), using: key)
        else { return .forged }
        let seconds = Int((now - shown) / 1_000)
        if seconds < Self.soonest { return .tooFast }
        return seconds > Self.latest ? .tooOld : .genuine(seconds: seconds)
    }

    private static func message(_ milliseconds: Int64, _ purpose: String) -> [UInt8] { Array("stamp \(milliseconds) \(purpose)".utf8) }
}

/// Bytes as text that needs no escaping in a form or an address: base64url without padding.
enum SealedText {
    static func base64(_ bytes: some Sequence<UInt8>) -> String {
        let plain = Data(bytes).base64EncodedString().utf8.filter { $0 != UInt8(ascii: "=") }
        return String(
            decoding: plain.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: "-") : $0 == UInt8(ascii: "/") ? UInt8(ascii: "_") : $0 },
            as: UTF8.self)
    }

    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        guard text.utf8.count <= 200 else { return nil }
        var plain = text.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "+") : $0 == UInt8(ascii: "_") ? UInt8(ascii: "/") : $0 }
        while plain.count % 4 != 0 { plain.append(UInt8(ascii: "=")) }
        return Data(base64Encoded: Data(plain)).map(Array.init)
    }
}
