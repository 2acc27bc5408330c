package import Complaints
import Foundation
package import Records

/// Whether the documents that the journal speaks of are there, each with the bytes that its digest vouches for.
package struct DocumentProof: Sendable {
    /// A document that is not what the journal says.
    package struct Finding: Hashable, Sendable {
        package enum Kind: String, Sendable { case missing, altered }

        package let complaint: ComplaintNumber
        /// 1, 2, 3 … within the complaint.
        package let ordinal: Int
        package let kind: Kind
    }

    private static let lot = 200

    private let records: any Database
    private let blobs: any BlobStore

    package init(of records: any Database, in blobs: any BlobStore) { (self.records, self.blobs) = (records, blobs) }

    /// Looks at every document; how many there are, and what is wrong with some.
    package func run() async throws -> (documents: Int, findings: [Finding]) {
        var place: RegisterPlace?
        var count = 0
        var findings: [Finding] = []
        while true {
            let from = place
            let (last, complaints) = try await records.read { snapshot in
                let places = try snapshot.register(after: from, limit: Self.lot)
                return (places.last, try places.compactMap { try snapshot.complaint($0.id) })
            }
            guard let last else { return (count, findings) }
            place = last
            for complaint in complaints {
                for (index, document) in complaint.documents.enumerated() {
                    count += 1
                    if let kind = await flaw(of: document) {
                        findings.append(Finding(complaint: complaint.number, ordinal: index + 1, kind: kind))
                    }
                }
            }
        }
    }

    private func flaw(of document: Document) async -> Finding.Kind? {
        do {
            return try await blobs.bytes(of: document.digest) == nil ? .missing : nil
        } catch {
            return .altered
        }
    }
}
