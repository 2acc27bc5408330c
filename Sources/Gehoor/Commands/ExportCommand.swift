import ArgumentParser
import Casework
import Foundation
import RecordsOnSQLite

/// `gehoor export`
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Prints every complaint, oldest first. The same data gives the same bytes.")

    @OptionGroup var house: HouseOptions

    @Option(help: "csv (one record for each complaint) or json (one object a line, with everything that happened).")
    var format: RegisterExport.Format

    func run() async throws {
        let count = try await OpenHouse.with(house, ifAbsent: .refuse) { house in
            try await RegisterExport(of: house.database, as: format).run { try FileHandle.standardOutput.write(contentsOf: $0) }
        }
        Output.say("\(Counted.words(count, "complaint")).")
    }
}

extension RegisterExport.Format: ExpressibleByArgument {}
