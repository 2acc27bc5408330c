import Complaints
import Records

/// Somebody without an account who is asked something by mail, as typed.
package struct CorrespondentInput: Hashable, Sendable {
    package let name: String
    package let email: String

    package init(name: String, email: String) { (self.name, self.email) = (name, email) }
}

extension ComplaintCommand {
    /// A question for whom it turns out to be.
    func asking(_ id: StaffID?) -> ComplaintCommand {
        guard let id, case .consult(_, let question, let due) = self else { return self }
        return .consult(id, question: question, due: due)
    }
}

extension Transaction {
    /// Whom an address belongs to: who is known by it, with or without an account, or somebody new who has no roles and can't sign in.
    /// Throws `Refusal.invalid` with `colleagueName` and `colleagueEmail`.
    func staff(for input: CorrespondentInput, at now: Instant) throws -> StaffID {
        var check = FieldCheck()
        let name = check.line(input.name, at: "colleagueName", limit: StaffInput.longestName, required: true)
        let email = check.value(input.email, at: "colleagueEmail", required: true) { try? EmailAddress(parsing: $0) }
        guard let name, let email, check.problems.isEmpty else { throw Refusal.invalid(check.problems) }
        if let known = try snapshot.staffMember(email: email) { return known.id }
        let member = StaffMember(id: StaffID(Keys.fresh(at: now.milliseconds)), name: name, email: email, roles: [])
        try add(member, at: now)
        try audit(.staffAdded, staff: member.id, by: .system, at: now)
        return member.id
    }
}
