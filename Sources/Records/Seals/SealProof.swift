import Complaints

/// The proof that the house still holds everything that was sealed.
package struct SealProof: Sendable {
    /// Seals that were looked at, and the complaints that they cover.
    package private(set) var seals = 0
    package private(set) var complaints = 0
    package private(set) var findings: [SealFinding] = []
    private var known: Set<SealFinding> = []

    package var isWhole: Bool { findings.isEmpty }

    /// Each finding once, in the order in which they were found.
    mutating func note(_ found: [SealFinding]) {
        for finding in found where known.insert(finding).inserted { findings.append(finding) }
    }

    mutating func count(seals: Int, complaints: Int) {
        self.seals = max(self.seals, seals)
        self.complaints = max(self.complaints, complaints)
    }
}

extension Snapshot {
    /// Proves the seals of the house among themselves, and the journal against them and against those that were kept elsewhere. That each
    /// entry is what its hash says is for `prove()` to tell.
    ///
    /// - Parameters:
    ///   - kept: from elsewhere.
    ///   - key: the public key by which this house seals; nil when there is none.
    package func proveSeals(_ kept: SealRecord? = nil, key: [UInt8]?) throws -> SealProof {
        var proof = SealProof()
        let house = try sealRecord()
        if let kept {
            proof.note(kept.findings + kept.chainFindings())
            let (record, missing) = kept.completed(from: house)
            proof.note(missing + kept.findings(comparedWith: house))
            try SealedState(record).prove(in: self, into: &proof)
        }
        proof.note(house.findings + house.chainFindings())
        proof.note(house.completed().findings)
        if let last = house.ordinals.last.flatMap({ house.seals[$0] }), last.key != key {
            proof.note([SealFinding(.key, "seal \(last.ordinal) in the house is not by the key of the house")])
        }
        try SealedState(house).prove(in: self, into: &proof)
        return proof
    }

    /// The seals of the house.
    package func sealRecord() throws -> SealRecord {
        var record = SealRecord(heldBy: "the house")
        try each("SELECT line FROM seal ORDER BY ordinal") { record.add($0.text(0)) }
        return record
    }
}

/// What seals say together about each complaint.
private struct SealedState {
    private var mentions: [ComplaintNumber: [(seal: Int, head: SealedHead)]] = [:]
    private let last: Seal?
    /// Whether every seal from the first to the last is there.
    private let isComplete: Bool
    private let seals: Int

    init(_ record: SealRecord) {
        let ordinals = record.ordinals
        last = ordinals.last.flatMap { record.seals[$0] }
        isComplete = ordinals.count == ordinals.last ?? 0
        seals = ordinals.count
        for ordinal in ordinals {
            for head in record.seals[ordinal]?.contents.changed ?? [] { mentions[head.number, default: []].append((ordinal, head)) }
        }
    }

    func prove(in snapshot: Snapshot, into proof: inout SealProof) throws {
        proof.count(seals: seals, complaints: mentions.count)
        if isComplete, let last { proof.note(sumFindings(last)) }
        var owners: [[UInt8]: ComplaintNumber]?
        for number in mentions.keys.sorted(by: { $0.digits < $1.digits }) {
            let hashes = try hashes(of: number, in: snapshot)
            guard let finding = finding(number, hashes) else { continue }
            let known = owners ?? self.owners
            owners = known
            proof.note([swapped(finding, hashes, known) ?? finding])
        }
    }

    /// The last seal sums up what all say, so that none could leave a complaint out.
    private func sumFindings(_ last: Seal) -> [SealFinding] {
        var root = MerkleRoot()
        var entries = 0
        let heads = mentions.values.compactMap { $0.last?.head }.sorted { $0.number.digits < $1.number.digits }
        for head in heads {
            root.add(head.text)
            entries += head.entries
        }
        let contents = last.contents
        if root.hash == contents.root, heads.count == contents.complaints, entries == contents.entries { return [] }
        return [SealFinding(.sum, "the seals up to \(last.ordinal) do not say together what seal \(last.ordinal) sums up")]
    }

    private func hashes(of number: ComplaintNumber, in snapshot: Snapshot) throws -> [Int: [UInt8]] {
        guard let id = try snapshot.complaintID(of: number) else { return [:] }
        var hashes: [Int: [UInt8]] = [:]
        let sql = "SELECT sequence, hash FROM journal WHERE stream = 'complaint' AND stream_id = ?"
        try snapshot.each(sql, values: [.integer(id.value)]) { hashes[Int($0.integer(0))] = $0.blob(1) }
        return hashes
    }

    /// The first thing that is wrong with a complaint.
    private func finding(_ number: ComplaintNumber, _ hashes: [Int: [UInt8]]) -> SealFinding? {
        guard let first = mentions[number]?.first else { return nil }
        guard let last = hashes.keys.max() else {
            return SealFinding(.vanished, of: number, "was sealed by seal \(first.seal), and is gone")
        }
        var sound = 0
        for (seal, sealed) in mentions[number] ?? [] {
            if last < sealed.entries {
                return SealFinding(.shortened, of: number, "ends with entry \(last), where seal \(seal) sealed \(sealed.entries)")
            }
            if hashes[sealed.entries] != sealed.head {
                let isOne = sound + 1 >= sealed.entries
                let entry = isOne ? "entry \(sealed.entries)" : "one of the entries \(sound + 1) to \(sealed.entries)"
                return SealFinding(.altered, of: number, "\(entry) is not what seal \(seal) sealed")
            }
            sound = sealed.entries
        }
        return nil
    }

    private var owners: [[UInt8]: ComplaintNumber] {
        var owners: [[UInt8]: ComplaintNumber] = [:]
        for (number, heads) in mentions { for (_, sealed) in heads { owners[sealed.head] = number } }
        return owners
    }

    private func swapped(_ finding: SealFinding, _ hashes: [Int: [UInt8]], _ owners: [[UInt8]: ComplaintNumber]) -> SealFinding? {
        guard let number = finding.complaint, let owner = hashes.values.compactMap({ owners[$0] }).first(where: { $0 != number }) else {
            return nil
        }
        return SealFinding(.swapped, of: number, "has what was sealed of complaint \(owner.formatted)")
    }
}
