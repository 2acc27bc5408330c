import ArgumentParser
import Casework
import Foundation
import Records
import RecordsOnPostgres
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
                try await write(house)
            }
        }
        for digest in manifest.lost { Output.data("document: \(digest) is missing or altered, and is not in the backup") }
        Output.say(
            "\(file): \(Counted.words(manifest.complaints, "complaint")) and \(Counted.words(manifest.documents, "document")) as of \(manifest.madeAt)."
        )
        Output.say("It holds the keys of the house and every file in it: keep it as secret as the data folder.")
        if !manifest.lost.isEmpty { throw CommandFault(.findings, "") }
    }

    private func write(_ house: OpenHouse) async throws -> BackupManifest {
        guard let server = house.database as? PostgresDatabase else {
            return try await Backup(of: house.database, in: house.folder.path, clock: .system).write(to: file)
        }
        // A backup is the same file for every engine: what is on the server, as of one moment, is carried into a house of one folder first.
        // The file is held before: what can't be written is not gathered, and nobody else works in that folder.
        let held = try BackupFile(file)
        let work = HouseFolder(held.part + ".house")
        try? FileManager.default.removeItem(atPath: work.path)
        defer { try? FileManager.default.removeItem(atPath: work.path) }
        let moment = try server.frozen()
        let copy = try SQLiteDatabase(in: work)
        do {
            try await Migrations.apply(on: copy)
            let documents = BlobFolder(folder: URL(fileURLWithPath: work.path).appendingPathComponent("documents"))
            _ = try await HouseMove(from: moment, BlobTable(in: moment), to: copy, documents).run()
            try await moment.close()
            try HouseKeys(in: house.folder.path).copy(to: work.path)
            let manifest = try await Backup(of: copy, in: work.path, clock: .system).write(to: held)
            try await copy.close()
            return manifest
        } catch {
            try? await moment.close()
            try? await copy.close()
            throw error
        }
    }
}
