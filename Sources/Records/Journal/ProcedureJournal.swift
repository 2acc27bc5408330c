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
        let last = try snapshot.storedStream(ProcedureStream.name, ProcedureStream.id).entries.last
        let at = last.map { max(now, Instant(milliseconds: $0.at + 1)) } ?? now
        let number = try set(.procedure, to: text, after: version, by: actor, at: at)
        var body = EntryBody()
        body.add("version", String(number))
        body.add("digest", EntryHash.digest(of: text, salt: []))
        let sequence = (last?.sequence ?? 0) + 1
        _ = try chain(
            ProcedureStream.applied, body, to: ProcedureStream.name, ProcedureStream.id, sequence, after: last?.hash ?? [],
            by: actor.identity, at: at)
        return at
    }
}

extension Snapshot {
    /// Proves that every version of the procedure is the one that came into force, at the moment that is said.
    func proveProcedure(into proof: inout JournalProof) throws {
        var versions = Dictionary(
            try settingVersions(.procedure).map { ($0.version, (digest: EntryHash.digest(of: $0.body, salt: []), at: $0.from)) }
        ) { first, _ in first }
        let stream = try storedStream(ProcedureStream.name, ProcedureStream.id)
        stream.proveChain(as: 0, into: &proof)
        for entry in stream.entries {
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
