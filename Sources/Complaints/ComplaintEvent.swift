/// Everything that can have happened to a complaint: the table of contents of the domain.
package enum ComplaintEvent: Hashable, Sendable {
    case registered(Registration)
    case corrected(Correction)
    case classified(Classification)
    /// With why it goes from one handler to another, where somebody said so.
    case assigned(to: StaffID, reason: Passage? = nil)
    case accepted
    case returned(reason: Passage)
    case contacted(ContactAttempt)
    case noted(Passage)
    case asked(Passage)
    case answerReceived(Passage, through: Channel)
    case consulted(Consultation)
    case contributed(to: Int, Passage)
    case investigated(Investigation)
    case proposed(Passage)
    case answered(Passage)
    case resolved(Resolution)
    case closed
    case rated(Rating)
    case reopeningRequested(reason: Passage)
    case reopeningDecided(granted: Bool, reason: Passage)
    case withdrawn(reason: Passage)
    case referred(to: Passage, reason: Passage)
    case markedDuplicate(of: ComplaintID)
    case unmarkedDuplicate
    case attached(Document)
    case informed(InformedByHand)
    case extended(PromiseExtension)
    /// In the words of whoever promised it.
    case promised(Passage)
    case promiseKept(PromiseKept)
    case promiseChanged(PromiseChanged)
    /// Everything from this entry on is as if it had not been done.
    case undone(from: Int)
    /// Everybody's words in the entries before this one are gone.
    case erased(CustomerGroup)
}

/// One thing that happened, and what it did to the promises.
package struct Occurrence: Hashable, Sendable {
    package let event: ComplaintEvent
    package let promises: [PromiseChange]

    package init(_ event: ComplaintEvent, promises: [PromiseChange] = []) {
        self.event = event
        self.promises = promises
    }
}

/// An occurrence as it stands in the journal: its place in the complaint's stream, when it was recorded and by whom.
package struct RecordedOccurrence: Hashable, Sendable {
    /// 1, 2, 3 … within the complaint.
    package let sequence: Int
    package let at: Instant
    package let by: Actor.Identity
    package let occurrence: Occurrence

    package init(sequence: Int, at: Instant, by: Actor.Identity, _ occurrence: Occurrence) {
        self.sequence = sequence
        self.at = at
        self.by = by
        self.occurrence = occurrence
    }
}
