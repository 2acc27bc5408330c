package import Complaints
import Records

/// What a person decides about letters that are not sent by themselves.
package enum LetterChoice: String, CaseIterable, Hashable, Sendable {
    case send = "verstuur"
    case drop = "vervallen"
}

extension CaseOffice {
    /// Lets letters go that waited from before mail was set up or were refused, or drops them: those that this actor may see and that still
    /// wait for e-mail. One that names a day which has passed is not let go.
    package func decide(_ choice: LetterChoice, about wanted: Set<LetterID>, by actor: Actor) async throws {
        let now = clock.now()
        defer { changes.note() }
        try await records.write { tx in
            for id in wanted.sorted(by: { $0.value < $1.value }).prefix(1_000) {
                guard let letter = try tx.snapshot.letter(id), letter.content.means == .email, letter.isReady(at: now),
                    let complaint = try tx.snapshot.complaint(letter.complaintID), complaint.isVisible(to: actor)
                else { continue }
                switch choice {
                case .send:
                    if let end = letter.trueUntil, end <= now { continue }
                    try tx.release(id, at: now)
                    try tx.audit(AuditLine(at: now, by: actor.identity, .letterReleased, on: "letter:\(id.value)", from: nil))
                case .drop:
                    try tx.settle(id, as: .dropped, at: now)
                    try tx.audit(AuditLine(at: now, by: actor.identity, .letterDropped, on: "letter:\(id.value)", from: nil))
                }
            }
        }
    }
}
