import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@Suite struct BackupTests {
    private static let password = "vier-blauwe-stoelen\n"

    /// A house with Jan, keys, two complaints and a document.
    private func makeHouse(in folder: String) async throws -> String {
        _ = try await Running.gehoor(
            "staff", "add", "--data", folder, "--name", "Jan Vos", "--email", "jan@voorbeeld.nl", "--role", "handler,manager",
            "--password-stdin", input: Self.password)
        _ = try HouseKeys(in: folder).key(.formTokens)
        return try await CommandHouse(folder).open { database, blobs in
            let digest = try await blobs.keep(Data("een foto".utf8))
            try await database.write { tx in
                for member in SampleStaff.all { try tx.add(member, at: TestClock.start) }
            }
            let office = CaseOffice(records: database, clock: .system, house: CurrentHouse(), blobs: blobs)
            let complaint = try await office.register(.sample(), by: SampleStaff.iris.actor)
            _ = try await office.register(.sample(), by: SampleStaff.iris.actor)
            let document = Document(digest: digest, size: 8, name: Passage("foto.jpg"), isFromCustomer: false)
            _ = try await office.perform(.attach(document), on: complaint.id, by: SampleStaff.iris.actor)
            return digest
        }
    }

    private func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    /// A house, and a backup of it.
    private func withBackup(_ body: (_ folder: String, _ file: String, _ digest: String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let digest = try await makeHouse(in: folder + "/house")
            let ended = try await Running.gehoor("backup", folder + "/one.gehoor", "--data", folder + "/house")
            #expect(ended.code == 0 && ended.output.isEmpty, "\(ended.messages)")
            try await body(folder, folder + "/one.gehoor", digest)
        }
    }

    @Test func `a backup brings back complaints, documents, keys and sign-in, and its proof is whole`() async throws {
        try await withBackup { folder, file, digest in
            let new = folder + "/new"
            let ended = try await Running.gehoor("restore", file, "--data", new)
            #expect(ended.code == 0, "\(ended.messages)")
            #expect(ended.output.contains("2 complaints and 1 document as of") && ended.output.contains("whole"))
            #expect(try await Running.gehoor("verify", "--data", new).messages.contains("2 complaints"))
            let secret = "/secrets/form-tokens"
            #expect(FileManager.default.contents(atPath: new + secret) == FileManager.default.contents(atPath: folder + "/house" + secret))
            let (document, staff) = try await CommandHouse(new).open { database, blobs in
                (try await blobs.bytes(of: digest), try await database.read { try $0.allStaff().map(\.email.text) })
            }
            #expect(document == Data("een foto".utf8) && staff.contains("jan@voorbeeld.nl"))
            let isSQLite = EngineUnderTest.current.isSQLite
            #expect(names(in: new) == (isSQLite ? ["documents", "gehoor.lock", "gehoor.sqlite", "secrets"] : ["gehoor.lock", "secrets"]))
        }
    }

    @Test func `a backup and a restored house are for their owner only`() async throws {
        try await withBackup { folder, file, digest in
            _ = try await Running.gehoor("restore", file, "--data", folder + "/new")
            let inFolder = ["/new/gehoor.sqlite", "/new/documents/\(digest.prefix(2))/\(digest)"]
            for path in ["/one.gehoor", "/new", "/new/secrets"] + (EngineUnderTest.current.isSQLite ? inFolder : []) {
                let rights = try FileManager.default.attributesOfItem(atPath: folder + path)[.posixPermissions] as? Int ?? -1
                #expect(rights & 0o077 == 0, "\(path)")
            }
            #expect(names(in: folder) == ["house", "new", "one.gehoor"])
        }
    }

    @Test func `a backup overwrites nothing`() async throws {
        try await withBackup { folder, file, _ in
            let before = FileManager.default.contents(atPath: file)
            let ended = try await Running.gehoor("backup", file, "--data", folder + "/house")
            #expect(ended.code == 77 && ended.messages.contains("is there already"))
            #expect(FileManager.default.contents(atPath: file) == before)
        }
    }

    @Test func `what a backup that was cut off left is used again`() async throws {
        try await withBackup { folder, _, _ in
            let more = EngineUnderTest.current.isSQLite ? "/two.gehoor.part.sqlite" : "/two.gehoor.part.house"
            for name in ["/two.gehoor.part", more] {
                try Data("half".utf8).write(to: URL(filePath: folder + name))
            }
            #expect(try await Running.gehoor("backup", folder + "/two.gehoor", "--data", folder + "/house").code == 0)
            #expect(names(in: folder) == ["house", "one.gehoor", "two.gehoor"])
            #expect(try await Running.gehoor("restore", folder + "/two.gehoor", "--data", folder + "/new").code == 0)
        }
    }

    @Test func `a backup of no house ends with 66, one to nowhere with 74, and neither leaves anything`() async throws {
        try await withBackup { folder, _, _ in
            let ofNone = try await Running.gehoor("backup", folder + "/x", "--data", folder + "/none")
            let toNowhere = try await Running.gehoor("backup", folder + "/none/x", "--data", folder + "/house")
            #expect(ofNone.code == 66 && toNowhere.code == 74)
            #expect(names(in: folder) == ["house", "one.gehoor"])
        }
    }

    @Test(arguments: ["altered", "missing"])
    func `a document that can't be had is named, and the rest is in the backup`(how: String) async throws {
        try await withBackup { folder, _, digest in
            try await spoil(digest, of: folder + "/house", how)
            let made = try await Running.gehoor("backup", folder + "/two.gehoor", "--data", folder + "/house")
            #expect(made.code == 1 && made.output.contains(digest))
            let restored = try await Running.gehoor("restore", folder + "/two.gehoor", "--data", folder + "/new")
            #expect(restored.code == 1 && restored.output.contains("document: \(digest)"))
            #expect(restored.output.contains("Restored 2 complaints and 0 documents"))
        }
    }

    private func spoil(_ digest: String, of house: String, _ how: String) async throws {
        let document = URL(filePath: house + "/documents/\(digest.prefix(2))/\(digest)")
        switch (EngineUnderTest.current.isSQLite, how) {
        case (true, "altered"): try Data("iets anders".utf8).write(to: document)
        case (true, _): try FileManager.default.removeItem(at: document)
        case (false, "altered"):
            try await CommandHouse(house).script("UPDATE document_bytes SET bytes = \(EngineUnderTest.current.zeros(9))")
        case (false, _): try await CommandHouse(house).script("DELETE FROM document_bytes")
        }
    }

    @Test func `what was wrong with the seals already when the backup was made is told when it is restored`() async throws {
        try await withBackup { folder, _, _ in
            #expect(try await Running.gehoor("seals", "--now", "--data", folder + "/house").code == 0)
            try await CommandHouse(folder + "/house").script("UPDATE seal SET line = replace(line, '1 ', '2 ')")
            #expect(try await Running.gehoor("backup", folder + "/two.gehoor", "--data", folder + "/house").code == 0)
            let restored = try await Running.gehoor("restore", folder + "/two.gehoor", "--data", folder + "/new")
            #expect(restored.code == 1 && restored.output.contains("seal-"), "\(restored.output)")
        }
    }

    @Test func `a folder with something in it is refused and left alone`() async throws {
        try await withBackup { folder, file, _ in
            let new = folder + "/new"
            try FileManager.default.createDirectory(atPath: new, withIntermediateDirectories: false)
            try Data("mijn".utf8).write(to: URL(filePath: new + "/holiday.jpg"))
            let ended = try await Running.gehoor("restore", file, "--data", new)
            #expect(ended.code == 77 && ended.messages.contains("not empty"))
            #expect(names(in: new) == ["holiday.jpg"])
            #expect(try await Running.gehoor("restore", file, "--data", folder + "/house").code == 77)
            #expect(try await Running.gehoor("verify", "--data", folder + "/house").code == 0)
        }
    }

    @Test(arguments: [[], ["gehoor.lock"], ["gehoor.lock", "restoring/documents", "documents"]])
    func `an empty folder is taken, and what a restore that was cut off left there is taken away`(left: [String]) async throws {
        try await withBackup { folder, file, _ in
            let new = folder + "/new"
            try FileManager.default.createDirectory(atPath: new, withIntermediateDirectories: false)
            for name in left {
                let isFile = name == "gehoor.lock"
                if isFile { try Data().write(to: URL(filePath: "\(new)/\(name)")) }
                if !isFile { try FileManager.default.createDirectory(atPath: "\(new)/\(name)", withIntermediateDirectories: true) }
            }
            #expect(try await Running.gehoor("restore", file, "--data", new).code == 0)
            #expect(try await Running.gehoor("verify", "--data", new).code == 0)
            #expect(!names(in: new).contains("restoring"))
        }
    }

    @Test func `a house that somebody is in ends with 75`() async throws {
        try await withBackup { folder, file, _ in
            let house = try await CommandHouse(folder + "/house")
            let ended = try await house.inside { try await Running.gehoor("restore", file, "--data", house.folder) }
            #expect(ended.code == (EngineUnderTest.current.isSQLite ? 75 : 77))
        }
    }

    @Test func `a backup that is not there ends with 66, a file that is none with 65, and no folder is made`() async throws {
        try await withBackup { folder, file, _ in
            #expect(try await Running.gehoor("restore", folder + "/none", "--data", folder + "/new").code == 66)
            try Data(repeating: 0, count: 4096).write(to: URL(filePath: folder + "/zeros"))
            for strange in ["/zeros", "/house/secrets/form-tokens"] + (EngineUnderTest.current.isSQLite ? ["/house/gehoor.sqlite"] : []) {
                let ended = try await Running.gehoor("restore", folder + strange, "--data", folder + "/new")
                #expect(ended.code == 65 && ended.messages.contains("no backup"))
            }
            #expect(!FileManager.default.fileExists(atPath: folder + "/new"))
        }
    }

    @Test func `a backup that was cut off at any place ends with 65 and leaves nothing`() async throws {
        try await withBackup { folder, file, _ in
            let whole = try #require(FileManager.default.contents(atPath: file))
            for part in [0, 1, 100, whole.count / 3, whole.count / 2, whole.count - 200, whole.count - 1] {
                let cut = folder + "/cut"
                try whole.prefix(part).write(to: URL(filePath: cut))
                let ended = try await Running.gehoor("restore", cut, "--data", folder + "/new")
                #expect(ended.code == 65, "\(part) of \(whole.count): \(ended.messages)")
                #expect(!FileManager.default.fileExists(atPath: folder + "/new"))
            }
        }
    }
}
