import Complaints
import Foundation
import HTTPTypes
import Records
import Testing

@testable import Web

@Suite struct `Registering through the API` {
    @Test func `a complaint is registered, and answered with its number, promises and place`() async throws {
        try await ProgrammedSite.open { site in
            let body = """
                {"channel":"phone","receivedAt":"2026-11-20T10:15:00+01:00","story":"Stil","customer":{"name":"Anna","organisation":"Bakker",
                "email":"a@voorbeeld.invalid","phone":"06 12345678"},"nature":{"about":"hosting","wrong":"unreachable"}}
                """
            let answer = try await site.register(body)
            #expect(answer.status == 201)
            #expect(answer.headers[.location] == "/api/v1/complaints/\(answer.number)")
            #expect(answer.text("phase") == "received")
            #expect(answer.text("receivedAt") == "2026-11-20T10:15:00+01:00")
            #expect(answer.json["sequence"] as? Int == 1)
            #expect(answer.json["handler"] is NSNull)
            let promises = answer.list("promises")
            #expect(promises.map { $0["kind"] as? String } == ["first-contact", "resolution"])
            #expect(promises.map { $0["due"] as? String } == ["2026-11-24T17:00:00+01:00", "2026-12-04T17:00:00+01:00"])
            #expect(promises.allSatisfy { $0["state"] as? String == "open" && ($0["history"] as? [Any])?.isEmpty == true })
            #expect(try await site.get("/complaints/\(answer.number)").text("story") == "Stil")
        }
    }

    @Test func `everything that can be told is kept`() async throws {
        try await ProgrammedSite.open { site in
            let answer = try await site.register(
                with: """
                    "representative":{"name":"Bram","email":"b@x.invalid","authority":"written"},"grievances":["een","twee"],
                    "severity":"serious","reasons":["money"],"confidential":true,"aboutStaff":"Joost@gehoor.invalid"
                    """)
            #expect(answer.status == 201)
            #expect(answer.object("representative")["authority"] as? String == "written")
            #expect(answer.list("grievances").map { $0["text"] as? String } == ["een", "twee"])
            #expect(answer.json["reasons"] as? [String] == ["money"])
            #expect(answer.json["confidential"] as? Bool == true)
            #expect(answer.text("aboutStaff") == "joost@gehoor.invalid")
            #expect(answer.text("channel") == "api")
        }
    }

    @Test func `solved on the first call, it is resolved at once`() async throws {
        try await ProgrammedSite.open { site in
            let answer = try await site.register(with: #""channel":"phone","solution":{"remedy":{"amount":12.50}}"#)
            #expect(answer.text("phase") == "resolved")
            #expect(answer.object("remedy")["amount"] as? String == "12.50")
            #expect(
                try await site.register(with: #""solution":{"remedy":{"amount":"veel"}}"#).errors == [
                    "solution.remedy.amount not-an-amount"
                ])
        }
    }

