import Casework
import Complaints
import Records
import Testing

@Suite struct PasswordTests {
    private func problem(_ typed: String) throws -> Password.Problem? {
        Password(typed).problem(name: "Jan de Vries", email: try EmailAddress(parsing: "jan.de.vries@voorbeeld.nl"))
    }

    @Test(arguments: [
        "vier-blauwe-stoelen", "        a       b", "ñandú-ñandú", String(repeating: "ab c", count: 32), "klachtenmanagersfeestje",
    ])
    func `a password of 8 to 128 characters of any kind is taken`(typed: String) throws { #expect(try problem(typed) == nil) }

    @Test(arguments: [
        ("", Password.Problem.tooShort), ("zeven77", .tooShort), (String(repeating: "abc ", count: 33), .tooLong),
        (String(repeating: "é", count: 2000), .tooLong),
        ("welkom01", .common), ("Wachtwoord1!", .common), ("P@ssw0rd", .common), ("12345678", .common), ("aaaaaaaaaaaa", .common),
        ("Zomer2026!", .common), ("qwertyuiop", .common), ("hgfedcba", .common), ("1q2w3e4r", .common), ("jan de vries", .personal),
        ("JanDeVries", .personal), ("jan.de.vries", .personal), ("Jan.de.Vries@voorbeeld.nl", .personal),
    ])
    func `a password that is guessed first is refused, with the reason`(typed: String, reason: Password.Problem) throws {
        #expect(try problem(typed) == reason)
    }

    @Test func `the same password typed on another keyboard is the same`() async throws {
        try await HouseUnderTest.open { house in
            let input = StaffInput(name: "zoë", email: "zoe@voorbeeld.nl", roles: [.handler])
            let zoe = try await house.office.addStaff(input, password: Password("cafe\u{301}-aan-zee"))
            #expect(try await house.signIn(zoe, password: Password("caf\u{E9}-aan-zee")).member.id == zoe.id)
        }
    }

    @Test func `what is stored names its cost and holds a salt of its own`() async throws {
        try await HouseUnderTest.open { house in
            let hashes = try await [house.add("jan", [.handler]), house.add("els", [.handler])].asyncMap { member in
                try await house.records.read { try $0.passwordHash(of: member.id) } ?? ""
            }
            #expect(hashes.allSatisfy { $0.hasPrefix("scrypt$4$1$1$") && !$0.contains("stoelen") })
            #expect(Set(hashes).count == 2)
        }
    }

    @Test func `the cost of the house is 64 MiB, twice over`() {
        #expect(PasswordCost.house == PasswordCost(rounds: 16, blockSize: 8, parallelism: 2))
    }

    @Test(arguments: ["", "scrypt$40$8$2$AAAAAAAAAAAAAAAAAAAAAA$AAAA", "plain", "scrypt$$$$$", "scrypt$-1$8$2$AA$AA"])
    func `a stored hash that was tampered with lets nobody in`(stored: String) async throws {
        try await HouseUnderTest.open { house in
            let jan = try await house.add("jan", [.handler])
            let now = house.time.now
            try await house.records.write { try $0.setPasswordHash(stored, of: jan.id, at: now) }
            await #expect(throws: AccountRefusal.wrongCredentials) { try await house.signIn(jan) }
        }
    }
}

extension Array {
    fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
        var mapped: [T] = []
        for element in self { mapped.append(try await transform(element)) }
        return mapped
    }
}
