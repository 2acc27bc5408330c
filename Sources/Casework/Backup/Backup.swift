import Archives
import Complaints
import Foundation
package import Records

/// A backup: one file with a copy of the database as of one moment, every document that it speaks of, and the keys of the house. Whoever
/// has it has everything, so it is for its owner only.
package struct Backup: Sendable {
    private let records: any Database
    private let clock: Clock
    private let data: String

    /// - Parameter data: the data folder.
    package init(of records: any Database, in data: String, clock: Clock) {
        (self.records, self.data, self.clock) = (records, data, clock)
    }

    /// Makes the file, while others work on. What could not be had is in the manifest's `lost`. Throws `BackupFault`, `DatabaseFault`.
    package func write(to path: String) async throws -> BackupManifest { try await write(to: try BackupFile(path)) }

    /// The same, into a file that is held already.
    package func write(to file: BackupFile) async throws -> BackupManifest {
        let copy = file.part + ".sqlite"
        unlink(copy)
        defer { for name in [copy, copy + "-wal", copy + "-shm", copy + "-journal"] { unlink(name) } }
        let now = clock.now()
        let contents = try await records.copy(to: copy) { try $0.houseContents() }
        // Documents never change, and the journal speaks of none before it is kept: so they may be read after the database.
        var parts = [Part(entry: try FilePieces.entry(BackupEntryName.database, of: copy), path: copy)]
        parts += try secrets()
        let (documents, lost) = documents(contents.documents)
        parts += documents
        let manifest = BackupManifest(
            format: BackupManifest.format, program: ProductVersion.number, schema: contents.schema,
            madeAt: Date(timeIntervalSince1970: Double(now.milliseconds / 1000)).ISO8601Format(), complaints: contents.complaints,
            lost: lost, entries: parts.map(\.entry))
        do {
            try write(manifest, parts, to: file, time: Int(now.milliseconds / 1000))
        } catch ArchiveFault.io(let number) {
            throw BackupFault.io(file.part, number)
        }
        try file.finish()
        return manifest
    }
}

extension Backup {
    private struct Part {
        let entry: BackupManifest.Entry
        let path: String
    }

    private func secrets() throws -> [Part] {
        try HouseKeys.Name.allCases.compactMap { name in
            let path = data + "/" + BackupEntryName.secret(name)
            guard FileManager.default.fileExists(atPath: path) else { return nil }
            return Part(entry: try FilePieces.entry(BackupEntryName.secret(name), of: path), path: path)
        }
    }

    private func documents(_ digests: [String]) -> (parts: [Part], lost: [String]) {
        var parts: [Part] = []
        var lost: [String] = []
        for digest in digests {
            let name = BackupEntryName.document(digest)
            let path = data + "/" + name
            if BlobFolder.isDigest(digest), let entry = try? FilePieces.entry(name, of: path), entry.sha256 == digest {
                parts.append(Part(entry: entry, path: path))
            } else {
                lost.append(digest)
            }
        }
        return (parts, lost)
    }

    private func write(_ manifest: BackupManifest, _ parts: [Part], to file: BackupFile, time: Int) throws {
        let archive = try ArchiveWriter(to: file.descriptor)
        let text = try manifest.encoded()
        try archive.add(BackupEntryName.manifest, text, time: time)
        try archive.add(BackupEntryName.checksum, BackupManifest.checksumLine(of: text), time: time)
        for part in parts {
            try archive.begin(part.entry.name, size: part.entry.size, time: time)
            var left = part.entry.size
            try FilePieces.each(of: part.path) { piece in
                left -= Int64(piece.count)
                guard left >= 0 else { throw BackupFault.io(part.path, EIO) }
                try archive.write(piece)
            }
            guard left == 0 else { throw BackupFault.io(part.path, EIO) }
        }
        try archive.finish()
    }
}
