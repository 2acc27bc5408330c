import Casework
import Records

/// The storage failed, not the request: the disk is full, gone or read-only.
package protocol StorageTrouble: Error {}

/// Whether the disk, a file or the database stood in the way, so that the same request may pass later.
func isStorageTrouble(_ error: any Error) -> Bool {
    switch error {
    case is any StorageTrouble: true
    case let fault as DatabaseFault: fault.isTrouble || fault == .busy
    case BlobFault.io: true
    default: false
    }
}
