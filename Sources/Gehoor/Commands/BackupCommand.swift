import ArgumentParser
import Casework
import RecordsOnSQLite

/// `gehoor backup`
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Writes everything into one file, while the house is in use: database, documents and keys.")

    @OptionGroup var house: HouseOptions

    @Argument(help: "The file to make. One that is there is never overwritten.")
    var file: String

    func run() async throws {
        let manifest = try await OpenHouse.with(house, ifAbsent: .refuse) { house in
            try await CommandFault.wording {
                try await Backup(of: house.database, in: house.folder.path, clock: .system).write(to: file)
            }
        }
        for digest in manifest.lost { Output.data("document: \(digest) is missing or altered, and is not in the backup") }
        Output.say("\(file): \(manifest.complaints) complaints and \(manifest.documents) documents as of \(manifest.madeAt).")
        Output.say("It holds the keys of the house and every file in it: keep it as secret as the data folder.")
        if !manifest.lost.isEmpty { throw CommandFault(.findings, "") }
    }
}
