import Casework
import Complaints
import HTTPTypes
import Records
import Rehearsal
import Testing

@testable import Web

/// Measures for programs: the board, one, taking one, carrying it out, judging it; and each refusal.
struct APIMeasureTests {
    private static let plan = #"""
        {"kind":"corrective","title":"Dubbele lijn","problem":"Storing op de lijn.","action":"Tweede lijn leggen.",
        "owner":"hassan@gehoor.invalid","due":"2026-12-01","checkOn":"2027-03-01","about":"network","lag":1,"hope":40,"cost":1250.50}
        """#

    private static func raise(_ site: ProgrammedSite) async throws -> String {
        try #require(try await site.post("/measures", plan).text("id"))
    }

    @Test func `a measure is taken, listed, carried out, noted and judged`() async throws {
        try await ProgrammedSite.open { site in
            let number = try await site.post("/complaints", ProgrammedSite.plain).number
            let body = Self.plan.replacing("{\"kind\"", with: "{\"complaints\":[\"\(number)\"],\"kind\"")
            let made = try await site.post("/measures", body)
            #expect(made.status == 201, "\(made.json)")
            let id = try #require(made.text("id"))
            #expect(made.headers[.location] == "/api/v1/measures/\(id)")
            #expect(made.text("phase") == "open" && made.text("cost") == "1250.50" && made.text("due") == "2026-12-01")
            #expect(made.object("owner")["email"] as? String == "hassan@gehoor.invalid")
            #expect(made.json["complaints"] as? [String] == [number])
            let list = try await site.get("/measures?phase=open").list("measures")
            #expect(list.map { $0["id"] as? String } == [id])
            let done = try await site.post("/measures/\(id)/carry-out", #"{"done":"2026-11-20","note":"Ligt er.","expected":1}"#)
            #expect(done.status == 200 && done.text("phase") == "done" && done.text("doneOn") == "2026-11-20", "\(done.json)")
            #expect(done.object("effect")["verdict"] as? String == "too-early")
            #expect(try await site.post("/measures/\(id)/note", #"{"text":"Werkt naar wens."}"#).status == 200)
            let early = try await site.post("/measures/\(id)/check")
            #expect(early.status == 409 && early.code == "not-possible-now")
            site.rehearsal.clock.set(to: "2027-03-02", TimeOfDay(10))
            let judged = try await site.post("/measures/\(id)/check")
            #expect(judged.status == 200, "\(judged.json)")
            #expect(judged.object("recorded")["verdict"] as? String == "too-early")
            #expect(try await site.get("/measures?phase=open").list("measures").isEmpty)
        }
    }

    @Test func `everything that is wrong is named at once`() async throws {
        try await ProgrammedSite.open { site in
            let answer = try await site.post(
                "/measures", #"{"kind":"goed","due":"morgen","complaints":["x"],"owner":"nemo@gehoor.invalid","hope":300}"#)
            #expect(answer.status == 422)
            for error in [
                "kind unknown", "title missing", "problem missing", "action missing", "due malformed", "checkOn missing",
                "complaints malformed", "owner not-suitable", "hope outside",
            ] { #expect(answer.errors.contains(error), "\(error): \(answer.errors)") }
            let strange = try await site.post("/measures", #"{"titel":"x"}"#)
            #expect(strange.status == 422)
            #expect(try await site.get("/measures?phase=klaar").status == 422)
        }
    }

    @Test func `a complaint, a signal and a theme that are not there are named each by its own field`() async throws {
        try await ProgrammedSite.open { site in
            for (member, field) in [
                (#""signal":"123""#, "signal"), (#""theme":"123""#, "theme"), (#""complaints":["4827-1936-8"]"#, "complaints"),
            ] {
                let answer = try await site.post("/measures", Self.plan.replacing("{\"kind\"", with: "{\(member),\"kind\""))
                #expect(answer.status == 422 && answer.errors == ["\(field) unknown"], "\(answer.json)")
            }
        }
    }

    @Test func `the same body under the same key takes one measure, and gets the same answer after it was carried out`() async throws {
        try await ProgrammedSite.open { site in
            let first = try await site.post("/measures", Self.plan, key: "een")
            let id = try #require(first.text("id"))
            _ = try await site.post("/measures/\(id)/carry-out", "{}")
            let second = try await site.post("/measures", Self.plan, key: "een")
            #expect(first.status == 201 && second.status == 201 && second.bytes == first.bytes, "\(second.json)")
            #expect(second.headers[.location] == first.headers[.location])
            #expect(try await site.get("/measures").list("measures").count == 1)
            let other = try await site.post("/measures", Self.plan + " ", key: "een")
            #expect(other.status == 422 && other.code == "idempotency-key-reused")
            #expect(try await site.post("/measures", Self.plan, key: "a b").code == "idempotency-key-malformed")
        }
    }

    @Test func `eight at once under one key take one measure`() async throws {
        try await ProgrammedSite.open { site in
            let ids = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<8 { group.addTask { try await site.post("/measures", Self.plan, key: "samen").text("id") } }
                return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
            #expect(try await site.get("/measures").list("measures").count == 1)
        }
    }

    @Test func `two who change one: the second hears of the first`() async throws {
        try await ProgrammedSite.open { site in
            let id = try await Self.raise(site)
            let first = try await site.post("/measures/\(id)/revise", Self.plan.replacing("{\"kind\"", with: "{\"expected\":1,\"kind\""))
            #expect(first.status == 200, "\(first.json)")
            let second = try await site.post("/measures/\(id)/cancel", #"{"reason":"Te duur","expected":1}"#)
            #expect(second.status == 409 && second.code == "moved-on")
            #expect(try await site.post("/measures/\(id)/cancel", #"{"reason":"Te duur","expected":2}"#).text("phase") == "cancelled")
        }
    }

    @Test func `rights are those of the pages`() async throws {
        try await ProgrammedSite.open { site in
            let id = try await Self.raise(site)
            for role in Role.allCases {
                let mayRead = MeasurePermissions.readers.contains(role)
                #expect(try await site.get("/measures", as: [role]).status == (mayRead ? 200 : 404), "\(role)")
                #expect(try await site.get("/measures/\(id)", as: [role]).status == (mayRead ? 200 : 404), "\(role)")
                let leads = role == .manager || role == .management
                #expect(try await site.post("/measures", "{}", as: [role]).status == (leads ? 422 : 404), "\(role)")
                let note = try await site.post("/measures/\(id)/note", #"{"text":""}"#, as: [role])
                #expect(note.status == (leads ? 422 : 404), "\(role)")
            }
            #expect(try await site.get("/measures/12").status == 404)
            #expect(try await site.get("/measures/x").status == 404)
            #expect(try await site.post("/measures/\(id)/vernietigen").status == 404)
        }
    }
}
