import Foundation

/// What stands first in a backup: what it is, and size and digest of everything that follows.
package struct BackupManifest: Codable, Hashable, Sendable {
    package struct Entry: Codable, Hashable, Sendable {
        package let name: String
        package let size: Int64
        /// In lower-case hexadecimal.
        package let sha256: String
    }

    /// The layout of the archive that this program writes and reads.
    static let format = 1

    package let format: Int
    /// The version of the program that made it.
    package let program: String
    /// The last migration of the database.
    package let schema: String
    /// ISO 8601, UTC: everything acknowledged before is in it.
    package let madeAt: String
    package let complaints: Int
    /// Digests of documents that the database speaks of and that were missing or altered when the backup was made.
    package let lost: [String]
    /// Everything else in the archive, in its order.
    package let entries: [Entry]

    /// Documents in it.
    package var documents: Int { entries.count { $0.name.hasPrefix("documents/") } }

    /// Bytes of everything in it, unpacked; nil when that is more than can be counted.
    package var size: Int64? {
        var total: Int64 = 0
        for entry in entries {
            let (sum, isTooMuch) = total.addingReportingOverflow(entry.size)
            if isTooMuch { return nil }
            total = sum
        }
        return total
    }

    func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}

extension BackupManifest {
    /// Larger manifests are not read: a million documents take about half of it.
    static let mostBytes: Int64 = 512 << 20

    static func checksumLine(of text: Data) -> Data { Data("\(BlobFolder.digest(of: text))  \(BackupEntryName.manifest)\n".utf8) }

    /// Reads what stands first in a backup. Throws `BackupFault.unreadable` for what this program did not write so.
    static func read(_ text: Data, checksum: Data) throws -> BackupManifest {
        guard checksum == checksumLine(of: text) else { throw BackupFault.unreadable("its manifest was altered") }
        guard let manifest = try? JSONDecoder().decode(BackupManifest.self, from: text) else {
            throw BackupFault.unreadable("its manifest can't be read")
        }
        guard manifest.format == format else { throw BackupFault.unreadable("it is of a format that this program does not know") }
        let names = manifest.entries.map(\.name)
        guard names.allSatisfy(BackupEntryName.isKept), Set(names).count == names.count, names.contains(BackupEntryName.database),
            manifest.entries.allSatisfy({ $0.size >= 0 }), manifest.size != nil
        else { throw BackupFault.unreadable("its manifest names what is none of a house") }
        return manifest
    }
}
