import Rehearsal
import Testing

@Suite struct `gehoor export` {
    @Test func `prints the register, says how many there are, and refuses another format or an absent house`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await Running.gehoor("token", "add", "--data", folder, "--name", "t", "--role", "intake")
            let ended = try await Running.gehoor("export", "--data", folder, "--format", "csv")
            #expect(ended.code == 0 && ended.output.hasPrefix("number,phase,") && ended.messages == "0 complaints.\n")
            #expect(try await Running.gehoor("export", "--data", folder, "--format", "xml").code == 64)
            #expect(try await Running.gehoor("export", "--data", folder).code == 64)
            #expect(try await Running.gehoor("export", "--data", folder + "/none", "--format", "json").code == 66)
        }
    }
}
