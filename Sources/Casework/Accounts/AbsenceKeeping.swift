package import Complaints
import Records

extension AccountOffice {
    /// Notes that somebody is away. Complaints managers do so for everybody, others for themselves; who stands in for a complaints manager is
    /// one for a while, so that only a manager says so, and nobody whom the role was lent to.
    /// Throws `AccountRefusal.notAllowed`, or `.invalid` with every field that is wrong: `staff`, `first`, `last`, `replacement`.
    package func noteAbsence(_ input: AbsenceInput, in zone: OfficeZone, by actor: Actor) async throws -> Absence {
        let now = clock.now()
        return try await records.write { tx in
            // In one order for everybody: two who name each other at once don't both get their way.
            try tx.holdAllStaff()
            try tx.requireAbsences(of: input.staff, by: actor)
            var colleagues: [StaffID: Colleague] = [:]
            for id in [input.staff, input.replacement].compactMap(\.self) { colleagues[id] = try tx.snapshot.staffMember(id)?.colleague }
            var check = FieldCheck()
            let absence = input.checked(
                id: Keys.fresh(at: now.milliseconds), colleagues: colleagues, others: try tx.snapshot.comingAbsences(at: now),
                today: zone.moment(at: now).day, into: &check)
            guard let absence else { throw AccountRefusal.invalid(check.problems) }
            try tx.note(absence, in: zone)
            try tx.audit(.absenceNoted, staff: absence.staff, by: actor, at: now)
            return absence
        }
    }

    /// Takes a note back: that person is here, or comes after all.
    /// Throws `AccountRefusal.notAllowed` or `.notThere`.
    package func endAbsence(_ id: Int64, by actor: Actor) async throws {
        let now = clock.now()
        try await records.write { tx in
            guard let absence = try tx.snapshot.absence(id) else { throw AccountRefusal.notThere }
            try tx.requireAbsences(of: absence.staff, by: actor)
            try tx.removeAbsence(id)
            try tx.audit(.absenceEnded, staff: absence.staff, by: actor, at: now)
        }
    }
}

extension Transaction {
    fileprivate func requireAbsences(of id: StaffID?, by actor: Actor) throws {
        guard let staff = actor.staff, let member = try snapshot.staffMember(staff), member.isActive else {
            throw AccountRefusal.notAllowed
        }
        let isManager = member.roles.contains(.manager)
        if isManager { return }
        if id == staff, actor.hasAny(of: [.handler, .manager]) { return }
        // A deputy notes that others are away, but never moves the end of their own deputising.
        if actor.has(.manager), let id, try snapshot.staffMember(id)?.roles.contains(.manager) == false { return }
        throw AccountRefusal.notAllowed
    }
}
