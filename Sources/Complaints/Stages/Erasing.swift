/// That the words in a file were erased, when, and what is counted of whom it concerned.
package struct Erasure: Hashable, Sendable {
    package let at: Instant
    package let group: CustomerGroup
}

extension Complaint {
    /// Takes everybody's words out of a file that came to an end: what remains is what happened, when, and what came of it. Whether its term
    /// has passed, and what was decided, is for whoever asks to know.
    package func erasing(by actor: Actor) throws(Refusal) -> Occurrence {
        guard isVisible(to: actor), standings(of: actor).contains(.manager) else { throw .notThere }
        guard Phase.ended.contains(phase), reopeningRequest == nil, erasure == nil else { throw .notNow(.close, phase) }
        if awaitsReaction { throw .reactionWaits }
        return Occurrence(.erased(customerGroup))
    }

    /// On whose behalf the customer complains, also after the name is gone: every count is the same before and after.
    package var customerGroup: CustomerGroup { erasure?.group ?? (customer?.organisation == nil ? .person : .organisation) }

    mutating func applyErasure(of group: CustomerGroup, at instant: Instant) {
        erasure = Erasure(at: instant, group: group)
        documents = []
        awaitsReaction = false
    }
}
