import ArgumentParser
import Foundation
import RecordsOnSQLite

/// Where the house is: the same for every command.
struct HouseOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The data folder (or GEHOOR_DATA).", valueName: "dir"))
    var data: String?

    @Option(help: ArgumentHelp("The database (or GEHOOR_DATABASE): `sqlite`, inside the data folder.", valueName: "url"))
    var database: String?

    /// The data folder. Throws a usage error without one, and 78 for a database that this program can't use.
    func folder() throws -> HouseFolder {
        let environment = ProcessInfo.processInfo.environment
        if let url = database ?? environment["GEHOOR_DATABASE"], !["", "sqlite", "sqlite:"].contains(url) {
            // Not the URL itself: there may be a password in it.
            throw CommandFault(.settings, "This program keeps its data in SQLite only: leave --database out, or give `sqlite`.")
        }
        guard let path = data ?? environment["GEHOOR_DATA"], !path.isEmpty else {
            throw ValidationError("Say where the data is: --data DIR, or GEHOOR_DATA.")
        }
        return HouseFolder(path)
    }
}
