/// A complaint, by the key that every table carries. It is not the number that people see.
package struct ComplaintID: Hashable, Sendable {
    package let value: Int64
    package init(_ value: Int64) { self.value = value }
}

/// One point (klachtonderdeel) of a complaint, with its own verdict. Most complaints hold one.
package struct Grievance: Hashable, Sendable {
    /// 1, 2, 3 … within the complaint.
    package let id: Int
    /// What it is, in a line; nil when it is the story as a whole.
    package let text: Passage?
    package var finding: Finding?

    package init(id: Int, text: Passage?, finding: Finding? = nil) {
        self.id = id
        self.text = text
        self.finding = finding
    }
}

/// What a complaint has become by all that happened to it: the fold of its own events and nothing else.
package struct Complaint: Hashable, Sendable {
    package let id: ComplaintID
    package let number: ComplaintNumber
    /// How many things have happened to it.
    package internal(set) var sequence: Int
    package internal(set) var phase: Phase
    package internal(set) var channel: Channel
    package internal(set) var receivedAt: Instant
    package let registeredAt: Instant
    package let registeredBy: Actor.Identity
    /// The version of the procedure that it was received under, and stays under.
    package let procedureVersion: Int
    /// Nil once erased.
    package internal(set) var customer: Person?
    package internal(set) var representative: Representative?
    package internal(set) var story: Passage
    package internal(set) var grievances: [Grievance]
    package internal(set) var nature: Nature?
    package internal(set) var severity: Severity
    package internal(set) var severityReasons: Set<SeverityReason>
    package internal(set) var isConfidential: Bool
    /// The member of staff whom the complaint is about, who never sees it.
    package internal(set) var aboutStaff: StaffID?
    package internal(set) var handler: StaffID?
    /// Whoever worked on it as its handler, or proposed a solution, since it was received or reopened.
    package internal(set) var workers: Set<StaffID> = []
    package internal(set) var promises: [Promise] = []
    /// How many promises were made before it was reopened the last time; 0 until then.
    var promisesBeforeReopening = 0
    /// Whether it was looked at again after it had been solved or had ended.
    package internal(set) var wasReopened = false
    package internal(set) var consultations: [Consultation] = []
    package internal(set) var documents: [Document] = []
    package internal(set) var cause: Cause?
    package internal(set) var investigation: Investigation?
    package internal(set) var remedy: Remedy?
    package internal(set) var resolvedAt: Instant?
    package internal(set) var closedAt: Instant?
    /// Why the customer asks to look at it again, while nobody has decided.
    package internal(set) var reopeningRequest: Passage?
    /// What the customer thinks of how it was closed the last time.
    package internal(set) var rating: Rating?
    package internal(set) var duplicateOf: ComplaintID?
    /// Where it stood before it was marked as a duplicate.
    var phaseBeforeDuplicate: Phase?
    /// When that was.
    var changedByDuplicateAt: Instant?
    /// Whether the customer said something that no member of staff has acted upon since.
    package internal(set) var awaitsReaction = false
    /// Attempts to reach the customer that failed, since somebody reached them or heard from them.
    package internal(set) var failedAttempts: [ContactAttempt] = []
    /// Nil while its words are there.
    package internal(set) var erasure: Erasure?
    package internal(set) var changedAt: Instant
    /// What was done last, when it can be undone.
    package internal(set) var lastAct: LastAct?

    /// Whoever letters go to: the representative when there is one.
    package var correspondent: Person? { representative?.person ?? customer }

    /// The gravest finding over all grievances, for counts and lists; nil while there is none.
    package var outcome: Finding? {
        let order: [Finding] = [.upheld, .partlyUpheld, .notUpheld, .informal]
        return order.first { finding in grievances.contains { $0.finding == finding } }
    }

    /// The outstanding promise that is due first, of those whose clock runs.
    package var nextPromise: Promise? {
        promises.filter { $0.isOutstanding && !$0.isWaiting }.min { ($0.due, $0.ordinal) < ($1.due, $1.ordinal) }
    }

    /// The same of what the customer is told: what must be done at once inside is none of it.
    package var nextForCustomer: Promise? {
        promises.filter { $0.isOutstanding && !$0.isWaiting && $0.kind != .immediate }.min { ($0.due, $0.ordinal) < ($1.due, $1.ordinal) }
    }

    /// What a member of staff promised the customer and still owes, the first that is due: it is kept or taken back before the file is
    /// closed.
    package var owedByHand: Promise? {
        promises.filter { $0.isOutstanding && $0.kind == .byHand }.min { ($0.due, $0.ordinal) < ($1.due, $1.ordinal) }
    }

    /// What somebody must say of that it was done, and that is due before this: what was promised in somebody's own words, or must be done
    /// at once. Of all of it where nothing else is due.
    package func keptByHand(before due: Instant?) -> Promise? {
        promises.filter { promise in promise.isOutstanding && promise.kind.isKeptByHand && due.map { promise.due < $0 } ?? true }
            .min { ($0.due, $0.ordinal) < ($1.due, $1.ordinal) }
    }

    /// Whether speaking with the customer is still to be done, and its clock runs.
    package var owesFirstContact: Bool { promises.contains { $0.kind == .firstContact && $0.isOutstanding && !$0.isWaiting } }

    /// What stands next on somebody's desk: while it is open the first promise whose clock runs; what is over owes nothing any more but what
    /// somebody promised in their own words.
    package var nextOwed: Promise? { phase.isOpen ? nextPromise : owedByHand }

    /// *Late* is open with a broken promise not yet met.
    package func isLate(at now: Instant) -> Bool {
        phase.isOpen && promises.contains { $0.isOutstanding && !$0.isWaiting && $0.due < now }
    }
}
