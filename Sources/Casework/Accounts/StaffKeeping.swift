package import Complaints
package import Records

extension AccountOffice {
    /// Adds a member of staff who can sign in at once. For the command line. Without a password, give an invitation afterwards.
    /// Throws `AccountRefusal.invalid`, `.unfitPassword`, `.emailTaken` or `.notAllowed`.
    package func addStaff(_ input: StaffInput, password: Password?, by actor: Actor = .system) async throws -> StaffMember {
        let checked = try input.checked()
        if let problem = password?.problem(name: checked.name, email: checked.email) { throw AccountRefusal.unfitPassword(problem) }
        let hash = try await hash(password)
        let now = clock.now()
        return try await records.write { tx in
            try tx.requireAdministrator(actor)
            return try tx.add(checked, passwordHash: hash, by: actor, at: now)
        }
    }

    private func hash(_ password: Password?) async throws -> String? {
        guard let password else { return nil }
        return try await hashing.encodedHash(of: password)
    }

    /// Changes who somebody is to the house. A change of e-mail address, roles or activity ends their sessions and links.
    /// Throws `AccountRefusal.lastAdministrator` where nobody would be left to manage staff, `.leavesFiles`, `.notThere`, `.emailTaken`,
    /// `.invalid` or `.notAllowed`.
    ///
    /// - Parameter leavingFiles: whether it is meant that open complaints stay with somebody who handles none any more.
    package func changeMember(
        _ id: StaffID, to input: StaffInput, isActive: Bool, leavingFiles: Bool = false, by actor: Actor
    ) async throws -> StaffMember {
        let checked = try input.checked()
        let now = clock.now()
        return try await records.write { tx in
            try tx.holdAllStaff()
            try tx.requireAdministrator(actor)
            guard let before = try tx.snapshot.staffMember(id) else { throw AccountRefusal.notThere }
            var after = before
            after.name = checked.name
            after.email = checked.email
            after.roles = checked.roles
            after.isActive = isActive
            if let team = checked.team { after.team = try tx.snapshot.spelling(ofTeam: team, besides: id) }
            after.skills = try tx.known(input.skills, or: before.skills)
            try tx.requireAnotherAdministrator(before: before, after: after)
            if !leavingFiles { try tx.requireNoFiles(before: before, after: after) }
            try tx.requireFree(after.email, for: id)
            try tx.update(after, at: now)
            let changesGrants = before.email != after.email || before.roles != after.roles || before.isActive != after.isActive
            if changesGrants { try tx.endGrants(of: id) }
            try tx.audit(before.roles == after.roles ? .staffChanged : .rolesChanged, staff: id, by: actor, at: now)
            return after
        }
    }
}

extension Transaction {
    /// Codes that the nature list of the house has.
    fileprivate func known(_ skills: Set<String>?, or before: Set<String>) throws -> Set<String> {
        guard let skills else { return before }
        let natures = try CurrentHouse().settings(in: snapshot).natures
        return skills.filter { code in natures.about.contains { $0.code == code } }
    }

    /// Throws `AccountRefusal.emailTaken`.
    func add(_ checked: StaffInput.Checked, passwordHash: String?, by actor: Actor, at now: Instant) throws -> StaffMember {
        let id = StaffID(Keys.fresh(at: now.milliseconds))
        try requireFree(checked.email, for: id)
        var added = StaffMember(id: id, name: checked.name, email: checked.email, roles: checked.roles)
        added.team = try snapshot.spelling(ofTeam: checked.team ?? "", besides: id)
        try add(added, at: now)
        if let passwordHash { try setPasswordHash(passwordHash, of: id, at: now) }
        try audit(.staffAdded, staff: id, by: actor, at: now)
        guard let member = try snapshot.staffMember(id) else { throw AccountRefusal.notThere }
        return member
    }

    /// Throws `AccountRefusal.emailTaken`.
    func requireFree(_ email: EmailAddress, for id: StaffID) throws {
        if let other = try snapshot.staffMember(email: email), other.id != id { throw AccountRefusal.emailTaken }
    }

    fileprivate func requireAnotherAdministrator(before: StaffMember, after: StaffMember) throws {
        let loses = before.actor.has(.administrator) && !after.actor.has(.administrator)
        guard loses else { return }
        let others = try snapshot.readyAdministrators().filter { $0.id != before.id }
        if others.isEmpty { throw AccountRefusal.lastAdministrator }
    }
}

extension Transaction {
    /// Whoever stops handling complaints has none open: nobody would look after them.
    fileprivate func requireNoFiles(before: StaffMember, after: StaffMember) throws {
        guard before.handlesComplaints, !after.handlesComplaints else { return }
        let open = try snapshot.openFileCount(of: before.id)
        if open > 0 { throw AccountRefusal.leavesFiles(open) }
    }
}

extension StaffMember {
    fileprivate var handlesComplaints: Bool { isActive && roles.contains(.handler) }
}

extension Snapshot {
    /// As colleagues of the team have it, where it differs in capitals or accents alone: one team has one name. A dash is none.
    fileprivate func spelling(ofTeam name: String, besides id: StaffID) throws -> String {
        let folded = Folding.fold(name)
        if folded == "-" { return "" }
        return try allStaff().first { $0.id != id && Folding.fold($0.team) == folded }?.team ?? name
    }
}
