package import Complaints
import Records

extension CaseOffice {
    /// Decides about files that came to an end and whose term has passed, all in one transaction and with one undoing: about all of them, or
    /// about none where one does not wait for it. It stands in each file as a note, with its reason; nothing is erased by it.
    ///
    /// - Parameter note: what the files say of it.
    package func decide(_ decision: RetentionDecision, on numbers: [ComplaintNumber], note: String, by actor: Actor) async throws {
        guard actor.decidesAboutKeeping else { throw Refusal.notAllowed(.note) }
        defer { changes.note() }
        try await records.write { tx in
            let ids = try Self.distinct(numbers).map { number in
                guard let id = try tx.snapshot.complaintID(of: number) else { throw Refusal.notThere }
                return id
            }
            try tx.hold(ids, by: actor)
            let now = clock.now()
            let settings = try house.settings(in: tx.snapshot)
            let noted = try ids.map { id in
                let before = try tx.complaintToChange(id)
                let after = try tx.carryOut(.note(note), on: before, by: actor, seen: nil, house: house, at: now)
                let at = after.complaint.changedAt
                // Looked up while the files are held: of two who decide at once the second finds it decided.
                guard try tx.snapshot.waitsForDecision(after.complaint.number, for: actor, settings, at: at) else { throw Refusal.notThere }
                try tx.decide(decision, about: id, by: actor.staff, at: at)
                return (before: before, after: after)
            }
            try tx.offerUndoing(of: noted, decision, by: actor, at: now)
        }
    }
}

extension Transaction {
    /// One file is undone as any note is, several are in one.
    fileprivate func offerUndoing(
        of noted: [(before: JournalledComplaint, after: JournalledComplaint)], _ decision: RetentionDecision, by actor: Actor,
        at now: Instant
    ) throws {
        guard let staff = actor.staff, let first = noted.first else { return }
        if noted.count == 1 {
            try remember(first.after, after: first.before, by: actor)
            return try noteInOffer(decision, to: staff, after: first.after.complaint.sequence, of: first.after.complaint.id)
        }
        var made = UndoOffer(
            id: Keys.fresh(at: now.milliseconds), act: .note, complaints: noted.count, ends: now.adding(seconds: LastAct.seconds))
        made.decision = decision
        try offer(made, to: staff, parts: noted.map { ($0.after.complaint.id, $0.before.complaint.sequence + 1) })
    }
}

extension Snapshot {
    fileprivate func waitsForDecision(_ number: ComplaintNumber, for actor: Actor, _ settings: House, at instant: Instant) throws -> Bool {
        let today = settings.moment(at: instant).day
        return try !filesPastTerm(
            settings.procedure.passedTerms(on: today), on: today, zone: settings.calendar.zone, for: Visibility(actor), limit: 1,
            number: number
        ).isEmpty
    }
}
