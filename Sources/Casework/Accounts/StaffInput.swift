package import Complaints

/// What an administrator fills in about a member of staff, as it was typed.
package struct StaffInput: Hashable, Sendable {
    package var name: String
    package var email: String
    package var roles: Set<Role>
    /// What they know well, by the codes of the nature list; nil leaves it as it is.
    package var skills: Set<String>?

    package init(name: String, email: String, roles: Set<Role>, skills: Set<String>? = nil) {
        self.name = name
        self.email = email
        self.roles = roles
        self.skills = skills
    }

    static let longestName = 100

    struct Checked {
        let name: String
        let email: EmailAddress
        let roles: Set<Role>
    }

    /// Throws `AccountRefusal.invalid` with every field that is wrong: `name`, `email`, `roles`.
    func checked() throws(AccountRefusal) -> Checked {
        var check = FieldCheck()
        let name = check.line(name, at: "name", limit: Self.longestName, required: true)
        let email = check.value(email, at: "email", required: true) { try? EmailAddress(parsing: $0) }
        if roles.isEmpty { check.note(.missing, at: "roles") }
        guard let name, let email, check.problems.isEmpty else { throw .invalid(check.problems) }
        return Checked(name: name, email: email, roles: roles)
    }
}
