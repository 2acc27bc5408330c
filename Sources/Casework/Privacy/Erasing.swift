package import Complaints
package import Records

/// A file that can be erased now: its term has passed and that was decided.
package struct ErasableFile: Sendable {
    package let file: FilePastTerm
    package let words: ErasedWords
}

extension Snapshot {
    /// Of these files those that can be erased now, with what would be taken out of each; others are no part of it.
    package func erasable(_ numbers: [ComplaintNumber], by actor: Actor, on today: Day) throws -> [ErasableFile] {
        try numbers.compactMap { number in
            guard let file = try fileToErase(number, by: actor, on: today), let complaint = try complaint(file.id),
                (try? complaint.erasing(by: actor)) != nil
            else { return nil }
            return ErasableFile(file: file, words: try erasable(in: complaint))
        }
    }

    fileprivate func fileToErase(_ number: ComplaintNumber, by actor: Actor, on today: Day) throws -> FilePastTerm? {
        try retentionDecisions(on: today, for: Visibility(actor), toErase: true, limit: 1, number: number).first
    }
}

extension CaseOffice {
    /// Carries out what was decided about these files: everybody's words, documents, letters and mail go, what happened and what came of it
    /// stays. A file about which that was not decided, or that is at work again, is passed over. How many were erased.
    ///
    /// Bytes go last, since a file that is gone can't come back with a write that failed; those that something else refers to stay.
    package func erase(_ numbers: [ComplaintNumber], by actor: Actor) async throws -> Int {
        guard actor.decidesAboutKeeping else { throw Refusal.notThere }
        var (count, digests) = (0, Set<String>())
        for number in numbers {
            guard let files = try await erase(number, by: actor) else { continue }
            count += 1
            digests.formUnion(files)
        }
        let candidates = digests
        for digest in try await records.read({ try $0.unused(candidates) }) { try await blobs.remove(digest) }
        return count
    }

    /// Takes back that these files may be erased: they wait for a decision again. A file about which that is not decided is passed over. How
    /// many it was.
    ///
    /// - Parameter note: what each file says of it.
    package func keepAfterAll(_ numbers: [ComplaintNumber], note: String, by actor: Actor) async throws -> Int {
        guard actor.decidesAboutKeeping else { throw Refusal.notThere }
        var count = 0
        for number in numbers {
            guard let id = try await records.read({ try $0.complaintID(of: number) }) else { continue }
            do {
                _ = try await perform(
                    [.note(note)], on: id, by: actor,
                    also: { tx, after in
                        let today = try house.settings(in: tx.snapshot).moment(at: after.changedAt).day
                        guard try tx.snapshot.fileToErase(number, by: actor, on: today) != nil else { throw Refusal.notThere }
                        try tx.forgetDecision(about: id)
                    })
                count += 1
            } catch is Refusal {}
        }
        return count
    }

    /// The files that it held; nil where it is not to be erased.
    private func erase(_ number: ComplaintNumber, by actor: Actor) async throws -> Set<String>? {
        defer { changes.note() }
        return try await records.write { tx in
            guard let id = try tx.snapshot.complaintID(of: number) else { return nil }
            let journalled = try tx.complaintToChange(id)
            let settings = try house.settings(in: tx.snapshot)
            // Looked up while the file is held: of two who erase at once the second finds it done.
            let now = max(clock.now(), journalled.complaint.changedAt)
            guard try tx.snapshot.fileToErase(number, by: actor, on: settings.moment(at: now).day) != nil,
                let occurrence = try? journalled.complaint.erasing(by: actor)
            else { return nil }
            let files = try tx.erase(journalled, occurrence, by: actor, at: now)
            try tx.noteErased(id, at: now)
            try tx.audit(AuditLine(at: now, by: actor.identity, .fileErased, on: "complaint:\(id.value)", from: nil))
            return files
        }
    }
}
