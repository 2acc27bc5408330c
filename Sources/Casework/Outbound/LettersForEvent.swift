import Complaints
import Records

/// Which letters an event makes: "tijdens elke fase van de klachtenprocedure wordt de klant op de hoogte gehouden".
enum LettersForEvent {
    /// - Parameter solvedAtOnce: a complaint that was solved on the first call gets one letter, not two.
    static func kind(for occurrence: Occurrence, solvedAtOnce: Bool) -> LetterKind? {
        switch occurrence.event {
        case .registered: solvedAtOnce ? nil : .received
        case .assigned: .handlerAssigned
        case .asked: .question
        case .answered: .answer
        case .proposed: .proposal
        case .resolved: .resolved
        case .closed: .closed
        case .extended: .extended
        case .promiseChanged(let changed): changed.day == nil ? .promiseDropped : .extended
        case .corrected: occurrence.promises.isEmpty ? nil : .newDates
        case .reopeningRequested: .reopeningReceived
        case .reopeningDecided(let granted, _): granted ? .reopeningGranted : .reopeningRefused
        case .withdrawn: .withdrawn
        case .referred: .referred
        case .markedDuplicate: .merged
        case .unmarkedDuplicate: .resumed
        case .accepted, .returned, .rated, .investigated, .contacted, .noted, .answerReceived, .consulted, .contributed, .classified,
            .attached, .informed,
            .promised, .promiseKept, .undone, .erased:
            nil
        }
    }

    /// The letter that asks what the customer thinks: after closing only, by a way that a link can go, and never in a house of invented
    /// complaints.
    static func asking(after occurrence: Occurrence, of complaint: Complaint, _ settings: House) -> LetterKind? {
        guard case .closed = occurrence.event, complaint.phase == .closed, !settings.isSample else { return nil }
        let person = complaint.correspondent
        return person?.email != nil || person?.address != nil ? .satisfaction : nil
    }
}

/// A letter that follows from what happened.
struct FollowingLetter {
    let kind: LetterKind
    /// The entry that it follows from.
    let sequence: Int
    /// From when it is sent; nil at once.
    let ready: Instant?
    /// Whether the customer gets none of this kind by the procedure.
    let isSilent: Bool
}

extension Transaction {
    /// Writes the letters that follow from what happened, and returns which were written or are not sent by the procedure's will; those of an
    /// act that can be undone are held as long as it can.
    ///
    /// - Parameters:
    ///   - sequence: the sequence of the first of these occurrences.
    ///   - held: until when they are held for another reason.
    func addLetters(
        for occurrences: [Occurrence], about complaint: Complaint, from sequence: Int, under settings: House, house: CurrentHouse,
        at moment: Moment, ready held: Instant? = nil
    ) throws -> [FollowingLetter] {
        guard let recipient = complaint.correspondent else { return [] }
        var following: [FollowingLetter] = []
        let solvedAtOnce = occurrences.contains { if case .resolved = $0.event { true } else { false } }
        for (index, occurrence) in occurrences.enumerated() {
            guard let kind = LettersForEvent.kind(for: occurrence, solvedAtOnce: solvedAtOnce) else { continue }
            let procedure = settings.procedures.version(complaint.procedureVersion)
            if procedure.silentLetters.contains(kind.rawValue) {
                following.append(FollowingLetter(kind: kind, sequence: sequence + index, ready: nil, isSilent: true))
                continue
            }
            var facts = try letterFacts(for: occurrence, about: complaint, settings: settings, house: house, at: moment)
            facts.isByCustomer = complaint.lastAct?.sequence != sequence + index
            if kind == .newDates, !facts.hasDates { continue }
            let letter = try settings.letters.write(kind, to: recipient, facts: facts)
            let ready = complaint.lastAct.flatMap { $0.sequence == sequence + index ? $0.ends : nil } ?? held
            try add(
                letter, to: complaint.id, sequence: sequence + index, at: moment.instant, ready: ready,
                trueUntil: facts.firstDue(namedIn: letter))
            following.append(FollowingLetter(kind: kind, sequence: sequence + index, ready: ready, isSilent: false))
        }
        for (index, occurrence) in occurrences.enumerated() {
            try addQuestions(after: occurrence, about: complaint, sequence: sequence + index, settings, house, at: moment)
        }
        return following
    }

    /// Asks what the customer thinks, at a later moment; whatever follows of an earlier question that was not sent yet goes to nobody once
    /// looking again is asked for.
    private func addQuestions(
        after occurrence: Occurrence, about complaint: Complaint, sequence: Int, _ settings: House, _ house: CurrentHouse, at moment: Moment
    ) throws {
        if case .reopeningRequested = occurrence.event {
            return try withhold(LetterKind.satisfaction.rawValue, of: complaint.id, at: moment.instant)
        }
        guard let recipient = complaint.correspondent,
            let kind = LettersForEvent.asking(after: occurrence, of: complaint, settings),
            !settings.procedures.version(complaint.procedureVersion).silentLetters.contains(kind.rawValue)
        else { return }
        let facts = try letterFacts(for: occurrence, about: complaint, settings: settings, house: house, at: moment)
        let letter = try settings.letters.write(kind, to: recipient, facts: facts)
        if letter.means == .phone { return }
        let ready = settings.calendar.asking(after: moment)
        try add(letter, to: complaint.id, sequence: sequence, at: moment.instant, ready: ready)
    }

    /// Told where the customer first hears of what comes, and not of what was solved at once.
    private func expectation(of occurrence: Occurrence, _ complaint: Complaint, house: CurrentHouse, at moment: Moment) throws
        -> Expectation?
    {
        guard case .registered = occurrence.event else { return nil }
        return try house.expectation(for: complaint, in: snapshot, at: moment)
    }

    func letterFacts(
        for occurrence: Occurrence, about complaint: Complaint, settings: House, house: CurrentHouse, at moment: Moment
    )
        throws -> LetterFacts
    {
        let handler = try complaint.handler.flatMap { try snapshot.staffMember($0) }
        var other: ComplaintNumber?
        if case .markedDuplicate(let id) = occurrence.event {
            other = try snapshot.number(of: id)
        }
        var facts = LetterFacts(
            occurrence: occurrence, complaint: complaint, organisation: settings.organisation, calendar: settings.calendar,
            procedure: settings.procedures.version(complaint.procedureVersion), handlerName: handler?.name, otherNumber: other, now: moment,
            expectation: try expectation(of: occurrence, complaint, house: house, at: moment))
        if case .promiseChanged(let changed) = occurrence.event { facts.promised = try words(ofPromise: changed.ordinal, in: complaint.id) }
        return facts
    }

    /// What a member of staff promised in their own words.
    private func words(ofPromise ordinal: Int, in complaint: ComplaintID) throws -> String? {
        for recorded in try snapshot.history(of: complaint).inForce {
            guard case .promised(let text) = recorded.occurrence.event else { continue }
            for case .made(let made) in recorded.occurrence.promises where made.ordinal == ordinal { return text.text }
        }
        return nil
    }
}
