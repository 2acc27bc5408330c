import Casework
import Complaints
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Records
import Rehearsal

@testable import Web

/// The whole site on a rehearsal house, asked through its real door and its real router.
struct SiteUnderTest: Sendable {
    let rehearsal: RehearsalOffice
    let workplace: Workplace
    let follow: FollowAccess
    let client: any TestClientProtocol
    /// METHOD PATH of every route; those that only answer HEAD are left out.
    let routes: Set<String>

    /// What came back.
    struct Answer {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let text: String

        var location: String? { headers[.location] }
    }

    /// Cookies and form token of somebody who is signed in.
    struct Session: Sendable {
        let cookie: String
        let token: String

        static let none = Session(cookie: "", token: "")
    }

    func get(_ path: String, as session: Session = .none) async throws -> Answer {
        try await ask(.get, path, session, nil)
    }

    func get(_ path: String, as member: StaffMember) async throws -> Answer { try await get(path, as: signedIn(member)) }

    /// Sends a form; the session's own token is put in unless the fields hold one.
    func post(_ path: String, _ fields: [(String, String)], as session: Session = .none) async throws -> Answer {
        var fields = fields
        if !session.token.isEmpty, !fields.contains(where: { $0.0 == FormTokens.field }) {
            fields.append((FormTokens.field, session.token))
        }
        let body = fields.map { "\(QueryText.encoded($0.0))=\(QueryText.encoded($0.1))" }.joined(separator: "&")
        return try await ask(.post, path, session, body)
    }

    func post(_ path: String, _ fields: [(String, String)], as member: StaffMember) async throws -> Answer {
        try await post(path, fields, as: signedIn(member))
    }

    /// A session of this member, opened without a password: hashing is another test's.
    func signedIn(_ member: StaffMember) async throws -> Session {
        let secret = Secret()
        try await rehearsal.records.write { [now = rehearsal.now] tx in try tx.addSession(digest: secret.digest, of: member.id, at: now) }
        let token = workplace.tokens.token(session: Array(secret.text.utf8), purpose: "desk")
        return Session(cookie: "\(SessionGate.cookie)=\(secret.text)", token: token)
    }

    /// The session of a customer who follows this complaint.
    func following(_ complaint: ComplaintID) async throws -> Session {
        let link = try await follow.makeLink(for: complaint)
        let secret = try await follow.openSession(link, from: RequestOrigin("127.0.0.1"))
        return Session(cookie: "\(FollowingRoutes.cookie)=\(secret?.text ?? "")", token: "")
    }

    /// Sends a form with files, each under the name `file`, and the session's own token.
    func send(
        _ files: [(name: String, text: String)], _ fields: [(String, String)], to path: String, as session: Session
    ) async throws -> Answer {
        var body = ""
        for (name, value) in fields + [(FormTokens.field, session.token)] {
            body += "--rand\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        for (name, text) in files {
            body += "--rand\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n\(text)\r\n"
        }
        let headers: HTTPFields = [.cookie: session.cookie, .contentType: "multipart/form-data; boundary=rand"]
        let response = try await client.execute(
            uri: path, method: .post, headers: headers, body: ByteBuffer(string: body + "--rand--\r\n"))
        return Answer(status: response.status, headers: response.headers, text: String(buffer: response.body))
    }

    private func ask(_ method: HTTPRequest.Method, _ path: String, _ session: Session, _ form: String?) async throws -> Answer {
        var headers: HTTPFields = [:]
        if !session.cookie.isEmpty { headers[.cookie] = session.cookie }
        if form != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        let response = try await client.execute(uri: path, method: method, headers: headers, body: form.map { ByteBuffer(string: $0) })
        return Answer(status: response.status, headers: response.headers, text: String(buffer: response.body))
    }
}

/// Runs `body` with the site of a fresh house, in which everybody of `SampleStaff` works.
func withSite(_ body: @escaping @Sendable (SiteUnderTest) async throws -> Void) async throws {
    try await withCaseOffice { rehearsal in
        let base = BaseURL("http://localhost") ?? TestHouse.base
        let accounts = AccountOffice(records: rehearsal.records, clock: rehearsal.clock.clock)
        let workplace = Workplace(
            office: rehearsal.office, inbox: try rehearsal.inbox, accounts: accounts, sealing: rehearsal.sealing, base: base,
            tokens: FormTokens(key: SymmetricKey(size: .bits256)), forms: FormBody(folder: rehearsal.folder))
        let follow = FollowAccess(records: rehearsal.records, clock: rehearsal.clock.clock)
        let key = SymmetricKey(size: .bits256)
        let reception = Reception(
            staging: Staging(
                records: rehearsal.records, clock: rehearsal.clock.clock,
                folder: URL(fileURLWithPath: rehearsal.folder).appendingPathComponent("staged")), formKey: key, stagingKey: key)
        let looks = LookLog(records: rehearsal.records, logger: TestHouse.quietLogger)
        let router = Site(workplace: workplace, looks: looks, follow: follow, reception: reception).router()
        let routes = Set(router.routes.filter { $0.method != .head }.map { "\($0.method) \($0.path)" })
        let server = EdgeServer(host: "127.0.0.1", port: 0, door: DoorPolicy(base: base))
        try await server.application(router.buildResponder(), logger: TestHouse.quietLogger).test(.router) { client in
            try await body(SiteUnderTest(rehearsal: rehearsal, workplace: workplace, follow: follow, client: client, routes: routes))
        }
    }
}
