import Complaints
import Foundation
import HTTPTypes
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Acts through the API` {
    @Test func `the whole life of a complaint`() async throws {
        try await ProgrammedSite.open { site in
            let number = try await site.register().number
            func phase(_ act: String, _ body: String = "{}") async throws -> String? {
                let answer = try await site.act(act, on: number, body)
                return answer.status == 200 ? answer.text("phase") : "\(answer.status) \(answer.errors)"
            }
            let assigned = try await site.act("assign", on: number, #"{"handler":"HASSAN@gehoor.invalid","expected":1}"#)
            #expect(assigned.text("handler") == "hassan@gehoor.invalid")
            #expect(try await phase("return", #"{"reason":"vakantie"}"#) == "received")
            #expect(try await phase("assign", #"{"handler":"hassan@gehoor.invalid"}"#) == "assigned")
            #expect(try await phase("accept", "") == "in-progress")
            #expect(try await phase("contact", #"{"outcome":"reached","at":"2026-11-20T10:00:00+01:00","note":"x"}"#) == "in-progress")
            #expect(try await phase("note", #"{"text":"x"}"#) == "in-progress")
            #expect(try await phase("ask", #"{"text":"wat?"}"#) == "waiting-for-customer")
            #expect(try await phase("receive-answer", #"{"text":"dat","channel":"phone"}"#) == "in-progress")
            #expect(try await phase("consult", #"{"colleague":"peter@gehoor.invalid","question":"?","due":"2026-11-23"}"#) == "in-progress")
            #expect(try await phase("correct", #"{"story":"anders","customer":{"organisation":"BV"}}"#) == "in-progress")
            #expect(
                try await phase("classify", #"{"about":"hosting","wrong":"too-slow","severity":"serious","reasons":["media"]}"#)
                    == "in-progress")
            #expect(try await phase("answer", #"{"text":"x"}"#) == "in-progress")
            #expect(try await phase("propose", #"{"text":"x"}"#) == "solution-proposed")
            #expect(
                try await phase("resolve", #"{"findings":{"1":"upheld"},"cause":"process","remedy":{"text":"bloemen","amount":"12,50"}}"#)
                    == "resolved")
            #expect(try await phase("close") == "closed")
            #expect(try await phase("reopen", #"{"reason":"nog"}"#) == "closed")
            #expect(try await phase("decide-reopening", #"{"granted":true,"reason":"ja"}"#) == "reopened")
            #expect(try await phase("withdraw", #"{"reason":"klaar"}"#) == "withdrawn")
            let events = try await site.get("/complaints/\(number)/timeline").list("entries")
            #expect(events.map { $0["sequence"] as? Int } == (0..<events.count).map { $0 + 1 })
            #expect(events.last?["event"] as? String == "withdrawn")
            #expect(events.last?["reason"] as? String == "klaar")
            let complaint = try await site.get("/complaints/\(number)")
            #expect(complaint.list("promises").first?["metAt"] as? String == "2026-11-20T10:00:00+01:00")
            #expect(complaint.object("remedy")["amount"] as? String == "12.50")
            #expect(complaint.object("customer")["organisation"] as? String == "BV")
        }
    }

    @Test func `duplicates are marked by number and undone, never in a circle`() async throws {
        try await ProgrammedSite.open { site in
            let (one, two) = (try await site.register().number, try await site.register().number)
            let spelled = two.replacingOccurrences(of: "-", with: " ")
            let marked = try await site.act("duplicate", on: one, #"{"of":"\#(spelled)"}"#)
            #expect(marked.text("duplicateOf") == two)
            #expect(try await site.act("duplicate", on: two, #"{"of":"\#(one)"}"#).code == "duplicate-in-circle")
            #expect(try await site.act("not-duplicate", on: one).text("phase") == "received")
            #expect(try await site.act("duplicate", on: one, #"{"of":"\#(one)"}"#).errors == ["of itself"])
            #expect(try await site.act("duplicate", on: one, #"{"of":"12"}"#).errors == ["of malformed"])
            #expect(try await site.act("refer", on: one, #"{"to":"de gemeente","reason":"x"}"#).text("phase") == "referred")
        }
    }

    @Test func `a waiting letter is told, and then waits no more`() async throws {
        try await ProgrammedSite.open { site in
            let number = try await site.register().number
            let letters = try await site.get("/complaints/\(number)/letters").list("letters")
            #expect(letters.first?["state"] as? String == "waiting")
            let body = #"{"letter":"\#(letters.first?["id"] as? String ?? "")","means":"told"}"#
            #expect(try await site.act("informed", on: number, body).status == 200)
            #expect(try await site.act("informed", on: number, body).code == "letter-not-waiting")
        }
    }

    @Test func `files are attached and read back`() async throws {
        try await ProgrammedSite.open { site in
            let number = try await site.register().number
            let form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bon.txt\"\r\n\r\nhallo\r\n--b--\r\n"
            let type: HTTPFields = [.contentType: "multipart/form-data; boundary=b"]
            let answer = try await site.post("/complaints/\(number)/documents", form, headers: type)
            #expect(answer.list("documents").first?["name"] as? String == "bon.txt")
            let read = try await site.get("/complaints/\(number)/documents/1")
            #expect(read.bytes == Array("hallo".utf8))
            #expect(read.headers[.contentType] == "application/octet-stream")
            for ordinal in ["0", "2", "x", "-9223372036854775808"] {
                #expect(try await site.get("/complaints/\(number)/documents/\(ordinal)").status == 404)
            }
            #expect(try await site.post("/complaints/\(number)/documents", "--b--\r\n", headers: type).errors == ["file missing"])
            #expect(try await site.post("/complaints/\(number)/documents", form, as: [.auditor], headers: type).status == 404)
        }
    }

    @Test(arguments: [
        ("assign", "{}", 422, ["handler missing"]), ("assign", #"{"handler":"x@y.invalid"}"#, 422, ["handler unknown"]),
        ("assign", #"{"handler":"iris@gehoor.invalid"}"#, 422, ["handler not-suitable"]), ("close", "{}", 409, []),
        ("accept", "{}", 409, []),
        ("note", #"{"text":" "}"#, 422, ["text missing"]), ("note", #"{"text":"x","text2":""}"#, 422, ["text2 unknown-field"]),
        ("note", #"{"text":"x","expected":7}"#, 409, []), ("note", #"{"text":"x","expected":"1"}"#, 422, ["expected wrong-type"]),
        ("note", "{", 400, []), ("contact", #"{"outcome":"spoke"}"#, 422, ["outcome unknown"]),
        ("contact", #"{"outcome":"reached","at":"2026-11-20"}"#, 422, ["at malformed"]),
        ("contact", #"{"outcome":"reached","at":"2026-11-20T11:00:00+01:00"}"#, 422, ["at in-the-future"]),
        ("consult", #"{"colleague":"peter@gehoor.invalid","question":"?","due":"morgen"}"#, 422, ["due malformed"]),
        ("resolve", #"{"finding":"perhaps"}"#, 422, ["finding unknown"]),
        ("resolve", #"{"findings":{"2":"upheld"}}"#, 422, ["findings.1 missing", "findings.2 unknown"]),
        ("classify", #"{"aboutStaff":"x@y.invalid"}"#, 422, ["aboutStaff unknown"]),
        ("contribute", #"{"consultation":1,"text":"x"}"#, 404, []),
        ("decide-reopening", #"{"granted":true,"reason":"x"}"#, 409, []), ("correct", "{}", 422, [" missing"]), ("register", "{}", 404, []),
        ("explode", "{}", 404, []),
    ])
    func `each refusal has its status and names its fields`(act: String, body: String, status: Int, errors: [String]) async throws {
        try await ProgrammedSite.open { site in
            let number = try await site.register().number
            let answer = try await site.act(act, on: number, body)
            #expect(answer.status == status)
            #expect(Set(answer.errors) == Set(errors))
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(try await site.get("/complaints/\(number)").json["sequence"] as? Int == 1)
        }
    }
}
