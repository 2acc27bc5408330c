package import Complaints
import Records

extension CaseOffice {
    /// Decides about a closed file whose term has passed. It stands in the file as a note, with its reason; nothing is erased by it.
    ///
    /// - Parameter note: what the file says of it.
    package func decide(_ decision: RetentionDecision, on number: ComplaintNumber, note: String, by actor: Actor) async throws {
        guard actor.has(.manager) else { throw Refusal.notAllowed(.note) }
        let (now, house) = (clock.now(), house)
        let file = try await records.read { snapshot in
            let settings = try house.settings(in: snapshot)
            let today = settings.moment(at: now).day
            return try snapshot.filesPastTerm(
                settings.procedure.passedTerms(on: today), on: today, zone: settings.calendar.zone, for: Visibility(actor), limit: 1,
                number: number
            ).first
        }
        guard let file else { throw Refusal.notThere }
        _ = try await perform(
            [.note(note)], on: file.id, by: actor,
            also: { tx, after in
                if after.closedAt != file.closedAt { throw Refusal.notNow(.note, after.phase) }
                try tx.decide(decision, about: file.id, by: actor.staff, at: max(now, after.changedAt))
            })
    }
}
