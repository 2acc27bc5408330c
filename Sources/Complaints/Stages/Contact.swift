/// What came of trying to reach the customer.
package enum ContactOutcome: String, CaseIterable, Hashable, Sendable {
    case reached
    case messageSent = "message-sent"
    case voicemail
    case noAnswer = "no-answer"
    case wrongNumber = "wrong-number"

    /// Whether the customer heard nothing of it.
    package var isFailure: Bool { [.voicemail, .noAnswer, .wrongNumber].contains(self) }
}

/// One attempt to reach the customer.
package struct ContactAttempt: Hashable, Sendable {
    package let outcome: ContactOutcome
    /// When it was, which may be well before it was recorded.
    package let at: Instant
    package let note: Passage?

    package init(outcome: ContactOutcome, at: Instant, note: Passage?) {
        self.outcome = outcome
        self.at = at
        self.note = note
    }
}

extension Complaint {
    /// "Binnen 2 werkdagen na ontvangst van de klacht, neemt de toegewezen medewerker contact op met de klant."
    func contacting(
        _ outcome: ContactOutcome?, at instant: Instant?, note: String?, now: Moment, with facts: Facts
    ) throws(Refusal) -> [Occurrence] {
        var check = FieldCheck()
        if outcome == nil { check.note(.missing, at: "outcome") }
        let at = contactMoment(instant, now: now, with: facts, into: &check)
        let note = check.prose(note, at: "note", limit: Complaint.longestText).map { Passage($0) }
        try check.finish()
        guard let outcome, let at else { throw .invalid(check.problems) }
        let attempt = ContactAttempt(outcome: outcome, at: at, note: note)
        return [
            Occurrence(
                .contacted(attempt),
                promises: keepsFirstContact(outcome)
                    ? [PromiseKind.acknowledgement, .firstContact].filter { keeps($0, by: .contact, facts) }.flatMap { meeting($0, at: at) }
                    : [])
        ]
    }

    /// What the procedure says comes next, once so many attempts to reach the customer failed; nil before that.
    package func stepAfterAttempts(under procedure: Procedure) -> AttemptRule? {
        procedure.attempts.flatMap { failedAttempts.count >= $0.after ? $0 : nil }
    }

    /// The number at which the customer was not to be found, while it is still the one that we have.
    package func wrongNumber(in history: [RecordedOccurrence]) -> PhoneNumber? {
        let history = history.inForce
        guard let phone = correspondent?.phone, failedAttempts.contains(where: { $0.outcome == .wrongNumber }),
            let place = history.lastIndex(where: { recorded in
                if case .contacted(let attempt) = recorded.occurrence.event { attempt.outcome == .wrongNumber } else { false }
            }), Complaint(id: id, history: Array(history[...place]))?.correspondent?.phone == phone
        else { return nil }
        return phone
    }

    /// A moment of contact that can be: on or after the day of receipt, and not ahead of the clock.
    func contactMoment(_ instant: Instant?, now: Moment, with facts: Facts, into check: inout FieldCheck) -> Instant? {
        guard let instant else { return now.instant }
        let zone = facts.calendar.zone
        if instant > now.instant.adding(seconds: RegistrationInput.clockSlack) { check.note(.inTheFuture, at: "at") }
        if zone.moment(at: instant).day < zone.moment(at: receivedAt).day { check.note(.tooEarly, at: "at") }
        return check.problems.isEmpty ? instant : nil
    }

    /// A conversation keeps the promise of first contact; a message only where writing is how this person is reached.
    func keepsFirstContact(_ outcome: ContactOutcome) -> Bool {
        switch outcome {
        case .reached: true
        case .messageSent: correspondent?.isReachedInWriting ?? false
        case .voicemail, .noAnswer, .wrongNumber: false
        }
    }
}
