import Crypto
import Foundation
package import Dialling

/// A password of a mail server, sealed by a key outside the database: who has the database alone can't read it.
package struct SealedText: Codable, Hashable, Sendable {
    private let box: String

    package init(_ secret: SecretText, by keys: HouseKeys) throws {
        let sealed = try AES.GCM.seal(Data(secret.revealed.utf8), using: keys.key(.mailPasswords))
        box = (sealed.combined ?? Data()).base64EncodedString()
    }

    /// Nil when it was sealed by another key, as after a restore without the keys.
    package func opened(by keys: HouseKeys) -> SecretText? {
        guard let key = try? keys.key(.mailPasswords), let data = Data(base64Encoded: box),
            let sealed = try? AES.GCM.SealedBox(combined: data),
            let bytes = try? AES.GCM.open(sealed, using: key)
        else { return nil }
        return String(validating: bytes, as: UTF8.self).map { SecretText($0) }
    }

    package init(from decoder: any Decoder) throws { box = try decoder.singleValueContainer().decode(String.self) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(box)
    }
}
