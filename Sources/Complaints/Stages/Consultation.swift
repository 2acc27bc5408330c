/// A contribution asked of a colleague: "in overleg met relevante interne medewerkers".
package struct Consultation: Hashable, Sendable {
    /// 1, 2, 3 … within the complaint.
    package let id: Int
    package let colleague: StaffID
    package let question: Passage
    package let due: Day
    package var contribution: Passage?
    package var contributedAt: Instant?

    package init(id: Int, colleague: StaffID, question: Passage, due: Day) {
        self.id = id
        self.colleague = colleague
        self.question = question
        self.due = due
    }

    package var isOpen: Bool { contributedAt == nil }
}

extension Complaint {
    /// Asks a colleague; the answer comes on that colleague's own desk, with or without sight of the file.
    func consulting(
        _ id: StaffID?, _ question: String, due: Day?, by actor: Actor, at moment: Moment, with facts: Facts
    ) throws(Refusal) -> [Occurrence] {
        var check = FieldCheck()
        let text = check.prose(question, at: "question", limit: Complaint.longestText, required: true, isQuoted: true)
        if let id {
            let colleague = facts.colleagues[id]
            if colleague == nil { check.note(.unknown, at: "colleague") }
            if let colleague, !colleague.isActive || id == aboutStaff { check.note(.notSuitable, at: "colleague") }
            if id == actor.staff { check.note(.itself, at: "colleague") }
        } else {
            check.note(.missing, at: "colleague")
        }
        if due == nil { check.note(.missing, at: "due") }
        if let due, due < moment.day { check.note(.tooEarly, at: "due") }
        if let due, due > moment.day + 3_653 { check.note(.tooLate, at: "due") }
        try check.finish()
        guard let id, let due, let text else { throw .invalid(check.problems) }
        let consultation = Consultation(id: consultations.count + 1, colleague: id, question: Passage(text), due: due)
        return [Occurrence(.consulted(consultation))]
    }

    /// The colleague who was asked answers.
    func contributing(to id: Int, _ text: String, by actor: Actor) throws(Refusal) -> [Occurrence] {
        guard consultations.contains(where: { $0.id == id && $0.isOpen && $0.colleague == actor.colleague }) else {
            throw .consultationNotOpen
        }
        return [Occurrence(.contributed(to: id, try passage(text, isQuoted: true)))]
    }

    mutating func applyContribution(_ text: Passage, to id: Int, at instant: Instant) {
        guard let index = consultations.firstIndex(where: { $0.id == id }) else { return }
        consultations[index].contribution = text
        consultations[index].contributedAt = instant
    }
}
