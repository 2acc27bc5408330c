import Complaints
import Crypto
package import Records

/// Makes the seals of the house: one a day, signed by a key that lies outside the database.
///
/// What is sealed is read in pieces, so that nobody waits for it: each complaint's head is a fact from the moment it is written, so it
/// does not matter that others write meanwhile; what they write is for the next seal.
package struct Sealing: Sendable {
    private static let lot = 1000

    private let records: any Database
    private let keys: HouseKeys
    private let clock: Clock
    private let house: CurrentHouse

    package init(records: any Database, keys: HouseKeys, clock: Clock, house: CurrentHouse) {
        (self.records, self.keys, self.clock, self.house) = (records, keys, clock, house)
    }

    /// Seals, unless it was done today; nil then. Throws `DatabaseFault`, `HouseKeys.Fault`.
    package func sealToday() async throws -> Seal? {
        let (zone, last, before) = try await records.read { [house] in
            (try house.settings(in: $0).calendar.zone, try $0.lastSeal(), try Self.lastDigest($0))
        }
        if let last, zone.moment(at: last.madeAt).day == zone.moment(at: clock.now()).day { return nil }
        // What another node seals from here on is today's seal.
        return try await seal(after: before)
    }

    /// Seals now; nil when somebody else does at the same moment.
    package func seal() async throws -> Seal? { try await seal(after: try await records.read { try Self.lastDigest($0) }) }

    private func seal(after before: (ordinal: Int, digest: [UInt8])?) async throws -> Seal? {
        let key = try keys.sealingKey()
        let (contents, changed) = try await gather(after: before)
        let seal = try Seal(contents, signedBy: key)
        let isFirst = try await records.write { tx in
            if try (tx.snapshot.lastSeal()?.ordinal ?? 0) != seal.ordinal - 1 { return false }
            try tx.add(seal)
            return true
        }
        guard isFirst else { return nil }
        // Should this be cut off, the next seal names these complaints once more, which does no harm.
        for start in stride(from: 0, to: changed.count, by: Self.lot) {
            let lot = changed[start..<min(start + Self.lot, changed.count)]
            try await records.write { try $0.note(lot, coveredBy: seal.ordinal) }
        }
        return seal
    }

    private static func lastDigest(_ snapshot: Snapshot) throws -> (ordinal: Int, digest: [UInt8])? {
        guard let ordinal = try snapshot.lastSeal()?.ordinal, let line = try snapshot.sealLine(ordinal) else { return nil }
        return (ordinal, Seal.digest(of: line))
    }

    private func gather(after before: (ordinal: Int, digest: [UInt8])?) async throws -> (SealContents, [SealableComplaint]) {
        let now = clock.now()
        var root = MerkleRoot()
        var (complaints, entries) = (0, 0)
        var changed: [SealableComplaint] = []
        var place: String? = ""
        while let from = place {
            let lot = try await records.read { try $0.sealable(after: from, limit: Self.lot) }
            for complaint in lot.complaints {
                root.add(complaint.sealed.text)
                complaints += 1
                entries += complaint.sealed.entries
                if complaint.sealed.entries > complaint.coveredEntries { changed.append(complaint) }
            }
            place = lot.last
            // Others have their turn.
            await Task.yield()
        }
        let contents = SealContents(
            ordinal: (before?.ordinal ?? 0) + 1, madeAt: now, complaints: complaints, entries: entries, root: root.hash,
            previous: before?.digest, changed: changed.map(\.sealed))
        return (contents, changed)
    }
}
