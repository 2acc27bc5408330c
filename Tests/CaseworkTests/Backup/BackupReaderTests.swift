import Casework
import Foundation
import Rehearsal
import Testing

@Suite struct BackupReaderTests {
    private static let database = Data("not really a database, which nobody asks here".utf8)

    /// A manifest as a hostile hand writes it, with the digest that belongs to it.
    private func manifest(_ entries: [(name: String, size: Int, sha256: String)], format: Int = 1) -> Data {
        let list = entries.map { #"{"name": "\#($0.name)", "size": \#($0.size), "sha256": "\#($0.sha256)"}"# }.joined(separator: ", ")
        return Data(
            #"{"format": \#(format), "program": "0", "schema": "0001", "madeAt": "", "complaints": 0, "lost": [], "entries": [\#(list)]}"#
                .utf8)
    }

    private func begin(_ manifest: Data) -> HandmadeTar {
        var tar = HandmadeTar()
        tar.add("manifest.json", manifest)
        tar.add("manifest.sha256", Data("\(BlobFolder.digest(of: manifest))  manifest.json\n".utf8))
        return tar
    }

    private var databaseEntry: (name: String, size: Int, sha256: String) {
        ("gehoor.sqlite", Self.database.count, BlobFolder.digest(of: Self.database))
    }

    /// Reads and unpacks the archive; what was thrown, and the names that were written anywhere below the folder.
    private func restore(_ tar: HandmadeTar) async throws -> (fault: BackupFault?, written: Set<String>) {
        try await withTemporaryFolder { folder in
            var tar = tar
            tar.end()
            try tar.bytes.write(to: URL(filePath: folder + "/backup"))
            let target = folder + "/deep/target"
            try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
            var fault: BackupFault?
            do { try BackupReader(of: folder + "/backup").unpack(into: target) } catch let error as BackupFault { fault = error }
            let all = (FileManager.default.enumerator(atPath: folder)?.allObjects ?? []).compactMap { $0 as? String }
            return (fault, Set(all).subtracting(["backup", "deep", "deep/target"]))
        }
    }

    private func isUnreadable(_ fault: BackupFault?) -> Bool {
        if case .unreadable = fault { true } else { false }
    }

    @Test func `an archive made by hand as we make it is taken`() async throws {
        var tar = begin(manifest([databaseEntry]))
        tar.add("gehoor.sqlite", Self.database)
        let (fault, written) = try await restore(tar)
        #expect(fault == nil && written == ["deep/target/gehoor.sqlite"])
    }

    @Test(arguments: [
        "/etc/gehoor-was-here", "../escaped", "documents/../../escaped", "documents/ab/../../../escaped", "secrets/authorized_keys",
        "gehoor.sqlite-wal", "gehoor.lock", "./gehoor.sqlite", "documents/aa", "", "documents/AB/AB", "secrets/form-tokens/x",
    ])
    func `a name that is none of a house is refused in the manifest`(name: String) async throws {
        let bytes = Data("x".utf8)
        var tar = begin(manifest([databaseEntry, (name, 1, BlobFolder.digest(of: bytes))]))
        tar.add("gehoor.sqlite", Self.database)
        tar.add(name, bytes)
        let (fault, written) = try await restore(tar)
        #expect(isUnreadable(fault) && written.isEmpty)
    }

    @Test func `a name that the manifest does not tell of is refused`() async throws {
        var tar = begin(manifest([databaseEntry]))
        tar.add("../escaped", Data("x".utf8))
        #expect(isUnreadable(try await restore(tar).fault))
        tar = begin(manifest([databaseEntry]))
        tar.add("gehoor.sqlite", Self.database)
        tar.add("../escaped", Data("x".utf8))
        let (fault, written) = try await restore(tar)
        #expect(isUnreadable(fault) && written == ["deep/target/gehoor.sqlite"])
    }

    @Test(arguments: [HandmadeTar.Kind.hardLink, .symbolicLink, .device, .folder, .pipe])
    func `what is no plain file is refused`(kind: HandmadeTar.Kind) async throws {
        var tar = begin(manifest([("gehoor.sqlite", 0, BlobFolder.digest(of: Data()))]))
        tar.add("gehoor.sqlite", Data(), kind, link: "/etc/passwd")
        let (fault, written) = try await restore(tar)
        #expect(isUnreadable(fault) && written.isEmpty)
    }

    @Test func `bytes that are not the manifest's are refused`() async throws {
        var tar = begin(manifest([databaseEntry]))
        tar.add("gehoor.sqlite", Data(Self.database.reversed()))
        #expect(isUnreadable(try await restore(tar).fault))
    }

    @Test func `a size that is not the manifest's, too large, or beyond counting is refused`() async throws {
        var tar = begin(manifest([databaseEntry]))
        tar.add("gehoor.sqlite", Self.database, told: 1 << 32)
        #expect(isUnreadable(try await restore(tar).fault))
        let most = Int(Int64.max)
        #expect(isUnreadable(try await restore(begin(manifest([("gehoor.sqlite", -1, "")]))).fault))
        #expect(try await restore(begin(manifest([("gehoor.sqlite", most, "")]))).fault == .noRoom(Int64.max))
        let two = [("gehoor.sqlite", most, ""), ("secrets/form-tokens", most, "")]
        #expect(isUnreadable(try await restore(begin(manifest(two))).fault))
    }

    @Test func `a manifest that was altered, is of another format, doubles a name or forgets the database is refused`() async throws {
        var altered = HandmadeTar()
        altered.add("manifest.json", manifest([databaseEntry]))
        altered.add("manifest.sha256", Data("\(BlobFolder.digest(of: Data()))  manifest.json\n".utf8))
        for tar in [
            altered, begin(manifest([databaseEntry], format: 2)), begin(manifest([databaseEntry, databaseEntry])), begin(manifest([])),
            begin(Data("[".utf8)), begin(Data(repeating: UInt8(ascii: "["), count: 100_000)), HandmadeTar(),
        ] {
            let (fault, written) = try await restore(tar)
            #expect(isUnreadable(fault) && written.isEmpty)
        }
    }
}
