import Casework
import Complaints
import Records
import Rehearsal
import Synchronization

/// A clock and a stopwatch that stand still until a test lets time pass.
final class TestTime: Sendable {
    private let passed = Mutex(0)
    private let start = Instant(milliseconds: 1_795_000_000_000)
    private let startOfWatch = ContinuousClock.now

    var now: Instant { start.adding(seconds: passed.withLock { $0 }) }
    var clock: Clock { Clock { self.now } }
    var watched: ContinuousClock.Instant { startOfWatch.advanced(by: .seconds(passed.withLock { $0 })) }

    func pass(seconds: Int) { passed.withLock { $0 += seconds } }
}

/// A house with its account office, on a fresh database. Hashing is cheap here.
struct HouseUnderTest {
    let records: any Database
    let time = TestTime()
    let hashing = PasswordHashing(cost: PasswordCost(rounds: 4, blockSize: 1, parallelism: 1))
    let office: AccountOffice
    let follow: FollowAccess

    static let desk = RequestOrigin("192.0.2.1")
    static let elsewhere = RequestOrigin("198.51.100.7")
    static let good = Password("vier-blauwe-stoelen")
    static let other = Password("zeven-groene-lampen")

    private init(records: any Database) {
        self.records = records
        let time = time
        office = AccountOffice(records: records, clock: time.clock, hashing: hashing, stopwatch: { time.watched })
        follow = FollowAccess(records: records, clock: time.clock)
    }

    static func open(_ body: (HouseUnderTest) async throws -> Void) async throws {
        for engine in EngineUnderTest.all {
            try await engine.withDatabase { records in try await body(HouseUnderTest(records: records)) }
        }
    }

    func add(_ name: String, _ roles: Set<Role>) async throws -> StaffMember {
        try await office.addStaff(StaffInput(name: name, email: "\(name)@voorbeeld.nl", roles: roles), password: Self.good)
    }

    func signIn(_ member: StaffMember, password: Password = HouseUnderTest.good, from origin: RequestOrigin = desk) async throws -> SignIn {
        try await office.signIn(email: member.email.text, password: password, from: origin)
    }

    func audited(_ action: AuditedAction) async throws -> [AuditLine] {
        try await records.read { try $0.auditLines(limit: 100) }.filter { $0.action == action }
    }
}
