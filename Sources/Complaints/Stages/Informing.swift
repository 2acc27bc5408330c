/// A letter of this complaint, by the key of the table of letters.
package struct LetterID: Hashable, Sendable {
    package let value: Int64
    package init(_ value: Int64) { self.value = value }
}

/// How a letter that did not reach the customer by itself does so after all.
package enum InformedMeans: String, CaseIterable, Hashable, Sendable {
    /// Printed and posted.
    case posted
    /// Told by telephone.
    case told
    /// Handed over at the counter.
    case handed
    /// Refused or returned by a mail server, it is sent once more, to the address that is known now.
    case resent
}

/// Somebody saw to it that a letter reaches the customer: which letter, how and when.
package struct InformedByHand: Hashable, Sendable {
    package let letter: LetterID
    package let means: InformedMeans
    package let at: Instant

    package init(letter: LetterID, means: InformedMeans, at: Instant) {
        self.letter = letter
        self.means = means
        self.at = at
    }
}

extension Complaint {
    /// "Gedaan": the waiting letter reached the customer. Once there is a handler, telling it in person is a conversation
    /// and keeps the promise of first contact as any other does; reading out the acknowledgement is not yet that. What no mail server could
    /// deliver can be sent once more instead.
    func informing(_ letter: LetterID, by means: InformedMeans, at instant: Instant?, now: Moment, with facts: Facts) throws(Refusal)
        -> [Occurrence]
    {
        guard (means == .resent ? facts.undelivered : facts.waitingLetters).contains(letter) else { throw .letterNotWaiting }
        if means == .resent, correspondent?.email == nil { throw .invalid([FieldProblem("email", .missing)]) }
        var check = FieldCheck()
        let at = contactMoment(instant, now: now, with: facts, into: &check)
        try check.finish()
        guard let at else { throw .invalid(check.problems) }
        let spoken = handler != nil && (means == .told || means == .handed) && keeps(.firstContact, by: .informed, facts)
        let acknowledged = keeps(.acknowledgement, by: .informed, facts) ? meeting(.acknowledgement, at: at) : []
        return [
            Occurrence(
                .informed(.init(letter: letter, means: means, at: at)),
                promises: acknowledged + (spoken ? meeting(.firstContact, at: at) : []))
        ]
    }
}
