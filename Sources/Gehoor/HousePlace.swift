import Foundation
import RecordsOnPostgres
import RecordsOnSQLite

/// Where a house is: all of it in a folder, or its database on a server and its keys in a folder of each node.
enum HousePlace: Sendable {
    case folder(HouseFolder)
    case server(PostgresAddress, HouseFolder)

    /// From what was typed. Throws 78 for a database that this program can't use, `PostgresRefusal`.
    init(database: String?, folder: HouseFolder) throws {
        guard let url = database, !["", "sqlite", "sqlite:"].contains(url) else {
            self = .folder(folder)
            return
        }
        guard PostgresAddress.isMeant(by: url) else {
            // Not the URL itself: there may be a password in it.
            throw CommandFault(.settings, "The database is `sqlite`, inside the data folder, or an address that begins with postgres://.")
        }
        self = .server(try PostgresAddress(url), folder)
    }

    var folder: HouseFolder {
        switch self {
        case .folder(let folder), .server(_, let folder): folder
        }
    }

    /// As messages name it.
    var shown: String {
        switch self {
        case .folder(let folder): folder.path
        case .server(let address, _): "the database \(address.shown)"
        }
    }

    /// Whether there is a house.
    func isMade() throws -> Bool {
        switch self {
        case .folder(let folder): folder.hasDatabase
        case .server(let address, _): try PostgresDatabase.contents(at: address) == .house
        }
    }
}
