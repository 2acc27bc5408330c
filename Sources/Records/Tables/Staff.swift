package import Complaints

/// A member of staff as the house knows one.
package struct StaffMember: Hashable, Sendable {
    package let id: StaffID
    package var name: String
    package var email: EmailAddress
    package var roles: Set<Role>
    package var language: Language
    /// Whether single keys work as short cuts.
    package var usesSingleKeys: Bool
    /// Whether lists are dense (36 px) rather than roomy (56 px).
    package var isDense: Bool
    package var isActive: Bool
    /// Whether they are told by mail what is assigned to or asked of them.
    package var isMailed = true
    /// Whether a password was ever set; without one nobody can sign in.
    package let hasPassword: Bool
    /// What they know well, by the codes of the nature list.
    package var skills: Set<String>
    /// The team they belong to; empty for none.
    package var team = ""
    /// What they are trusted with for now, in the place of somebody who is away. Nothing of it is stored.
    package var lent: Set<Role> = []
    /// In whose place they act in complaints about them (`Actor.inPlaceOf`). Nothing of it is stored either.
    package var inPlaceOf: Set<StaffID> = []
    /// Whose complaints they handle for now (`Actor.standsInFor`). Nor of this.
    package var standsInFor: Set<StaffID> = []

    package init(
        id: StaffID, name: String, email: EmailAddress, roles: Set<Role>, language: Language = .dutch, usesSingleKeys: Bool = true,
        isDense: Bool = false, isActive: Bool = true, hasPassword: Bool = false, skills: Set<String> = []
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.roles = roles
        self.language = language
        self.usesSingleKeys = usesSingleKeys
        self.isDense = isDense
        self.isActive = isActive
        self.hasPassword = hasPassword
        self.skills = skills
    }

    /// Whether they are complaints manager by themselves, and not in somebody's place.
    var isManager: Bool { isActive && roles.contains(.manager) }
    package var actor: Actor {
        guard isActive else { return Actor(.staff(id)) }
        return Actor(.staff(id), roles: roles.union(lent), inPlaceOf: inPlaceOf, standsInFor: standsInFor)
    }
    fileprivate var skillsText: String { skills.sorted().joined(separator: ",") }
    package var colleague: Colleague { Colleague(id: id, roles: roles, isActive: isActive) }
}

/// Roles as one column: their raw values, sorted, a comma apart.
package enum RolesText {
    package static func text(of roles: Set<Role>) -> String { roles.map(\.rawValue).sorted().joined(separator: ",") }
    package static func roles(in text: String) -> Set<Role> { Set(text.split(separator: ",").compactMap { Role(rawValue: String($0)) }) }
}

extension Snapshot {
    package func staffMember(_ id: StaffID) throws -> StaffMember? {
        try first("SELECT \(staffColumns) FROM staff WHERE id = ?", .integer(id.value), as: staffMember)
    }

    /// A session and whose it is, in one question: every page begins with it.
    package func signedIn(digest: String) throws -> (session: StoredSession, member: StaffMember)? {
        try first(
            """
            SELECT \(staffColumns), begun.created_at, begun.seen_at FROM session AS begun CROSS JOIN staff
            WHERE begun.digest = ? AND staff.id = begun.staff_id
            """, .text(digest)
        ) { row in
            let member = try staffMember(row)
            let session = StoredSession(
                staff: member.id, createdAt: Instant(milliseconds: row.integer(12)), seenAt: Instant(milliseconds: row.integer(13)))
            return (session, member)
        }
    }

    /// By e-mail address, in any case.
    package func staffMember(email: EmailAddress) throws -> StaffMember? {
        try first("SELECT \(staffColumns) FROM staff WHERE email_key = ?", .text(email.normalised), as: staffMember)
    }

    /// Everybody, those who left included, by name.
    package func allStaff() throws -> [StaffMember] { try all("SELECT \(staffColumns) FROM staff ORDER BY name, id", as: staffMember) }

    /// Another value whenever somebody was added or anything about anybody was changed (`Transaction.changedLater`).
    package func staffStamp() throws -> [Int64] {
        try first("SELECT count(*), count(password), coalesce(sum(changed_at), 0) FROM staff") { row in (0..<3).map { row.integer($0) } }
            ?? []
    }

    private var staffColumns: String {
        "id, name, email, roles, language, single_keys, is_dense, is_active, password IS NOT NULL, skills, is_mailed, team"
    }

    private func staffMember(_ row: any SQLRow) throws -> StaffMember {
        guard let email = try? EmailAddress(parsing: row.text(2)), let language = Language(rawValue: row.text(4)) else {
            throw UnreadableEntry(name: "staff", key: "\(row.integer(0))")
        }
        var member = StaffMember(
            id: StaffID(row.integer(0)), name: row.text(1), email: email, roles: RolesText.roles(in: row.text(3)), language: language,
            usesSingleKeys: row.flag(5), isDense: row.flag(6), isActive: row.flag(7), hasPassword: row.flag(8),
            skills: Set(row.text(9).split(separator: ",").map(String.init)))
        member.isMailed = row.flag(10)
        member.team = row.text(11)
        return member
    }
}

extension Transaction {
    /// Adds a member of staff; an e-mail address that is taken is `DatabaseFault.unique`.
    package func add(_ member: StaffMember, at instant: Instant) throws {
        try execute(
            """
            INSERT INTO staff
            (id, name, email, email_key, roles, language, single_keys, is_dense, is_active, skills, is_mailed, team, created_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .integer(member.id.value), .text(member.name), .text(member.email.text), .text(member.email.normalised),
            .text(RolesText.text(of: member.roles)), .text(member.language.rawValue), SQLValue(member.usesSingleKeys),
            SQLValue(member.isDense), SQLValue(member.isActive), .text(member.skillsText), SQLValue(member.isMailed), .text(member.team),
            .integer(instant.milliseconds),
            .integer(instant.milliseconds))
    }

    /// Holds a member of staff until this write ends: nobody else changes who that is, or with which password, meanwhile.
    package func hold(_ id: StaffID) throws { try hold("staff WHERE id = ?", [.integer(id.value)]) }

    /// Holds everybody, for what rests on more than one of them. In one order, so that two do not wait for each other.
    package func holdAllStaff() throws { try hold("staff ORDER BY id", []) }

    /// Writes everything but the password.
    package func update(_ member: StaffMember, at instant: Instant) throws {
        try execute(
            """
            UPDATE staff SET name = ?, email = ?, email_key = ?, roles = ?, language = ?, single_keys = ?, is_dense = ?, is_active = ?,
            skills = ?, is_mailed = ?, team = ?, \(changedLater) WHERE id = ?
            """,
            .text(member.name), .text(member.email.text), .text(member.email.normalised), .text(RolesText.text(of: member.roles)),
            .text(member.language.rawValue), SQLValue(member.usesSingleKeys), SQLValue(member.isDense), SQLValue(member.isActive),
            .text(member.skillsText), SQLValue(member.isMailed), .text(member.team), .integer(instant.milliseconds),
            .integer(instant.milliseconds),
            .integer(member.id.value))
    }

    /// Sets when a member of staff was changed, from a moment given twice: never the same as before, so that the stamp differs.
    var changedLater: String { "changed_at = CASE WHEN changed_at >= ? THEN changed_at + 1 ELSE ? END" }
}
