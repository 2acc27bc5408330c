import Casework
import Foundation
import Rehearsal
import Testing

@Suite struct `The command for the procedure` {
    private func withFile(_ yaml: String, _ body: (_ house: String, _ file: String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let file = folder + "/procedure.yaml"
            try yaml.write(toFile: file, atomically: true, encoding: .utf8)
            try await body(folder + "/house", file)
        }
    }

    private static let quick = ProcedureDocument.standard.yaml.replacing("within: 2 working days", with: "within: 1 working day")
    private static let spoiled = ProcedureDocument.standard.yaml.replacing("within: 2 working days", with: "within: 0 working days")

    private func makeHouse(_ house: String) async throws {
        #expect(try await Running.gehoor("token", "add", "--name", "t", "--role", "intake", "--data", house).code == 0)
    }

    @Test func `of an empty file it is said that it is empty, of none that it can't be read`() async throws {
        try await withFile("") { _, file in
            let empty = try await Running.gehoor("procedure", "check", file)
            #expect(empty.code == 65 && empty.messages.contains("is empty"))
            let none = try await Running.gehoor("procedure", "check", file + "x")
            #expect(none.code == 65 && none.messages.contains("can't be read"))
        }
    }

    @Test func `a procedure that is in order is said to be so, with and without a house`() async throws {
        try await withFile(Self.quick) { house, file in
            let ended = try await Running.gehoor("procedure", "check", file)
            #expect(ended.code == 0 && ended.output.isEmpty && ended.messages.contains("in order"))
            #expect(try await Running.gehoor("procedure", "check", file, "--data", house).code == 66)
            try await makeHouse(house)
            #expect(try await Running.gehoor("procedure", "check", file, "--data", house).code == 0)
        }
    }

    @Test func `what is wrong is printed with its line and what to do, and ends with 1`() async throws {
        try await withFile(Self.spoiled) { _, file in
            let ended = try await Running.gehoor("procedure", "check", file)
            #expect(ended.code == 1 && ended.output.hasPrefix("line "))
            #expect(ended.output.contains("`promises: within`: “0 working days” is no term: take at least 1."))
            let dutch = try await Running.gehoor("procedure", "check", file, "--dutch")
            #expect(dutch.output.hasPrefix("regel ") && dutch.output.contains("neem minstens 1"))
        }
    }

    @Test func `it comes into force as the next version, and is shown as it was written`() async throws {
        try await withFile(Self.quick) { house, file in
            try await makeHouse(house)
            #expect(try await Running.gehoor("procedure", "apply", file, "--data", house).output == "2\n")
            #expect(try await Running.gehoor("procedure", "show", "--data", house).output == Self.quick)
            let first = try await Running.gehoor("procedure", "show", "--version", "1", "--data", house)
            #expect(first.output == ProcedureDocument.standard.yaml)
            #expect(try await Running.gehoor("procedure", "show", "--version", "9", "--data", house).code == 66)
            #expect(try await Running.gehoor("procedure", "show", file, "--data", house).code == 65)
            #expect(try await Running.gehoor("verify", "--data", house).code == 0)
        }
    }

    @Test func `one with a finding never comes into force`() async throws {
        try await withFile(Self.spoiled) { house, file in
            try await makeHouse(house)
            let ended = try await Running.gehoor("procedure", "apply", file, "--data", house)
            #expect(ended.code == 65 && ended.output.isEmpty && ended.messages.contains("did not come into force"))
            #expect(try await Running.gehoor("procedure", "show", "--data", house).output == ProcedureDocument.standard.yaml)
            #expect(try await Running.gehoor("procedure", "apply", file + "x", "--data", house).code == 65)
        }
    }
}
