import Archives
import Crypto
import Foundation
import Records

/// Reads a backup as untrusted input: only names that we know, only as much as its manifest says, and every digest is checked.
package final class BackupReader {
    package let manifest: BackupManifest
    private let archive: ArchiveReader

    /// Reads the manifest. Throws `BackupFault`.
    package init(of path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { throw BackupFault.notThere(path) }
        do {
            let archive = try ArchiveReader(of: path)
            let text = try Self.whole(BackupEntryName.manifest, in: archive, atMost: BackupManifest.mostBytes)
            let checksum = try Self.whole(BackupEntryName.checksum, in: archive, atMost: 1000)
            self.archive = archive
            manifest = try BackupManifest.read(text, checksum: checksum)
        } catch let fault as ArchiveFault {
            throw BackupFault(fault, in: path)
        }
    }

    /// Writes everything into an empty folder, for its owner only, on disk when the call returns. To be called once.
    /// Throws `BackupFault`; what was written until then is for the caller to take away.
    package func unpack(into folder: String) throws {
        if let needed = manifest.size, let room = DiskSpace(of: URL(fileURLWithPath: folder)), room.free < needed {
            throw BackupFault.noRoom(needed)
        }
        var folders: Set<String> = [folder]
        do {
            for entry in manifest.entries {
                guard let head = try archive.next(), head.name == entry.name, head.size == entry.size else {
                    throw BackupFault.unreadable("\(entry.name) is not where it should be")
                }
                let parents = try makeParents(of: entry.name, in: folder)
                folders.formUnion(parents)
                try write(entry, to: folder + "/" + entry.name)
            }
            if try archive.next() != nil { throw BackupFault.unreadable("it holds more than its manifest says") }
        } catch let fault as ArchiveFault {
            throw BackupFault(fault, in: folder)
        }
        for path in folders { try FolderSync.run(path) }
    }
}

extension BackupReader {
    private static func whole(_ name: String, in archive: ArchiveReader, atMost limit: Int64) throws -> Data {
        guard let head = try archive.next(), head.name == name, head.size <= limit else {
            throw BackupFault.unreadable("it does not begin as a backup of Gehoor")
        }
        var bytes = Data()
        while let piece = try archive.piece() {
            bytes += piece
            if bytes.count > limit { throw BackupFault.unreadable("its manifest is too large") }
        }
        return bytes
    }

    /// The folders between `folder` and the entry, made where they are not there.
    private func makeParents(of name: String, in folder: String) throws -> [String] {
        var path = folder
        return try name.split(separator: "/").dropLast().map { part in
            path += "/" + part
            guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw BackupFault.io(path, errno) }
            return path
        }
    }

    private func write(_ entry: BackupManifest.Entry, to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw BackupFault.io(path, errno) }
        defer { close(file) }
        var hasher = SHA256()
        var left = entry.size
        while let piece = try archive.piece() {
            left -= Int64(piece.count)
            guard left >= 0 else { throw BackupFault.unreadable("\(entry.name) is larger than its manifest says") }
            hasher.update(data: piece)
            do {
                try SyncedFile.writeAll(piece, to: file)
            } catch BlobFault.io(let number) {
                throw BackupFault.io(path, number)
            }
        }
        guard left == 0, EntryHash.hex(Array(hasher.finalize())) == entry.sha256 else {
            throw BackupFault.unreadable("\(entry.name) was altered or cut off")
        }
        guard fsync(file) == 0 else { throw BackupFault.io(path, errno) }
    }
}

extension BackupFault {
    init(_ fault: ArchiveFault, in path: String) {
        switch fault {
        case .io(let number): self = .io(path, number)
        case .unreadable(let text): self = .unreadable(text)
        }
    }
}