    @Test(arguments: [
        ("2026-11-20T09:00:00Z", "2026-11-20T10:00:00+01:00"), ("2026-11-19", "2026-11-19T09:00:00+01:00"),
        ("2026-11-20T10:20:00+01:00", "2026-11-20T10:20:00+01:00"), ("2026-07-01T12:00:00.250-04:00", "2026-07-01T18:00:00+02:00"),
    ])
    func `receipts are read with an offset or as a bare day`(text: String, meaning: String) async throws {
        try await ProgrammedSite.open { site in
            let answer = try await site.register(with: #""receivedAt":"\#(text)""#)
            #expect(answer.text("receivedAt") == meaning)
        }
    }

    @Test(arguments: [
        ("2026-11-20T10:21:00+01:00", "in-the-future"), ("2026-11-21", "in-the-future"), ("1999-12-31", "too-early"),
        ("1999-12-31T12:00:00Z", "too-early"), ("2026-11-20T10:15:00", "malformed"), ("2026-02-30", "malformed"), ("gisteren", "malformed"),
        ("2026-11-20T25:00:00Z", "malformed"), ("2026-11-20T10:00:00+01:00x", "malformed"),
    ])
    func `other receipts are refused by name`(text: String, reason: String) async throws {
        try await ProgrammedSite.open { site in
            let answer = try await site.register(with: #""receivedAt":"\#(text)""#)
            #expect(answer.status == 422)
            #expect(answer.errors == ["receivedAt \(reason)"])
        }
    }

    @Test(arguments: [
        ("{}", ["story missing", "customer.name missing"]),
        (#"{"story":"x","customer":{"name":"A"}}"#, ["customer.email unreachable"]),
        (#"{"story":"x","customer":{"name":"A","email":"geen"}}"#, ["customer.email malformed"]),
        (
            #"{"story":"x","phase":"closed","customer":{"name":"A","email":"a@b.nl","id":1}}"#,
            ["customer.id unknown-field", "phase unknown-field"]
        ),
        (#"{"story":7,"customer":[]}"#, ["customer wrong-type", "story wrong-type"]),
        (#"{"story":"x","customer":{"name":"A","email":"a@b.nl"},"channel":"fax"}"#, ["channel unknown"]),
        (#"{"story":"x","customer":{"name":"A","email":"a@b.nl"},"nature":{"about":"hosting"}}"#, ["nature.wrong missing"]),
        (#"{"story":"x","customer":{"name":"A","email":"a@b.nl"},"severity":"serious"}"#, ["reasons missing"]),
        (#"{"story":"x","customer":{"name":"A","email":"a@b.nl"},"aboutStaff":"nobody@gehoor.invalid"}"#, ["aboutStaff unknown"]),
    ])
    func `every field that is wrong is named as in the request`(body: String, errors: [String]) async throws {
        try await ProgrammedSite.open { site in
            let answer = try await site.register(body)
            #expect(answer.status == 422)
            #expect(Set(answer.errors) == Set(errors))
        }
    }

    @Test(arguments: [
        ("{", 400), ("[]", 400), (#"{"story":"a","story":"b"}"#, 400), (String(repeating: "[", count: 100_000), 400),
        (#"{"story":"\#(String(repeating: "x", count: 1 << 20))"}"#, 413),
    ])
    func `what is no JSON object, too deep or too much is refused`(body: String, status: Int) async throws {
        try await ProgrammedSite.open { site in
            let answer = try await site.register(body)
            #expect(answer.status == status)
        }
    }

    @Test func `ten thousand characters are a story, one more is not`() async throws {
        try await ProgrammedSite.open { site in
            func body(_ count: Int) -> String {
                #"{"customer":{"name":"A","email":"a@b.nl"},"story":"\#(String(repeating: "é", count: count))"}"#
            }
            let (most, more) = (try await site.register(body(10_000)), try await site.register(body(10_001)))
            #expect(most.status == 201)
            #expect(more.errors == ["story too-long"])
        }
    }

    @Test func `naughty strings come back byte for byte`() async throws {
        try await ProgrammedSite.open { site in
            let marks = ["\u{301}", "\u{FE0F}", "\u{20E3}", "\u{200D}", "\u{200B}"]
            let texts = ["\"", "<", ">", "&", "'"].flatMap { sign in marks.map { "a\(sign)\($0)b" } }
            let others = ["e\u{301} é", "🏳️‍🌈", "<script>alert(1)</script>", "a\u{7F}\u{1B}b", "regel\nregel", "\\u0000"]
            for text in texts + others {
                let answer = try await site.register(
                    #"{"story":\#(quoted(text)),"customer":{"name":"A","organisation":\#(quoted(text)),"email":"a@b.nl"}}"#)
                let read = try await site.get("/complaints/\(answer.number)")
                #expect(read.text("story").map { Array($0.utf8) } == Array(text.utf8))
            }
            #expect(
                try await site.register(#"{"story":"a\u0000b","customer":{"name":"A","email":"a@b.nl"}}"#).text("story") == "a\u{FFFD}b")
        }
    }

    @Test(arguments: [Role.management, .auditor, .administrator])
    func `who may not register is told of nothing`(role: Role) async throws {
        try await ProgrammedSite.open { site in
            let answer = try await site.register(as: [role])
            #expect(answer.status == 404)
        }
    }
}
