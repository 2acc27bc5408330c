import Casework
import Foundation

extension CommandFault {
    /// What went wrong with a backup, on the command line.
    init(_ fault: BackupFault) {
        switch fault {
        case .alreadyThere(let path): self.init(.notAllowed, "\(path) is there already, and a backup overwrites nothing.")
        case .busy(let path): self.init(.busy, "Another backup to \(path) is being made.")
        case .notThere(let path): self.init(.notThere, "\(path) is not there.")
        case .notEmpty(let path):
            self.init(.notAllowed, "\(path) is not empty. A backup is restored only into a folder that is empty or not there.")
        case .unreadable(let text): self.init(.badInput, "This is no backup that can be restored: \(text). Nothing was kept of it.")
        case .noRoom(let bytes): self.init(.io, "Restoring takes \(bytes) bytes, and there are not that many free. Nothing was kept.")
        case .io(let path, let number):
            self.init(
                number == EACCES || number == EPERM ? .notAllowed : .io,
                "\(path) can't be read or written: \(String(cString: strerror(number))). Nothing was kept.")
        }
    }
}

extension CommandFault {
    /// Runs `body`, and puts into words what is wrong with a backup.
    static func wording<T>(backup body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let fault as BackupFault {
            throw CommandFault(fault)
        }
    }
}
