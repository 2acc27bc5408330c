package import Complaints
package import Records

/// The one write door: every page, API call and job that changes a complaint comes through here. Journal, read models and
/// letters are written in one transaction; all of it holds, or none.
package struct CaseOffice: Sendable {
    package let records: any Database
    package let clock: Clock
    package let house: CurrentHouse
    package let blobs: any BlobStore
    /// How often this process changed a complaint.
    package let changes = ChangeCount()

    package init(records: any Database, clock: Clock, house: CurrentHouse, blobs: any BlobStore) {
        self.records = records
        self.clock = clock
        self.house = house
        self.blobs = blobs
    }

    /// Registers a complaint and makes the letters that follow from it.
    ///
    /// - Parameters:
    ///   - documents: files that came with it, their bytes already kept in `blobs`.
    ///   - also: what else must be written in the same transaction, such as the idempotency key of the request. It may
    ///     return an earlier complaint, which is then the answer, and nothing is registered.
    package func register(
        _ input: RegistrationInput, documents: [Document] = [], by actor: Actor,
        unless earlier: (@Sendable (Transaction) throws -> ComplaintID?)? = nil,
        also: (@Sendable (Transaction, Complaint) throws -> Void)? = nil
    ) async throws -> Complaint {
        defer { changes.note() }
        return try await records.writeNew { tx in
            if let id = try earlier?(tx), let complaint = try tx.snapshot.complaint(id) { return complaint }
            let complaint = try tx.register(input, documents: documents, by: actor, house: house, at: clock.now())
            try also?(tx, complaint)
            return complaint
        }
    }

    /// Does something to a complaint, or throws the refusal.
    ///
    /// - Parameter seen: the sequence that the author had in view; nil where acting on an older one does no harm.
    package func perform(_ command: ComplaintCommand, on id: ComplaintID, by actor: Actor, seen: Int? = nil) async throws -> Complaint {
        try await perform([command], on: id, by: actor, seen: seen)
    }

    /// Several things in one go, such as an answer and the files that came with it: all of them, or none.
    ///
    /// - Parameters:
    ///   - correspondent: somebody without an account, whom a question among them is for.
    ///   - done: whether the same request was done before; then nothing happens, and the complaint is the answer.
    ///   - also: what else must be written in the same transaction, such as that the request was done.
    package func perform(
        _ commands: [ComplaintCommand], on id: ComplaintID, by actor: Actor, seen: Int? = nil,
        asking correspondent: CorrespondentInput? = nil,
        unless done: (@Sendable (Transaction) throws -> Bool)? = nil, also: (@Sendable (Transaction, Complaint) throws -> Void)? = nil
    ) async throws -> Complaint {
        defer { changes.note() }
        return try await records.write { tx in
            var journalled = try tx.complaintToChange(id)
            if let done, try done(tx) { return journalled.complaint }
            let before = journalled
            var seen = seen
            let asked = try correspondent.map { try tx.staff(for: $0, at: clock.now()) }
            for command in commands.map({ $0.asking(asked) }) {
                journalled = try tx.carryOut(command, on: journalled, by: actor, seen: seen, house: house, at: clock.now())
                seen = nil
            }
            try tx.remember(journalled, after: before, by: actor)
            try also?(tx, journalled.complaint)
            return journalled.complaint
        }
    }
}

extension Transaction {
    /// Registers a complaint, attaches what came with it, and makes the letters that follow.
    ///
    /// - Parameters:
    ///   - ready: until when these letters are held; not at all when nil.
    ///   - isWrittenTo: false for what comes from an old mailbox, about which nobody gets a letter.
    func register(
        _ input: RegistrationInput, documents: [Document], by actor: Actor, house: CurrentHouse, at now: Instant, ready: Instant? = nil,
        isWrittenTo: Bool = true
    ) throws -> Complaint {
        let candidates = try foreseeNumber()
        let settings = try house.settings(in: snapshot)
        let moment = settings.moment(at: now)
        var facts = try snapshot.facts(for: input, under: settings)
        if !isWrittenTo { facts.sendsMail = false }
        let number = try freeNumber(among: candidates)
        let registered = try Complaint.registering(input, number: number, by: actor, at: moment, with: facts)
        let attached = documents.map { Occurrence(.attached($0)) }
        let id = ComplaintID(Keys.fresh(at: moment.instant.milliseconds))
        let complaint = try append(registered + attached, asNew: id, by: actor, at: moment.instant)
        if isWrittenTo {
            let letters = try addLetters(
                for: registered, about: complaint, from: 1, under: settings, house: house, at: moment, ready: ready)
            try addCopies(of: letters, about: complaint, by: actor, settings, at: moment)
        }
        return complaint
    }

    /// One thing, decided and written down with all that follows from it.
    func carryOut(
        _ command: ComplaintCommand, on journalled: JournalledComplaint, by actor: Actor, seen: Int?, house: CurrentHouse, at now: Instant
    ) throws -> JournalledComplaint {
        let before = journalled.complaint
        // A clock that was set back doesn't make what happens now part of what happened last.
        let instant = now < before.changedAt ? Instant(milliseconds: before.changedAt.milliseconds + 1) : now
        let settings = try house.settings(in: snapshot)
        let moment = settings.moment(at: instant)
        if case .duplicate(let other?) = command { try holdDuplicates(from: other) }
        let facts = try snapshot.facts(for: command, about: journalled, under: settings, house: house, at: moment.instant)
        let occurrences = try before.decide(command, by: actor, seen: seen, at: moment, with: facts)
        let after = try append(occurrences, to: journalled, by: actor, at: moment.instant)
        for occurrence in occurrences {
            switch occurrence.event {
            // What was told, posted or handed over by hand no longer waits.
            case .informed(let informed):
                if informed.means == .resent { try resend(informed.letter, of: after, under: settings, house: house, at: moment) }
                try settle(informed.letter, as: .informed, at: moment.instant)
            case .undone(let first): try takeBackLetters(from: first, of: journalled, at: moment.instant)
            default: break
            }
        }
        let letters = try addLetters(
            for: occurrences, about: after.complaint, from: before.sequence + 1, under: settings, house: house, at: moment)
        try addCopies(of: letters, about: after.complaint, by: actor, settings, at: moment)
        try addMemos(for: occurrences, about: after.complaint, from: before.sequence + 1, by: actor, house: house, at: moment)
        return after
    }

    /// Letters that were held for what is undone reach nobody; those that were said to have been handed over wait again, and so do the
    /// question that a request to look again had withheld, and mail that was put into the file. What was decided about keeping the file goes
    /// with the note of it.
    private func takeBackLetters(from first: Int, of journalled: JournalledComplaint, at instant: Instant) throws {
        try undoLetters(of: journalled.complaint.id, from: first, at: instant)
        try undoMemos(of: journalled.complaint.id, from: first)
        try restoreMails(joinedTo: journalled.complaint.id, from: first, at: instant)
        for recorded in journalled.history where recorded.sequence >= first {
            switch recorded.occurrence.event {
            case .informed(let informed): try waitAgain(informed.letter)
            case .reopeningRequested:
                try releaseAgain(LetterKind.satisfaction.rawValue, of: journalled.complaint.id, withheldAt: recorded.at)
            case .noted: try forgetDecision(about: journalled.complaint.id, from: recorded.at)
            default: break
            }
        }
    }
}
