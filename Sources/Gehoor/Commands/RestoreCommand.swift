import ArgumentParser
import Casework
import Foundation
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
        let place = try house.place()
        let (manifest, findings) = try await CommandFault.wording { try await restore(into: place) }
        for finding in findings { Output.data(finding) }
        let state = findings.isEmpty ? "whole" : Counted.words(findings.count, "finding")
        Output.data(
            "Restored \(Counted.words(manifest.complaints, "complaint")) and \(Counted.words(manifest.documents, "document")) as of \(manifest.madeAt) in \(place.shown): \(state)."
        )
        if !findings.isEmpty { throw CommandFault(.findings, "") }
    }

    private func restore(into target: HousePlace) async throws -> (BackupManifest, findings: [String]) {
        if case .server = target, try target.isMade() { throw CommandFault(.notAllowed, "There is a house in \(target.shown) already.") }
        let backup = try BackupReader(of: file)
        let place = try RestoringPlace(in: target.folder)
        do {
            try backup.unpack(into: place.work.path)
            let findings = try await Self.findings(in: place.work, backup.manifest)
            if case .server = target {
                try await Self.carry(place.work, to: target)
                place.leave()
            } else {
                try place.finish()
            }
            return (backup.manifest, findings)
        } catch {
            place.abandon()
            throw error
        }
    }

    /// Into the database on the server; the keys stay in the data folder.
    private static func carry(_ work: HouseFolder, to target: HousePlace) async throws {
        try HouseKeys(in: work.path).copy(to: target.folder.path)
        let source = try SQLiteDatabase(in: work)
        do {
            let documents = BlobFolder(folder: URL(fileURLWithPath: work.path).appendingPathComponent("documents"))
            try await OpenHouse.with(target, ifAbsent: .make, .alone, isMoving: true) { target in
                _ = try await HouseMove(from: source, documents, to: target.database, target.blobs).run { Output.say($0) }
            }
            try await source.close()
        } catch {
            try? await source.close()
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
