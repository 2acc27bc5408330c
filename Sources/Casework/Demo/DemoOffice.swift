package import Complaints
package import Records

/// Why a house is not filled.
package enum DemoRefusal: Error, Hashable, Sendable {
    /// There are complaints of real people.
    case realComplaints
    /// The invented staff of an earlier filling were changed: nobody is left to do the work.
    case staffChanged
}

/// Whoever works at the invented company and can choose a password.
package struct DemoAccount: Hashable, Sendable {
    package let id: StaffID
    package let name: String
    package let email: EmailAddress
    package let roles: Set<Role>
}

/// Fills a house with invented history. Everything is decided by the domain at the moment it is said to have happened; many complaints
/// share a commit. No letters are written: nothing of this may ever reach anybody.
package struct DemoOffice: Sendable {
    package let records: any Database
    package let clock: Clock
    package let house: CurrentHouse
    /// Complaints that share a commit.
    private let chunk = 300

    package init(records: any Database, clock: Clock, house: CurrentHouse) {
        self.records = records
        self.clock = clock
        self.house = house
    }

    /// The day on which a plan that is made now ends.
    package func today() async throws -> Day {
        try await records.read { try house.settings(in: $0).moment(at: clock.now()).day }
    }

    /// Throws `DemoRefusal`, and before that has changed nothing.
    ///
    /// - Parameter progress: is told how many complaints are written.
    /// - Returns: one account of each kind of work.
    package func fill(_ plan: DemoPlan, progress: @Sendable (Int) -> Void = { _ in }) async throws -> [DemoAccount] {
        let now = clock.now()
        let setting = try await records.write { tx in try tx.prepare(plan, house: house, at: now) }
        var history = DemoHistory(setting)
        var done = 0
        while done < plan.complaints {
            let ready = history
            let count = min(chunk, plan.complaints - done)
            history = try await records.write { tx in
                var history = ready
                // Those of the same chunk are not in the house yet: two of them may draw the same number.
                var drawn: Set<ComplaintNumber> = []
                let complaints = try history.chunk(count) { id, number in
                    guard !drawn.contains(number), try tx.snapshot.complaintID(of: number) == nil else { return false }
                    drawn.insert(number)
                    return try !tx.snapshot.hasComplaint(id)
                }
                for one in complaints { _ = try tx.append(history: one.history, asNew: one.id) }
                return history
            }
            done += count
            progress(done)
        }
        try await records.write { tx in
            var learning = DemoLearning(setting)
            try learning.write(in: tx)
        }
        return accounts(setting.staff)
    }

    private func accounts(_ staff: DemoStaff) -> [DemoAccount] {
        let firsts = staff.managers.prefix(1) + staff.handlers.prefix(1).map(\.member) + staff.intake.prefix(1)
        return (staff.others.suffix(1) + firsts + staff.others.dropLast()).map {
            DemoAccount(id: $0.id, name: $0.name, email: $0.email, roles: $0.roles)
        }
    }
}

/// What stands in the settings of a house with invented history.
struct SampleMark: Codable {
    let complaints: Int
    let years: Int
    let seed: UInt64
    let until: String
}

extension Transaction {
    /// The mark, the name and the staff of the invented company, before the first complaint.
    fileprivate func prepare(_ plan: DemoPlan, house: CurrentHouse, at now: Instant) throws -> DemoSetting {
        let settings = try house.settings(in: snapshot)
        let mark = try snapshot.setting(.sample)
        if mark == nil, try snapshot.hasComplaints() { throw DemoRefusal.realComplaints }
        let body = SampleMark(complaints: plan.complaints, years: plan.years, seed: plan.seed, until: plan.today.iso)
        try set(.sample, to: SettingCoding.text(body), after: mark?.version ?? 0, by: .system, at: now)
        try audit(AuditLine(at: now, by: .system, .settingChanged, on: "setting:sample", from: nil))
        if settings.organisationVersion == 0 {
            try set(.organisation, to: SettingCoding.text(Organisation.wolkhuis), after: 0, by: .system, at: now)
        }
        let staff = try employ(DemoStaff(plan), at: now)
        let hours = OfficeHours(settings.calendar, from: plan.first, through: plan.today + 200)
        let facts = Facts(
            calendar: settings.calendar, procedures: settings.procedures, natures: .starter, colleagues: staff.colleagues)
        let end = settings.calendar.zone.instant(of: CivilTime(plan.today, TimeOfDay(0)))
        return DemoSetting(plan: plan, staff: staff, hours: hours, facts: facts, end: end)
    }

    private func employ(_ staff: DemoStaff, at now: Instant) throws -> DemoStaff {
        var keys: [EmailAddress: StaffMember] = [:]
        for member in staff.members {
            if let known = try snapshot.staffMember(email: member.email) {
                guard known.isActive, known.roles.isSuperset(of: member.roles) else { throw DemoRefusal.staffChanged }
                keys[member.email] = known
            } else {
                try add(member, at: now)
                try audit(.staffAdded, staff: member.id, by: .system, at: now)
            }
        }
        return DemoStaff(staff, keys: keys)
    }
}

extension Organisation {
    /// The invented company.
    fileprivate static let wolkhuis = Organisation(
        name: "Wolkhuis Cloud", phone: "020 012 3456", email: "klachten@wolkhuis.invalid", address: "Wolkenkade 1\n1000 BB Amsterdam")
}
