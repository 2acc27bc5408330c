/// That somebody is away, from one day through another, and who does their work meanwhile. Why they are away is not recorded: it is nobody's
/// business here.
package struct Absence: Hashable, Sendable {
    package let id: Int64
    package let staff: StaffID
    package let first: Day
    package let last: Day
    /// Nil where nobody was named: then the complaints manager hears of what waits.
    package let replacement: StaffID?

    package init(id: Int64, staff: StaffID, first: Day, last: Day, replacement: StaffID?) {
        (self.id, self.staff, self.first, self.last, self.replacement) = (id, staff, first, last, replacement)
    }

    package func covers(_ day: Day) -> Bool { first <= day && day <= last }

    /// Longer than this nobody is away by one note: then they don't work here.
    package static let mostDays = 400
}

/// Everybody who is away at one moment.
package struct Absences: Hashable, Sendable {
    package let all: [Absence]

    package init(_ all: [Absence] = []) { self.all = all }

    package func absence(of id: StaffID) -> Absence? { all.first { $0.staff == id } }
    package func isAway(_ id: StaffID) -> Bool { absence(of: id) != nil }

    /// Who does this person's work now: they themselves when they are here; their replacement, or the replacement of that one; nil where
    /// that leads to nobody.
    package func standIn(for id: StaffID) -> StaffID? {
        var (one, known) = (id, Set<StaffID>())
        while let absence = absence(of: one) {
            guard known.insert(one).inserted, let next = absence.replacement else { return nil }
            one = next
        }
        return one
    }

    /// Those who are away and whose work this person does.
    package func replaced(by id: StaffID) -> Set<StaffID> { Set(all.map(\.staff).filter { $0 != id && standIn(for: $0) == id }) }

    /// The roles that somebody has for now, in the place of whoever is away: the deputy of a complaints manager is one.
    ///
    /// - Parameter isManager: whether somebody who is away is complaints manager.
    package func roles(lentTo id: StaffID, isManager: (StaffID) throws -> Bool) rethrows -> Set<Role> {
        try replaced(by: id).contains(where: isManager) ? [.manager] : []
    }

    /// The handlers whose complaints somebody who handles complaints handles for now.
    package func handlers(replacedBy id: StaffID, with roles: Set<Role>) -> Set<StaffID> {
        roles.contains(.handler) ? replaced(by: id) : []
    }

    /// In whose place somebody of management acts in complaints about them: the complaints managers of whom there is no other who is here.
    ///
    /// - Parameter managers: whoever is one by themselves.
    package func managersWithoutOther(among managers: Set<StaffID>) -> Set<StaffID> {
        let here = Set(managers.compactMap(standIn))
        return managers.union(here).filter { here.subtracting([$0]).isEmpty }
    }

    /// Those who are away without anybody in their place.
    package var withoutStandIn: Set<StaffID> { Set(all.map(\.staff).filter { standIn(for: $0) == nil }) }
}

/// An absence as it was typed or chosen.
package struct AbsenceInput: Hashable, Sendable {
    package var staff: StaffID?
    package var first: Day?
    package var last: Day?
    package var replacement: StaffID?

    package init(staff: StaffID?, first: Day?, last: Day?, replacement: StaffID?) {
        (self.staff, self.first, self.last, self.replacement) = (staff, first, last, replacement)
    }

    /// The absence that this describes. A replacement for a handler is a handler; the deputy of a complaints manager may be anybody who works
    /// with complaints, and is complaints manager for as long as the other is away. Nobody stands in for somebody who stands in for them, also by
    /// way of others.
    ///
    /// - Parameters:
    ///   - colleagues: those who are named.
    ///   - others: what was recorded before.
    package func checked(
        id: Int64, colleagues: [StaffID: Colleague], others: [Absence], today: Day, into check: inout FieldCheck
    ) -> Absence? {
        let absent = staff.flatMap { colleagues[$0] }
        if staff == nil { check.note(.missing, at: "staff") }
        if staff != nil, absent?.isActive != true { check.note(.unknown, at: "staff") }
        if first == nil { check.note(.missing, at: "first") }
        if last == nil { check.note(.missing, at: "last") }
        if let first, let last {
            if last < first || last < today { check.note(.tooEarly, at: "last") }
            if last.number - first.number >= Absence.mostDays { check.note(.tooLate, at: "last") }
            if others.contains(where: { $0.staff == staff && first <= $0.last && $0.first <= last }) { check.note(.itself, at: "first") }
        }
        if let replacement, let absent { judge(colleagues[replacement], of: absent, into: &check) }
        guard check.problems.isEmpty, let staff, let first, let last else { return nil }
        let absence = Absence(id: id, staff: staff, first: first, last: last, replacement: replacement)
        let ring = absence.ring(among: others)
        if !ring.isEmpty { check.note(.inRing(ring), at: "replacement") }
        return ring.isEmpty ? absence : nil
    }

    private func judge(_ replacement: Colleague?, of absent: Colleague, into check: inout FieldCheck) {
        guard let replacement, replacement.isActive else { return check.note(.unknown, at: "replacement") }
        if replacement.id == absent.id { return check.note(.itself, at: "replacement") }
        let needed: Set<Role> = absent.roles.contains(.handler) ? [.handler] : [.handler, .manager, .intake]
        if replacement.roles.isDisjoint(with: needed) { check.note(.notSuitable, at: "replacement") }
    }
}
