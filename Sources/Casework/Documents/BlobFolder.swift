import Crypto
package import Foundation

/// Documents as files named by what is in them, in a folder beside the database: the same bytes are kept once, a name
/// that a visitor chose never becomes a path.
package struct BlobFolder: Sendable {
    package let folder: URL

    package init(folder: URL) { self.folder = folder }

    /// SHA-256 in lower-case hexadecimal.
    package static func digest(of bytes: Data) -> String { SHA256.hash(data: bytes).map { Self.hex($0) }.joined() }

    private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

    /// Keeps the bytes and answers with their digest once they, and the name of their file, are on disk.
    package func keep(_ bytes: Data) throws -> String {
        let digest = Self.digest(of: bytes)
        let target = path(of: digest)
        if FileManager.default.fileExists(atPath: target.path) { return digest }
        let parent = target.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let part = parent.appendingPathComponent("\(digest).\(UInt64.random(in: 0 ... .max)).part")
        try SyncedFile.write(bytes, to: part)
        guard rename(part.path, target.path) == 0 else { throw BlobFault.io(errno) }
        try SyncedFile.syncFolder(parent)
        return digest
    }

    /// The bytes of a digest; nil when they are not here. Bytes that are not what the digest says are a fault.
    package func bytes(of digest: String) throws -> Data? {
        guard Self.isDigest(digest), let bytes = FileManager.default.contents(atPath: path(of: digest).path) else { return nil }
        guard Self.digest(of: bytes) == digest else { throw BlobFault.altered(digest) }
        return bytes
    }

    /// Takes the bytes of a digest away, and is done once that is on disk.
    package func remove(_ digest: String) throws {
        guard Self.isDigest(digest) else { return }
        let target = path(of: digest)
        guard unlink(target.path) == 0 else {
            if errno == ENOENT { return }
            throw BlobFault.io(errno)
        }
        try SyncedFile.syncFolder(target.deletingLastPathComponent())
    }

    func path(of digest: String) -> URL {
        folder.appendingPathComponent(String(digest.prefix(2))).appendingPathComponent(digest)
    }

    static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}

/// What can go wrong with a document's bytes.
package enum BlobFault: Error, Hashable, Sendable {
    /// The disk said no, with its error number.
    case io(Int32)
    /// The file does not hold what its name says.
    case altered(String)
}

/// Files that are on disk when the call returns.
enum SyncedFile {
    static func write(_ bytes: Data, to url: URL) throws {
        let descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw BlobFault.io(errno) }
        defer { close(descriptor) }
        do {
            try writeAll(bytes, to: descriptor)
            guard fsync(descriptor) == 0 else { throw BlobFault.io(errno) }
        } catch {
            unlink(url.path)
            throw error
        }
    }

    static func syncFolder(_ url: URL) throws {
        let descriptor = open(url.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw BlobFault.io(errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw BlobFault.io(errno) }
    }

    static func writeAll(_ bytes: Data, to descriptor: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { throw BlobFault.io(errno) }
            rest = rest.dropFirst(written)
        }
    }
}
