import Foundation
import Records

/// One moment of a database, kept by a transaction that stays open: others read as of it by its name.
final class FrozenMoment: @unchecked Sendable {
    let name: String
    private let lock = NSLock()
    private var link: PostgresLink?

    init(_ address: PostgresAddress) throws {
        let link = try PostgresLink.open(address, for: .maintenance)
        try link.begin(Self.beginning, isMarked: false)
        name = PostgresRow(try link.ask("SELECT pg_export_snapshot()", [])).optionalText(0) ?? ""
        self.link = link
    }

    private static let beginning = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"

    /// Begins a read of this moment on another connection.
    func begin(on link: PostgresLink) throws {
        try link.begin(Self.beginning, isMarked: false)
        try link.post("SET TRANSACTION SNAPSHOT '\(name)'", [])
    }

    func end() { lock.withLock { link = nil } }
}
