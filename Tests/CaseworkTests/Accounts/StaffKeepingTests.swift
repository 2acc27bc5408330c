import Casework
import Complaints
import Records
import Testing

@Suite struct StaffKeepingTests {
    private func input(_ member: StaffMember, roles: Set<Role>? = nil, email: String? = nil) -> StaffInput {
        StaffInput(name: member.name, email: email ?? member.email.text, roles: roles ?? member.roles)
    }

    @Test func `other roles, another address or leaving end every session; another name does not`() async throws {
        try await HouseUnderTest.open { house in
            let ada = try await house.add("ada", [.administrator])
            let jan = try await house.add("jan", [.handler])
            let office = house.office
            var session = try await house.signIn(jan).sessionSecret
            _ = try await office.changeMember(
                jan.id, to: StaffInput(name: "Jan V.", email: jan.email.text, roles: jan.roles), isActive: true, by: ada.actor)
            #expect(try await office.session(for: session)?.member.name == "Jan V.")
            _ = try await office.changeMember(jan.id, to: input(jan, roles: [.handler, .manager]), isActive: true, by: ada.actor)
            #expect(try await office.session(for: session) == nil)
            session = try await house.signIn(jan).sessionSecret
            let moved = try await office.changeMember(jan.id, to: input(jan, email: "j@voorbeeld.nl"), isActive: true, by: ada.actor)
            #expect(try await office.session(for: session) == nil)
            session = try await house.signIn(moved).sessionSecret
            _ = try await office.changeMember(jan.id, to: input(moved), isActive: false, by: ada.actor)
            #expect(try await office.session(for: session) == nil)
            await #expect(throws: AccountRefusal.wrongCredentials) { try await house.signIn(moved) }
        }
    }

