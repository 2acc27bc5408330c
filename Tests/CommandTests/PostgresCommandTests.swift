import Foundation
import RecordsOnPostgres
import Rehearsal
import Testing

/// Commands on a house whose database is on a server.
@Suite(.enabled(if: PostgresForTests.ofThisRun != nil)) struct PostgresCommandTests {
    private func withServer(_ body: (String, String) async throws -> Void) async throws {
        guard let server = PostgresForTests.ofThisRun else { return }
        let address = try await server.make(withSchema: false)
        do {
            try await withTemporaryFolder { folder in try await body(address.whole, folder) }
        } catch {
            await server.remove(address)
            throw error
        }
        await server.remove(address)
    }

    @Test func `a house is made, filled, proved, rebuilt and told on a server`() async throws {
        try await withServer { url, folder in
            let place = ["--database", url, "--data", folder + "/one"]
            #expect(try await Running.gehoor(["verify"] + place).code == 66)
            #expect(try await Running.gehoor(["demo", "--complaints", "12", "--years", "1"] + place).code == 0)
            let verified = try await Running.gehoor(["verify"] + place)
            #expect(verified.code == 0 && verified.messages.contains("12 complaints"), "\(verified.messages)")
            #expect(try await Running.gehoor(["rebuild"] + place).code == 0)
            #expect(try await Running.gehoor(["seals", "--now"] + place).output.hasPrefix("gehoor-seal-1 1 "))
            let told = try await Running.gehoor(["export", "--format", "csv"] + place)
            #expect(told.code == 0 && told.messages.contains("12 complaints"))
        }
    }

    @Test func `it moves to a folder and back, is backed up and restored, and tells the same`() async throws {
        try await withServer { url, folder in
            let place = ["--database", url, "--data", folder + "/one"]
            #expect(try await Running.gehoor(["demo", "--complaints", "12", "--years", "1"] + place).code == 0)
            let told = try await Running.gehoor(["export", "--format", "csv"] + place).output
            let moved = try await Running.gehoor(["move", "--from", url, "--from-data", folder + "/one", "--to", folder + "/two"])
            #expect(moved.code == 0, "\(moved.messages)")
            #expect(
                try await Running.gehoor(["export", "--format", "csv", "--database", "sqlite", "--data", folder + "/two"]).output == told)
            let again = try await Running.gehoor(["move", "--from", folder + "/two", "--to", url, "--to-data", folder + "/one"])
            #expect(again.code == 77, "\(again.messages)")
            let backup = try await Running.gehoor(["backup", folder + "/backup"] + place)
            #expect(backup.code == 0, "\(backup.messages)")
            try await withServer { other, _ in
                let restored = try await Running.gehoor(["restore", folder + "/backup", "--database", other, "--data", folder + "/three"])
                #expect(restored.code == 0, "\(restored.messages) \(restored.output)")
                #expect(
                    try await Running.gehoor(["export", "--format", "csv", "--database", other, "--data", folder + "/three"]).output
                        == told)
            }
        }
    }

    @Test func `what is wrong with the server is said with a code of its own, and never with the password`() async throws {
        try await withServer { url, folder in
            func code(_ url: String) async throws -> Int32 {
                let ended = try await Running.gehoor(["verify", "--database", url, "--data", folder + "/one"])
                #expect(!ended.messages.contains("geheim") && ended.output.isEmpty && !ended.messages.isEmpty)
                return ended.code
            }
            var parts = try #require(URLComponents(string: url))
            parts.password = "geheim"
            #expect(try await code(parts.string ?? "") == 77)
            parts.port = 1
            #expect(try await code(parts.string ?? "") == 74)
            #expect(try await code("mysql://geheim@host/x") == 78)
            #expect(try await code("postgres://gehoor:ge@heim@geheim/x") == 78)
            #expect(try await code(url.replacingOccurrences(of: "gehoor_test_", with: "nergens_")) == 66)
        }
    }

    @Test func `a second node needs the keys of the first`() async throws {
        try await withServer { url, folder in
            let first = ["--database", url, "--data", folder + "/one"]
            #expect(try await Running.gehoor(["token", "add", "--name", "x", "--role", "intake"] + first).code == 0)
            let second = ["token", "add", "--name", "y", "--role", "intake", "--database", url, "--data", folder + "/two"]
            #expect(try await Running.gehoor(second).code == 78)
            try FileManager.default.copyItem(atPath: folder + "/one/secrets", toPath: folder + "/two/secrets")
            #expect(try await Running.gehoor(second).code == 0)
        }
    }
}
