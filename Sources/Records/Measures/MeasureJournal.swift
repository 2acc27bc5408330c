package import Complaints
import Foundation

/// A measure as the journal holds it, with the hash its chain ends in.
package struct JournalledMeasure: Sendable {
    package var measure: Measure
    package var history: [RecordedMeasureEvent]
    package var head: [UInt8]
}

enum MeasureStream { static let name = "measure" }

extension Snapshot {
    /// A measure folded from its own entries; nil when there is none.
    package func journalledMeasure(_ id: MeasureID) throws -> JournalledMeasure? {
        let stream = try storedStream(MeasureStream.name, id.value)
        let history = try measureHistory(stream)
        guard let head = stream.entries.last?.hash, let measure = Measure(id: id, history: history) else { return nil }
        return JournalledMeasure(measure: measure, history: history, head: head)
    }

    func measureHistory(_ stream: StoredStream) throws -> [RecordedMeasureEvent] {
        var words: [Int: [String: String]] = [:]
        try each("SELECT sequence, slot, body FROM measure_passage WHERE measure_id = ?", values: [.integer(stream.id)]) { row in
            words[Int(row.integer(0)), default: [:]][row.text(1)] = row.text(2)
        }
        return try stream.entries.map { entry in
            guard let by = ActorText.identity(in: entry.actor) else { throw UnreadableEntry(name: entry.name, key: "actor") }
            let reader = EntryReader(name: entry.name, body: entry.body, passages: words[entry.sequence] ?? [:])
            return RecordedMeasureEvent(
                sequence: entry.sequence, at: Instant(milliseconds: entry.at), by: by, try reader.measureEvent())
        }
    }

    /// The keys of every measure that the journal tells of.
    func measureIDs() throws -> [MeasureID] {
        try all("SELECT DISTINCT stream_id FROM journal WHERE stream = 'measure' ORDER BY stream_id") { MeasureID($0.integer(0)) }
    }
}

extension Transaction {
    /// The measure to decide upon; nil without one. Others that want to change it wait.
    package func measureToChange(_ id: MeasureID) throws -> JournalledMeasure? {
        try hold("measure WHERE id = ?", [.integer(id.value)])
        return try snapshot.journalledMeasure(id)
    }

    /// Writes a new measure.
    package func append(_ event: MeasureEvent, asNew id: MeasureID, by actor: Actor, at instant: Instant) throws -> Measure {
        var head: [UInt8] = []
        let recorded = RecordedMeasureEvent(sequence: 1, at: instant, by: actor.identity, event)
        try write(recorded, to: id, head: &head)
        guard let measure = Measure(id: id, history: [recorded]) else { throw UnreadableEntry(name: "raised", key: "") }
        try putReadModel(of: measure, head: head)
        return measure
    }

    /// Writes what happened next.
    package func append(_ event: MeasureEvent, to journalled: JournalledMeasure, by actor: Actor, at instant: Instant) throws -> Measure {
        var (measure, head) = (journalled.measure, journalled.head)
        let at = max(instant, measure.changedAt)
        let recorded = RecordedMeasureEvent(sequence: measure.sequence + 1, at: at, by: actor.identity, event)
        try write(recorded, to: measure.id, head: &head)
        measure.evolve(recorded)
        try putReadModel(of: measure, head: head)
        return measure
    }

    private func write(_ recorded: RecordedMeasureEvent, to id: MeasureID, head: inout [UInt8]) throws {
        var written = WrittenMeasureEvent(recorded.event)
        for (slot, text) in written.passages {
            written.sealed(slot, digest: try keep(text, of: id, recorded.sequence, slot))
        }
        let actor = ActorText.text(of: recorded.by)
        head = EntryHash.hash(
            after: head, stream: MeasureStream.name, id: id.value, sequence: recorded.sequence, at: recorded.at.milliseconds, actor: actor,
            name: written.name, body: written.body.text)
        // Of two who write at once the second is refused by the key.
        try execute(
            "INSERT INTO journal (stream, stream_id, sequence, recorded_at, actor, name, body, hash) VALUES ('measure', ?, ?, ?, ?, ?, ?, ?)",
            .integer(id.value), SQLValue(recorded.sequence), .integer(recorded.at.milliseconds), .text(actor), .text(written.name),
            .text(written.body.text), .blob(head))
    }

    private func keep(_ text: String, of id: MeasureID, _ sequence: Int, _ slot: String) throws -> String {
        let salt = (0..<2).flatMap { _ in withUnsafeBytes(of: UInt64.random(in: .min ... .max)) { Array($0) } }
        try post(
            "INSERT INTO measure_passage (measure_id, sequence, slot, body, salt) VALUES (?, ?, ?, ?, ?)",
            .integer(id.value), SQLValue(sequence), .text(slot), .text(text), .blob(salt))
        return EntryHash.digest(of: text, salt: salt)
    }

    /// Derives the rows of every measure anew; they have been thrown away.
    func rebuildMeasures() throws {
        for id in try snapshot.measureIDs() {
            guard let journalled = try snapshot.journalledMeasure(id) else { throw UnreadableEntry(name: "raised", key: "") }
            try putReadModel(of: journalled.measure, head: journalled.head)
        }
    }
}
