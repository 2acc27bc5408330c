extension Complaint {
    /// Until when the customer may ask to look at it again: some weeks after it was closed; while it is only resolved, always.
    package func reopeningEnds(with facts: Facts) -> Day? {
        guard phase == .closed, let closedAt else { return nil }
        return facts.calendar.zone.moment(at: closedAt).day + facts.procedure.reopeningDays
    }

    /// Not satisfied: a request that the complaints manager decides on. The manager may bring it up at any time.
    func requestingReopening(_ reason: String, by actor: Actor, at moment: Moment, with facts: Facts) throws(Refusal) -> [Occurrence] {
        if let last = reopeningEnds(with: facts), moment.day > last, !actor.has(.manager) { throw .reopeningTooLate(until: last) }
        let isTheirs = actor.identity == .customer
        let text = try passage(reason, "reason", limit: Complaint.longestReason, isQuoted: isTheirs)
        return [Occurrence(.reopeningRequested(reason: text))]
    }

    /// When looking again was asked for and until when a customer could, where that had passed by then; nil where it had not.
    package func lateRequest(in history: [RecordedOccurrence], with facts: Facts) -> (asked: Day, last: Day)? {
        let request = history.inForce.last { if case .reopeningRequested = $0.occurrence.event { true } else { false } }
        guard let request, let last = reopeningEnds(with: facts) else { return nil }
        let asked = facts.calendar.zone.moment(at: request.at).day
        return asked > last ? (asked, last) : nil
    }

    /// Granted, it runs again with promises of its own; refused, it stays as it was and the customer hears why. Where nobody else can judge
    /// how the handler did, the handler may look again, which does a customer no wrong; saying no takes somebody else.
    func decidingReopening(
        _ granted: Bool?, _ reason: String, by actor: Actor, at moment: Moment, with facts: Facts
    ) throws(Refusal) -> [Occurrence] {
        var check = FieldCheck()
        if granted == nil { check.note(.missing, at: "granted") }
        let text = check.prose(reason, at: "reason", limit: Complaint.longestReason, required: true)
        try check.finish()
        let isGranted = granted ?? false
        if !isGranted, needsOtherJudge, standings(of: actor).contains(.handler) { throw .needsOtherJudge }
        if isGranted { try requireWay(for: .reopen, by: actor, under: facts.procedure) }
        let judged = promises.filter { $0.kind == .review && $0.isOutstanding }.map {
            PromiseChange.met(ordinal: $0.ordinal, at: moment.instant)
        }
        let made = isGranted ? promisesAnew(at: moment.instant, with: facts) : []
        return [Occurrence(.reopeningDecided(granted: isGranted, reason: Passage(text ?? "")), promises: judged + made)]
    }

    /// What was found the first time stays in the journal; the verdict itself is open again.
    mutating func applyReopening(granted: Bool) {
        reopeningRequest = nil
        guard granted else { return }
        phase = .reopened
        wasReopened = true
        promisesBeforeReopening = promises.count
        resolvedAt = nil
        closedAt = nil
        workers = []
        for index in grievances.indices { grievances[index].finding = nil }
    }
}
