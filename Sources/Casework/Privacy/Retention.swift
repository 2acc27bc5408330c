package import Complaints
import Records

extension CaseOffice {
    /// Decides about a file that came to an end and whose term has passed. It stands in the file as a note, with its reason; nothing is erased
    /// by it.
    ///
    /// - Parameter note: what the file says of it.
    package func decide(_ decision: RetentionDecision, on number: ComplaintNumber, note: String, by actor: Actor) async throws {
        guard actor.decidesAboutKeeping else { throw Refusal.notAllowed(.note) }
        guard let id = try await records.read({ try $0.complaintID(of: number) }) else { throw Refusal.notThere }
        _ = try await perform(
            [.note(note)], on: id, by: actor,
            also: { tx, after in
                // Looked up while the file is held: of two who decide at once the second finds it decided.
                let settings = try house.settings(in: tx.snapshot)
                let today = settings.moment(at: after.changedAt).day
                let waiting = try tx.snapshot.filesPastTerm(
                    settings.procedure.passedTerms(on: today), on: today, zone: settings.calendar.zone, for: Visibility(actor), limit: 1,
                    number: number)
                guard let file = waiting.first else { throw Refusal.notThere }
                try tx.decide(decision, about: file.id, by: actor.staff, at: after.changedAt)
                if let staff = actor.staff { try tx.noteInOffer(decision, to: staff, after: after.sequence, of: file.id) }
            })
    }
}
