import Foundation
import Records

/// A file of seals that was kept elsewhere.
enum SealFile {
    /// The seal of a first day covers every complaint there is: some 85 bytes each.
    private static let longestLine = 1 << 28
    private static let piece = 1 << 20

    /// Reads it. Throws 66 when it is not there, 65 when there is no seal in it.
    static func read(_ path: String) throws -> SealRecord {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFault(.notThere, "\(path) is not there.")
        }
        guard !isFolder.boolValue else { throw CommandFault(.badInput, "\(path) is a folder, and no file of seals.") }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw CommandFault(.notAllowed, "\(path) can't be read.") }
        defer { try? handle.close() }
        var record = SealRecord(heldBy: "the file")
        var rest: [UInt8] = []
        while let bytes = try handle.read(upToCount: piece), !bytes.isEmpty {
            var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            guard let last = lines.popLast() else { continue }
            for line in lines {
                record.add(String(decoding: rest + line, as: UTF8.self))
                rest = []
            }
            rest += last
            if rest.count > longestLine { break }
        }
        if !rest.isEmpty { record.add(String(decoding: rest, as: UTF8.self)) }
        if record.seals.isEmpty {
            throw CommandFault(.badInput, "\(path) is no file of seals: none of its lines is one. `gehoor seals` prints them.")
        }
        return record
    }
}
