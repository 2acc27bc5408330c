package import Complaints
package import Records

/// The write door of the procedure: only what was judged whole comes into force, as a version of its own.
package struct ProcedureOffice: Sendable {
    private let records: any Database
    private let clock: Clock
    private let house: CurrentHouse

    package init(records: any Database, clock: Clock, house: CurrentHouse) {
        (self.records, self.clock, self.house) = (records, clock, house)
    }

    /// Judges a document against this house; throws `ProcedureRefusal`.
    package func check(_ document: ProcedureDocument) async throws -> Procedure {
        let now = clock.now()
        return try await records.read { snapshot in
            let house = try house.settings(in: snapshot)
            return try document.procedure(version: house.procedure.version + 1, in: ProcedureSurroundings(house, at: now))
        }
    }

    /// Brings a document into force; its version. One that says to the letter what holds already changes nothing. Throws `ProcedureRefusal`
    /// for what is wrong with it, and `SettingsRefusal` where somebody else was first or the actor may not.
    ///
    /// - Parameter seen: the version that the author had in view; nil for whatever holds now.
    package func apply(_ document: ProcedureDocument, seen: Int?, by actor: Actor) async throws -> Int {
        let now = clock.now()
        return try await records.write { tx in
            if actor.identity != .system {
                do { try tx.requireAdministrator(actor) } catch is AccountRefusal { throw SettingsRefusal.notAllowed }
            }
            let house = try house.settings(in: tx.snapshot)
            let stored = house.procedure.version
            guard seen == nil || seen == stored else { throw SettingsRefusal.movedOn }
            _ = try document.procedure(version: stored + 1, in: ProcedureSurroundings(house, at: now))
            if try tx.snapshot.procedureDocument(version: stored)?.yaml == document.yaml { return stored }
            let at = try tx.apply(procedure: document.yaml, after: try tx.snapshot.setting(.procedure)?.version ?? 0, by: actor, at: now)
            try tx.audit(AuditLine(at: at, by: actor.identity, .settingChanged, on: "setting:procedure", from: nil))
            return stored + 1
        }
    }
}

extension Snapshot {
    /// Versions that came into force and that this program can't read any more, with why: they do not hold, and nothing else would tell.
    package func unreadableProcedures() throws -> [(number: Int, why: String)] {
        var unreadable: [(number: Int, why: String)] = []
        for (version, body, _) in try settingVersions(.procedure) {
            do {
                _ = try ProcedureDocument(yaml: body).procedure(version: version + 1, in: nil)
            } catch {
                unreadable.append((version + 1, error.findings.first?.sentence(in: .english) ?? ""))
            }
        }
        return unreadable
    }

    /// The document of a version as it came into force; nil where there is none.
    package func procedureDocument(version: Int) throws -> ProcedureDocument? {
        version == 1 ? .standard : try setting(.procedure, version: version - 1).map { ProcedureDocument(yaml: $0) }
    }
}
