import Casework
import Complaints
import Foundation

/// Takes an uploaded file over into the house.
enum Uploads {
    static func keep(_ files: [UploadedFile], in blobs: any BlobStore, fromCustomer: Bool) async throws -> [Document] {
        var documents: [Document] = []
        for file in files {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file.file.path))
            let digest = try await blobs.keep(bytes)
            documents.append(Document(digest: digest, size: bytes.count, name: Passage(file.fileName), isFromCustomer: fromCustomer))
        }
        return documents
    }
}
