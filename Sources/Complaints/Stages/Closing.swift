extension Complaint {
    /// Closes what is resolved. Where the procedure gives the customer some working days to react, not before they have passed.
    /// What was promised in somebody's own words is not dropped by it without a word: it was kept, or is taken back with a reason.
    func closing(at moment: Moment, with facts: Facts) throws(Refusal) -> [Occurrence] {
        if let days = facts.procedure.closingDays, let resolvedAt,
            let end = WorkingDayCount(days, after: facts.calendar.zone.moment(at: resolvedAt), in: facts.calendar)?.due, moment.civil < end
        {
            throw .closingTooEarly(until: end.day)
        }
        if owedByHand != nil { throw .promiseOwed }
        return [Occurrence(.closed, promises: withdrawingPromises())]
    }

    /// While the customer waits for a reaction a file is not closed in passing: whoever closes it says that they mean it, and several at
    /// once are never closed so.
    package func checkClosingInPassing() throws(Refusal) { if awaitsReaction { throw .reactionWaits } }

    mutating func applyClosing(at instant: Instant) {
        phase = .closed
        closedAt = instant
        rating = nil
    }

    /// The customer takes the complaint back.
    func withdrawing(_ reason: String, by actor: Actor) throws(Refusal) -> [Occurrence] {
        let text =
            actor.identity == .customer && !reason.saysSomething
            ? Passage("–") : try passage(reason, "reason", limit: Complaint.longestReason)
        return [Occurrence(.withdrawn(reason: text), promises: withdrawingPromises())]
    }

    /// It is somebody else's to answer, outside the company; the customer hears whose and why.
    func referring(to: String, _ reason: String) throws(Refusal) -> [Occurrence] {
        var check = FieldCheck()
        let to = check.line(to, at: "to", limit: 300, required: true)
        let reason = check.prose(reason, at: "reason", limit: Complaint.longestReason, required: true)
        try check.finish()
        return [Occurrence(.referred(to: Passage(to ?? ""), reason: Passage(reason ?? "")), promises: withdrawingPromises())]
    }
}
