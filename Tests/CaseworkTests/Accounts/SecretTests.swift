import Casework
import Complaints
import Records
import Testing

@Suite struct SecretTests {
    @Test func `a secret reads back from its text, and no two are alike`() throws {
        let secret = Secret()
        #expect(secret.text.utf8.count == 43)
        #expect(Secret(parsing: secret.text)?.digest == secret.digest)
        #expect(Secret().text != secret.text)
        #expect(secret.digest.utf8.count == 64)
    }

    @Test(arguments: [
        "", "short", String(repeating: "A", count: 44), String(repeating: "A", count: 42) + "B", String(repeating: "A", count: 42) + "=",
        "é",
    ])
    func `a text that no secret has is refused`(text: String) { #expect(Secret(parsing: text) == nil) }

    @Test func `a secret, a password and a sign-in print nothing of what they hold`() async throws {
        try await HouseUnderTest.open { house in
            let signIn = try await house.signIn(try await house.add("jan", [.handler]))
            let secret = signIn.sessionSecret
            var dumped = ""
            dump(signIn, to: &dumped)
            dump(HouseUnderTest.good, to: &dumped)
            let printed =
                dumped + "\(secret) \(String(reflecting: secret)) \(signIn) \([secret]) \(HouseUnderTest.good) \([HouseUnderTest.good])"
            #expect(!printed.contains(secret.text))
            #expect(!printed.contains("stoelen"))
            #expect("\(secret)" == "…")
            #expect("\(HouseUnderTest.good)" == "…")
        }
    }

    @Test func `the database holds no secret as it is`() async throws {
        try await HouseUnderTest.open { house in
            let jan = try await house.add("jan", [.handler])
            let session = try await house.signIn(jan).sessionSecret.text
            let link = try await house.office.passwordLink(for: jan.id, by: .system).text
            let token = try await house.office.makeToken(name: "x", roles: [.intake]).text
            let follow = try await house.follow.makeLink(for: ComplaintID(1)).text
            let stored = try await house.records.read { snapshot in
                try ["session", "one_time_link", "api_token", "follow_link"].flatMap { table in
                    try snapshot.all("SELECT digest FROM \(table)") { $0.text(0) }
                }
            }
            #expect(stored.count == 4)
            #expect(stored.allSatisfy { $0.utf8.count == 64 && ![session, link, token, follow].contains($0) })
        }
    }
}
