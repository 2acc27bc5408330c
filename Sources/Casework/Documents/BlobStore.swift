package import Foundation

/// Where documents are, named by what is in them: the same bytes are kept once. In a folder beside the database (`BlobFolder`), or in the
/// database itself, where every node reaches them (`BlobTable`).
package protocol BlobStore: Sendable {
    /// Keeps the bytes and answers with their digest once they are on disk.
    func keep(_ bytes: Data) async throws -> String

    /// The bytes of a digest; nil when they are not here. Bytes that are not what the digest says are `BlobFault.altered`.
    func bytes(of digest: String) async throws -> Data?

    /// Takes the bytes of a digest away; nothing where they are not here.
    func remove(_ digest: String) async throws

    /// Room on the disk where they are; nil where this machine can't tell.
    var space: DiskSpace? { get }
}

extension BlobFolder: BlobStore {
    package var space: DiskSpace? { DiskSpace(of: folder) }
}
