import Rehearsal
import Testing

@Suite struct `gehoor demo` {
    @Test func `fills a house, says who can sign in, and what it made proves whole`() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await Running.gehoor("demo", "--data", folder + "/h", "--complaints", "60", "--years", "1", "--seed", "5")
            #expect(ended.code == 0 && ended.output.isEmpty)
            #expect(ended.messages.contains("60 complaints in "))
            #expect(ended.messages.contains("administrator: http://127.0.0.1:8080/toegang/"))
            let verified = try await Running.gehoor("verify", "--data", folder + "/h")
            #expect(verified.code == 0 && verified.messages.contains("60 complaints"))
        }
    }

    @Test func `refuses numbers that are not allowed`() async throws {
        try await withTemporaryFolder { folder in
            let none = try await Running.gehoor("demo", "--data", folder, "--complaints", "0")
            let longest = try await Running.gehoor("demo", "--data", folder, "--years", "21")
            #expect(none.code == 64 && longest.code == 64)
        }
    }
}
