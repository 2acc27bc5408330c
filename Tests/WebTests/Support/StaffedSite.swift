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

/// The whole site on a rehearsal house, with everybody of `SampleStaff` signed in.
struct StaffedSite: Sendable {
    struct Answer: Sendable {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
        var location: String { headers[.location] ?? "" }

        /// How often a piece of text is in it.
        func count(_ piece: String) -> Int {
            // By the byte: a sign followed by a combining mark is one Character with it.
            let (bytes, wanted) = (Array(text.utf8), Array(piece.utf8))
            guard !wanted.isEmpty, bytes.count >= wanted.count else { return 0 }
            return (0...(bytes.count - wanted.count)).count { bytes[$0...].starts(with: wanted) }
        }
    }

    let rehearsal: RehearsalOffice
    let workplace: Workplace
    private let client: any TestClientProtocol
    private let sessions: [StaffID: Secret]

    static func open(_ body: @escaping @Sendable (StaffedSite) async throws -> Void) async throws {
        try await withCaseOffice { rehearsal in
            var sessions: [StaffID: Secret] = [:]
            for member in SampleStaff.all { sessions[member.id] = Secret() }
            let (opened, now) = (sessions, rehearsal.now)
            try await rehearsal.records.write { tx in
                for (id, secret) in opened { try tx.addSession(digest: secret.digest, of: id, at: now) }
            }
            let uploads = rehearsal.folder + "/uploads"
            try FileManager.default.createDirectory(atPath: uploads, withIntermediateDirectories: true)
            let workplace = Workplace(
                office: rehearsal.office, inbox: try rehearsal.inbox,
                accounts: AccountOffice(records: rehearsal.records, clock: rehearsal.clock.clock),
                sealing: rehearsal.sealing, base: TestHouse.base, tokens: FormTokens(key: .init(size: .bits256)),
                forms: FormBody(folder: uploads))
            let looks = LookLog(records: rehearsal.records, logger: TestHouse.quietLogger)
            let follow = FollowAccess(records: rehearsal.records, clock: rehearsal.clock.clock)
            let staging = Staging(
                records: rehearsal.records, clock: rehearsal.clock.clock, folder: URL(fileURLWithPath: rehearsal.folder + "/staged"))
            let reception = Reception(
                staging: staging, formKey: SymmetricKey(size: .bits256), stagingKey: SymmetricKey(size: .bits256))
            let router = Site(workplace: workplace, looks: looks, follow: follow, reception: reception).router()
            let application = Application(router: router, logger: TestHouse.quietLogger)
            try await application.test(.router) { client in
                try await body(StaffedSite(rehearsal: rehearsal, workplace: workplace, client: client, sessions: opened))
            }
        }
    }

    /// The same site after the clock moved, with a session of now.
    func signedInAnew(_ member: StaffMember) async throws -> StaffedSite {
        let (secret, now) = (Secret(), rehearsal.now)
        try await rehearsal.records.write { tx in try tx.addSession(digest: secret.digest, of: member.id, at: now) }
        return StaffedSite(
            rehearsal: rehearsal, workplace: workplace, client: client, sessions: sessions.merging([member.id: secret]) { $1 })
    }

    func get(_ path: String, as member: StaffMember? = SampleStaff.iris) async throws -> Answer {
        try await send(path, .get, headers: cookie(member))
    }

    /// Sends a form, with its token unless another one is given.
    func post(
        _ path: String, _ fields: [(String, String)], as member: StaffMember = SampleStaff.iris, token: String? = nil
    ) async throws -> Answer {
        let fields = [(FormTokens.field, token ?? self.token(of: member))] + fields
        var headers = cookie(member)
        headers[.contentType] = "application/x-www-form-urlencoded"
        headers[.origin] = TestHouse.base.description
        let body = fields.map { "\(QueryText.encoded($0.0))=\(QueryText.encoded($0.1))" }.joined(separator: "&")
        return try await send(path, .post, headers: headers, body: body)
    }

    func token(of member: StaffMember) -> String {
        workplace.tokens.token(session: Array((sessions[member.id]?.text ?? "").utf8), purpose: "desk")
    }

    private func cookie(_ member: StaffMember?) -> HTTPFields {
        guard let member, let secret = sessions[member.id] else { return [:] }
        return [.cookie: "\(SessionGate.cookie)=\(secret.text)"]
    }

    private func send(_ path: String, _ method: HTTPRequest.Method, headers: HTTPFields, body: String? = nil) async throws -> Answer {
        try await client.execute(uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) }) { response in
            Answer(status: response.status.code, headers: response.headers, bytes: Array(buffer: response.body))
        }
    }
}

/// Texts that have broken pages elsewhere.
enum NaughtyText {
    static let all: [String] = {
        let marks = ["\u{301}", "\u{FE0F}", "\u{20E3}", "\u{200D}", "\u{200B}"]
        let signs = ["\"", "<", ">", "&", "'"]
        return signs.flatMap { sign in marks.map { "a\(sign)\($0)b" } } + [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "Jan-Willem van 't Hof-Ünal", "=1+1", "@SUM(A1)", "a;b,c\"d",
        ]
    }()

    /// As HTML writes it.
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
            case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
            case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
            case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
            case UInt8(ascii: "'"): bytes += Array("&#39;".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
