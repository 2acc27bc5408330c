import Crypto
import CryptoExtras
import Foundation

/// What one guess costs: memory 128 × 2^`rounds` × 8 bytes, `parallelism` times over.
package struct PasswordCost: Hashable, Sendable {
    /// The power of two.
    package let rounds: Int
    package let blockSize: Int
    package let parallelism: Int

    package init(rounds: Int, blockSize: Int, parallelism: Int) {
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// 64 MiB, twice over (OWASP's scrypt advice).
    package static let house = PasswordCost(rounds: 16, blockSize: 8, parallelism: 2)
}

/// A password's scrypt hash, as text `scrypt$16$8$2$SALT$HASH` (power of two, block size, parallelism, base64url).
struct PasswordHash: Sendable {
    let cost: PasswordCost
    private let salt: [UInt8]
    private let hash: [UInt8]
    private static let saltSize = 16
    private static let hashSize = 32

    /// Takes a tenth of a second and more, and tens of MiB: only `PasswordHashing` calls it.
    init(of password: Password, cost: PasswordCost) throws {
        salt = Self.random(Self.saltSize)
        hash = try Self.derive(password, salt: salt, cost: cost)
        self.cost = cost
    }

    /// One that no password has: to take the same time for an account that is not there.
    init(decoyOf cost: PasswordCost) {
        salt = Self.random(Self.saltSize)
        hash = Self.random(Self.hashSize)
        self.cost = cost
    }

    /// Nil for a text that we did not write. Costs out of bounds are refused: a doctored row must not eat the memory.
    init?(encoded: String) {
        let parts = encoded.utf8.split(separator: UInt8(ascii: "$"), omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].elementsEqual("scrypt".utf8), let rounds = Int(Substring(parts[1])),
            let blockSize = Int(Substring(parts[2])),
            let parallelism = Int(Substring(parts[3])), let salt = Base64URL.bytes(of: parts[4]), let hash = Base64URL.bytes(of: parts[5])
        else { return nil }
        guard (1...18).contains(rounds), (1...16).contains(blockSize), (1...8).contains(parallelism), salt.count == Self.saltSize,
            hash.count == Self.hashSize
        else { return nil }
        cost = PasswordCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        self.salt = salt
        self.hash = hash
    }

    var encoded: String {
        "scrypt$\(cost.rounds)$\(cost.blockSize)$\(cost.parallelism)$\(Base64URL.text(of: salt))$\(Base64URL.text(of: hash))"
    }

    /// Compares every byte, wherever the first difference is.
    func isHash(of password: Password) throws -> Bool {
        let other = try Self.derive(password, salt: salt, cost: cost)
        guard other.count == hash.count else { return false }
        return zip(other, hash).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func derive(_ password: Password, salt: [UInt8], cost: PasswordCost) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: password.bytes, salt: salt, outputByteCount: hashSize, rounds: 1 << cost.rounds, blockSize: cost.blockSize,
            parallelism: cost.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }

    private static func random(_ count: Int) -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }
}

extension PasswordHash: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "…" }
    var debugDescription: String { "…" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
