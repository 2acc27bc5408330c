/// "Undo instead of 'are you sure?'": whoever does something to a complaint can take it back for a quarter of a minute, as long as
/// nothing else happened in the file since. It is then as if it had not been done; the journal keeps both, and letters to the customer
/// wait until the time has passed.
///
/// Everything that staff or a program do to a complaint can be undone, judging and correcting included: a slip there tells the customer
/// other dates, hides the file from colleagues, or counts a promise as kept. Notes, files and conversations too, since the usual slip is
/// the wrong file. What can't be undone: a registration (there is nothing to go back to), what the customer did, an undoing, and an erasure.
package enum UndoObstacle: String, CaseIterable, Hashable, Sendable {
    /// The time has passed.
    case tooLate = "undo-too-late"
    /// Somebody else did it.
    case notYours = "undo-not-yours"
    /// Something happened in the file since.
    case overtaken = "undo-overtaken"
    case nothingToUndo = "nothing-to-undo"
    case undoneAlready = "undone-already"
    /// The customer has the letter already.
    case letterHandedOver = "letter-handed-over"
}

/// What was done last, when it is something that can be undone.
package struct LastAct: Hashable, Sendable {
    /// How long it can be undone, in seconds; letters that follow from it wait as long.
    package static let seconds = 15

    /// Its first entry: several files that came in one go are one act.
    package let sequence: Int
    package let act: Act
    package let by: Actor.Identity
    package let at: Instant

    /// From this very moment on it is too late.
    package var ends: Instant { at.adding(seconds: Self.seconds) }
}

extension Complaint {
    /// What was done, when it is something that can be undone. Files and a solution that came with the registration are part of it.
    func undoableAct(of recorded: RecordedOccurrence) -> Act? {
        switch recorded.by {
        case .customer, .system, .colleague: return nil
        case .staff, .token: break
        }
        guard let act = recorded.occurrence.event.act, act != .register, act != .undo else { return nil }
        let cameAlong = recorded.at == registeredAt && recorded.by == registeredBy && [.attach, .contact, .resolve].contains(act)
        return cameAlong ? nil : act
    }
}

extension ComplaintEvent {
    /// What was done; nil for what is no act upon the complaint.
    package var act: Act? {
        switch self {
        case .erased: nil
        case .registered: .register
        case .undone: .undo
        case .corrected: .correct
        case .classified: .classify
        case .assigned: .assign
        case .accepted: .accept
        case .returned: .return
        case .contacted: .contact
        case .noted: .note
        case .asked: .ask
        case .answerReceived: .receiveAnswer
        case .consulted: .consult
        case .contributed: .contribute
        case .investigated: .investigate
        case .proposed: .propose
        case .answered: .answer
        case .resolved: .resolve
        case .closed: .close
        case .rated: .rate
        case .reopeningRequested: .reopen
        case .reopeningDecided: .decideReopening
        case .withdrawn: .withdraw
        case .referred: .refer
        case .markedDuplicate: .duplicate
        case .unmarkedDuplicate: .notDuplicate
        case .attached: .attach
        case .informed: .informed
        case .extended: .extend
        case .promised: .promise
        case .promiseKept: .keepPromise
        case .promiseChanged(let changed): changed.day == nil ? .dropPromise : .movePromise
        }
    }
}

extension [RecordedOccurrence] {
    /// What holds: everything but what was undone. The undoings themselves stay, each in its place.
    package var inForce: [RecordedOccurrence] {
        guard contains(where: \.occurrence.event.isUndoing) else { return self }
        var kept: [RecordedOccurrence] = []
        for recorded in self {
            if case .undone(let first) = recorded.occurrence.event { kept.removeAll { $0.sequence >= first } }
            kept.append(recorded)
        }
        return kept
    }

    /// By the sequence of each entry that was undone, the entry that undid it.
    package var undoings: [Int: RecordedOccurrence] {
        var found: [Int: RecordedOccurrence] = [:]
        for recorded in self {
            guard case .undone(let first) = recorded.occurrence.event, first < recorded.sequence else { continue }
            for sequence in first..<recorded.sequence where found[sequence] == nil { found[sequence] = recorded }
        }
        return found
    }
}

extension ComplaintEvent {
    package var isUndoing: Bool { if case .undone = self { true } else { false } }
}

extension Complaint {
    /// Takes in what happened next. What is undone is not reversed rule by rule: everything before it is folded anew.
    package mutating func take(_ recorded: [RecordedOccurrence], after history: [RecordedOccurrence]) {
        if recorded.contains(where: \.occurrence.event.isUndoing), let folded = Complaint(id: id, history: history + recorded) {
            self = folded
        } else {
            for one in recorded { evolve(one) }
        }
    }

    /// Whether this actor did what was done last, and could take it back.
    package func isAuthor(_ actor: Actor) -> Bool { lastAct?.by == actor.identity }

    /// Takes back what was done last.
    ///
    /// - Parameter wanted: the first entry of what is to be undone; without it the last thing that the actor did.
    func undoing(_ wanted: Int?, by actor: Actor, at moment: Moment, with facts: Facts) throws(Refusal) -> [Occurrence] {
        let isConcerned = !standings(of: actor).isEmpty || facts.history.contains { $0.by == actor.identity }
        guard isConcerned else { throw .notAllowed(.undo) }
        if let obstacle = obstacle(to: wanted, by: actor, at: moment.instant, with: facts) { throw .cannotUndo(obstacle) }
        guard let lastAct, let before = Complaint(id: id, history: Array(facts.history.prefix(lastAct.sequence - 1))) else {
            throw .cannotUndo(.nothingToUndo)
        }
        // Who may no longer do it may no longer undo it either. What they could see then decides, not what it was turned into.
        try before.permit(lastAct.act, by: actor, with: facts)
        if facts.handedOver.contains(where: { $0 >= lastAct.sequence }) { throw .cannotUndo(.letterHandedOver) }
        return [Occurrence(.undone(from: lastAct.sequence))]
    }

    private func obstacle(to wanted: Int?, by actor: Actor, at now: Instant, with facts: Facts) -> UndoObstacle? {
        guard let wanted = wanted ?? lastAct.flatMap({ isAuthor(actor) ? $0.sequence : nil }) else {
            return obstacleToLast(by: actor, at: now, with: facts)
        }
        guard let entry = facts.history.first(where: { $0.sequence == wanted }), undoableAct(of: entry) != nil else {
            return .nothingToUndo
        }
        if entry.by != actor.identity { return .notYours }
        if facts.history.undoings[wanted] != nil { return .undoneAlready }
        if now >= entry.at.adding(seconds: LastAct.seconds) { return .tooLate }
        return lastAct?.sequence == wanted ? nil : .overtaken
    }

    /// Why there is nothing for this actor to undo, when they did not say what.
    private func obstacleToLast(by actor: Actor, at now: Instant, with facts: Facts) -> UndoObstacle {
        let mine = facts.history.filter { $0.by == actor.identity }
        if let last = mine.last, last.sequence == sequence, last.occurrence.event.isUndoing { return .undoneAlready }
        let undoings = facts.history.undoings
        let isOvertaken = mine.contains {
            undoableAct(of: $0) != nil && undoings[$0.sequence] == nil && now < $0.at.adding(seconds: LastAct.seconds)
        }
        return isOvertaken ? .overtaken : lastAct == nil ? .nothingToUndo : .notYours
    }
}
