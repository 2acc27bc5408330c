package import Complaints
import Foundation

/// What is wrong with the journal, named.
package struct JournalFinding: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// A sequence number is missing or doubled.
        case gap
        /// An entry is not what its hash says, or the chain was cut.
        case chain
        /// An entry can't be read.
        case unreadable
        /// Words are not the ones that the entry vouches for.
        case words
        /// Words without an entry that vouches for them.
        case stray
        /// The complaint's row does not end where its chain ends, or is missing, or has no journal.
        case head
        /// The row (or a version of the procedure) says something else than the journal.
        case readModel = "read-model"
    }

    package let kind: Kind
    /// 0 for the procedure's own stream; the key of a measure where the detail begins with `measure`.
    package let complaint: Int64
    package let sequence: Int
    package let detail: String
}

/// A proof of the whole journal: every chain, every digest, every head, every read model.
package struct JournalProof: Sendable {
    package private(set) var complaints = 0
    package private(set) var entries = 0
    package private(set) var findings: [JournalFinding] = []
    /// The hash in which the last chain that was looked at ends, in hexadecimal.
    package private(set) var head = ""
    /// Findings beyond this many are only counted.
    package static let mostFindings = 1000
    package private(set) var unnamed = 0

    package var isWhole: Bool { findings.isEmpty }

    mutating func note(_ kind: JournalFinding.Kind, _ complaint: Int64, _ sequence: Int, _ detail: String) {
        guard findings.count < Self.mostFindings else { return unnamed += 1 }
        findings.append(JournalFinding(kind: kind, complaint: complaint, sequence: sequence, detail: detail))
    }

    mutating func count(_ entries: Int, head: [UInt8]) {
        complaints += 1
        self.entries += entries
        self.head = EntryHash.hex(head)
    }
}

extension Snapshot {
    /// Proves the journal complaint by complaint.
    package func prove(progress: (Int) -> Void = { _ in }) throws -> JournalProof {
        var proof = JournalProof()
        let ids = try all("SELECT DISTINCT stream_id FROM journal WHERE stream = 'complaint'") { $0.integer(0) }
        for id in ids {
            try ComplaintProof(id: id, snapshot: self).run(into: &proof)
            if proof.complaints.isMultiple(of: 1000) { progress(proof.complaints) }
        }
        for id in try all(
            "SELECT id FROM complaint WHERE id NOT IN (SELECT stream_id FROM journal WHERE stream = 'complaint')", as: { $0.integer(0) })
        {
            proof.note(.head, id, 0, "a complaint without a journal")
        }
        try proveProcedure(into: &proof)
        try proveMeasures(into: &proof)
        try proveNoStrays(.ofComplaints, into: &proof)
        return proof
    }
}

extension Snapshot {
    /// Proves one complaint's chain, words and row.
    package func prove(_ id: ComplaintID) throws -> JournalProof {
        var proof = JournalProof()
        try ComplaintProof(id: id.value, snapshot: self).run(into: &proof)
        return proof
    }
}

/// The proof of one complaint's chain.
private struct ComplaintProof {
    let id: Int64
    let snapshot: Snapshot

    func run(into proof: inout JournalProof) throws {
        let stream = try snapshot.storedStream(StreamWords.ofComplaints.stream, id)
        let entries = stream.entries
        proof.count(entries.count, head: entries.last?.hash ?? [])
        stream.proveChain(as: id, into: &proof)
        try snapshot.proveWords(.ofComplaints, of: stream, into: &proof)
        try proveReadModel(entries, into: &proof)
    }

    private func proveReadModel(_ entries: [StoredStream.Entry], into proof: inout JournalProof) throws {
        do {
            let history = try snapshot.history(of: ComplaintID(id)).inForce
            guard let complaint = Complaint(id: ComplaintID(id), history: history) else {
                return proof.note(.unreadable, id, 1, "no registration")
            }
            try ReadModelProof(complaint: complaint, head: entries.last?.hash ?? [], history: history, snapshot: snapshot).run(into: &proof)
        } catch let error as UnreadableEntry {
            proof.note(.unreadable, id, 0, "\(error.name) \(error.key)")
        }
    }
}
