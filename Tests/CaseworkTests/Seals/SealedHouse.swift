import Casework
import Complaints
import Foundation
import Records
import Rehearsal

/// A house at work whose journal was sealed on two days, with the seals kept elsewhere, and which went on working since.
struct SealedHouse {
    let rehearsal: RehearsalOffice
    let kept: SealRecord
    /// How many entries of each complaint are sealed.
    let sealed: [Int64: Int]

    var records: any Database { rehearsal.records }

    static func with(complaints: Int, acts: Int, seed: UInt64 = 1, _ body: (SealedHouse) async throws -> Void) async throws {
        try await withCaseOffice { rehearsal in
            let sealing = rehearsal.sealing
            var work = RandomWork(rehearsal, seed: seed)
            try await work.run(complaints: complaints - complaints / 3, acts: acts / 2)
            try await attach(to: work.ids, in: rehearsal)
            _ = try await sealing.seal()
            rehearsal.clock.advance(days: 1)
            try await work.run(complaints: complaints / 3, acts: acts / 2)
            _ = try await sealing.seal()
            let kept = try await rehearsal.kept()
            let sealed = try await rehearsal.records.read { snapshot in
                try snapshot.all("SELECT id, sequence FROM complaint") { ($0.integer(0), Int($0.integer(1))) }
            }
            try await work.run(complaints: 1, acts: acts / 3)
            try await body(SealedHouse(rehearsal: rehearsal, kept: kept, sealed: Dictionary(uniqueKeysWithValues: sealed)))
        }
    }

    private static func attach(to ids: [ComplaintID], in rehearsal: RehearsalOffice) async throws {
        for (turn, id) in ids.enumerated() {
            let bytes = Data("bestand \(turn)".utf8)
            let document = Document(
                digest: try rehearsal.blobs.keep(bytes), size: bytes.count, name: Passage("bestand.txt"), isFromCustomer: false)
            _ = try? await rehearsal.office.perform(.attach(document), on: id, by: SampleStaff.mara.actor)
        }
    }

    /// The proof of the seals, with those kept elsewhere or without.
    func proof(withKept: Bool = true) async throws -> SealProof {
        let (key, kept) = (try HouseKeys(in: rehearsal.folder).publicSealingKey(), withKept ? self.kept : nil)
        return try await records.read { try $0.proveSeals(kept, key: key) }
    }
}

extension RehearsalOffice {
    var lines: [String] {
        get async throws { try await records.read { try $0.sealLines(after: 0, limit: 1000).map(\.line) } }
    }

    /// A copy of the seals as they are now, as from a file.
    func kept() async throws -> SealRecord {
        var record = SealRecord(heldBy: "the file")
        for line in try await lines { record.add(line) }
        return record
    }
}