    @Test func `the last administrator stays one`() async throws {
        try await HouseUnderTest.open { house in
            let ada = try await house.add("ada", [.administrator, .manager])
            _ = try await house.office.invite(StaffInput(name: "bea", email: "bea@voorbeeld.nl", roles: [.administrator]), by: ada.actor)
            await #expect(throws: AccountRefusal.lastAdministrator) {
                try await house.office.changeMember(ada.id, to: input(ada, roles: [.manager]), isActive: true, by: ada.actor)
            }
            await #expect(throws: AccountRefusal.lastAdministrator) {
                try await house.office.changeMember(ada.id, to: input(ada), isActive: false, by: ada.actor)
            }
            _ = try await house.add("cor", [.administrator])
            let after = try await house.office.changeMember(ada.id, to: input(ada, roles: [.manager]), isActive: true, by: ada.actor)
            #expect(after.roles == [.manager])
        }
    }

    @Test func `an address belongs to one person, in any case`() async throws {
        try await HouseUnderTest.open { house in
            let jan = try await house.add("jan", [.handler])
            let els = try await house.add("els", [.handler])
            await #expect(throws: AccountRefusal.emailTaken) { try await house.add("JAN", [.handler]) }
            await #expect(throws: AccountRefusal.emailTaken) {
                try await house.office.changeMember(els.id, to: input(els, email: "Jan@Voorbeeld.nl"), isActive: true, by: .system)
            }
            _ = try await house.office.changeMember(jan.id, to: input(jan, email: "JAN@voorbeeld.nl"), isActive: true, by: .system)
        }
    }

    @Test func `a team has one spelling, and what is not said of it stays`() async throws {
        try await HouseUnderTest.open { house in
            func team(_ member: StaffMember, _ name: String?) async throws -> String {
                var input = input(member)
                input.team = name
                return try await house.office.changeMember(member.id, to: input, isActive: true, by: .system).team
            }
            let (jan, els) = (try await house.add("jan", [.handler]), try await house.add("els", [.handler]))
            #expect(jan.team == "")
            #expect(try await team(jan, " Creditéuren ") == "Creditéuren")
            #expect(try await team(els, "crediteuren") == "Creditéuren")
            #expect(try await team(jan, nil) == "Creditéuren")
            #expect(try await team(els, "-") == "")
            #expect(try await team(jan, "crediteuren") == "crediteuren")
            let added = try await house.office.addStaff(
                StaffInput(name: "Nel", email: "nel@voorbeeld.nl", roles: [.handler], team: "Crediteuren"), password: HouseUnderTest.good)
            #expect(added.team == "crediteuren")
            await #expect(throws: AccountRefusal.invalid([FieldProblem("team", .tooLong(limit: 60))])) {
                try await team(jan, String(repeating: "t", count: 61))
            }
        }
    }

    @Test func `every field that is wrong is named`() async throws {
        try await HouseUnderTest.open { house in
            let problems = [FieldProblem("name", .missing), FieldProblem("email", .malformed), FieldProblem("roles", .missing)]
            await #expect(throws: AccountRefusal.invalid(problems)) {
                try await house.office.addStaff(StaffInput(name: " ", email: "jan", roles: []), password: HouseUnderTest.good)
            }
        }
    }

    @Test func `one who is no administrator, or not any more, changes nobody`() async throws {
        try await HouseUnderTest.open { house in
            let ada = try await house.add("ada", [.administrator])
            let bea = try await house.add("bea", [.administrator])
            _ = try await house.office.changeMember(bea.id, to: input(bea), isActive: false, by: ada.actor)
            for actor in [bea.actor, Actor(.staff(bea.id), roles: [.administrator]), .customer, Actor(.token(1), roles: [.manager])] {
                await #expect(throws: AccountRefusal.notAllowed) {
                    try await house.office.changeMember(ada.id, to: input(ada), isActive: true, by: actor)
                }
            }
        }
    }

    @Test func `changing one's own password ends every session and opens one`() async throws {
        try await HouseUnderTest.open { house in
            let jan = try await house.add("jan", [.handler])
            let before = try await house.signIn(jan).sessionSecret
            let after = try await house.office.changeOwnPassword(
                of: jan.id, old: HouseUnderTest.good, new: HouseUnderTest.other, from: HouseUnderTest.desk)
            #expect(try await house.office.session(for: before) == nil)
            #expect(try await house.office.session(for: after.sessionSecret) != nil)
            #expect(try await house.signIn(jan, password: HouseUnderTest.other).member.id == jan.id)
            #expect(try await house.audited(.passwordChanged).count == 1)
        }
    }

    @Test func `a stolen session is no way to guess the password`() async throws {
        try await HouseUnderTest.open { house in
            let jan = try await house.add("jan", [.handler])
            let change = { (old: Password) in
                try await house.office.changeOwnPassword(of: jan.id, old: old, new: HouseUnderTest.good, from: HouseUnderTest.desk)
            }
            for _ in 0..<5 { await #expect(throws: AccountRefusal.wrongCredentials) { try await change(HouseUnderTest.other) } }
            await #expect(throws: AccountRefusal.throttled(seconds: 1)) { try await change(HouseUnderTest.good) }
        }
    }

    @Test func `one changes one's own name and ways of working, and stays signed in`() async throws {
        try await HouseUnderTest.open { house in
            let jan = try await house.add("jan", [.handler])
            let session = try await house.signIn(jan).sessionSecret
            _ = try await house.office.changeProfile(of: jan.id, name: "Jan Vos", language: .english, usesSingleKeys: false, isDense: true)
            let member = try #require(try await house.office.session(for: session)?.member)
            #expect(member.name == "Jan Vos" && member.language == .english && !member.usesSingleKeys && member.isDense)
            await #expect(throws: AccountRefusal.invalid([FieldProblem("name", .missing)])) {
                try await house.office.changeProfile(of: jan.id, name: "", language: .dutch, usesSingleKeys: true, isDense: false)
            }
        }
    }
}
