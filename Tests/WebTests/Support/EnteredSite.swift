import Casework
import Complaints
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Records
import Rehearsal

@testable import Web

/// The whole site on a house of its own: real router, real database, a clock that tests move. Only hashing is made cheap.
struct EnteredSite {
    let house: RehearsalOffice
    let workplace: Workplace
    let looks: LookLog
    let client: any TestClientProtocol

    static let password = "vier-blauwe-stoelen"

    var accounts: AccountOffice { workplace.accounts }

    static func open(_ body: @escaping @Sendable (EnteredSite) async throws -> Void) async throws {
        try await withCaseOffice { house in
            let hashing = PasswordHashing(cost: PasswordCost(rounds: 4, blockSize: 1, parallelism: 1))
            let base = BaseURL("http://localhost") ?? TestHouse.base
            let workplace = Workplace(
                office: house.office, inbox: try house.inbox,
                accounts: AccountOffice(records: house.records, clock: house.clock.clock, hashing: hashing),
                sealing: house.sealing, base: base, tokens: FormTokens(key: SymmetricKey(size: .bits256)),
                forms: FormBody(folder: house.folder))
            let looks = LookLog(records: house.records, logger: TestHouse.quietLogger)
            let site = Site(
                workplace: workplace, looks: looks,
                follow: FollowAccess(records: house.records, clock: house.clock.clock),
                reception: Reception(
                    staging: Staging(
                        records: house.records, clock: house.clock.clock, folder: house.blobs.folder.appendingPathComponent("staged")
                    ),
                    formKey: SymmetricKey(size: .bits256), stagingKey: SymmetricKey(size: .bits256)))
            let server = EdgeServer(host: "127.0.0.1", port: 0, door: DoorPolicy(base: base))
            try await server.application(site.router().buildResponder(), logger: TestHouse.quietLogger).test(.router) { client in
                try await body(EnteredSite(house: house, workplace: workplace, looks: looks, client: client))
            }
        }
    }

    /// A browser without a cookie.
    func browser() -> Browser { Browser(site: self) }

    /// A browser that somebody of the house signed in with.
    func browser(of member: StaffMember) async throws -> Browser {
        let secret = try await accounts.passwordLink(for: member.id, by: .system)
        let signIn = try await accounts.useLink(secret, newPassword: Password(Self.password), from: RequestOrigin("192.0.2.1"))
        var browser = browser()
        browser.session = signIn.sessionSecret.text
        return browser
    }

    func audited(_ action: AuditedAction) async throws -> Int {
        try await house.records.read { try $0.auditLines(limit: 500) }.count { $0.action == action }
    }
}

/// What somebody does in a browser: cookies are kept, forms carry the token of the page they stand on.
struct Browser {
    let site: EnteredSite
    var session: String?

    init(site: EnteredSite) { self.site = site }

    mutating func get(_ path: String) async throws -> BrowserAnswer { try await send(path, .get, nil) }

    /// Sends a form; with `from` it first opens that page for its token.
    mutating func post(_ path: String, _ fields: [(String, String)], from page: String? = nil, origin: String? = nil) async throws
        -> BrowserAnswer
    {
        var fields = fields
        if let page { fields.append(("token", try await get(page).token)) }
        let body = fields.map { "\(PercentEncoding.encode($0.0))=\(PercentEncoding.encode($0.1))" }.joined(separator: "&")
        return try await send(path, .post, body, origin: origin)
    }

    private mutating func send(_ path: String, _ method: HTTPRequest.Method, _ body: String?, origin: String? = nil) async throws
        -> BrowserAnswer
    {
        var headers: HTTPFields = [:]
        if let session { headers[.cookie] = "\(SessionGate.cookie)=\(session)" }
        if body != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        if let origin { headers[.origin] = origin }
        let response = try await site.client.execute(uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        if let cookie = response.headers[.setCookie] {
            let value = cookie.split(separator: ";").first.flatMap { $0.split(separator: "=", maxSplits: 1).dropFirst().first }
            session = value.map(String.init)
        }
        return BrowserAnswer(
            status: response.status.code, location: response.headers[.location], retryAfter: response.headers[.retryAfter],
            text: String(buffer: response.body))
    }
}

struct BrowserAnswer {
    let status: Int
    let location: String?
    let retryAfter: String?
    let text: String

    var token: String { between("name=\"token\" value=\"", "\"") }
    var once: String { between("id=\"once\" type=\"text\" value=\"", "\"") }
    var seen: String { between("name=\"gezien\" value=\"", "\"") }

    func holds(_ part: String) -> Bool { text.utf8.range(of: part) != nil }

    private func between(_ before: String, _ after: String) -> String {
        guard let start = text.utf8.range(of: before) else { return "" }
        return String(decoding: text.utf8.dropFirst(start.upperBound).prefix { $0 != after.utf8.first }, as: UTF8.self)
    }
}

extension String.UTF8View {
    /// Where these bytes stand, counted from the first.
    fileprivate func range(of part: String) -> Range<Int>? {
        let (all, wanted) = (Array(self), Array(part.utf8))
        guard !wanted.isEmpty, all.count >= wanted.count else { return nil }
        for start in 0...(all.count - wanted.count) where all[start] == wanted[0] && all[start..<start + wanted.count].elementsEqual(wanted)
        {
            return start..<start + wanted.count
        }
        return nil
    }
}
