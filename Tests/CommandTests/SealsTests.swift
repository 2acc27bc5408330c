import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@Suite struct SealsTests {
    /// A sealed house with one complaint and a file of its seals, kept elsewhere.
    private func withSealed(_ body: (_ house: String, _ file: String, _ number: String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let house = folder + "/house"
            let number = try await act(in: house) { office in
                try await office.records.write { tx in for member in SampleStaff.all { try tx.add(member, at: TestClock.start) } }
                let complaint = try await office.register(.sample(), by: SampleStaff.iris.actor)
                return try await office.perform(.note("Gebeld."), on: complaint.id, by: SampleStaff.iris.actor).number.formatted
            }
            let ended = try await Running.gehoor("seals", "--now", "--data", house)
            #expect(ended.code == 0 && ended.output.hasPrefix("gehoor-seal-1 1 "), "\(ended.messages)")
            try Data(ended.output.utf8).write(to: URL(filePath: folder + "/seals"))
            try await body(house, folder + "/seals", number)
        }
    }

    /// Works in the house as a server would.
    private func act<T>(in house: String, _ body: (CaseOffice) async throws -> T) async throws -> T {
        try await CommandHouse(house).open { database, blobs in
            try await body(CaseOffice(records: database, clock: .system, house: CurrentHouse(), blobs: blobs))
        }
    }

    private func alter(_ house: String, _ sql: String) async throws {
        try await CommandHouse(house).script(sql)
    }

    @Test func `seals prints one line a seal, and with --after only later ones`() async throws {
        try await withSealed { house, file, _ in
            let kept = try String(contentsOfFile: file, encoding: .utf8)
            #expect(kept.hasSuffix("\n") && kept.split(separator: "\n").count == 1)
            #expect(try await Running.gehoor("seals", "--data", house).output == kept)
            #expect(try await Running.gehoor("seals", "--data", house, "--after", "1").output.isEmpty)
            let second = try await Running.gehoor("seals", "--data", house, "--now", "--after", "1")
            #expect(second.output.hasPrefix("gehoor-seal-1 2 ") && second.messages == "1 seal.\n")
            #expect(try await Running.gehoor("seals", "--data", house).output == kept + second.output)
        }
    }

    @Test func `seals of no house ends with 66`() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await Running.gehoor("seals", "--data", folder + "/none")
            #expect(ended.code == 66)
        }
    }

    @Test func `verify with kept seals says in words what they prove, also after more work`() async throws {
        try await withSealed { house, file, _ in
            _ = try await act(in: house) { try await $0.register(.sample(), by: SampleStaff.iris.actor) }
            _ = try await Running.gehoor("seals", "--now", "--data", house)
            let ended = try await Running.gehoor("verify", "--data", house, "--seals", file)
            #expect(ended.code == 0 && ended.output.isEmpty)
            #expect(ended.messages.contains("2 seals over 2 complaints") && ended.messages.contains("nothing that seal 1 of 20"))
            let alone = try await Running.gehoor("verify", "--data", house)
            #expect(alone.code == 0 && alone.messages.contains("--seals FILE"))
        }
    }

    @Test(arguments: [
        ("altered", "UPDATE journal SET hash = \(EngineUnderTest.current.zeros(32))"),
        ("shortened", "DELETE FROM journal WHERE sequence = 2"),
        ("vanished", "DELETE FROM journal"),
    ])
    func `verify ends with 1 and names the complaint`(change: (kind: String, sql: String)) async throws {
        try await withSealed { house, file, number in
            try await alter(house, change.sql)
            let ended = try await Running.gehoor("verify", "--data", house, "--seals", file)
            #expect(ended.code == 1)
            #expect(ended.output.contains("\n\(change.kind): complaint \(number): ") || ended.output.hasPrefix("\(change.kind): complaint"))
        }
    }

    @Test func `verify names a seal that the house has no more, and only the file can tell`() async throws {
        try await withSealed { house, file, _ in
            try await alter(house, "DELETE FROM sealed; DELETE FROM seal")
            #expect(try await Running.gehoor("verify", "--data", house).code == 0)
            let ended = try await Running.gehoor("verify", "--data", house, "--seals", file)
            #expect(ended.code == 1 && ended.output == "seal-missing: seal 1 of the file is not in the house\n")
        }
    }

    @Test func `verify refuses a file that is none with 65, and one that is not there with 66`() async throws {
        try await withSealed { house, file, _ in
            try Data("geen zegels\n".utf8).write(to: URL(filePath: file + ".txt"))
            let none = try await Running.gehoor("verify", "--data", house, "--seals", file + ".txt")
            #expect(none.code == 65 && none.messages.contains("is no file of seals"))
            try Data().write(to: URL(filePath: file + ".txt"))
            #expect(try await Running.gehoor("verify", "--data", house, "--seals", file + ".txt").code == 65)
            #expect(try await Running.gehoor("verify", "--data", house, "--seals", house).code == 65)
            #expect(try await Running.gehoor("verify", "--data", house, "--seals", file + ".none").code == 66)
        }
    }

    @Test func `a backup brings back the seals and their key, and the house seals on`() async throws {
        try await withSealed { house, file, _ in
            let new = house + "-new"
            let made = try await Running.gehoor("backup", file + ".backup", "--data", house)
            #expect(made.code == 0)
            #expect(try await Running.gehoor("restore", file + ".backup", "--data", new).code == 0)
            #expect(try await Running.gehoor("seals", "--now", "--data", new).output.split(separator: "\n").count == 2)
            #expect(try await Running.gehoor("verify", "--data", new, "--seals", file).code == 0)
        }
    }

    @Test func `rebuild and verify agree with the seals`() async throws {
        try await withSealed { house, file, _ in
            let rebuilt = try await Running.gehoor("rebuild", "--data", house)
            #expect(rebuilt.code == 0)
            #expect(try await Running.gehoor("verify", "--data", house, "--seals", file).code == 0)
        }
    }
}
