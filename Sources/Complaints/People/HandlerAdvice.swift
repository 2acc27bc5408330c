/// Who could take a complaint best, and why: whoever knows what it is about goes before others, and of those who has the least work. Never
/// anybody it is about, nobody who is away, nor whoever has it now. It only advises; the complaints manager assigns.
package struct HandlerAdvice: Hashable, Sendable {
    /// A handler as far as the advice goes.
    package struct Candidate: Hashable, Sendable {
        package let id: StaffID
        package let name: String
        /// What somebody knows well, by the codes of the nature list.
        package let skills: Set<String>

        package init(id: StaffID, name: String, skills: Set<String>) { (self.id, self.name, self.skills) = (id, name, skills) }
    }

    package struct Option: Hashable, Sendable {
        package let id: StaffID
        package let name: String
        /// Whether they know what it is about.
        package let knowsIt: Bool
        /// Their work now, in halves of an ordinary complaint.
        package let halves: Int
    }

    /// The best first; empty where nobody can.
    package let options: [Option]

    package var first: Option? { options.first }

    /// - Parameters:
    ///   - candidates: everybody who handles complaints.
    ///   - about: what the complaint is about; nil while that is not known.
    ///   - excluded: whom it is about, and whoever has it.
    package init(
        _ candidates: [Candidate], about: String?, loads: [StaffID: Int], absences: Absences, excluding excluded: Set<StaffID>
    ) {
        options =
            candidates
            .filter { !excluded.contains($0.id) && !absences.isAway($0.id) }
            .map { Option(id: $0.id, name: $0.name, knowsIt: about.map($0.skills.contains) ?? false, halves: loads[$0.id] ?? 0) }
            .sorted { ($0.knowsIt ? 0 : 1, $0.halves, $0.name, $0.id) < ($1.knowsIt ? 0 : 1, $1.halves, $1.name, $1.id) }
    }
}
