import Casework
import Complaints
import Crypto
import Foundation
import Hummingbird
import Logging
import Records
import Rehearsal
import ServiceLifecycle

@testable import Web

/// The whole site of a rehearsal house on a real socket, with somebody looking for changes many times a second.
struct ServedSite: Sendable {
    let rehearsal: RehearsalOffice
    let workplace: Workplace
    let port: Int
    private let secrets: [StaffID: Secret]

    /// Opens the house while `body` runs on a thread of its own; afterwards the server stops as at SIGTERM.
    static func open(_ body: @escaping @Sendable (ServedSite) throws -> Void) async throws {
        try await withCaseOffice { rehearsal in
            let (ports, announce) = AsyncStream.makeStream(of: Int.self)
            let base = BaseURL("http://house.test") ?? TestHouse.base
            let workplace = Workplace(
                office: rehearsal.office, inbox: try rehearsal.inbox,
                accounts: AccountOffice(records: rehearsal.records, clock: rehearsal.clock.clock),
                sealing: rehearsal.sealing, base: base, tokens: FormTokens(key: SymmetricKey(size: .bits256)),
                forms: FormBody(folder: rehearsal.folder))
            let secrets = try await signIn(rehearsal)
            let server = EdgeServer(host: "127.0.0.1", port: 0, door: DoorPolicy(base: base))
            let application = server.application(router(workplace, rehearsal).buildResponder(), logger: TestHouse.quietLogger) { port in
                announce.yield(port ?? 0)
                announce.finish()
            }
            var pace = LivePace()
            (pace.look, pace.share, pace.sessions, pace.heartbeat) = (.milliseconds(20), 0, .milliseconds(50), .milliseconds(200))
            let beat = LiveBeat(workplace: workplace, pace: pace, logger: TestHouse.quietLogger)
            let services = ServiceGroup(
                configuration: .init(services: [application, Beating(beat: beat)], logger: TestHouse.quietLogger))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    // Where it can't listen, nobody waits for its port.
                    defer { announce.finish() }
                    try await services.run()
                }
                let site = ServedSite(
                    rehearsal: rehearsal, workplace: workplace, port: await ports.first { _ in true } ?? 0, secrets: secrets)
                let result = await onItsOwnThread { try body(site) }
                await services.triggerGracefulShutdown()
                try await group.waitForAll()
                try result.get()
            }
        }
    }

    private struct Beating: Service {
        let beat: LiveBeat

        func run() async throws {
            await cancelWhenGracefulShutdown { await beat.run() }
            beat.end()
        }
    }

    private static func signIn(_ rehearsal: RehearsalOffice) async throws -> [StaffID: Secret] {
        let secrets = Dictionary(uniqueKeysWithValues: SampleStaff.all.map { ($0.id, Secret()) })
        let now = rehearsal.now
        try await rehearsal.records.write { tx in
            for (id, secret) in secrets { try tx.addSession(digest: secret.digest, of: id, at: now) }
        }
        return secrets
    }

    private static func router(_ workplace: Workplace, _ rehearsal: RehearsalOffice) -> Router<Visit> {
        let clock = rehearsal.clock.clock
        let key = SymmetricKey(size: .bits256)
        let staging = Staging(records: rehearsal.records, clock: clock, folder: URL(fileURLWithPath: rehearsal.folder + "/staged"))
        return Site(
            workplace: workplace, looks: LookLog(records: rehearsal.records, logger: TestHouse.quietLogger),
            follow: FollowAccess(records: rehearsal.records, clock: clock),
            reception: Reception(staging: staging, formKey: key, stagingKey: key)
        ).router()
    }

    private static func onItsOwnThread(_ body: @escaping @Sendable () throws -> Void) async -> Result<Void, any Error> {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: Result { try body() }) }
        }
    }

    /// Asks for a stream; what came so far is its head.
    func stream(_ query: String, as member: StaffMember, patience: Int = 20) throws -> RawConnection {
        let connection = try RawConnection(port: port, patience: patience)
        let cookie = secrets[member.id].map { "Cookie: \(SessionGate.cookie)=\($0.text)\r\n" } ?? ""
        connection.send("GET /live?\(query) HTTP/1.1\r\nHost: house.test\r\n\(cookie)\r\n")
        return connection
    }

    func endSession(of member: StaffMember) throws {
        guard let digest = secrets[member.id]?.digest else { return }
        try wait { [records = rehearsal.records] in try await records.write { tx in _ = try tx.endSession(digest: digest) } }
    }

    /// Does something asynchronous from the test's own thread.
    func wait(_ body: @escaping @Sendable () async throws -> Void) throws {
        let (done, outcome) = (DispatchSemaphore(value: 0), Outcome())
        Task {
            do { try await body() } catch { outcome.error = error }
            done.signal()
        }
        done.wait()
        if let error = outcome.error { throw error }
    }

    /// Looks again and again, for ten seconds at most.
    func eventually(_ condition: () -> Bool) -> Bool {
        for _ in 0..<500 {
            if condition() { return true }
            Thread.sleep(forTimeInterval: 0.02)
        }
        return condition()
    }

    private final class Outcome: @unchecked Sendable {
        var error: (any Error)?
    }
}
