import Foundation
import Synchronization

/// The file system refused to keep an upload.
struct UploadNotKept: StorageTrouble {
    let call: String
    let code: Int32
}

/// A file of our own, readable by us only, that goes away with its last holder unless somebody took it over.
package final class TemporaryFile: Sendable {
    package let path: String
    private let descriptor: Mutex<Int32?>
    private let isTaken = Mutex(false)

    /// Makes a new, empty file with a random name in this folder.
    init(in folder: String) throws(UploadNotKept) {
        let name = Hex.text((0..<16).map { _ in UInt8.random(in: .min ... .max) })
        path = "\(folder)/upload-\(name)"
        let opened = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        descriptor = Mutex(opened < 0 ? nil : opened)
        guard opened >= 0 else { throw UploadNotKept(call: "open", code: errno) }
    }

    deinit {
        finish()
        if !isTaken.withLock({ $0 }) { unlink(path) }
    }

    func append(_ bytes: some Collection<UInt8>) throws(UploadNotKept) {
        let all = Array(bytes)
        let failure: Int32? = descriptor.withLock { descriptor in
            guard let descriptor else { return EBADF }
            return all.withUnsafeBytes { buffer in
                var start = 0
                while start < buffer.count {
                    let written = write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
                    if written < 0 && errno == EINTR { continue }
                    if written <= 0 { return errno }
                    start += written
                }
                return nil
            }
        }
        if let failure { throw UploadNotKept(call: "write", code: failure) }
    }

    /// Closes the file: it is whole now.
    func finish() {
        descriptor.withLock { descriptor in
            if let open = descriptor { close(open) }
            descriptor = nil
        }
    }

    /// From now on the caller owns the file at `path`, and moves or deletes it.
    package func takeOver() { isTaken.withLock { $0 = true } }
}
