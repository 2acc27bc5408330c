import Foundation
import GRDB
package import Records

extension SQLiteDatabase {
    package func copy<T: Sendable>(to path: String, _ body: @escaping @Sendable (Snapshot) throws -> T) async throws -> T {
        do {
            return try copyHere(to: path, body)
        } catch {
            throw outward(error)
        }
    }

    /// SQLite's online backup, inside one reader's transaction: writes go on and are not in the copy. Throws `.io` when the file is there.
    private func copyHere<T>(to path: String, _ body: (Snapshot) throws -> T) throws -> T {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw DatabaseFault.ofSystem(errno) }
        Foundation.close(file)
        let copy = try DatabaseQueue(path: path)
        let answer = try pool.read { source in
            // What is read first settles the moment for both.
            let answer = try body(Snapshot(connection: SQLiteConnection(source, for: .reading)))
            try copy.writeWithoutTransaction { try source.backup(to: $0) }
            return answer
        }
        try copy.close()
        return answer
    }
}
