import Crypto
package import Records

/// Keys where several nodes share one database.
///
/// They lie in the `secrets` folder of each node and never in the database: whoever reads the database alone, or a copy of it, forges
/// nothing. Somebody carries them from the first node to the others, once. The database holds a fingerprint of each, so that a node with
/// other keys is told so at its start, before it seals a form or a day that no other node would accept.
extension HouseKeys {
    /// Makes the keys of a new house, or proves that those here are the house's. Throws `Fault.foreign` with the name of the first that is
    /// not.
    package func agree(with records: any Database) async throws {
        for name in Name.allCases {
            let known = try await records.read { try $0.keyFingerprint(name.rawValue) }
            if let known {
                guard let key = try existing(name), Self.fingerprint(of: key, name) == known else { throw Fault.foreign(name.rawValue) }
                continue
            }
            let own = Self.fingerprint(of: try key(name), name)
            try await records.write { try $0.note(keyFingerprint: own, of: name.rawValue) }
            // Another node may have been first.
            guard try await records.read({ try $0.keyFingerprint(name.rawValue) }) == own else { throw Fault.foreign(name.rawValue) }
        }
    }

    /// A key is 256 bits at random: nobody finds it by trying.
    private static func fingerprint(of key: SymmetricKey, _ name: Name) -> String {
        HexDigest.of(Array("gehoor-key \(name.rawValue) ".utf8) + key.withUnsafeBytes { Array($0) })
    }
}
