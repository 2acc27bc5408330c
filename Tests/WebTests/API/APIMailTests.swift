import Casework
import Complaints
import Foundation
import HTTPTypes
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Mail through the API` {
    private static let mail = "From: Jan <jan@example.nl>\r\nSubject: Factuur\r\n\r\nDe factuur klopt niet.\r\n"
    private static let kind: HTTPFields = [.contentType: "message/rfc822"]

    @Test func `a mail is kept before it is answered, and what became of it can be asked`() async throws {
        try await ProgrammedSite.open { site in
            let answer = try await site.post("/mail?mailbox=info", Self.mail, headers: Self.kind)
            let id = try #require(answer.text("inbox"))
            #expect(answer.status == 202 && answer.headers[.location] == "/api/v1/mail/\(id)" && answer.json.count == 1)
            let kept = try await site.rehearsal.records.read { try $0.mail(InboxID(Int64(id) ?? 0)) }
            #expect(kept?.mailbox == "info" && kept?.source == .api && kept?.state == .waiting && kept?.size == Self.mail.utf8.count)
            let status = try await site.get("/mail/\(id)")
            #expect(status.status == 200 && status.text("state") == "waiting" && status.json["number"] is NSNull)
        }
    }

    @Test func `another kind of body, none, and those who may not register are refused`() async throws {
        try await ProgrammedSite.open { site in
            let wrong = try await site.post("/mail", Self.mail)
            #expect(wrong.code == "not-mail" && wrong.status == 415)
            #expect(try await site.post("/mail", "", headers: Self.kind).code == "no-mail")
            for role in [Role.management, .auditor, .administrator] {
                #expect(try await site.post("/mail", Self.mail, as: [role], headers: Self.kind).status == 404)
                #expect(try await site.get("/mail/1", as: [role]).status == 404)
            }
            #expect(try await site.get("/mail/1").status == 404)
            #expect(try await site.get("/mail/x").status == 404)
        }
    }
}
