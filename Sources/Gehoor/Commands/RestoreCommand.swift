import ArgumentParser
import Casework
import Records
import RecordsOnSQLite

/// `gehoor restore`
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Makes a house from a backup, in a folder that is empty or not there, and proves it.")

    @OptionGroup var house: HouseOptions

    @Argument(help: "The file that `gehoor backup` made.")
    var file: String

    func run() async throws {
        let folder = try house.folder()
        let (manifest, findings) = try await CommandFault.wording { try await restore(into: folder) }
        for finding in findings { Output.data(finding) }
        let state = findings.isEmpty ? "whole" : "\(findings.count) findings"
        Output.data(
            "Restored \(manifest.complaints) complaints and \(manifest.documents) documents as of \(manifest.madeAt) in \(folder.path): \(state)."
        )
        if !findings.isEmpty { throw CommandFault(.findings, "") }
    }

    private func restore(into folder: HouseFolder) async throws -> (BackupManifest, findings: [String]) {
        let backup = try BackupReader(of: file)
        let place = try RestoringPlace(in: folder)
        do {
            try backup.unpack(into: place.work.path)
            let findings = try await Self.findings(in: place.work, backup.manifest)
            try place.finish()
            return (backup.manifest, findings)
        } catch {
            place.abandon()
            throw error
        }
    }

    /// The proof of what was unpacked. A finding is told and does not stop: the backup holds what its house held.
    private static func findings(in work: HouseFolder, _ manifest: BackupManifest) async throws -> [String] {
        do {
            let database = try SQLiteDatabase(in: work)
            do {
                try await Migrations.apply(on: database)
                let flaws = try await database.quickCheck().map { "database: \($0)" }
                let key = try HouseKeys(in: work.path).publicSealingKey()
                let (proof, seals, contents) = try await database.read {
                    (try $0.prove(), try $0.proveSeals(key: key), try $0.houseContents())
                }
                try await database.close()
                let there = Set(manifest.entries.map(\.sha256))
                let lost = contents.documents.filter { !there.contains($0) }.map { "document: \($0) is not in the backup" }
                return flaws + proof.findings.map(\.line) + seals.findings.map(\.line) + lost
            } catch {
                try? await database.close()
                throw error
            }
        } catch DatabaseFault.corrupt(let text) {
            throw BackupFault.unreadable("its database is none (\(text))")
        }
    }
}
