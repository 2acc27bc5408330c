import Casework
import Complaints
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Records
import Rehearsal

@testable import Web

/// The whole site on a rehearsal house, as customers meet it.
struct PublicSite: Sendable {
    let rehearsal: RehearsalOffice
    let workplace: Workplace
    let follow: FollowAccess
    let staging: Staging
    fileprivate let client: any TestClientProtocol

    static func open(
        quota: Staging.Quota = Staging.Quota(), limits: Reception.Limits = Reception.Limits(),
        _ body: @escaping @Sendable (PublicSite) async throws -> Void
    ) async throws {
        try await withCaseOffice { rehearsal in
            let uploads = rehearsal.folder + "/uploads"
            try FileManager.default.createDirectory(atPath: uploads, withIntermediateDirectories: true)
            let clock = rehearsal.clock.clock
            let key = SymmetricKey(size: .bits256)
            let workplace = Workplace(
                office: rehearsal.office, inbox: try rehearsal.inbox, accounts: AccountOffice(records: rehearsal.records, clock: clock),
                sealing: rehearsal.sealing, base: TestHouse.base, tokens: FormTokens(key: key), forms: FormBody(folder: uploads))
            let follow = FollowAccess(records: rehearsal.records, clock: clock)
            let staging = Staging(
                records: rehearsal.records, clock: clock, folder: URL(fileURLWithPath: rehearsal.folder + "/staged"), quota: quota)
            let reception = Reception(staging: staging, formKey: key, stagingKey: SymmetricKey(size: .bits256), limits: limits)
            let looks = LookLog(records: rehearsal.records, logger: TestHouse.quietLogger)
            let router = Site(workplace: workplace, looks: looks, follow: follow, reception: reception).router()
            try await Application(router: router, logger: TestHouse.quietLogger).test(.router) { client in
                try await body(
                    PublicSite(rehearsal: rehearsal, workplace: workplace, follow: follow, staging: staging, client: client))
            }
        }
    }

    /// Somebody with a browser of their own.
    func visitor() -> Visitor { Visitor(site: self) }

    func complaintCount() async throws -> Int {
        try await rehearsal.records.read { snapshot in try snapshot.count("SELECT count(*) FROM complaint") }
    }

    /// The only complaint there is.
    func onlyComplaint() async throws -> Complaint? {
        try await rehearsal.records.read { snapshot in
            let ids = try snapshot.all("SELECT id FROM complaint") { ComplaintID($0.integer(0)) }
            return ids.count == 1 ? try ids.first.flatMap { try snapshot.complaint($0) } : nil
        }
    }

    /// A browser that opened the personal page of a complaint.
    func follower(of complaint: Complaint) async throws -> Visitor {
        let link = try await follow.makeLink(for: complaint.id)
        var visitor = visitor()
        try await visitor.post(Paths.followLink(link.text), [])
        try await visitor.get(Paths.followed)
        return visitor
    }
}

/// A file as a test sends it.
struct SentFile: Sendable {
    let name: String
    var bytes = Array("inhoud".utf8)
}

/// A browser without JavaScript: it keeps cookies and the page it shows, and sends that page's hidden fields along.
struct Visitor: Sendable {
    let site: PublicSite
    var cookies: [String: String] = [:]
    /// The language that it asks for, if any.
    var language: String?
    private(set) var page = ShownPage(status: 0, headers: [:], text: "")

    init(site: PublicSite) { self.site = site }

    mutating func get(_ path: String) async throws { try await send(path, .get, [:], nil) }

    /// Sends a form with these fields only.
    mutating func post(_ path: String, _ fields: [(String, String)], files: [SentFile] = []) async throws {
        var headers: HTTPFields = [.origin: TestHouse.base.description]
        if files.isEmpty {
            headers[.contentType] = "application/x-www-form-urlencoded"
            let body = fields.map { "\(QueryText.encoded($0.0))=\(QueryText.encoded($0.1))" }.joined(separator: "&")
            try await send(path, .post, headers, ByteBuffer(string: body))
        } else {
            headers[.contentType] = "multipart/form-data; boundary=rand"
            try await send(path, .post, headers, Self.multipart(fields, files))
        }
    }

    /// Fills these fields in on the shown page and sends its form, hidden fields and all.
    mutating func submit(_ path: String, _ fields: [(String, String)] = [], files: [SentFile] = []) async throws {
        let names = Set(fields.map(\.0))
        try await post(path, page.hidden(to: path).filter { !names.contains($0.0) } + fields, files: files)
    }

    /// Goes where the last answer sent us.
    mutating func follow() async throws { try await get(page.location) }

    private mutating func send(_ path: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, _ body: ByteBuffer?) async throws {
        var headers = headers
        if let language { headers[.acceptLanguage] = language }
        if !cookies.isEmpty { headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        page = try await site.client.execute(uri: path, method: method, headers: headers, body: body) { response in
            ShownPage(status: response.status.code, headers: response.headers, text: String(buffer: response.body))
        }
        for cookie in page.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if let name = pair.first, let value = pair.last { cookies[String(name)] = value.isEmpty ? nil : String(value) }
        }
    }

    private static func multipart(_ fields: [(String, String)], _ files: [SentFile]) -> ByteBuffer {
        var body = ByteBuffer()
        for (name, value) in fields {
            body.writeString("--rand\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
        }
        for file in files {
            body.writeString(
                "--rand\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\"\r\nContent-Type: image/png\r\n\r\n")
            body.writeBytes(file.bytes)
            body.writeString("\r\n")
        }
        body.writeString("--rand--\r\n")
        return body
    }
}

/// A page as it came.
struct ShownPage: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String

    var location: String { headers[.location] ?? "" }
    var title: String { part("<title>", "</title>") }
    func has(_ piece: String) -> Bool { text.contains(piece) }

    /// What stands between two pieces, without the escapes.
    func part(_ start: String, _ end: String) -> String {
        let after = text.components(separatedBy: start).dropFirst().first ?? ""
        return Self.plain(after.components(separatedBy: end).first ?? "")
    }

    /// The hidden fields of the form that goes to this path.
    func hidden(to path: String) -> [(String, String)] {
        let form = text.components(separatedBy: "<form").first { $0.contains("action=\"\(path)") } ?? ""
        let inside = form.components(separatedBy: "</form>").first ?? ""
        return inside.components(separatedBy: "<input type=\"hidden\" name=\"").dropFirst().compactMap { piece in
            let parts = piece.components(separatedBy: "\" value=\"")
            guard parts.count > 1 else { return nil }
            return (parts[0], Self.plain(parts[1].components(separatedBy: "\"")[0]))
        }
    }

    static func plain(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
            $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal)
        }
    }
}
