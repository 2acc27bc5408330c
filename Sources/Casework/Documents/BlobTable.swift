package import Foundation
package import Records

/// Documents in the database, for several nodes: what one takes in, all can show, and a copy of the database has them.
package struct BlobTable: BlobStore {
    private let records: any Database

    package init(in records: any Database) { self.records = records }

    package func keep(_ bytes: Data) async throws -> String {
        let digest = BlobFolder.digest(of: bytes)
        if try await records.read({ try $0.hasDocument(digest) }) { return digest }
        try await records.write { try $0.keepDocument(Array(bytes), digest: digest) }
        return digest
    }

    package func bytes(of digest: String) async throws -> Data? {
        guard BlobFolder.isDigest(digest), let found = try await records.read({ try $0.document(digest) }) else { return nil }
        let bytes = Data(found)
        guard BlobFolder.digest(of: bytes) == digest else { throw BlobFault.altered(digest) }
        return bytes
    }

    package func remove(_ digest: String) async throws { try await records.write { try $0.removeDocument(digest) } }

    package var space: DiskSpace? { nil }
}
