import Complaints
import Records

/// A handler of the invented company: some are quicker than others.
struct DemoHandler: Sendable {
    let member: StaffMember
    /// How long they take against an ordinary colleague.
    let pace: Double
    /// How much is given to them against an ordinary colleague.
    let share: Double
}

/// Everybody who works at the invented company.
struct DemoStaff: Sendable {
    let intake: [StaffMember]
    let handlers: [DemoHandler]
    let managers: [StaffMember]
    let others: [StaffMember]

    /// As they are in the house, those of an earlier filling included.
    var members: [StaffMember] { intake + handlers.map(\.member) + managers + others }

    /// Enough handlers for the work, from four to twenty.
    init(_ plan: DemoPlan) {
        var dice = plan.dice(3)
        let count = min(20, max(4, plan.complaints / plan.years / 900))
        func member(_ name: String, _ roles: Set<Role>) -> StaffMember? {
            let address = DemoCustomers.slug(String(name.prefix { $0 != " " })) + "@wolkhuis.invalid"
            guard let email = try? EmailAddress(parsing: address) else { return nil }
            return StaffMember(id: StaffID(Int64(dice.next() >> 12)), name: name, email: email, roles: roles)
        }
        managers = ["Mara Jansen", "Ruud Verkade"].compactMap { member($0, [.manager]) }
        intake = ["Iris Bakker", "Noor van Rossum", "Tarik Aydin"].compactMap { member($0, [.intake]) }
        others = [
            member("Dirk van Dam", [.management]), member("Aukje Hoekstra", [.auditor]), member("Bo Willems", [.administrator]),
        ].compactMap(\.self)
        let handling = Self.handlerNames.prefix(count).compactMap { member($0, [.handler]) }
        handlers = handling.enumerated().map { place, handler in
            var handler = handler
            handler.team = Self.teams[place % Self.teams.count]
            return DemoHandler(member: handler, pace: 0.6 + dice.fraction() * 0.95, share: 0.5 + dice.fraction())
        }
    }

    /// The same people where somebody with their address is in the house already: under the key they have there.
    init(_ staff: DemoStaff, keys: [EmailAddress: StaffMember]) {
        func known(_ member: StaffMember) -> StaffMember { keys[member.email] ?? member }
        intake = staff.intake.map(known)
        handlers = staff.handlers.map { DemoHandler(member: known($0.member), pace: $0.pace, share: $0.share) }
        managers = staff.managers.map(known)
        others = staff.others.map(known)
    }

    var colleagues: [StaffID: Colleague] {
        Dictionary(members.map { ($0.id, $0.colleague) }) { first, _ in first }
    }

    private static let teams = ["Servicedesk", "Techniek", "Administratie"]
    private static let handlerNames = [
        "Hassan El Amrani", "Joost Visser", "Sanne Smit", "Lotte de Bruin", "Milan Petrović", "Esra Yıldız", "Wout Hendriks",
        "Fenna Postma",
        "Guus Akkerman", "Samira Bouazza", "Teun van Laar", "Inge Kramer", "Dewi Soekarno", "Rik Mulder", "Yusuf Kaplan", "Maud Claassen",
        "Pim Oosterhof", "Roos van Beek", "Kevin Tan", "Hilde Scholte",
    ]
}
