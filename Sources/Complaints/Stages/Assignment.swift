extension Complaint {
    /// "De klachtenmanager wijst een verantwoordelijke medewerker aan om de klacht te onderzoeken." Never the one it is
    /// about; assigning again, also to the same, is a new assignment unless nothing would change. Handing over from one handler to
    /// another says why; programs may leave it out, since they are written against an API that did.
    func assigning(to id: StaffID?, _ reason: String? = nil, by actor: Actor, with facts: Facts) throws(Refusal) -> [Occurrence] {
        var check = FieldCheck()
        let colleague = id.flatMap { facts.colleagues[$0] }
        if id == nil {
            check.note(.missing, at: "handler")
        } else if let colleague {
            if !colleague.isActive || !colleague.roles.contains(.handler) || colleague.id == aboutStaff {
                check.note(.notSuitable, at: "handler")
            }
            if colleague.id == handler { check.note(.itself, at: "handler") }
        } else {
            check.note(.unknown, at: "handler")
        }
        let isHandedOver = handler != nil && actor.staff != nil && check.problems.isEmpty
        let reason = check.prose(reason, at: "reason", limit: Complaint.longestReason, required: isHandedOver).map { Passage($0) }
        try check.finish()
        guard let colleague else { throw .invalid(check.problems) }
        return [Occurrence(.assigned(to: colleague.id, reason: reason))]
    }

    /// A handler gives it back, with the reason, and it waits for the manager again.
    func returning(_ reason: String) throws(Refusal) -> [Occurrence] {
        [Occurrence(.returned(reason: try passage(reason, "reason", limit: Complaint.longestReason)))]
    }

    mutating func applyAssignment(to id: StaffID) {
        handler = id
        // Someone new has to accept.
        if Phase.assignedAnew.contains(phase) { phase = .assigned }
    }

    mutating func applyReturn() { unassign() }

    mutating func unassign() {
        handler = nil
        if Phase.handling.contains(phase) { phase = .received }
    }

    /// The longest reason, in Unicode scalars.
    package static let longestReason = 2_000
}
