import Foundation
import Records
import Synchronization

/// Who is in the house. Everybody who opens the database is in it together with others; rebuilding and restoring want it alone.
/// The kernel gives the lock back when a process ends, however it ends.
package final class HouseLock: Sendable {
    private let descriptor: Mutex<Int32?>

    /// Whether the last to leave closed the database properly. True as well while others are inside: nobody left yet.
    package let lastStopWasClean: Bool

    /// Whether others were inside when we came.
    package let hasCompany: Bool

    private init(descriptor: Int32, lastStopWasClean: Bool, hasCompany: Bool = false) {
        self.descriptor = Mutex(descriptor)
        (self.lastStopWasClean, self.hasCompany) = (lastStopWasClean, hasCompany)
    }

    deinit { release() }

    /// In the house with others. Call before the database is opened. Throws `.busy` while somebody has it alone.
    package static func shared(_ house: HouseFolder) throws -> HouseLock {
        let file = try openFile(of: house)
        if flock(file, LOCK_EX | LOCK_NB) == 0 {
            // Alone for a moment: a log that is left now was left by somebody who did not close.
            let clean = house.logSize == 0
            return try share(file, lastStopWasClean: clean, hasCompany: false)
        }
        return try share(file, lastStopWasClean: true, hasCompany: true)
    }

    /// Alone in the house. Throws `.busy` while anybody is in it.
    package static func exclusive(_ house: HouseFolder) throws -> HouseLock {
        let file = try openFile(of: house)
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw closing(file, DatabaseFault.ofSystem(errno)) }
        return HouseLock(descriptor: file, lastStopWasClean: house.logSize == 0)
    }

    /// A turn to open the house: making the database and bringing it up to date is for one process at a time, others wait.
    package static func turn(_ house: HouseFolder) throws -> HouseLock {
        let folder = open(house.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder < 0 { throw DatabaseFault.ofSystem(errno) }
        while flock(folder, LOCK_EX) != 0 { if errno != EINTR { throw closing(folder, DatabaseFault.ofSystem(errno)) } }
        return HouseLock(descriptor: folder, lastStopWasClean: true)
    }

    /// The one place to serve from, beside being in the house: what a server remembers of who guesses passwords is not shared with another.
    /// Throws `.busy` while somebody else serves.
    package static func serving(_ house: HouseFolder) throws -> HouseLock {
        let file = open(house.servingPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if file < 0 { throw DatabaseFault.ofSystem(errno) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw closing(file, DatabaseFault.ofSystem(errno)) }
        return HouseLock(descriptor: file, lastStopWasClean: true)
    }

    package func release() {
        descriptor.withLock { file in
            if let open = file { close(open) }
            file = nil
        }
    }

    private static func openFile(of house: HouseFolder) throws -> Int32 {
        try house.make()
        let file = open(house.lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if file < 0 { throw DatabaseFault.ofSystem(errno) }
        return file
    }

    /// Two that come at the same moment both look alone first; so a refusal is believed only after a while.
    private static func share(_ file: Int32, lastStopWasClean: Bool, hasCompany: Bool) throws -> HouseLock {
        for _ in 0..<20 {
            if flock(file, LOCK_SH | LOCK_NB) == 0 {
                return HouseLock(descriptor: file, lastStopWasClean: lastStopWasClean, hasCompany: hasCompany)
            }
            usleep(25_000)
        }
        throw closing(file, DatabaseFault.busy)
    }

    private static func closing(_ file: Int32, _ fault: DatabaseFault) -> DatabaseFault {
        close(file)
        return fault
    }
}
