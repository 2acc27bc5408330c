import Foundation
import Records

/// Who is in the house, on whichever node. Everybody who opens the database is in it together with others; rebuilding and restoring want
/// it alone. The server gives the lock back when a connection ends, however it ends.
package final class HousePresence: @unchecked Sendable {
    /// Keys of advisory locks are numbers of one space for all of a database; these are the first bytes of "gehoor" and a count.
    static let houseKey: Int64 = 0x6765_686F_6F72_0001
    static let maintenanceKey: Int64 = 0x6765_686F_6F72_0002

    private let lock = NSLock()
    private var link: PostgresLink?

    private init(_ link: PostgresLink) { self.link = link }

    /// In the house with others. Throws `DatabaseFault.busy` while somebody has it alone, `PostgresRefusal`.
    package static func shared(_ address: PostgresAddress) throws -> HousePresence {
        try take(address, "pg_try_advisory_lock_shared")
    }

    /// Alone in the house. Throws `DatabaseFault.busy` while anybody is in it, `PostgresRefusal`.
    package static func exclusive(_ address: PostgresAddress) throws -> HousePresence { try take(address, "pg_try_advisory_lock") }

    private static func take(_ address: PostgresAddress, _ function: String) throws -> HousePresence {
        let link = try PostgresLink.open(address, for: .maintenance)
        // To its end: a transaction that stays open for as long as the house does keeps the server from ever tidying up.
        let result = try link.finish("SELECT \(function)(\(houseKey))")
        guard PostgresRow(result).flag(0) else { throw DatabaseFault.busy }
        return HousePresence(link)
    }

    package func release() { lock.withLock { link = nil } }
}
