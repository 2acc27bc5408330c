import Foundation
import Records

/// One moment of a database, kept by a transaction that stays open: others read as of it by its name.
final class FrozenMoment: @unchecked Sendable {
    let name: String
    private let lock = NSLock()
    private var link: PostgresLink?

    init(_ address: PostgresAddress) throws {
        let link = try PostgresLink.open(address, for: .maintenance)
        try link.begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", isMarked: false)
        name = PostgresRow(try link.ask("SELECT pg_export_snapshot()", [])).optionalText(0) ?? ""
        self.link = link
    }

    func end() { lock.withLock { link = nil } }
}
