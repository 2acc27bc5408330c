import Casework
import Complaints
import Records
import Testing

@Suite struct OneTimeLinkTests {
    private let els = StaffInput(name: "els", email: "els@voorbeeld.nl", roles: [.intake])

    @Test func `who is invited chooses a password, once, and is signed in`() async throws {
        try await HouseUnderTest.open { house in
            let (member, link) = try await house.office.invite(els, by: .system)
            let open = try await house.office.openLink(link)
            #expect(open?.purpose == .invitation && open?.member == member)
            let signIn = try await house.office.useLink(link, newPassword: HouseUnderTest.good, from: HouseUnderTest.desk)
            #expect(try await house.office.session(for: signIn.sessionSecret)?.member.id == member.id)
            #expect(try await house.signIn(member).member.hasPassword)
            #expect(try await house.office.openLink(link) == nil)
            await #expect(throws: AccountRefusal.linkNotThere) {
                try await house.office.useLink(link, newPassword: HouseUnderTest.other, from: HouseUnderTest.desk)
            }
        }
    }

    @Test func `of many who use a link at once, one wins`() async throws {
        try await HouseUnderTest.open { house in
            let (_, link) = try await house.office.invite(els, by: .system)
            let office = house.office
            let wins = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        let password = Password("een-eigen-zin-\(number)")
                        return (try? await office.useLink(link, newPassword: password, from: HouseUnderTest.desk)) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(wins == 1)
        }
    }

    @Test func `a poor password leaves the link as it was`() async throws {
        try await HouseUnderTest.open { house in
            let (_, link) = try await house.office.invite(els, by: .system)
            await #expect(throws: AccountRefusal.unfitPassword(.common)) {
                try await house.office.useLink(link, newPassword: Password("welkom01"), from: HouseUnderTest.desk)
            }
            #expect(try await house.office.openLink(link) != nil)
        }
    }

    @Test func `an invitation holds for three days, a reset for one`() async throws {
        try await HouseUnderTest.open { house in
            let (_, invitation) = try await house.office.invite(els, by: .system)
            let reset = try await house.office.passwordLink(for: try await house.add("jan", [.handler]).id, by: .system)
            #expect(try await house.office.openLink(reset)?.purpose == .reset)
            house.time.pass(seconds: 24 * 3600)
            #expect(try await house.office.openLink(reset) == nil)
            #expect(try await house.office.openLink(invitation) != nil)
            house.time.pass(seconds: 48 * 3600)
            #expect(try await house.office.openLink(invitation) == nil)
        }
    }

    @Test func `a new link takes the place of the one before`() async throws {
        try await HouseUnderTest.open { house in
            let jan = try await house.add("jan", [.handler])
            let first = try await house.office.passwordLink(for: jan.id, by: .system)
            let second = try await house.office.passwordLink(for: jan.id, by: .system)
            #expect(try await house.office.openLink(first) == nil)
            #expect(try await house.office.openLink(second) != nil)
        }
    }

    @Test func `a password set by a link ends what was open before`() async throws {
        try await HouseUnderTest.open { house in
            let jan = try await house.add("jan", [.handler])
            let before = try await house.signIn(jan).sessionSecret
            let link = try await house.office.passwordLink(for: jan.id, by: .system)
            _ = try await house.office.useLink(link, newPassword: HouseUnderTest.other, from: HouseUnderTest.desk)
            #expect(try await house.office.session(for: before) == nil)
            await #expect(throws: AccountRefusal.wrongCredentials) { try await house.signIn(jan) }
        }
    }

    @Test func `only an administrator makes links`() async throws {
        try await HouseUnderTest.open { house in
            let jan = try await house.add("jan", [.handler, .manager])
            await #expect(throws: AccountRefusal.notAllowed) { try await house.office.passwordLink(for: jan.id, by: jan.actor) }
            let boast = Actor(.staff(jan.id), roles: [.administrator])
            await #expect(throws: AccountRefusal.notAllowed) { try await house.office.invite(els, by: boast) }
            await #expect(throws: AccountRefusal.notThere) { try await house.office.passwordLink(for: StaffID(1), by: .system) }
        }
    }
}

@Suite struct SettingUpTests {
    private func setUp(_ house: HouseUnderTest, _ link: Secret, password: Password = HouseUnderTest.good) async throws -> SignIn {
        try await house.office.setUpFirstAdministrator(
            link, name: "Ada", email: "ada@voorbeeld.nl", password: password, from: HouseUnderTest.desk)
    }

    @Test func `the first administrator comes in by the set-up link; afterwards there is none`() async throws {
        try await HouseUnderTest.open { house in
            let link = try #require(try await house.office.ensureSetUpLink())
            let open = try await house.office.openLink(link)
            #expect(open?.purpose == .setup && open?.member == nil)
            let ada = try await setUp(house, link).member
            #expect(ada.roles == [.administrator])
            #expect(try await house.office.openLink(link) == nil)
            #expect(try await house.office.ensureSetUpLink() == nil)
            await #expect(throws: AccountRefusal.linkNotThere) { try await setUp(house, link) }
        }
    }

    @Test func `a fresh set-up link ends the one before`() async throws {
        try await HouseUnderTest.open { house in
            let first = try #require(try await house.office.ensureSetUpLink())
            let second = try #require(try await house.office.ensureSetUpLink())
            await #expect(throws: AccountRefusal.linkNotThere) { try await setUp(house, first) }
            _ = try await setUp(house, second)
        }
    }

    @Test func `an administrator added meanwhile shuts the door`() async throws {
        try await HouseUnderTest.open { house in
            let link = try #require(try await house.office.ensureSetUpLink())
            _ = try await house.add("bea", [.administrator])
            #expect(try await house.office.openLink(link) == nil)
            await #expect(throws: AccountRefusal.linkNotThere) { try await setUp(house, link) }
        }
    }

    @Test func `two who set up at once: one wins`() async throws {
        try await HouseUnderTest.open { house in
            let link = try #require(try await house.office.ensureSetUpLink())
            async let one = try? setUp(house, link)
            async let two = try? setUp(house, link, password: HouseUnderTest.other)
            let outcomes = await [one != nil, two != nil]
            #expect(outcomes.count { $0 } == 1)
            #expect(try await house.records.read { try $0.readyAdministrators().count } == 1)
        }
    }

    @Test func `a set-up link is no way to set somebody's password, nor the other way round`() async throws {
        try await HouseUnderTest.open { house in
            let link = try #require(try await house.office.ensureSetUpLink())
            await #expect(throws: AccountRefusal.linkNotThere) {
                try await house.office.useLink(link, newPassword: HouseUnderTest.good, from: HouseUnderTest.desk)
            }
            let reset = try await house.office.passwordLink(for: try await house.add("jan", [.handler]).id, by: .system)
            await #expect(throws: AccountRefusal.linkNotThere) { try await setUp(house, reset) }
        }
    }
}
