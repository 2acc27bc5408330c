import Casework
import Complaints
import Foundation
import Records
import RecordsOnSQLite
import Rehearsal
import Testing

@Suite struct ExitCodeTests {
    private static let password = "vier-blauwe-stoelen\n"

    private func addJan(in folder: String, password: String = Self.password) async throws -> Ended {
        try await Running.gehoor(
            "staff", "add", "--data", folder, "--name", "Jan Vos", "--email", "jan@voorbeeld.nl", "--role", "handler,manager",
            "--password-stdin", input: password)
    }

    @Test func `staff add makes the house for its owner only, and says nothing on standard output`() async throws {
        try await withTemporaryFolder { folder in
            let house = folder + "/house"
            let ended = try await addJan(in: house)
            #expect(ended.code == 0 && ended.output.isEmpty)
            #expect(ended.messages.contains("jan@voorbeeld.nl"))
            for name in EngineUnderTest.current.isSQLite ? ["", "/gehoor.sqlite", "/gehoor.lock"] : ["", "/secrets"] {
                let rights = try FileManager.default.attributesOfItem(atPath: house + name)[.posixPermissions] as? Int ?? -1
                #expect(rights & 0o077 == 0)
            }
        }
    }

    @Test func `four that make the same house at once all find it made`() async throws {
        try await withTemporaryFolder { folder in
            let house = folder + "/house"
            let codes = try await withThrowingTaskGroup(of: Int32.self) { group in
                for turn in 1...4 {
                    group.addTask {
                        try await Running.gehoor("token", "add", "--data", house, "--name", "t\(turn)", "--role", "intake").code
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes == [0, 0, 0, 0])
        }
    }

    @Test func `token add prints the token and nothing else, and the house knows it`() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await Running.gehoor(
                "token", "add", "--name", "import", "--role", "intake", environment: ["GEHOOR_DATA": folder])
            #expect(ended.code == 0 && ended.messages.isEmpty)
            #expect(ended.output.utf8.count == 51 && ended.output.hasPrefix("gehoor_") && ended.output.hasSuffix("\n"))
            let found = try await CommandHouse(folder).open { database, _ in
                try await AccountOffice(records: database, clock: .system).tokenActor(for: ended.output.dropLast())
            }
            #expect(found?.actor.roles == [.intake])
        }
    }

