package import Complaints

/// The procedure as a stream of its own: each version that came into force is an entry, chained like those of a complaint, that vouches for
/// the text and the moment in the table of settings. So nobody can change afterwards what held when.
private enum ProcedureStream {
    static let name = "procedure"
    static let id: Int64 = 1
    static let applied = "applied"
}

extension Transaction {
    /// Brings a version into force, behind the one its author saw; the moment from which it holds. Never earlier than the version before, also
    /// when the machine's clock was set back. Of two who do so at once the second gets `DatabaseFault.unique`.
    @discardableResult
    package func apply(procedure text: String, after version: Int, by actor: Actor, at now: Instant) throws -> Instant {
        let last = try snapshot.procedureEntries().last
        let at = last.map { max(now, Instant(milliseconds: $0.at + 1)) } ?? now
        let number = try set(.procedure, to: text, after: version, by: actor, at: at)
        var body = EntryBody()
        body.add("version", String(number))
        body.add("digest", EntryHash.digest(of: text, salt: []))
        let sequence = (last?.sequence ?? 0) + 1
        let actor = ActorText.text(of: actor.identity)
        let hash = EntryHash.hash(
            after: last?.hash ?? [], stream: ProcedureStream.name, id: ProcedureStream.id, sequence: sequence, at: at.milliseconds,
            actor: actor, name: ProcedureStream.applied, body: body.text)
        try post(
            "INSERT INTO journal (stream, stream_id, sequence, recorded_at, actor, name, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            .text(ProcedureStream.name), .integer(ProcedureStream.id), SQLValue(sequence), .integer(at.milliseconds), .text(actor),
            .text(ProcedureStream.applied), .text(body.text), .blob(hash))
        return at
    }
}

/// An entry of the procedure's stream as it is stored.
private struct ProcedureEntry {
    let sequence: Int
    let at: Int64
    let actor: String
    let name: String
    let body: String
    let hash: [UInt8]
}

extension Snapshot {
    fileprivate func procedureEntries() throws -> [ProcedureEntry] {
        try all(
            "SELECT sequence, recorded_at, actor, name, body, hash FROM journal WHERE stream = 'procedure' AND stream_id = ? ORDER BY sequence",
            .integer(ProcedureStream.id)
        ) { row in
            ProcedureEntry(
                sequence: Int(row.integer(0)), at: row.integer(1), actor: row.text(2), name: row.text(3), body: row.text(4),
                hash: row.blob(5))
        }
    }

    /// Proves that every version of the procedure is the one that came into force, at the moment that is said.
    func proveProcedure(into proof: inout JournalProof) throws {
        var versions = Dictionary(
            try settingVersions(.procedure).map { ($0.version, (digest: EntryHash.digest(of: $0.body, salt: []), at: $0.from)) }
        ) { first, _ in first }
        var previous: [UInt8] = []
        for (index, entry) in try procedureEntries().enumerated() {
            if entry.sequence != index + 1 { proof.note(.gap, 0, entry.sequence, "expected \(index + 1)") }
            let expected = EntryHash.hash(
                after: previous, stream: ProcedureStream.name, id: ProcedureStream.id, sequence: entry.sequence, at: entry.at,
                actor: entry.actor, name: entry.name, body: entry.body)
            if expected != entry.hash { proof.note(.chain, 0, entry.sequence, entry.name) }
            previous = entry.hash
            let reader = EntryReader(name: entry.name, body: entry.body, passages: [:])
            guard let version = reader.optional("version").flatMap({ Int($0) }), let stored = versions.removeValue(forKey: version) else {
                proof.note(.readModel, 0, entry.sequence, "a version of the procedure is gone")
                continue
            }
            if stored.digest != reader.optional("digest") { proof.note(.words, 0, entry.sequence, "version \(version)") }
            if stored.at.milliseconds != entry.at {
                proof.note(.readModel, 0, entry.sequence, "version \(version) holds from another moment")
            }
        }
        for version in versions.keys.sorted() { proof.note(.stray, 0, version, "version \(version) of the procedure without an entry") }
    }
}
