import Casework
import Complaints
import Foundation

/// Takes an uploaded file over into the house.
enum Uploads {
    static func keep(_ file: UploadedFile, in blobs: BlobFolder, fromCustomer: Bool) throws -> Document {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file.file.path))
        return Document(digest: try blobs.keep(bytes), size: bytes.count, name: Passage(file.fileName), isFromCustomer: fromCustomer)
    }
}
