package import Complaints

/// What an administrator fills in about a member of staff, as it was typed.
package struct StaffInput: Hashable, Sendable {
    package var name: String
    package var email: String
    package var roles: Set<Role>
    /// What they know well, by the codes of the nature list; nil leaves it as it is.
    package var skills: Set<String>?
    /// The team they belong to, empty for none; nil leaves it as it is.
    package var team: String?

    package init(name: String, email: String, roles: Set<Role>, skills: Set<String>? = nil, team: String? = nil) {
        self.name = name
        self.email = email
        self.roles = roles
        self.skills = skills
        self.team = team
    }

    static let longestName = 100
    static let longestTeam = 60

    struct Checked {
        let name: String
        let email: EmailAddress
        let roles: Set<Role>
        let team: String?
    }

    /// Throws `AccountRefusal.invalid` with every field that is wrong: `name`, `email`, `roles`, `team`.
    func checked() throws(AccountRefusal) -> Checked {
        var check = FieldCheck()
        let name = check.line(name, at: "name", limit: Self.longestName, required: true)
        let email = check.value(email, at: "email", required: true) { try? EmailAddress(parsing: $0) }
        if roles.isEmpty { check.note(.missing, at: "roles") }
        let team = team.map { check.line($0, at: "team", limit: Self.longestTeam) ?? "" }
        guard let name, let email, check.problems.isEmpty else { throw .invalid(check.problems) }
        return Checked(name: name, email: email, roles: roles, team: team)
    }
}
