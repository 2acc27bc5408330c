package import Complaints
import Crypto
import Foundation

/// A complaint as the journal holds it, with the hash its chain ends in.
package struct JournalledComplaint: Sendable {
    package var complaint: Complaint
    /// All that happened to it.
    package var history: [RecordedOccurrence]
    package var head: [UInt8]
}

extension Snapshot {
    /// The key of the complaint with this number.
    package func complaintID(of number: ComplaintNumber) throws -> ComplaintID? {
        try first("SELECT id FROM complaint WHERE number = ?", .text(number.digits)) { ComplaintID($0.integer(0)) }
    }

    /// Whether there is a complaint with this key.
    package func hasComplaint(_ id: ComplaintID) throws -> Bool {
        try exists("SELECT 1 FROM complaint WHERE id = ?", .integer(id.value))
    }

    /// What a complaint was merged into, if it was.
    package func duplicateOf(_ id: ComplaintID) throws -> ComplaintID? {
        try first("SELECT duplicate_of FROM complaint WHERE id = ?", .integer(id.value)) {
            $0.optionalInteger(0).map { ComplaintID($0) }
        } ?? nil
    }

    /// The number of a complaint; nil when there is none.
    package func number(of id: ComplaintID) throws -> ComplaintNumber? {
        try first("SELECT number FROM complaint WHERE id = ?", .integer(id.value)) { ComplaintNumber(parsing: $0.text(0)) } ?? nil
    }

    /// Everything that happened to a complaint, in order; empty when there is no such complaint.
    package func history(of id: ComplaintID) throws -> [RecordedOccurrence] { try entries(of: id).map(\.recorded) }

    /// A complaint folded from its own entries; nil when there is none.
    package func complaint(_ id: ComplaintID) throws -> Complaint? { Complaint(id: id, history: try history(of: id)) }

    package func journalled(_ id: ComplaintID) throws -> JournalledComplaint? {
        let entries = try entries(of: id)
        let history = entries.map(\.recorded)
        guard let head = entries.last?.hash, let complaint = Complaint(id: id, history: history) else { return nil }
        return JournalledComplaint(complaint: complaint, history: history, head: head)
    }

    /// The erasable words of a complaint that are there, by entry and slot.
    func passages(of id: ComplaintID) throws -> [Int: [String: String]] {
        var passages: [Int: [String: String]] = [:]
        try each("SELECT sequence, slot, body FROM passage WHERE complaint_id = ?", values: [.integer(id.value)]) { row in
            passages[Int(row.integer(0)), default: [:]][row.text(1)] = row.text(2)
        }
        return passages
    }

    private func entries(of id: ComplaintID) throws -> [(recorded: RecordedOccurrence, hash: [UInt8])] {
        try foresee { _ = try ($0.passages(of: id), $0.entries(of: id, [:])) }
        return try entries(of: id, try passages(of: id))
    }

    private func entries(of id: ComplaintID, _ passages: [Int: [String: String]]) throws -> [(recorded: RecordedOccurrence, hash: [UInt8])]
    {
        try all(
            "SELECT sequence, recorded_at, actor, name, body, hash FROM journal WHERE stream = 'complaint' AND stream_id = ? ORDER BY sequence",
            .integer(id.value)
        ) { row in
            let sequence = Int(row.integer(0))
            let reader = EntryReader(name: row.text(3), body: row.text(4), passages: passages[sequence] ?? [:])
            guard let by = ActorText.identity(in: row.text(2)) else { throw UnreadableEntry(name: row.text(3), key: "actor") }
            let at = Instant(milliseconds: row.integer(1))
            return (RecordedOccurrence(sequence: sequence, at: at, by: by, try reader.occurrence()), row.blob(5))
        }
    }
}

extension Transaction {
    /// The complaint to decide upon; throws `Refusal.notThere` without one.
    package func complaintToChange(_ id: ComplaintID) throws -> JournalledComplaint {
        try hold(id)
        guard let journalled = try snapshot.journalled(id) else { throw Refusal.notThere }
        return journalled
    }

    /// Holds a complaint until this write ends: whoever else wants to change it waits, and then sees what was done here.
    package func hold(_ id: ComplaintID) throws { try hold("complaint WHERE id = ?", [.integer(id.value)]) }

