extension Complaint {
    /// The same complaint stands in another file: that one goes on, this one rests. Never in a circle.
    func markingDuplicate(of other: ComplaintID?, with facts: Facts) throws(Refusal) -> [Occurrence] {
        var check = FieldCheck()
        if other == nil { check.note(.unknown, at: "of") }
        if other == id { check.note(.itself, at: "of") }
        try check.finish()
        guard let other else { throw .invalid(check.problems) }
        if facts.duplicateChain.first != other { throw .invalid([FieldProblem("of", .unknown)]) }
        if facts.duplicateChain.contains(id) { throw .duplicateInCircle }
        return [Occurrence(.markedDuplicate(of: other), promises: withdrawingPromises())]
    }

    /// What the marking withdrew is owed again.
    func restoringPromises() -> [PromiseChange] {
        promises.filter { $0.metAt == nil && $0.withdrawnAt == changedByDuplicateAt }.map { .restored(ordinal: $0.ordinal) }
    }

    mutating func applyDuplicate(of other: ComplaintID) {
        phaseBeforeDuplicate = phase
        changedByDuplicateAt = changedAt
        phase = .duplicate
        duplicateOf = other
    }

    mutating func undoDuplicate() {
        phase = phaseBeforeDuplicate ?? .received
        phaseBeforeDuplicate = nil
        changedByDuplicateAt = nil
        duplicateOf = nil
    }
}
