/// A member of staff, by the key the staff table gave.
package struct StaffID: Hashable, Comparable, Sendable {
    package let value: Int64
    package init(_ value: Int64) { self.value = value }
    package static func < (left: StaffID, right: StaffID) -> Bool { left.value < right.value }
}

/// Whoever does something to a complaint. It is always passed along, never looked up from the surroundings.
package struct Actor: Hashable, Sendable {
    package enum Identity: Hashable, Sendable {
        case staff(StaffID)
        /// A program with an API token, by the token's key.
        case token(Int64)
        /// A colleague without an account, who was asked something by mail and answers it by mail: that, and nothing else.
        case colleague(StaffID)
        /// The complainant, through a follow link or the public form.
        case customer
        /// Gehoor itself, on a rule of the procedure.
        case system
    }

    package let identity: Identity
    package let roles: Set<Role>

    package init(_ identity: Identity, roles: Set<Role> = []) {
        self.identity = identity
        self.roles = roles
    }

    package static let customer = Actor(.customer)
    package static let system = Actor(.system)

    package var staff: StaffID? {
        if case .staff(let id) = identity { id } else { nil }
    }

    /// Whose contribution it is, when one is asked.
    package var colleague: StaffID? {
        if case .colleague(let id) = identity { id } else { staff }
    }

    package func has(_ role: Role) -> Bool { roles.contains(role) }
    package func hasAny(of wanted: Set<Role>) -> Bool { !roles.isDisjoint(with: wanted) }
}

/// A colleague as a command about a complaint needs to know one.
package struct Colleague: Hashable, Sendable {
    package let id: StaffID
    package let roles: Set<Role>
    package let isActive: Bool

    package init(id: StaffID, roles: Set<Role>, isActive: Bool) {
        self.id = id
        self.roles = roles
        self.isActive = isActive
    }
}
