import Complaints
package import Records

/// Letters that go once more: to another address, or with other days.
extension Transaction {
    /// What a mail server refused or returned goes to the address that is known now, in the same words; where these name a day that has
    /// passed, in those of now. It is held as long as that can be undone. Throws `Refusal.letterNotWaiting` where there is nothing true to send.
    func resend(
        _ id: LetterID, of journalled: JournalledComplaint, under settings: House, house: CurrentHouse, at moment: Moment
    ) throws {
        let complaint = journalled.complaint
        guard let letter = try snapshot.letter(id), !letter.content.subject.isEmpty, let reader = complaint.correspondent,
            let email = reader.email
        else { throw Refusal.letterNotWaiting }
        var (content, end) = (letter.content, letter.trueUntil)
        if let passed = end, passed <= moment.instant {
            guard let fresh = try rewritten(letter, of: journalled, under: settings, house: house, at: moment) else {
                throw Refusal.letterNotWaiting
            }
            (content, end) = fresh
        }
        let again = NewLetter(
            kind: content.kind, language: content.language, means: .email, recipient: reader.name, address: email.text,
            subject: content.subject, body: content.body)
        try add(
            again, to: complaint.id, sequence: complaint.sequence, at: moment.instant, ready: complaint.lastAct?.ends, trueUntil: end,
            replacing: id)
    }

    /// The letter as it would be written now about what it follows from, and until when that is true; nil where it would still name no day to
    /// come.
    func rewritten(
        _ letter: Records.Letter, of journalled: JournalledComplaint, under settings: House, house: CurrentHouse, at moment: Moment
    ) throws -> (letter: NewLetter, trueUntil: Instant?)? {
        guard let kind = LetterKind(rawValue: letter.content.kind), let reader = journalled.complaint.correspondent,
            !letter.content.subject.isEmpty, let recorded = journalled.history.first(where: { $0.sequence == letter.sequence })
        else { return nil }
        var facts = try letterFacts(
            for: recorded.occurrence, about: journalled.complaint, settings: settings, house: house, at: moment)
        facts.isByCustomer = recorded.by == .customer
        if kind == .newDates, !facts.hasDates { return nil }
        let fresh = try settings.letters.write(kind, to: reader, facts: facts)
        let end = facts.firstDue(namedIn: fresh)
        return end.map { $0 <= moment.instant } == true ? nil : (fresh, end)
    }
}

extension NewLetter {
    /// Whether it was written before the organisation had a name: then it is signed with ours.
    package func lacksName(of organisation: Organisation) -> Bool {
        organisation.name != Organisation.unnamed.name && body.utf8.suffix(Self.unnamed.count).elementsEqual(Self.unnamed)
    }

    func signed(by organisation: Organisation) -> NewLetter {
        let words = String(decoding: body.utf8.dropLast(Self.unnamed.count), as: UTF8.self)
        return NewLetter(
            kind: kind, language: language, means: means, recipient: recipient, address: address, subject: subject,
            body: "\(words)\n\(organisation.name)")
    }

    /// A line of its own, the last one.
    private static let unnamed = Array("\n\(Organisation.unnamed.name)".utf8)
}