    /// Holds a complaint and all that it is in turn a duplicate of, so that no two writes close a ring.
    package func holdDuplicates(from id: ComplaintID) throws {
        var held = [id]
        try hold(id)
        while let last = held.last, held.count < 100, let next = try snapshot.duplicateOf(last), !held.contains(next) {
            try hold(next)
            held.append(next)
        }
    }

    /// Writes a new complaint; its number must be free (`DatabaseFault.unique` otherwise).
    package func append(_ occurrences: [Occurrence], asNew id: ComplaintID, by actor: Actor, at instant: Instant) throws -> Complaint {
        var head: [UInt8] = []
        let recorded = try write(occurrences, after: 0, to: id, head: &head, by: actor, at: instant)
        guard let complaint = Complaint(id: id, history: recorded) else { throw UnreadableEntry(name: "registered", key: "") }
        try insertReadModel(of: complaint, head: head)
        try keepFigures(of: complaint, recorded)
        try follow(recorded, of: complaint)
        return complaint
    }

    /// Writes a complaint with all that has already happened to it, each thing at its own moment and by whoever did it.
    ///
    /// - Parameter history: in order from sequence 1; what does not begin with a registration is `UnreadableEntry`.
    package func append(history: [RecordedOccurrence], asNew id: ComplaintID) throws -> Complaint {
        var head: [UInt8] = []
        for recorded in history { try write(recorded, to: id, head: &head) }
        guard let complaint = Complaint(id: id, history: history) else { throw UnreadableEntry(name: "registered", key: "") }
        try insertReadModel(of: complaint, head: head)
        try keepFigures(of: complaint, history)
        try follow(history.inForce, of: complaint)
        return complaint
    }

    /// Writes what happened next: journal, words, read models, search.
    package func append(_ occurrences: [Occurrence], to journalled: JournalledComplaint, by actor: Actor, at instant: Instant) throws
        -> JournalledComplaint
    {
        var complaint = journalled.complaint
        var head = journalled.head
        // The journal's clock never runs backwards within a file, even when the machine's does.
        let instant = max(instant, complaint.changedAt)
        let recorded = try write(occurrences, after: complaint.sequence, to: complaint.id, head: &head, by: actor, at: instant)
        complaint.take(recorded, after: journalled.history)
        try updateReadModel(of: complaint, head: head)
        let history = journalled.history + recorded
        try keepFigures(of: complaint, history)
        if recorded.contains(where: \.occurrence.event.isUndoing) {
            try takeBack(history, of: complaint)
        } else {
            try follow(recorded, of: complaint)
        }
        return JournalledComplaint(complaint: complaint, history: history, head: head)
    }

    /// The read models that grow with each occurrence rather than with the complaint as a whole.
    func follow(_ recorded: [RecordedOccurrence], of complaint: Complaint) throws {
        for one in recorded { try updateConsultations(one, of: complaint.id) }
        try indexForSearch(recorded, of: complaint.id)
    }

    private func write(
        _ occurrences: [Occurrence], after last: Int, to id: ComplaintID, head: inout [UInt8], by actor: Actor, at instant: Instant
    ) throws -> [RecordedOccurrence] {
        let recorded = occurrences.enumerated().map { index, occurrence in
            RecordedOccurrence(sequence: last + index + 1, at: instant, by: actor.identity, occurrence)
        }
        for one in recorded { try write(one, to: id, head: &head) }
        return recorded
    }

    private func write(_ recorded: RecordedOccurrence, to id: ComplaintID, head: inout [UInt8]) throws {
        let sequence = recorded.sequence
        var written = WrittenOccurrence(recorded.occurrence)
        for (slot, digest) in try keep(written.passages, in: .ofComplaints, of: id.value, sequence) {
            written.sealed(slot, digest: digest)
        }
        head = try chain(
            written.name, written.body, to: StreamWords.ofComplaints.stream, id.value, sequence, after: head, by: recorded.by,
            at: recorded.at)
    }
}

extension StreamWords {
    static let ofComplaints = StreamWords(
        stream: "complaint", table: "passage", owner: "complaint_id", mark: "", erasure: "erased",
        isSlot: { key in
            switch key {
            case "text", "reason", "note", "question", "story", "customer", "representative", "remedy", "answer", "name", "to", "reference":
                true
            default: key.hasPrefix("grievance-") || key.hasPrefix("why-")
            }
        })
}
