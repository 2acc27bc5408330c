package import Complaints
package import Records

/// The one write door: every page, API call and job that changes a complaint comes through here. Journal, read models and
/// letters are written in one transaction; all of it holds, or none.
package struct CaseOffice: Sendable {
    package let records: any Database
    package let clock: Clock
    package let house: CurrentHouse
    package let blobs: BlobFolder
    /// How often this process changed a complaint.
    package let changes = ChangeCount()

    package init(records: any Database, clock: Clock, house: CurrentHouse, blobs: BlobFolder) {
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
        return try await records.write { tx in
            if let id = try earlier?(tx), let complaint = try tx.snapshot.complaint(id) { return complaint }
            let moment = try house.settings(in: tx.snapshot).moment(at: clock.now())
            let facts = try tx.facts(for: input, house: house)
            let number = try tx.freeNumber()
            let registered = try Complaint.registering(input, number: number, by: actor, at: moment, with: facts)
            let attached = documents.map { Occurrence(.attached($0)) }
            let id = ComplaintID(Keys.fresh(at: moment.instant.milliseconds))
            let complaint = try tx.append(registered + attached, asNew: id, by: actor, at: moment.instant)
            try tx.addLetters(for: registered, about: complaint, from: 1, house: house, at: moment)
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
    ///   - done: whether the same request was done before; then nothing happens, and the complaint is the answer.
    ///   - also: what else must be written in the same transaction, such as that the request was done.
    package func perform(
        _ commands: [ComplaintCommand], on id: ComplaintID, by actor: Actor, seen: Int? = nil,
        unless done: (@Sendable (Transaction) throws -> Bool)? = nil, also: (@Sendable (Transaction, Complaint) throws -> Void)? = nil
    ) async throws -> Complaint {
        defer { changes.note() }
        return try await records.write { tx in
            var journalled = try tx.complaintToChange(id)
            if let done, try done(tx) { return journalled.complaint }
            var seen = seen
            for command in commands {
                let before = journalled.complaint
                let moment = try house.settings(in: tx.snapshot).moment(at: max(clock.now(), before.changedAt))
                let facts = try tx.facts(for: command, about: before, house: house)
                let occurrences = try before.decide(command, by: actor, seen: seen, at: moment, with: facts)
                journalled = try tx.append(occurrences, to: journalled, by: actor, at: moment.instant)
                try tx.settleLetters(told: occurrences, at: moment.instant)
                try tx.addLetters(for: occurrences, about: journalled.complaint, from: before.sequence + 1, house: house, at: moment)
                seen = nil
            }
            try also?(tx, journalled.complaint)
            return journalled.complaint
        }
    }
}

extension Transaction {
    /// A number that nothing else has. Eight random digits collide once in a hundred million per complaint there is.
    func freeNumber() throws -> ComplaintNumber {
        var random = SystemRandomNumberGenerator()
        var number = ComplaintNumber(random: &random)
        while try snapshot.complaintID(of: number) != nil { number = ComplaintNumber(random: &random) }
        return number
    }

    /// What was told, posted or handed over by hand no longer waits.
    fileprivate func settleLetters(told occurrences: [Occurrence], at instant: Instant) throws {
        for occurrence in occurrences {
            if case .informed(let informed) = occurrence.event { try settle(informed.letter, as: .informed, at: instant) }
        }
    }
}
