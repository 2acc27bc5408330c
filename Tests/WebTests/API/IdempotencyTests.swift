import Complaints
import HTTPTypes
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Idempotency keys` {
    @Test func `the same body gives the same answer, also after the complaint went on`() async throws {
        try await ProgrammedSite.open { site in
            let first = try await site.register(key: "een")
            _ = try await site.act("assign", on: first.number, #"{"handler":"hassan@gehoor.invalid"}"#)
            let second = try await site.register(key: "een")
            #expect(second.status == 201)
            #expect(second.bytes == first.bytes)
            #expect(second.headers[.location] == first.headers[.location])
        }
    }

    @Test func `another body is refused, another token and another day are another request`() async throws {
        try await ProgrammedSite.open { site in
            let first = try await site.register(key: "een")
            let other = try await site.register(ProgrammedSite.plain + " ", key: "een")
            #expect(other.status == 422)
            #expect(other.code == "idempotency-key-reused")
            #expect(try await site.register(as: [.intake], key: "een").number != first.number)
            site.rehearsal.clock.advance(days: 1)
            #expect(try await site.register(key: "een").number != first.number)
            #expect(try await site.register(key: String(repeating: "x", count: 256)).code == "idempotency-key-malformed")
        }
    }

    @Test func `a refusal keeps no key`() async throws {
        try await ProgrammedSite.open { site in
            let refused = try await site.register("{}", key: "een")
            #expect(refused.status == 422)
            #expect(try await site.register(key: "een").status == 201)
        }
    }

    @Test func `sixteen at once make one complaint`() async throws {
        try await ProgrammedSite.open { site in
            let numbers = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<16 { group.addTask { try await site.register(key: "samen").number } }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(numbers.count == 1)
            #expect(try await site.get("/complaints").list("complaints").count == 1)
        }
    }
}
