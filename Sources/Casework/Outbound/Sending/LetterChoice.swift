package import Complaints
import Records

/// What a person decides about letters that are not sent by themselves.
package enum LetterChoice: String, CaseIterable, Hashable, Sendable {
    case send = "verstuur"
    case drop = "vervallen"
    /// One that names a day which has passed is written anew with those of now, and goes.
    case rewrite = "herschrijf"
}

extension CaseOffice {
    /// Lets letters go that waited from before mail was set up or were refused, drops them, or writes them anew: those that this actor may see
    /// and that still wait for e-mail. One that names a day which has passed is not let go as it is, and one that was refused goes to the
    /// address that is known now.
    package func decide(_ choice: LetterChoice, about wanted: Set<LetterID>, by actor: Actor) async throws {
        let now = clock.now()
        defer { changes.note() }
        try await records.write { tx in
            for id in wanted.sorted(by: { $0.value < $1.value }).prefix(1_000) {
                guard let letter = try tx.snapshot.letter(id), letter.content.means == .email, letter.isReady(at: now),
                    let complaint = try tx.snapshot.complaint(letter.complaintID), complaint.isVisible(to: actor)
                else { continue }
                switch choice {
                case .send: try tx.letGo(letter, of: complaint, by: actor, house: house, at: now)
                case .drop:
                    try tx.settle(id, as: .dropped, at: now)
                    try tx.audit(AuditLine(at: now, by: actor.identity, .letterDropped, on: "letter:\(id.value)", from: nil))
                case .rewrite: try tx.rewrite(letter, by: actor, house: house, at: now)
                }
            }
        }
    }
}

extension Transaction {
    fileprivate func letGo(
        _ letter: Letter, of complaint: Complaint, by actor: Actor, house: CurrentHouse, at now: Instant
    ) throws {
        if let end = letter.trueUntil, end <= now { return }
        if let email = complaint.correspondent?.email, letter.content.address != email.text,
            try snapshot.undeliveredLetterIDs(of: complaint.id).contains(letter.id)
        {
            let journalled = try complaintToChange(complaint.id)
            let after = try carryOut(
                .informed(letter.id, by: .resent, at: nil), on: journalled, by: actor, seen: nil, house: house, at: now)
            return try remember(after, after: journalled, by: actor)
        }
        try giveName(to: letter, by: actor, house: house, at: now)
        try release(letter.id, at: now)
        try audit(AuditLine(at: now, by: actor.identity, .letterReleased, on: "letter:\(letter.id.value)", from: nil))
    }

    /// A letter from before the organisation had a name is written with the one of now, and with how it is reached now.
    private func giveName(to letter: Letter, by actor: Actor, house: CurrentHouse, at now: Instant) throws {
        let settings = try house.settings(in: snapshot)
        guard letter.content.lacksName(of: settings.organisation) else { return }
        let journalled = try complaintToChange(letter.complaintID)
        let fresh = try rewritten(letter, of: journalled, under: settings, house: house, at: settings.moment(at: now))
        if let fresh, fresh.letter.means == .email {
            try rewrite(letter.id, as: fresh.letter, trueUntil: fresh.trueUntil)
        } else {
            // What it followed from can't be told anew: its words stay, under the right name.
            try rewrite(letter.id, as: letter.content.signed(by: settings.organisation), trueUntil: letter.trueUntil)
        }
        try audit(AuditLine(at: now, by: actor.identity, .letterRewritten, on: "letter:\(letter.id.value)", from: nil))
    }

    fileprivate func rewrite(_ letter: Letter, by actor: Actor, house: CurrentHouse, at now: Instant) throws {
        let settings = try house.settings(in: snapshot)
        let journalled = try complaintToChange(letter.complaintID)
        guard let end = letter.trueUntil, end <= now,
            let fresh = try rewritten(letter, of: journalled, under: settings, house: house, at: settings.moment(at: now))
        else { return }
        try rewrite(letter.id, as: fresh.letter, trueUntil: fresh.trueUntil)
        try release(letter.id, at: now)
        try audit(AuditLine(at: now, by: actor.identity, .letterRewritten, on: "letter:\(letter.id.value)", from: nil))
    }
}
