import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Undoing through the API` {
    @Test func `what a token did last is taken back, and the file says so`() async throws {
        try await ProgrammedSite.open { site in
            let number = try await site.register().number
            let before = try await site.get("/complaints/\(number)")
            #expect(try await site.act("assign", on: number, #"{"handler":"hassan@gehoor.invalid"}"#).text("phase") == "assigned")
            site.rehearsal.clock.advance(seconds: 14)
            #expect((try await site.get("/complaints/\(number)").json["possibleActs"] as? [String])?.contains("undo") == true)
            let after = try await site.act("undo", on: number, #"{"expected":2}"#)
            #expect(after.status == 200 && after.text("phase") == "received" && after.json["sequence"] as? Int == 3)
            #expect(after.list("promises").map { $0["state"] as? String } == before.list("promises").map { $0["state"] as? String })
            let entries = try await site.get("/complaints/\(number)/timeline").list("entries")
            #expect(entries.map { $0["event"] as? String } == ["registered", "assigned", "undone"])
            #expect(entries.map { $0["undoneBy"] as? Int } == [nil, 3, nil])
            #expect(entries.last?["from"] as? Int == 2)
            let letters = try await site.get("/complaints/\(number)/letters").list("letters")
            #expect(letters.map { $0["state"] as? String } == ["waiting", "undone"])
        }
    }

    @Test func `letters say that they are held, and until when`() async throws {
        try await ProgrammedSite.open { site in
            let number = try await site.register().number
            _ = try await site.act("assign", on: number, #"{"handler":"hassan@gehoor.invalid"}"#)
            func last() async throws -> [String: Any] { try await site.get("/complaints/\(number)/letters").list("letters").last ?? [:] }
            #expect(try await last()["state"] as? String == "held")
            #expect(try await last()["readyAt"] as? String == "2026-11-20T10:15:15+01:00")
            site.rehearsal.clock.advance(seconds: 15)
            #expect(try await last()["state"] as? String == "waiting")
        }
    }

    @Test func `each reason why not has a code of its own`() async throws {
        try await ProgrammedSite.open { site in
            let number = try await site.register().number
            func code(as roles: Set<Role> = [.intake, .manager], _ body: String = "{}") async throws -> String {
                let answer = try await site.post("/complaints/\(number)/undo", body, as: roles)
                return "\(answer.status) \(answer.code ?? "")"
            }
            #expect(try await code() == "409 nothing-to-undo")
            _ = try await site.act("note", on: number, #"{"text":"x"}"#)
            #expect(try await code(as: [.manager]) == "409 undo-not-yours")
            #expect(try await code(#"{"expected":1}"#) == "409 moved-on")
            #expect(try await code(#"{"van":1}"#) == "422 invalid")
            #expect(try await code(as: [.auditor]) == "404 not-there")
            #expect(try await code(as: [.administrator]) == "404 not-there")
            _ = try await site.post("/complaints/\(number)/note", #"{"text":"y"}"#, as: [.manager])
            #expect(try await code() == "409 undo-overtaken")
            #expect(try await code(as: [.manager]) == "200 ")
            #expect(try await code(as: [.manager]) == "409 undone-already")
            _ = try await site.act("note", on: number, #"{"text":"z"}"#)
            site.rehearsal.clock.advance(seconds: 15)
            #expect(try await code() == "409 undo-too-late")
            #expect((try await site.get("/complaints/\(number)").json["possibleActs"] as? [String])?.contains("undo") == false)
        }
    }

    @Test func `what hid a file from who did it comes back by undoing, and only in time`() async throws {
        try await ProgrammedSite.open { site in
            let number = try await site.register().number
            func undo() async throws -> Int { try await site.post("/complaints/\(number)/undo", as: [.intake]).status }
            _ = try await site.post("/complaints/\(number)/classify", #"{"confidential":true}"#, as: [.intake])
            #expect(try await site.get("/complaints/\(number)", as: [.intake]).status == 404)
            #expect(try await undo() == 200)
            #expect(try await site.get("/complaints/\(number)", as: [.intake]).status == 200)
        }
    }
}
