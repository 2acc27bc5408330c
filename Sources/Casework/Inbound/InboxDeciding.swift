package import Complaints
import Foundation
package import Mail
package import Records

/// What a person does with a mail that is shown to one.
extension InboxOffice {
    /// Makes a complaint of it, as the customer would have, counted from when the mail came. Throws `Refusal`: `notThere` when somebody else
    /// was first.
    package func register(_ id: InboxID, by actor: Actor) async throws -> Complaint {
        defer { office.changes.note() }
        let now = clock.now()
        return try await records.write { tx in
            let (mail, read) = try tx.mailToDecide(id)
            let complaint = try tx.register(
                MailWords.registration(of: read, receivedAt: mail.receivedAt), documents: tx.snapshot.documents(of: id), by: actor,
                house: office.house, at: now)
            try tx.close(id, .registered, in: complaint.id, sequence: 1, by: actor, at: now)
            return complaint
        }
    }

    /// Puts it into a file. Throws `Refusal`.
    ///
    /// - Parameter adoptsAddress: its sender is whom the file is about, and is written to at this address from now on.
    package func put(
        _ id: InboxID, into complaint: ComplaintID, adoptsAddress: Bool = false, by actor: Actor
    ) async throws -> Complaint {
        defer { office.changes.note() }
        let now = clock.now()
        return try await records.write { tx in
            let (_, read) = try tx.mailToDecide(id)
            let files = try tx.snapshot.documents(of: id)
            var (sequence, after) = try tx.add(read, files, to: complaint, by: actor, house: office.house, at: now)
            if adoptsAddress, let correction = after.adopting(read) {
                let journalled = try tx.complaintToChange(complaint)
                let corrected = try tx.carryOut(.correct(correction), on: journalled, by: actor, seen: nil, house: office.house, at: now)
                // The correction came last, so that it is what can be undone.
                try tx.remember(corrected, after: journalled, by: actor)
                after = corrected.complaint
            }
            try tx.rememberStanding(of: id)
            try tx.close(id, .joined, in: complaint, sequence: sequence, by: actor, at: now)
            return after
        }
    }

    /// It is no complaint, and answered elsewhere or not at all. It can be taken back for a while. Throws `Refusal`.
    package func dismiss(_ id: InboxID, by actor: Actor) async throws {
        defer { office.changes.note() }
        let now = clock.now()
        try await records.write { tx in
            guard try tx.holdMail(id, in: [.asked, .quarantined]) else { throw Refusal.notThere }
            try tx.rememberStanding(of: id)
            try tx.close(id, .noComplaint, in: nil, sequence: nil, by: actor, at: now)
        }
    }

    /// It tells that a letter did not arrive: that is written down beside the letter, which can be sent again. Says which letter. It can be taken
    /// back for a while. Throws `Refusal`: `notThere` when somebody else was first, or it is about no letter that this actor may see.
    package func confirmBounce(_ id: InboxID, by actor: Actor) async throws -> (letter: Records.Letter, number: ComplaintNumber) {
        defer { office.changes.note() }
        let now = clock.now()
        return try await records.write { tx in
            let (mail, read) = try tx.mailToDecide(id)
            guard mail.outcome == .maybeBounce,
                let letter = try BounceFinding(read: read, references: references).letter(in: tx.snapshot, at: mail.receivedAt),
                letter.complaintID == mail.complaint, let complaint = try tx.snapshot.complaint(letter.complaintID),
                complaint.isVisible(to: actor)
            else { throw Refusal.notThere }
            try tx.noteBounce(of: letter.id, words: mail.opening ?? mail.subject ?? "", by: id, at: now)
            try tx.rememberStanding(of: id)
            try tx.close(id, .report, in: complaint.id, sequence: nil, by: actor, at: now)
            return (letter, complaint.number)
        }
    }

    /// Lets a mail from quarantine be read once more; one that stayed at its server is fetched first, with the next look there. Throws `Refusal`:
    /// `invalid` where nobody looks into its mailbox any more.
    package func retry(_ id: InboxID) async throws {
        defer { office.changes.note() }
        let now = clock.now()
        try await records.write { tx in
            guard let away = try tx.snapshot.unfetchedMail(id) else { return try tx.retryMail(id, at: now) }
            guard try office.house.settings(in: tx.snapshot).mail.looks(into: away.mailbox) else {
                throw Refusal.invalid([FieldProblem("mailbox", .notSuitable)])
            }
            _ = try tx.wantUnfetched(id, at: now)
        }
    }
}

extension Snapshot {
    /// What was read of a mail; nil where it was not read.
    package func readMail(_ id: InboxID) throws -> ReadMail? {
        try reading(of: id).flatMap { try? JSONDecoder().decode(ReadMail.self, from: Data($0.utf8)) }
    }

    fileprivate func documents(of id: InboxID) throws -> [Document] {
        try attachments(of: id).map { Document(digest: $0.digest, size: $0.size, name: Complaints.Passage($0.name), isFromCustomer: true) }
    }
}

extension Transaction {
    func close(_ id: InboxID, _ outcome: InboxOutcome, in complaint: ComplaintID?, sequence: Int?, by actor: Actor, at now: Instant) throws
    {
        var placing = InboxPlacing(.closed, outcome)
        (placing.complaint, placing.sequence) = (complaint, sequence)
        try placeMail(id, placing, by: actor.identity, at: now)
    }

    fileprivate func mailToDecide(_ id: InboxID) throws -> (InboxMail, ReadMail) {
        guard try holdMail(id, in: [.asked]), let mail = try snapshot.mail(id), let read = try snapshot.readMail(id) else {
            throw Refusal.notThere
        }
        return (mail, read)
    }
}
