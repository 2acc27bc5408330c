package import Complaints
import Foundation

/// A measure as the journal holds it, with the hash its chain ends in.
package struct JournalledMeasure: Sendable {
    package var measure: Measure
    package var history: [RecordedMeasureEvent]
    package var head: [UInt8]
}

extension StreamWords {
    static let ofMeasures = StreamWords(
        stream: "measure", table: "measure_passage", owner: "measure_id", mark: "measure: ",
        isSlot: { WrittenMeasureEvent.slots.contains(String($0)) })
}

extension Snapshot {
    /// A measure folded from its own entries; nil when there is none.
    package func journalledMeasure(_ id: MeasureID) throws -> JournalledMeasure? {
        let stream = try storedStream(StreamWords.ofMeasures.stream, id.value)
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
        for (slot, digest) in try keep(written.passages, in: .ofMeasures, of: id.value, recorded.sequence) {
            written.sealed(slot, digest: digest)
        }
        head = try chain(
            written.name, written.body, to: StreamWords.ofMeasures.stream, id.value, recorded.sequence, after: head, by: recorded.by,
            at: recorded.at)
    }

    /// Derives the rows of every measure anew; they have been thrown away.
    func rebuildMeasures() throws {
        for id in try snapshot.measureIDs() {
            guard let journalled = try snapshot.journalledMeasure(id) else { throw UnreadableEntry(name: "raised", key: "") }
            try putReadModel(of: journalled.measure, head: journalled.head)
        }
    }
}
