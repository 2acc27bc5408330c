import Casework
import Complaints
import Records
import Testing

@Suite struct SigningInTests {
    @Test func `who knows the password gets a session of their own, and it is audited`() async throws {
        try await HouseUnderTest.open { house in
            let jan = try await house.add("jan", [.handler])
            let first = try await house.signIn(jan)
            let second = try await house.office.signIn(
                email: " JAN@voorbeeld.NL ", password: HouseUnderTest.good, from: HouseUnderTest.desk)
            #expect(first.sessionSecret.text != second.sessionSecret.text)
            #expect(try await house.office.session(for: first.sessionSecret)?.member.id == jan.id)
            #expect(try await house.office.session(for: second.sessionSecret)?.actor == Actor(.staff(jan.id), roles: [.handler]))
            #expect(try await house.audited(.signedIn).map(\.origin) == ["192.0.2.1", "192.0.2.1"])
        }
    }

    @Test(arguments: ["unknown@voorbeeld.nl", "left@voorbeeld.nl", "invited@voorbeeld.nl", "jan@voorbeeld.nl", "no address", ""])
    func `another password, no account, one that left or has no password: the same refusal, after one hash`(email: String) async throws {
        try await HouseUnderTest.open { house in
            _ = try await house.add("jan", [.handler])
            let left = try await house.add("left", [.handler])
            _ = try await house.office.changeMember(
                left.id, to: StaffInput(name: "left", email: "left@voorbeeld.nl", roles: [.handler]), isActive: false, by: .system)
            _ = try await house.office.invite(StaffInput(name: "invited", email: "invited@voorbeeld.nl", roles: [.handler]), by: .system)
            let before = house.hashing.count
            let guess = email.hasPrefix("jan") ? HouseUnderTest.other : HouseUnderTest.good
            await #expect(throws: AccountRefusal.wrongCredentials) {
                try await house.office.signIn(email: email, password: guess, from: HouseUnderTest.desk)
            }
            #expect(house.hashing.count == before + 1)
            #expect(try await house.audited(.signInFailed).count == 1)
        }
    }

    @Test(arguments: ["", String(repeating: "x", count: 100_000), "\0", "\u{301}"])
    func `no password is too strange to be refused`(typed: String) async throws {
        try await HouseUnderTest.open { house in
            let jan = try await house.add("jan", [.handler])
            await #expect(throws: AccountRefusal.wrongCredentials) { try await house.signIn(jan, password: Password(typed)) }
        }
    }

    @Test func `a session ends after half an hour without a request`() async throws {
        try await HouseUnderTest.open { house in
            let session = try await house.signIn(try await house.add("jan", [.handler])).sessionSecret
            house.time.pass(seconds: 1799)
            #expect(try await house.office.session(for: session) != nil)
            house.time.pass(seconds: 1799)
            #expect(try await house.office.session(for: session) != nil)
            house.time.pass(seconds: 1800)
            #expect(try await house.office.session(for: session) == nil)
        }
    }

    @Test func `a session ends after twelve hours however busy`() async throws {
        try await HouseUnderTest.open { house in
            let session = try await house.signIn(try await house.add("jan", [.handler])).sessionSecret
            for _ in 0..<47 {
                house.time.pass(seconds: 900)
                #expect(try await house.office.session(for: session) != nil)
            }
            house.time.pass(seconds: 900)
            #expect(try await house.office.session(for: session) == nil)
        }
    }

    @Test func `the last use of a session is written at most once a minute`() async throws {
        try await HouseUnderTest.open { house in
            let session = try await house.signIn(try await house.add("jan", [.handler])).sessionSecret
            let start = house.time.now
            house.time.pass(seconds: 59)
            _ = try await house.office.session(for: session)
            #expect(try await house.records.read { try $0.session(digest: session.digest)?.seenAt } == start)
            house.time.pass(seconds: 1)
            _ = try await house.office.session(for: session)
            #expect(try await house.records.read { try $0.session(digest: session.digest)?.seenAt } == start.adding(seconds: 60))
        }
    }

    @Test func `signing out ends this session and no other`() async throws {
        try await HouseUnderTest.open { house in
            let jan = try await house.add("jan", [.handler])
            let here = try await house.signIn(jan).sessionSecret
            let there = try await house.signIn(jan).sessionSecret
            try await house.office.signOut(here, from: HouseUnderTest.desk)
            #expect(try await house.office.session(for: here) == nil)
            #expect(try await house.office.session(for: there) != nil)
        }
    }

    @Test func `sweeping takes away expired sessions only`() async throws {
        try await HouseUnderTest.open { house in
            let jan = try await house.add("jan", [.handler])
            _ = try await house.signIn(jan)
            house.time.pass(seconds: 1801)
            let fresh = try await house.signIn(jan).sessionSecret
            try await house.office.sweep()
            #expect(try await house.records.read { try $0.count("SELECT count(*) FROM session") } == 1)
            #expect(try await house.office.session(for: fresh) != nil)
        }
    }

    @Test func `ten thousand wrong passwords cost a handful of hashes, and a colleague elsewhere still signs in`() async throws {
        try await HouseUnderTest.open { house in
            let jan = try await house.add("jan", [.handler])
            let before = house.hashing.count
            var held = 0
            for _ in 0..<10_000 {
                do {
                    _ = try await house.signIn(jan, password: HouseUnderTest.other, from: HouseUnderTest.elsewhere)
                } catch AccountRefusal.throttled(let seconds) {
                    #expect(seconds > 0)
                    held += 1
                } catch AccountRefusal.wrongCredentials {}
            }
            #expect(house.hashing.count - before == 5)
            #expect(held == 9_995)
            #expect(try await house.signIn(jan).member.id == jan.id)
        }
    }
}
