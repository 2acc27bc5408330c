import Foundation
import Rehearsal
import Testing

@Suite struct ImportTests {
    private static let map =
        "source: oud\nfields: {reference: Nr, receivedAt: Datum, story: Tekst, customer.name: Naam, customer.phone: Tel}\n"
    private static let good = "Nr,Datum,Tekst,Naam,Tel\n1,05-03-2024,Storing,Anna,06 12345678\n"
    private static let mixed = good + "2,31-02-2024,Storing,Bram,06 12345678\n"

    private func withFiles(_ csv: String, _ map: String = map, _ body: (_ house: String, _ csv: String, _ map: String) async throws -> Void)
        async throws
    {
        try await withTemporaryFolder { folder in
            try csv.write(toFile: folder + "/oud.csv", atomically: true, encoding: .utf8)
            try map.write(toFile: folder + "/map.yaml", atomically: true, encoding: .utf8)
            try await body(folder + "/house", folder + "/oud.csv", folder + "/map.yaml")
        }
    }

    @Test func `a good file makes the house, ends with 0, and again leaves it alone`() async throws {
        try await withFiles(Self.good) { house, csv, map in
            let first = try await Running.gehoor("import", csv, "--map", map, "--data", house)
            #expect(first.code == 0 && first.output.isEmpty && first.messages.contains("Took over 1; 0 were there already; 0 refused."))
            let again = try await Running.gehoor("import", csv, "--map", map, "--data", house)
            #expect(again.code == 0 && again.messages.contains("Took over 0; 1 was there already"))
            #expect(try await Running.gehoor("verify", "--data", house).code == 0)
        }
    }

    @Test func `refused rows are printed with line and reason, and end with 1`() async throws {
        try await withFiles(Self.mixed) { house, csv, map in
            let ended = try await Running.gehoor("import", csv, "--map", map, "--data", house)
            #expect(ended.code == 1 && ended.output == "line 3: receivedAt “31-02-2024”: there is no such day\n")
            #expect(ended.messages.contains("Took over 1"))
        }
    }

    @Test func `a dry run says the same and makes no house`() async throws {
        try await withFiles(Self.mixed) { house, csv, map in
            let ended = try await Running.gehoor("import", csv, "--map", map, "--dry-run", "--data", house)
            #expect(ended.code == 1 && ended.output.hasPrefix("line 3: ") && ended.messages.contains("Would take over 1"))
            #expect(!FileManager.default.fileExists(atPath: house))
        }
    }

    @Test func `a file or map that can't be read ends with 65, and makes no house`() async throws {
        try await withFiles(Self.good, "source: oud\nfields: {story: Verhaal}\n") { house, csv, map in
            let ended = try await Running.gehoor("import", csv, "--map", map, "--data", house)
            #expect(ended.code == 65 && ended.messages.contains("Verhaal"))
            #expect(try await Running.gehoor("import", csv, "--map", csv, "--data", house).code == 65)
            #expect(try await Running.gehoor("import", csv + "x", "--map", map, "--data", house).code == 65)
            #expect(try await Running.gehoor("import", csv, "--map", "elsewhere", "--data", house).code == 65)
            #expect(!FileManager.default.fileExists(atPath: house))
        }
    }

    @Test func `a command without a map ends with 64, and a map of the program can be shown`() async throws {
        try await withFiles(Self.good) { house, csv, map in
            #expect(try await Running.gehoor("import", csv, "--data", house).code == 64)
            #expect(try await Running.gehoor("import", "--show-map", "excel").code == 64)
            let shown = try await Running.gehoor("import", "--show-map", "request-tracker")
            #expect(shown.code == 0 && shown.output.contains("\n  receivedAt: Created\n"))
        }
    }
}
