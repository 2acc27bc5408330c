package import Foundation
package import Records

/// Mails as they came, byte for byte: small ones from the database, large ones from where documents are.
package struct InboxOriginals: Sendable {
    private let records: any Database
    private let blobs: any BlobStore

    package init(records: any Database, blobs: any BlobStore) { (self.records, self.blobs) = (records, blobs) }

    /// Nil when it is lost, or no longer what it was. Throws `BlobFault`.
    package func bytes(of mail: InboxMail) async throws -> Data? {
        if let bytes = try await records.read({ try $0.originalMail(mail.id) }) {
            return HexDigest.of(bytes) == mail.digest ? Data(bytes) : nil
        }
        return try await blobs.bytes(of: mail.digest)
    }
}
