import Complaints
import Records

extension FollowAccess {
    /// Somebody lost their link. When number and e-mail address belong together, a letter with a new one is put in the outbox; otherwise
    /// nothing. Whoever asks learns nothing of which it was: not from the answer, and not from how long it took, since either way one line is
    /// written.
    package func askForLink(number: String, email: String, from origin: RequestOrigin, house: CurrentHouse) async throws {
        let now = clock.now()
        let number = ComplaintNumber(parsing: number)
        let email = try? EmailAddress(parsing: email)
        try await records.write { tx in
            let complaint = try number.flatMap { try tx.snapshot.complaintID(of: $0) }.flatMap { try tx.snapshot.complaint($0) }
            let isTheirs = email != nil && complaint?.correspondent?.email == email
            let object = isTheirs ? complaint.map { "complaint:\($0.id.value)" } : nil
            try tx.audit(AuditLine(at: now, by: .customer, .followLinkAsked, on: object ?? "unknown", from: origin.text))
            if let complaint, isTheirs { try tx.addLinkLetter(about: complaint, house: house, at: now) }
        }
    }
}

extension Transaction {
    /// One such letter is enough while it waits, or while nothing has happened since the last.
    fileprivate func addLinkLetter(about complaint: Complaint, house: CurrentHouse, at now: Instant) throws {
        let kind = LetterKind.followLink.rawValue
        let isThere = try snapshot.letters(of: complaint.id).contains { letter in
            letter.content.kind == kind && (letter.state == .waiting || letter.sequence == complaint.sequence)
        }
        guard !isThere, let recipient = complaint.correspondent else { return }
        let settings = try house.settings(in: snapshot)
        // It tells of no event, only of the link that every letter ends with.
        let facts = LetterFacts(
            occurrence: Occurrence(.accepted), complaint: complaint, organisation: settings.organisation, calendar: settings.calendar,
            procedure: settings.procedures.version(complaint.procedureVersion), handlerName: nil, otherNumber: nil,
            now: settings.moment(at: now))
        let letter = try settings.letters.write(.followLink, to: recipient, facts: facts)
        try add(letter, to: complaint.id, sequence: complaint.sequence, at: now)
    }
}
