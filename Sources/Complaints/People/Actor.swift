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
    /// The complaints managers about whom no other could do anything: this actor, of management, takes their place in complaints about them.
    package let inPlaceOf: Set<StaffID>
    /// The handlers who are away and whose complaints this actor handles meanwhile.
    package let standsInFor: Set<StaffID>
    /// Files about these this actor never sees: a program that does a complaints manager's work may be that manager's own.
    package let isNotToldOf: Set<StaffID>

    package init(
        _ identity: Identity, roles: Set<Role> = [], inPlaceOf: Set<StaffID> = [], standsInFor: Set<StaffID> = [],
        isNotToldOf: Set<StaffID> = []
    ) {
        self.identity = identity
        self.roles = roles
        self.inPlaceOf = inPlaceOf
        self.standsInFor = standsInFor
        self.isNotToldOf = isNotToldOf
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
    /// Whether they decide which files are kept: the complaints manager, and management about files that concern the only one there is.
    package var decidesAboutKeeping: Bool { has(.manager) || !inPlaceOf.isEmpty }
    package func hasAny(of wanted: Set<Role>) -> Bool { !roles.isDisjoint(with: wanted) }
}

/// A colleague as a command about a complaint needs to know one.
package struct Colleague: Hashable, Sendable {
    package let id: StaffID
    package let roles: Set<Role>
    package let isActive: Bool
    /// Whether somebody else would have to do for now what is theirs to do.
    package let isAway: Bool
    package let inPlaceOf: Set<StaffID>

    package init(id: StaffID, roles: Set<Role>, isActive: Bool, isAway: Bool = false, inPlaceOf: Set<StaffID> = []) {
        self.id = id
        self.roles = roles
        self.isActive = isActive
        self.isAway = isAway
        self.inPlaceOf = inPlaceOf
    }

    package var isHere: Bool { isActive && !isAway }
    package var actor: Actor { Actor(.staff(id), roles: isActive ? roles : [], inPlaceOf: isActive ? inPlaceOf : []) }
}
