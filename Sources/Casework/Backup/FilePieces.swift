import Crypto
import Foundation
import Records

/// A file read in pieces, so that its size does not matter.
enum FilePieces {
    private static let size = 1 << 18

    /// Throws `BackupFault.io`.
    static func each(of path: String, _ body: (Data) throws -> Void) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw BackupFault.io(path, errno) }
        defer { close(file) }
        while true {
            var bytes = Data(count: size)
            let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
            guard count >= 0 else { throw BackupFault.io(path, errno) }
            if count == 0 { return }
            try body(bytes.prefix(count))
        }
    }

    /// What a manifest says about the file.
    static func entry(_ name: String, of path: String) throws -> BackupManifest.Entry {
        var hasher = SHA256()
        var size: Int64 = 0
        try each(of: path) { piece in
            hasher.update(data: piece)
            size += Int64(piece.count)
        }
        return BackupManifest.Entry(name: name, size: size, sha256: EntryHash.hex(Array(hasher.finalize())))
    }
}
