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

/// The site of a rehearsal house, as programs with tokens meet it.
struct ProgrammedSite: Sendable {
    struct Answer: @unchecked Sendable {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]
        /// The JSON object that came back; empty when none did.
        let json: [String: Any]

        func text(_ name: String) -> String? { json[name] as? String }
        func object(_ name: String) -> [String: Any] { json[name] as? [String: Any] ?? [:] }
        func list(_ name: String) -> [[String: Any]] { json[name] as? [[String: Any]] ?? [] }
        var number: String { text("number") ?? "" }
        var code: String? { text("code") }
        /// `field code` of each thing that is wrong.
        var errors: [String] { list("errors").map { "\($0["field"] ?? "") \($0["code"] ?? "")" } }
    }

    let rehearsal: RehearsalOffice
    let looks: LookLog
    let accounts: AccountOffice
    private let client: any TestClientProtocol
    private let tokens: [Set<Role>: String]

    static let plain = #"{"story":"De mail ligt stil.","customer":{"name":"Anna de Vries","phone":"06 12345678"}}"#

    /// A token for each role, and for customer service and complaints manager in one.
    static func open(_ body: @escaping @Sendable (ProgrammedSite) async throws -> Void) async throws {
        try await withCaseOffice { rehearsal in
            let uploads = rehearsal.folder + "/uploads"
            try FileManager.default.createDirectory(atPath: uploads, withIntermediateDirectories: true)
            let clock = rehearsal.clock.clock
            let accounts = AccountOffice(records: rehearsal.records, clock: clock)
            var tokens: [Set<Role>: String] = [:]
            for roles in Role.allCases.map({ [$0] as Set }) + [[.intake, .manager]] {
                tokens[roles] = try await accounts.makeToken(name: "test", roles: roles).text
            }
            // The host that the test client names.
            let base = BaseURL("http://localhost") ?? TestHouse.base
            let key = SymmetricKey(size: .bits256)
            let workplace = Workplace(
                office: rehearsal.office, inbox: try rehearsal.inbox, accounts: accounts, sealing: rehearsal.sealing, base: base,
                tokens: FormTokens(key: key), forms: FormBody(folder: uploads))
            let looks = LookLog(records: rehearsal.records, logger: TestHouse.quietLogger)
            let staging = Staging(records: rehearsal.records, clock: clock, folder: URL(fileURLWithPath: rehearsal.folder + "/staged"))
            let site = Site(
                workplace: workplace, looks: looks, follow: FollowAccess(records: rehearsal.records, clock: clock),
                reception: Reception(staging: staging, formKey: key, stagingKey: key))
            let server = EdgeServer(host: "127.0.0.1", port: 0, door: DoorPolicy(base: base))
            let made = tokens
            try await server.application(site.router().buildResponder(), logger: TestHouse.quietLogger).test(.router) { client in
                try await body(ProgrammedSite(rehearsal: rehearsal, looks: looks, accounts: accounts, client: client, tokens: made))
            }
        }
    }

    func get(_ path: String, as roles: Set<Role> = [.intake, .manager], headers: HTTPFields = [:]) async throws -> Answer {
        try await ask(.get, path, bearer(roles), headers, nil)
    }

    func post(
        _ path: String, _ body: String = "{}", as roles: Set<Role> = [.intake, .manager], headers: HTTPFields = [:],
        key: String? = nil
    ) async throws -> Answer {
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/json" }
        if let key { headers[.idempotencyKey] = key }
        return try await ask(.post, path, bearer(roles), headers, body)
    }

    func register(_ body: String = plain, as roles: Set<Role> = [.intake, .manager], key: String? = nil) async throws -> Answer {
        try await post("/complaints", body, as: roles, key: key)
    }

    /// A registration of `plain` with further members in front.
    func register(with members: String) async throws -> Answer { try await register("{\(members),\(Self.plain.dropFirst())") }

    func act(_ act: String, on number: String, _ body: String = "{}", as roles: Set<Role> = [.intake, .manager]) async throws -> Answer {
        try await post("/complaints/\(number)/\(act)", body, as: roles)
    }

    func bearer(_ roles: Set<Role>) -> String { tokens[roles].map { "Bearer \($0)" } ?? "" }

    func ask(_ method: HTTPRequest.Method, _ path: String, _ authorization: String, _ headers: HTTPFields, _ body: String?) async throws
        -> Answer
    {
        var headers = headers
        if !authorization.isEmpty { headers[.authorization] = authorization }
        return try await client.execute(
            uri: "/api/v1\(path)", method: method, headers: headers, body: body.map { ByteBuffer(string: $0) }
        ) { response in
            let bytes = Array(buffer: response.body)
            let json = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
            return Answer(status: response.status.code, headers: response.headers, bytes: bytes, json: json ?? [:])
        }
    }
}

/// A text as a JSON string.
func quoted(_ text: String) -> String {
    var json = JSONWriter()
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
}
