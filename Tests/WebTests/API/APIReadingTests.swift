import Casework
import Complaints
import Foundation
import HTTPTypes
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Reading through the API` {
    @Test(arguments: ["", "Basic x", "Bearer", "Bearer ", "Bearer gehoor_x", "Bearer x y"])
    func `without a token of ours nothing is there, not even what isn't`(authorization: String) async throws {
        try await ProgrammedSite.open { site in
            for path in ["/complaints", "/complaints/1", "/nothing", "/"] {
                let answer = try await site.ask(.get, path, authorization, [:], nil)
                #expect(answer.status == 401)
                #expect(answer.headers[.wwwAuthenticate] == "Bearer")
            }
        }
    }

    @Test func `an ended token ends, the description is for everybody`() async throws {
        try await ProgrammedSite.open { site in
            let (token, text) = try await site.accounts.makeToken(name: "x", roles: [.auditor])
            #expect(try await site.ask(.get, "/complaints", "bearer \(text)", [:], nil).status == 200)
            try await site.accounts.endToken(token.id, by: .system)
            #expect(try await site.ask(.get, "/complaints", "Bearer \(text)", [:], nil).status == 401)
            #expect(try await site.ask(.get, "/openapi.json", "", [:], nil).text("openapi") == "3.1.0")
        }
    }

    @Test func `every act and every path is described`() async throws {
        try await ProgrammedSite.open { site in
            let paths = Set(try await site.ask(.get, "/openapi.json", "", [:], nil).object("paths").keys)
            let acts = Set(Act.allCases.map(\.rawValue)).subtracting(["register", "rate"]).map { "/complaints/{number}/\($0)" }
            let reads = ["", "/{number}", "/{number}/timeline", "/{number}/letters", "/{number}/documents/{ordinal}"].map {
                "/complaints\($0)"
            }
            let measures = ["", "/{measure}"] + MeasureBody.acts.keys.map { "/{measure}/\($0)" }
            #expect(paths == Set(acts + reads + measures.map { "/measures\($0)" } + ["/mail", "/mail/{inbox}"]))
        }
    }

    @Test func `each date says what its clock was started by, as it happened`() async throws {
        try await ProgrammedSite.open { site in
            let rehearsal = site.rehearsal
            let yaml = ProcedureDocument.standard.yaml.replacing(
                "ends: [resolve]\n    starts: [receipt, reopening]", with: "ends: [resolve]\n    starts: [assignment, reopening]")
            _ = try await rehearsal.procedures.apply(ProcedureDocument(yaml: yaml), seen: 1, by: .system)
            let complaint = try await rehearsal.register()
            rehearsal.clock.advance(seconds: 60)
            try await rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            let number = complaint.number.formatted
            func explanations(in answer: ProgrammedSite.Answer) -> [String] {
                answer.list("promises").map { ($0["explanation"] as? String ?? "").prefix { $0 != " " }.lowercased() }
            }
            func explanations() async throws -> [String] { explanations(in: try await site.get("/complaints/\(number)")) }
            let english = ["received", "assigned", "reopened", "reopened"]
            let dutch = ["ontvangen", "toegewezen", "heropend", "heropend"]
            let first = try await explanations()
            let told = first.first == dutch[0] ? dutch : english
            #expect(first == Array(told.prefix(2)))
            try await rehearsal.perform(.accept, .resolve(.sample("upheld")), on: complaint, by: SampleStaff.hassan)
            rehearsal.clock.advance(seconds: 60)
            try await rehearsal.perform(
                .reopen(reason: "Nee."), .decideReopening(granted: true, reason: "Ja."), on: complaint, by: SampleStaff.mara)
            #expect(try await explanations() == told)
            // What answers an act says it too: that has to be read again.
            let noted = try await site.act("note", on: number, #"{"text":"x"}"#)
            #expect(noted.status == 200 && explanations(in: noted) == told, "\(noted.json)")
        }
    }

    @Test func `a program in a manager's place is not told of complaints about any manager`() async throws {
        try await ProgrammedSite.open { site in
            let complaint = try await site.rehearsal.register { $0.aboutStaff = SampleStaff.mara.id }
            let number = complaint.number.formatted
            let managers: [Set<Role>] = [[.manager], [.intake, .manager]]
            for roles in managers { #expect(try await site.get("/complaints/\(number)", as: roles).status == 404) }
            var gone = SampleStaff.sanne
            gone.isActive = false
            let (left, now) = (gone, site.rehearsal.now)
            try await site.rehearsal.records.write { try $0.update(left, at: now) }
            for roles in managers {
                #expect(try await site.get("/complaints/\(number)", as: roles).status == 404)
                #expect(try await site.get("/complaints", as: roles).list("complaints").isEmpty)
                #expect(try await site.post("/complaints/\(number)/note", #"{"text":"x"}"#, as: roles).status == 404)
            }
            #expect(try await site.get("/complaints/\(number)", as: [.intake]).status == 200)
        }
    }

    @Test func `a number is read in any spelling, and a look at a file is logged`() async throws {
        try await ProgrammedSite.open { site in
            let number = try await site.register().number
            let digits = number.replacingOccurrences(of: "-", with: "")
            for spelling in [digits, digits.map { "\($0)" }.joined(separator: "-"), number.replacingOccurrences(of: "-", with: "%20")] {
                #expect(try await site.get("/complaints/\(spelling)").number == number)
            }
            for absent in ["1", "x", "%FF", "000000000", digits + "1"] {
                #expect(try await site.get("/complaints/\(absent)").code == "not-there")
            }
            await site.looks.flush()
            let looks = try await site.rehearsal.records.read { snapshot in
                try ComplaintNumber(parsing: digits).flatMap { try snapshot.complaintID(of: $0) }.map {
                    try snapshot.looks(at: $0, limit: 9)
                }
            }
            #expect(looks?.count == 1)
        }
    }

    @Test(arguments: [
        (Role.intake, 200, 404, 200), (.handler, 200, 404, 200), (.manager, 200, 200, 200), (.management, 404, 404, 200),
        (.auditor, 200, 404, 200), (.administrator, 404, 404, 404),
    ])
    func `each role sees what is its to see`(role: Role, file: Int, confidential: Int, list: Int) async throws {
        try await ProgrammedSite.open { site in
            let open = try await site.register().number
            let secret = try await site.register(with: #""confidential":true"#).number
            for part in ["", "/timeline", "/letters"] {
                #expect(try await site.get("/complaints/\(open)\(part)", as: [role]).status == file)
                #expect(try await site.get("/complaints/\(secret)\(part)", as: [role]).status == confidential)
            }
            let page = try await site.get("/complaints", as: [role])
            #expect(page.status == list)
            #expect(page.list("complaints").count == (role == .manager ? 2 : list == 200 ? 1 : 0))
            let names = page.list("complaints").compactMap { ($0["customer"] as? [String: Any])?["name"] as? String }
            #expect(names.isEmpty == (role == .management || role == .administrator))
        }
    }

    @Test(arguments: [Role.handler, .management, .auditor, .administrator])
    func `who may not act is told that it isn't there, whatever is wrong besides`(role: Role) async throws {
        try await ProgrammedSite.open { site in
            let number = try await site.register().number
            for act in Act.allCases where act != .register && act != .attach {
                #expect(try await site.act(act.rawValue, on: number, #"{"nonsense":1}"#, as: [role]).code == "not-there")
            }
        }
    }

    @Test func `sentences follow Accept-Language, codes do not`() async throws {
        try await ProgrammedSite.open { site in
            let dutch = try await site.get("/complaints/1")
            let english = try await site.get("/complaints/1", headers: [.acceptLanguage: "en"])
            #expect(dutch.text("detail") == "Dit is er niet, of niet voor u.")
            #expect(english.text("detail") == "This is not there, or not for you.")
            #expect(dutch.code == english.code)
        }
    }

    @Test func `two hundred and fifty complaints are paged through without loss or double`() async throws {
        try await ProgrammedSite.open { site in
            for _ in 0..<250 { try await site.rehearsal.register() }
            var seen: [String] = []
            var cursor = ""
            repeat {
                let page = try await site.get("/complaints?limit=37\(cursor)")
                seen += page.list("complaints").compactMap { $0["number"] as? String }
                cursor = page.text("next").map { "&cursor=\($0)" } ?? ""
            } while !cursor.isEmpty
            #expect(seen.count == 250)
            #expect(Set(seen).count == 250)
            #expect(try await site.get("/complaints").list("complaints").count == 50)
            #expect(try await site.get("/complaints?limit=200").list("complaints").count == 200)
        }
    }

    @Test func `lists are narrowed by each filter`() async throws {
        try await ProgrammedSite.open { site in
            let one = try await site.register(
                with: #""channel":"web","nature":{"about":"hosting","wrong":"too-slow"},"receivedAt":"2026-11-02""#
            ).number
            let two = try await site.register().number
            _ = try await site.act("assign", on: two, #"{"handler":"hassan@gehoor.invalid"}"#)
            let expected = [
                "handler=none": [one], "handler=hassan@gehoor.invalid": [two], "phase=assigned": [two], "channel=web": [one],
                "about=hosting": [one],
                "wrong=too-slow": [one], "late=true": [one], "late=false": [two], "open=true": [two, one], "open=false": [],
                "to=2026-11-02": [one],
                "from=2026-11-03": [two], "q=\(one)": [one], "q=Anna": [two, one], "severity=critical": [],
            ]
            for (query, numbers) in expected {
                #expect(
                    try await site.get("/complaints?\(query)").list("complaints").map { $0["number"] as? String } == numbers, "\(query)")
            }
        }
    }

    @Test(arguments: [
        ("limit=0", "limit malformed"), ("limit=201", "limit malformed"), ("limit=ten", "limit malformed"), ("limit=", "limit malformed"),
        ("cursor=x", "cursor malformed"), ("phase=done", "phase unknown"), ("handler=x@y.invalid", "handler unknown"),
        ("late=yes", "late unknown"),
        ("from=20-11-2026", "from malformed"), ("sort=name", "sort unknown-field"), ("limit=1&limit=2", "limit too-many"),
    ])
    func `another query is refused by name`(query: String, error: String) async throws {
        try await ProgrammedSite.open { site in
            let answer = try await site.get("/complaints?\(query)")
            #expect(answer.status == 422)
            #expect(answer.errors == [error])
        }
    }
}
