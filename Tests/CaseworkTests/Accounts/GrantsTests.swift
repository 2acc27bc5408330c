import Casework
import Complaints
import Crypto
import Foundation
import Records
import Rehearsal
import Testing

@Suite struct ProgramTokenTests {
    @Test func `a token is known by its text until it is ended`() async throws {
        try await HouseUnderTest.open { house in
            let (token, text) = try await house.office.makeToken(name: "import", roles: [.intake, .handler])
            #expect(text.hasPrefix("gehoor_"))
            let found = try #require(try await house.office.tokenActor(for: text))
            #expect(found.tokenID == token.id)
            #expect(found.actor == Actor(.token(token.id), roles: [.intake, .handler]))
            try await house.office.endToken(token.id, by: .system)
            #expect(try await house.office.tokenActor(for: text) == nil)
            await #expect(throws: AccountRefusal.notThere) { try await house.office.endToken(token.id, by: .system) }
        }
    }

    @Test(arguments: ["", "gehoor_", "gehoor_x", String(repeating: "gehoor_", count: 1000), "\0"])
    func `a text that is no token of ours is nobody`(text: String) async throws {
        try await HouseUnderTest.open { house in
            let found = try await house.office.tokenActor(for: text)
            #expect(found == nil)
            let guessed = try await house.office.tokenActor(for: "gehoor_" + Secret().text)
            #expect(guessed == nil)
        }
    }

    @Test func `a token without the mark, and a session as a token, are nobody`() async throws {
        try await HouseUnderTest.open { house in
            let text = try await house.office.makeToken(name: "x", roles: [.intake]).text
            #expect(try await house.office.tokenActor(for: text.dropFirst(7)) == nil)
            let session = try await house.signIn(try await house.add("jan", [.handler])).sessionSecret
            #expect(try await house.office.tokenActor(for: "gehoor_" + session.text) == nil)
        }
    }
}

@Suite struct FollowAccessTests {
    @Test func `a follow link opens sessions on its own complaint, more than once`() async throws {
        try await HouseUnderTest.open { house in
            let link = try await house.follow.makeLink(for: ComplaintID(7))
            for _ in 0..<2 {
                let session = try #require(try await house.follow.openSession(link, from: HouseUnderTest.desk))
                #expect(try await house.follow.complaint(forFollowSession: session) == ComplaintID(7))
            }
            #expect(try await house.follow.complaint(forFollowSession: link) == nil)
        }
    }

    @Test func `a follow link works for a year, its session for half an hour without a request`() async throws {
        try await HouseUnderTest.open { house in
            let link = try await house.follow.makeLink(for: ComplaintID(7))
            house.time.pass(seconds: 364 * 86_400)
            let session = try #require(try await house.follow.openSession(link, from: HouseUnderTest.desk))
            house.time.pass(seconds: 1800)
            #expect(try await house.follow.complaint(forFollowSession: session) == nil)
            house.time.pass(seconds: 86_400)
            #expect(try await house.follow.openSession(link, from: HouseUnderTest.desk) == nil)
        }
    }

    @Test func `a link in an earlier letter goes on working until all are replaced`() async throws {
        try await HouseUnderTest.open { house in
            let first = try await house.follow.makeLink(for: ComplaintID(7))
            _ = try await house.follow.makeLink(for: ComplaintID(7))
            let session = try #require(try await house.follow.openSession(first, from: HouseUnderTest.desk))
            let other = try await house.follow.makeLink(for: ComplaintID(8))
            let replacing = try await house.follow.makeLink(for: ComplaintID(7), replacing: true)
            #expect(try await house.follow.complaint(forLink: first) == nil)
            #expect(try await house.follow.complaint(forFollowSession: session) == nil)
            #expect(try await house.follow.complaint(forLink: replacing) == ComplaintID(7))
            #expect(try await house.follow.complaint(forLink: other) == ComplaintID(8))
        }
    }

    @Test func `whoever opens sessions without end keeps the newest only`() async throws {
        try await HouseUnderTest.open { house in
            let link = try await house.follow.makeLink(for: ComplaintID(7))
            var last: Secret?
            for _ in 0..<30 {
                house.time.pass(seconds: 1)
                last = try await house.follow.openSession(link, from: HouseUnderTest.desk)
            }
            #expect(try await house.records.read { try $0.count("SELECT count(*) FROM follow_session") } == 20)
            #expect(try await house.follow.complaint(forFollowSession: try #require(last)) == ComplaintID(7))
        }
    }
}

