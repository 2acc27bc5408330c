import ArgumentParser
import Foundation
import RecordsOnSQLite

/// Where the house is: the same for every command.
struct HouseOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The data folder (or GEHOOR_DATA).", valueName: "dir"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            "The database (or GEHOOR_DATABASE): `sqlite`, inside the data folder, or postgres://user:password@host/name.", valueName: "url")
    )
    var database: String?

    /// Whether a house was named at all.
    var isGiven: Bool {
        let environment = ProcessInfo.processInfo.environment
        return ![data, database, environment["GEHOOR_DATA"], environment["GEHOOR_DATABASE"]].allSatisfy { $0?.isEmpty ?? true }
    }

    /// Throws a usage error without a data folder, and 78 for a database that this program can't use.
    func place() throws -> HousePlace {
        let environment = ProcessInfo.processInfo.environment
        let url = database ?? environment["GEHOOR_DATABASE"]
        guard let path = data ?? environment["GEHOOR_DATA"], !path.isEmpty else {
            // What is wrong with the database is said first: it may be all that was given.
            _ = try HousePlace(database: url, folder: HouseFolder(""))
            throw ValidationError("Say where the data is: --data DIR, or GEHOOR_DATA.")
        }
        return try HousePlace(database: url, folder: HouseFolder(path))
    }
}
