package import Complaints

extension Snapshot {
    /// Everybody who is away at this moment.
    package func absences(at now: Instant) throws -> Absences {
        Absences(
            try all(
                "SELECT \(absenceColumns) FROM absence WHERE ends_at > ? AND begins_at <= ? ORDER BY id", .integer(now.milliseconds),
                .integer(now.milliseconds), as: absence))
    }

    /// Those of now and of later, the first first.
    package func comingAbsences(at now: Instant) throws -> [Absence] {
        try all(
            "SELECT \(absenceColumns) FROM absence WHERE ends_at > ? ORDER BY begins_at, id LIMIT 1000", .integer(now.milliseconds),
            as: absence)
    }

    package func absence(_ id: Int64) throws -> Absence? {
        try first("SELECT \(absenceColumns) FROM absence WHERE id = ?", .integer(id), as: absence)
    }

    /// A member of staff with what they are trusted with for now, in the place of others.
    package func entrusted(_ member: StaffMember, at now: Instant) throws -> StaffMember {
        let absences = try absences(at: now)
        var member = member
        member.lent = try absences.roles(lentTo: member.id) { try staffMember($0)?.isManager ?? false }
        member.standsInFor = absences.handlers(replacedBy: member.id, with: member.roles)
        if member.isActive, member.roles.contains(.management) {
            member.inPlaceOf = absences.managersWithoutOther(among: try managers())
        }
        return member
    }

    /// What a program may do. One that does a complaints manager's work is told of no complaint about a complaints manager, here still or not:
    /// it could be that one's own, and would read what its owner may not.
    package func entrusted(_ token: APIToken, at now: Instant) throws -> Actor {
        let actor = token.actor
        guard actor.has(.manager) else { return actor }
        // No other role has this in its name.
        let all = Set(try all("SELECT id FROM staff WHERE roles LIKE '%manager%'") { StaffID($0.integer(0)) })
        return Actor(actor.identity, roles: actor.roles, isNotToldOf: all)
    }

    private func managers() throws -> Set<StaffID> {
        // No other role has this in its name.
        Set(try all("SELECT id FROM staff WHERE is_active = 1 AND roles LIKE '%manager%'") { StaffID($0.integer(0)) })
    }

    /// Everybody who works or worked here, with what they are trusted with for now.
    package func colleagues(at now: Instant) throws -> [Colleague] {
        let (staff, absences) = (try allStaff(), try absences(at: now))
        let managers = Set(staff.filter(\.isManager).map(\.id))
        let alone = absences.managersWithoutOther(among: managers)
        return staff.map { member in
            let lent = absences.roles(lentTo: member.id, isManager: managers.contains)
            return Colleague(
                id: member.id, roles: member.roles.union(lent), isActive: member.isActive, isAway: absences.isAway(member.id),
                inPlaceOf: member.roles.contains(.management) ? alone : [])
        }
    }

    /// A replacement whose account was closed meanwhile replaces nobody.
    private var absenceColumns: String {
        "id, staff_id, first_day, last_day, (SELECT s.id FROM staff s WHERE s.id = absence.replacement_id AND s.is_active = 1) AS replacement"
    }

    private func absence(_ row: any SQLRow) throws -> Absence {
        guard let first = Day(iso: row.text(2)), let last = Day(iso: row.text(3)) else {
            throw UnreadableEntry(name: "absence", key: "\(row.integer(0))")
        }
        return Absence(
            id: row.integer(0), staff: StaffID(row.integer(1)), first: first, last: last,
            replacement: row.optionalInteger(4).map { StaffID($0) })
    }
}

extension Transaction {
    /// Notes that somebody is away, in the days of this zone.
    package func note(_ absence: Absence, in zone: OfficeZone) throws {
        let midnight = TimeOfDay(0)
        let begins = zone.instant(of: CivilTime(absence.first, midnight))
        let ends = zone.instant(of: CivilTime(absence.last.next, midnight))
        try execute(
            """
            INSERT INTO absence (id, staff_id, first_day, last_day, begins_at, ends_at, replacement_id) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            .integer(absence.id), .integer(absence.staff.value), .text(absence.first.iso), .text(absence.last.iso),
            .integer(begins.milliseconds), .integer(ends.milliseconds), SQLValue(absence.replacement?.value))
    }

    package func removeAbsence(_ id: Int64) throws { try execute("DELETE FROM absence WHERE id = ?", .integer(id)) }
}