@Suite struct IdempotentRequestTests {
    @Test func `the same request is answered by what it registered, for a day`() async throws {
        try await HouseUnderTest.open { house in
            let request = try IdempotentRequest(token: 3, key: "k-1", body: Array("a".utf8))
            let ask = { (now: Instant) in try await house.records.write { try request.earlier(in: $0, at: now) } }
            let record = { (id: Int64, now: Instant) in
                try await house.records.write { try request.record(ComplaintID(id), in: $0, at: now) }
            }
            #expect(try await ask(house.time.now) == nil)
            try await record(9, house.time.now)
            #expect(try await ask(house.time.now) == ComplaintID(9))
            await #expect(throws: DatabaseFault.self) { try await record(10, house.time.now) }
            house.time.pass(seconds: 24 * 3600)
            #expect(try await ask(house.time.now) == nil)
            try await record(11, house.time.now)
            #expect(try await ask(house.time.now) == ComplaintID(11))
        }
    }

    @Test func `another body under the same key is refused; another token's key is its own`() async throws {
        try await HouseUnderTest.open { house in
            let now = house.time.now
            let first = try IdempotentRequest(token: 3, key: "k", body: Array("a".utf8))
            try await house.records.write { try first.record(ComplaintID(9), in: $0, at: now) }
            let changed = try IdempotentRequest(token: 3, key: "k", body: Array("b".utf8))
            await #expect(throws: IdempotentRequest.Refused.otherBody) {
                try await house.records.write { try changed.earlier(in: $0, at: now) }
            }
            let foreign = try IdempotentRequest(token: 4, key: "k", body: Array("a".utf8))
            #expect(try await house.records.write { try foreign.earlier(in: $0, at: now) } == nil)
        }
    }

    @Test func `a key that stands for a measure stands for no complaint, and the other way round`() async throws {
        try await HouseUnderTest.open { house in
            let now = house.time.now
            let (one, two) = (
                try IdempotentRequest(token: 3, key: "een", body: Array("a".utf8)),
                try IdempotentRequest(token: 3, key: "twee", body: Array("a".utf8))
            )
            try await house.records.write { try one.record(MeasureID(9), in: $0, at: now) }
            try await house.records.write { try two.record(ComplaintID(9), in: $0, at: now) }
            #expect(try await house.records.write { try one.earlierMeasure(in: $0, at: now) } == MeasureID(9))
            await #expect(throws: IdempotentRequest.Refused.otherBody) {
                try await house.records.write { try one.earlier(in: $0, at: now) }
            }
            await #expect(throws: IdempotentRequest.Refused.otherBody) {
                try await house.records.write { try two.earlierMeasure(in: $0, at: now) }
            }
        }
    }

    @Test(arguments: ["", "a b", "é", "\0", String(repeating: "k", count: 256)])
    func `a key is 1 to 255 visible ASCII characters`(key: String) {
        #expect(throws: IdempotentRequest.Refused.malformedKey) { try IdempotentRequest(token: 1, key: key, body: []) }
    }
}

@Suite struct HouseKeysTests {
    @Test func `a key is made once, for its owner only, and is another for each purpose`() async throws {
        try await withTemporaryFolder { folder in
            let first = try HouseKeys(in: folder).key(.formTokens)
            #expect(try HouseKeys(in: folder).key(.formTokens) == first)
            #expect(try HouseKeys(in: folder).key(.stagedFiles) != first)
            let rights = try FileManager.default.attributesOfItem(atPath: folder + "/secrets/form-tokens")[.posixPermissions] as? Int
            #expect(rights == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/secrets").sorted() == ["form-tokens", "staged-files"])
        }
    }

    @Test func `many who make a key at once get the same`() async throws {
        try await withTemporaryFolder { folder in
            let keys = try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for _ in 0..<8 { group.addTask { try HouseKeys(in: folder).key(.formTokens).withUnsafeBytes { Array($0) } } }
                return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
            }
            #expect(keys.count == 1)
        }
    }

    @Test(arguments: [0, 31, 33]) func `a damaged key is said to be damaged, not replaced`(size: Int) async throws {
        try await withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/secrets", withIntermediateDirectories: true)
            try Data(repeating: 1, count: size).write(to: URL(filePath: folder + "/secrets/form-tokens"))
            #expect(throws: HouseKeys.Fault.damaged(folder + "/secrets/form-tokens")) { try HouseKeys(in: folder).key(.formTokens) }
        }
    }
}
