extension Complaint {
    /// The complaint that a history tells of; nil when it does not begin with a registration.
    package init?(id: ComplaintID, history: [RecordedOccurrence]) {
        let history = history.inForce
        guard let first = history.first, case .registered(let registration) = first.occurrence.event else { return nil }
        self.init(id: id, registration: registration, at: first.at, by: first.by)
        apply(first.occurrence.promises, at: first.at)
        for recorded in history.dropFirst() { evolve(recorded) }
    }

    /// Takes in one more thing that happened. It never refuses: what is in the journal has happened. An undoing only moves the
    /// complaint on: what it undid is left out of the history, by `take` and by every fold.
    package mutating func evolve(_ recorded: RecordedOccurrence) {
        sequence = recorded.sequence
        changedAt = recorded.at
        noteWork(recorded)
        evolve(recorded.occurrence.event, at: recorded.at, by: recorded.by)
        apply(recorded.occurrence.promises, at: recorded.at)
        noteReaction(to: recorded)
        noteAttempt(recorded)
        noteLastAct(recorded)
    }

    /// Work is what looks into it; taking it on, passing it on, or saying what it is about, is not. A program is nobody.
    private mutating func noteWork(_ recorded: RecordedOccurrence) {
        guard case .staff(let id) = recorded.by else { return }
        switch recorded.occurrence.event {
        case .proposed: workers.insert(id)
        case .contacted, .asked, .consulted, .investigated, .answered, .promised:
            if id == handler { workers.insert(id) }
        default: break
        }
    }

    /// What the customer says asks for a reaction, whoever wrote it down, until staff answer or reach them. Files that came with the
    /// complaint itself are part of it.
    private mutating func noteReaction(to recorded: RecordedOccurrence) {
        switch recorded.occurrence.event {
        case .answerReceived: awaitsReaction = true
        case .undone, .rated: break
        // Whoever takes it back is told so by a letter, and waits for nothing more.
        case .withdrawn: awaitsReaction = false
        case .attached where recorded.by == .customer && recorded.at == registeredAt: break
        default:
            if recorded.by == .customer { awaitsReaction = true } else if isReaction(recorded.occurrence.event) { awaitsReaction = false }
        }
    }

    /// First contact is evidence: what was tried counts until the customer was reached, or says something.
    private mutating func noteAttempt(_ recorded: RecordedOccurrence) {
        switch recorded.occurrence.event {
        case .contacted(let attempt) where attempt.outcome.isFailure: failedAttempts.append(attempt)
        case .contacted, .answerReceived, .resolved, .closed: failedAttempts = []
        default: if recorded.by == .customer { failedAttempts = [] }
        }
    }

    /// Whether this, done by staff, answers to what the customer said last: it tells the customer something, or reached them. What stays in
    /// the house does not; only where nothing is to be done any more a note can say that thanks need no answer.
    private func isReaction(_ event: ComplaintEvent) -> Bool {
        switch event {
        case .asked, .answered, .proposed, .resolved, .closed, .reopeningDecided, .referred, .extended, .promised,
            .promiseChanged:
            true
        case .contacted(let attempt): [.reached, .messageSent].contains(attempt.outcome)
        case .noted: Phase.ended.contains(phase)
        default: false
        }
    }

    private mutating func noteLastAct(_ recorded: RecordedOccurrence) {
        guard let act = undoableAct(of: recorded) else { return lastAct = nil }
        if act == .attach, let lastAct, lastAct.act == act, lastAct.by == recorded.by, lastAct.at == recorded.at { return }
        lastAct = LastAct(sequence: recorded.sequence, act: act, by: recorded.by, at: recorded.at)
    }

    private mutating func evolve(_ event: ComplaintEvent, at instant: Instant, by identity: Actor.Identity) {
        switch event {
        case .registered: break
        case .corrected(let correction): apply(correction)
        case .classified(let classification): apply(classification)
        case .assigned(let handler, _): applyAssignment(to: handler)
        case .accepted: phase = .inProgress
        case .returned: applyReturn()
        case .contacted: startWork(identity)
        case .noted, .informed, .promiseKept, .promiseChanged, .undone: break
        case .extended(let extended): applyExtension(of: extended.ordinal)
        case .promised: startWork(identity)
        case .asked: phase = .waitingForCustomer
        case .answerReceived: applyReceivedAnswer()
        case .consulted(let consultation):
            startWork(identity)
            consultations.append(consultation)
        case .contributed(let id, let text): applyContribution(text, to: id, at: instant)
        case .investigated(let investigation):
            startWork(identity)
            apply(investigation)
        case .proposed: phase = .solutionProposed
        case .answered: startWork(identity)
        case .resolved(let resolution): apply(resolution, at: instant)
        case .closed: applyClosing(at: instant)
        case .rated(let rating): apply(rating)
        case .reopeningRequested(let reason): reopeningRequest = reason
        case .reopeningDecided(let granted, _): applyReopening(granted: granted)
        case .withdrawn: phase = .withdrawn
        case .referred: phase = .referred
        case .markedDuplicate(let other): applyDuplicate(of: other)
        case .unmarkedDuplicate: undoDuplicate()
        case .attached(let document): documents.append(document)
        case .erased(let group): applyErasure(of: group, at: instant)
        }
    }

    private mutating func apply(_ changes: [PromiseChange], at instant: Instant) {
        for change in changes {
            switch change {
            case .made(let promise): promises.append(promise)
            case .moved(let ordinal, let start, let due, let calendarVersion):
                self.change(ordinal) { promise in
                    if due != promise.due { promise.history.append(.init(due: promise.due, until: instant)) }
                    promise.start = start
                    promise.due = due
                    promise.calendarVersion = calendarVersion
                }
            case .recounted(let ordinal, let count):
                self.change(ordinal) { promise in
                    if count.due != promise.due { promise.history.append(.init(due: promise.due, until: instant)) }
                    (promise.rule, promise.added, promise.pauses) = (count.rule, count.added, count.pauses)
                    (promise.start, promise.due, promise.calendarVersion) = (count.start, count.due, count.calendarVersion)
                }
            case .met(let ordinal, let at): self.change(ordinal) { $0.metAt = at }
            case .withdrawn(let ordinal): self.change(ordinal) { $0.withdrawnAt = instant }
            case .restored(let ordinal): self.change(ordinal) { $0.withdrawnAt = nil }
            }
        }
    }

    private mutating func change(_ ordinal: Int, _ body: (inout Promise) -> Void) {
        guard let index = promises.firstIndex(where: { $0.ordinal == ordinal }) else { return }
        body(&promises[index])
    }

    /// The first thing the handler (or a program in their place) does to an assigned or reopened complaint is also its
    /// acceptance; that customer service has spoken with the customer is not.
    private mutating func startWork(_ identity: Actor.Identity) {
        guard let handler else { return }
        if case .staff(let id) = identity, id != handler { return }
        if phase == .assigned || phase == .reopened { phase = .inProgress }
    }
}