    @Test func `verify finds a sound house whole, while somebody else is in it`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await addJan(in: folder)
            let ended = try await CommandHouse(folder).inside { try await Running.gehoor("verify", "--data", folder) }
            #expect(ended.code == 0 && ended.output.isEmpty && ended.messages.contains("whole"))
        }
    }

    @Test func `verify names what is wrong, one finding a line, and ends with 1`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await addJan(in: folder)
            try await CommandHouse(folder).script(
                """
                INSERT INTO passage (complaint_id, sequence, slot, body, salt)
                VALUES (1, 1, 'story', 'x', \(EngineUnderTest.current.zeros(16)))
                """)
            let ended = try await Running.gehoor("verify", "--data", folder)
            #expect(ended.code == 1)
            #expect(ended.output == "stray: complaint 1, entry 1: story\n")
        }
    }

    @Test func `rebuild works alone, and ends with 75 while somebody else is inside`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await addJan(in: folder)
            #expect(try await Running.gehoor("rebuild", "--data", folder).code == 0)
            let ended = try await CommandHouse(folder).inside { try await Running.gehoor("rebuild", "--data", folder) }
            #expect(ended.code == 75)
        }
    }

    @Test(arguments: [
        ["verify"], ["nonsense"], ["token", "add", "--data", "d", "--name", "x", "--role", "boss"],
        ["token", "add", "--data", "d", "--role", "intake"],
        ["staff", "add", "--data", "d", "--name", "x", "--email", "x@voorbeeld.nl", "--role", "intake"],
        ["verify", "--data", "d", "--more"],
    ])
    func `what can't be understood ends with 64`(arguments: [String]) async throws {
        let ended = try await Running.gehoor(arguments)
        #expect(ended.code == 64 && ended.output.isEmpty && !ended.messages.isEmpty)
    }

    @Test(arguments: ["", "kort\n", "welkom01\n", "jan vos\n"])
    func `a password that can't be taken ends with 65`(password: String) async throws {
        try await withTemporaryFolder { folder in
            let ended = try await addJan(in: folder, password: password)
            #expect(ended.code == 65 && ended.messages.contains("password"))
        }
    }

    @Test func `an address that somebody has, or that is none, ends with 65`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await addJan(in: folder)
            #expect(try await addJan(in: folder).code == 65)
            let ended = try await Running.gehoor(
                "staff", "add", "--data", folder, "--name", "x", "--email", "jan", "--role", "intake", "--password-stdin",
                input: Self.password)
            #expect(ended.code == 65 && ended.messages.contains("email"))
        }
    }

    @Test func `a house that is not there ends with 66, and none is made`() async throws {
        try await withTemporaryFolder { folder in
            for command in ["verify", "rebuild"] {
                let ended = try await Running.gehoor(command, "--data", folder + "/none")
                #expect(ended.code == 66)
            }
            #expect(!FileManager.default.fileExists(atPath: folder + "/none"))
        }
    }

    @Test(.enabled(if: EngineUnderTest.current.isSQLite, "on a server the folder holds keys only"))
    func `no house is made among other things, which ends with 66`() async throws {
        try await withTemporaryFolder { folder in
            try Data().write(to: URL(filePath: folder + "/holiday.jpg"))
            #expect(try await addJan(in: folder).code == 66)
        }
    }

    @Test func `a file where the folder should be, or a database that is none, ends with 74`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder + "/file"
            try Data("no database".utf8).write(to: URL(filePath: file))
            #expect(try await addJan(in: file).code == 74)
            #expect(try await addJan(in: file + "/below").code == 74)
            guard EngineUnderTest.current.isSQLite else { return }
            try FileManager.default.moveItem(atPath: file, toPath: folder + "/gehoor.sqlite")
            #expect(try await Running.gehoor("verify", "--data", folder).code == 74)
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can be somebody else"))
    func `a folder of somebody else ends with 77`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await addJan(in: folder)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
            #expect(try await Running.gehoor("verify", "--data", folder, asUser: 65534).code == 77)
        }
    }

    @Test func `another engine, a port that is none and a base URL with a path end with 78`() async throws {
        try await withTemporaryFolder { folder in
            let url = "mysql://gehoor:geheim@db/gehoor"
            let ended = try await Running.gehoor("verify", "--data", folder, "--database", url)
            #expect(ended.code == 78 && !ended.messages.contains("geheim"))
            #expect(try await Running.gehoor("serve", "--data", folder, environment: ["GEHOOR_PORT": "many"]).code == 78)
            #expect(try await Running.gehoor("serve", "--data", folder, "--base-url", "https://voorbeeld.nl/klachten").code == 78)
        }
    }

    @Test func `serving where something else listens ends with 75, at an address that is none with 78, each in words`() async throws {
        let taken = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(taken) }
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        try withUnsafeMutablePointer(to: &place) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                try #require(bind(taken, address, size) == 0 && listen(taken, 1) == 0 && getsockname(taken, address, &size) == 0)
            }
        }
        let port = "\(UInt16(bigEndian: place.sin_port))"
        try await withTemporaryFolder { folder in
            let busy = try await Running.gehoor("serve", "--data", folder, "--port", port)
            #expect(busy.code == 75 && busy.messages.contains("Something else listens at 127.0.0.1:\(port)"))
            for host in ["192.0.2.1", "300.1.1.1"] {
                let nowhere = try await Running.gehoor("serve", "--data", folder, "--port", port, "--host", host)
                #expect(nowhere.code == 78 && nowhere.messages.contains("\(host) is no address of this machine"))
            }
        }
    }

    @Test func `a second server of the same house ends with 75`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await addJan(in: folder)
            let seat = try HouseLock.serving(HouseFolder(folder))
            #expect(try await Running.gehoor("serve", "--data", folder, "--port", "47001").code == 75)
            seat.release()
        }
    }

    @Test func `a database of a later program ends with 78`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await addJan(in: folder)
            try await CommandHouse(folder).script("INSERT INTO migration (number, name, checksum) VALUES (9999, '9999-fly', 'x')")
            let ended = try await Running.gehoor("verify", "--data", folder)
            #expect(ended.code == 78 && ended.messages.contains("9999-fly"))
        }
    }

    @Test func `help and version end with 0`() async throws {
        #expect(try await Running.gehoor("--help").code == 0)
        #expect(try await Running.gehoor("--version").output.hasPrefix("gehoor "))
    }
}
