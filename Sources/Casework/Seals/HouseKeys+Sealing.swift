import Crypto
import Foundation

extension HouseKeys {
    /// The key that signs seals, made on first use. Throws `Fault`.
    func sealingKey() throws -> Curve25519.Signing.PrivateKey { try Self.signing(key(.seals)) }

    /// The public half of that key, by which others check seals; nil while there is none. Throws `Fault`.
    package func publicSealingKey() throws -> [UInt8]? {
        guard let key = try existing(.seals) else { return nil }
        return Array(try Self.signing(key).publicKey.rawRepresentation)
    }

    /// Every 256 bits are a private key of Ed25519.
    private static func signing(_ key: SymmetricKey) throws -> Curve25519.Signing.PrivateKey {
        try Curve25519.Signing.PrivateKey(rawRepresentation: key.withUnsafeBytes { Data($0) })
    }
}
