import Complaints
package import Foundation
package import Records

/// Where files of a public form wait until the form is sent: the only thing that is kept for an anonymous visitor.
///
/// At most two hours, and only so many in all: whoever fills the room up keeps others from adding files, never from complaining. Whether a
/// visitor may use a file is for the caller to know, by the seal on its key.
package struct Staging: Sendable {
    /// How much may wait at one time, of all visitors together.
    package struct Quota: Hashable, Sendable {
        package let files: Int
        package let bytes: Int

        package init(files: Int = 500, bytes: Int = 2 << 30) {
            self.files = files
            self.bytes = bytes
        }
    }

    /// There is no room for another file now.
    package struct Full: Error, Hashable, Sendable {}

    /// How long a file waits, in seconds.
    package static let lifetime = 2 * 3600

    package let records: any Database
    package let clock: Clock
    /// Nil where the bytes lie beside them in the database: there every node reaches them.
    package let folder: URL?
    package let quota: Quota

    /// - Parameter folder: on the file system where uploads arrive, so that taking one over moves no bytes.
    package init(records: any Database, clock: Clock, folder: URL?, quota: Quota = Quota()) {
        self.records = records
        self.clock = clock
        self.folder = folder
        self.quota = quota
    }

    /// Takes an uploaded file over from `path`. Throws `Full`, or `BlobFault.io`; then the file stays where it is.
    package func stage(_ path: String, name: String, size: Int, digest: String) async throws -> StagedFile {
        let now = clock.now()
        let id = HexDigest.of((0..<32).map { _ in UInt8.random(in: .min ... .max) })
        let file = StagedFile(id: String(id.prefix(32)), digest: digest, name: name, size: size)
        let bytes = try folder == nil ? Data(contentsOf: URL(fileURLWithPath: path)) : nil
        try await records.write { [quota] tx in
            let (files, total) = try tx.snapshot.stagedFileTotals()
            guard files < quota.files, total <= quota.bytes - size else { throw Full() }
            try tx.add(file, at: now)
            if let bytes { try tx.keepStaged(Array(bytes), id: file.id) }
        }
        guard let folder else {
            unlink(path)
            return file
        }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            guard rename(path, place(of: file.id, in: folder).path) == 0 else { throw BlobFault.io(errno) }
        } catch {
            try? await records.write { tx in try tx.removeStagedFile(file.id) }
            throw error
        }
        return file
    }

    /// The files of these keys that are still here, in their order.
    package func files(_ ids: [String]) async throws -> [StagedFile] {
        if ids.isEmpty { return [] }
        let oldest = clock.now().adding(seconds: -Self.lifetime)
        return try await records.read { snapshot in try ids.compactMap { try snapshot.stagedFile($0, since: oldest) } }
    }

    /// The bytes; nil when they are gone, or are not what they were (power failed while they came in).
    package func bytes(of file: StagedFile) async throws -> Data? {
        guard let bytes = try await kept(file), BlobFolder.digest(of: bytes) == file.digest else {
            return nil
        }
        return bytes
    }

    private func kept(_ file: StagedFile) async throws -> Data? {
        if let folder { return FileManager.default.contents(atPath: place(of: file.id, in: folder).path) }
        return try await records.read { try $0.stagedBytes(file.id) }.map { Data($0) }
    }

    /// Lets go of files that have found their complaint, or were left out.
    package func remove(_ files: [StagedFile]) async throws {
        if files.isEmpty { return }
        try await records.write { tx in for file in files { try tx.removeStagedFile(file.id) } }
        if let folder { for file in files { unlink(place(of: file.id, in: folder).path) } }
    }

    /// Takes away what has waited too long, and files that nothing knows of since a crash.
    package func sweep() async throws {
        let oldest = clock.now().adding(seconds: -Self.lifetime)
        try await records.write { tx in try tx.removeStagedFiles(before: oldest) }
        guard let folder else { return }
        let places = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        for place in places {
            let id = place.lastPathComponent
            let isKnown = try await records.read { snapshot in try snapshot.stagedFile(id, since: oldest) != nil }
            if !isKnown { unlink(place.path) }
        }
    }

    /// A key of ours is hexadecimal, so that it can't lead out of the folder.
    private func place(of id: String, in folder: URL) -> URL {
        let isOurs = id.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        return folder.appendingPathComponent(isOurs && !id.isEmpty ? id : "none")
    }
}
