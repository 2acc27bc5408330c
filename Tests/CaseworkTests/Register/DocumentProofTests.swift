import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Casework

@Suite struct `The proof of documents` {
    @Test func `finds what is there, what is gone and what was altered, by complaint and number`() async throws {
        try await withCaseOffice { office in
            let blobs = office.blobs
            let complaint = try await office.registerAtWork()
            var digests: [String] = []
            for turn in 1...3 {
                let digest = try blobs.keep(Data("bestand \(turn)".utf8))
                digests.append(digest)
                let document = Document(digest: digest, size: 9, name: Passage("bestand \(turn).txt"), isFromCustomer: false)
                try await office.perform(.attach(document), on: complaint, by: SampleStaff.hassan)
            }
            let proof = DocumentProof(of: office.records, in: blobs)
            #expect(try await proof.run().documents == 3)
            #expect(try await proof.run().findings.isEmpty)
            try overwrite(digests[0], in: blobs.folder, with: nil)
            try overwrite(digests[2], in: blobs.folder, with: "iets anders")
            #expect(
                try await proof.run().findings == [
                    .init(complaint: complaint.number, ordinal: 1, kind: .missing),
                    .init(complaint: complaint.number, ordinal: 3, kind: .altered),
                ])
        }
    }

    private func overwrite(_ digest: String, in folder: URL, with text: String?) throws {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        let file = try #require(files.first { digest.hasSuffix($0.lastPathComponent) || $0.lastPathComponent.hasPrefix(digest) })
        try FileManager.default.removeItem(at: file)
        if let text { try Data(text.utf8).write(to: file) }
    }
}
