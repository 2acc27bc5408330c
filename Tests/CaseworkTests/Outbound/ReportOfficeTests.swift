import Casework
import Complaints
import Dialling
import Records
import Rehearsal
import Testing

/// Reports that go by themselves: on the first working day after their days, in office hours, once.
@Suite struct ReportOfficeTests {
    private static let server = MailSettings.Server(host: "smtp.bedrijf.test", port: 587, security: .startTLS)

    private static func office(_ rehearsal: RehearsalOffice) -> ReportOffice {
        ReportOffice(
            records: rehearsal.records, clock: rehearsal.clock.clock, house: rehearsal.office.house, counted: CountedCases())
    }

    private static func order(
        _ rehearsal: RehearsalOffice, _ chosen: [ReportKind: Set<StaffID>], seen: [ReportKind: Set<StaffID>] = [:],
        by member: StaffMember = SampleStaff.dirk
    ) async throws {
        try await office(rehearsal).keep(chosen, seen: seen, by: member.actor)
    }

    private static func sent(_ rehearsal: RehearsalOffice) async throws -> [NewMemo] {
        let now = rehearsal.now
        let memos = try await rehearsal.records.write { try $0.claimMemos(limit: 50, at: now, until: now.adding(days: 400)) }
        return memos.filter { $0.content.kind == .report }.map(\.content)
    }

    private static func open(_ body: @escaping @Sendable (RehearsalOffice) async throws -> Void) async throws {
        try await Postbox.open { postbox in
            try await postbox.set { $0.sending = server }
            try await body(postbox.rehearsal)
        }
    }

    @Test func `a month is told on the first working day after it, in office hours, and once`() async throws {
        try await Self.open { rehearsal in
            rehearsal.clock.set(to: "2026-11-20", TimeOfDay(10))
            for _ in 0..<3 { try await rehearsal.register() }
            try await Self.order(rehearsal, [.digest: [SampleStaff.dirk.id]])
            let office = Self.office(rehearsal)
            #expect(try await office.send() == 0, "not of the month before it was asked for")
            rehearsal.clock.set(to: "2026-11-30", TimeOfDay(16))
            #expect(try await office.send() == 0)
            rehearsal.clock.set(to: "2026-12-01", TimeOfDay(8, 59))
            #expect(try await office.send() == 0, "before opening")
            rehearsal.clock.set(to: "2026-12-01", TimeOfDay(9))
            #expect(try await office.send() == 1)
            let mail = try #require(try await Self.sent(rehearsal).first)
            #expect(mail.address == SampleStaff.dirk.email.text && mail.subject == "Klachten in november 2026")
            #expect(mail.body.contains("Niets bijzonders in november 2026."))
            #expect(mail.body.contains("Ontvangen: 3 (ervoor: 0)"))
            #expect(mail.body.contains("Er loopt geen maatregel."))
            #expect(mail.body.contains("{{review 2026-11-01 2026-11-30}}") && !mail.body.contains("Anna"))
            #expect(try await office.send() == 0, "once")
            #expect(try await Self.office(rehearsal).send() == 0, "nor after a restart")
            rehearsal.clock.set(to: "2026-11-30", TimeOfDay(16))
            #expect(try await office.send() == 0)
            rehearsal.clock.set(to: "2026-12-02", TimeOfDay(10))
            #expect(try await office.send() == 0, "nor after the clock was set back")
        }
    }

    @Test func `what rises still is told each month, until somebody settles it`() async throws {
        try await Self.open { rehearsal in
            let monday: Day = "2026-11-23"
            func register(_ weeks: Range<Int>, _ count: Int) async throws {
                for number in 0..<weeks.count * count {
                    let day = monday + 7 * (weeks.lowerBound + number / count)
                    try await rehearsal.register { ($0.received, $0.natureAbout, $0.natureWrong) = (.day(day), "billing", "too-slow") }
                }
            }
            try await register(-66 ..< -16, 2)
            try await register(-16..<0, 5)
            let signals = SignalOffice(
                records: rehearsal.records, clock: rehearsal.clock.clock, house: rehearsal.office.house, counted: CountedCases())
            rehearsal.clock.set(to: "2026-11-23", TimeOfDay(10))
            try await signals.raise()
            try await Self.order(rehearsal, [.digest: [SampleStaff.dirk.id]])
            rehearsal.clock.set(to: "2026-12-01", TimeOfDay(10))
            #expect(try await Self.office(rehearsal).send() == 1)
            let told = try #require(try await Self.sent(rehearsal).first).body
            #expect(told.contains("Loopt nog op: Facturatie.") && !told.contains("Niets bijzonders"), "\(told)")
            #expect(told.contains("De cijfers, met die van oktober 2026 ernaast:"))
            for signal in try await rehearsal.records.read({ try $0.keptSignals(from: "2026-01-01") }) where signal.kind == .drift {
                try await signals.judge(signal.id, "explained", words: "Nieuwe dienst", by: SampleStaff.dirk.actor)
            }
            rehearsal.clock.set(to: "2027-01-04", TimeOfDay(10))
            try await register(0..<6, 5)
            #expect(try await Self.office(rehearsal).send() == 1)
            let settled = try #require(try await Self.sent(rehearsal).first { $0.subject.contains("december") }).body
            #expect(!settled.contains("Loopt nog op"))
        }
    }

    @Test func `a first of the month in the weekend waits for Monday, and a year begins after New Year's Day`() async throws {
        try await Self.open { rehearsal in
            rehearsal.clock.set(to: "2026-10-20", TimeOfDay(10))
            try await Self.order(rehearsal, [.month: [SampleStaff.mara.id], .quarter: [SampleStaff.mara.id], .year: [SampleStaff.mara.id]])
            let office = Self.office(rehearsal)
            rehearsal.clock.set(to: "2026-11-01", TimeOfDay(11))
            #expect(try await office.send() == 0, "a Sunday")
            rehearsal.clock.set(to: "2026-11-02", TimeOfDay(9))
            #expect(try await office.send() == 1)
            rehearsal.clock.set(to: "2027-01-01", TimeOfDay(11))
            #expect(try await office.send() == 0, "New Year's Day")
            rehearsal.clock.set(to: "2027-01-04", TimeOfDay(9))
            #expect(try await office.send() == 3)
            let subjects = Set(try await Self.sent(rehearsal).map(\.subject))
            #expect(subjects.contains("Klachten: directiebeoordeling van kwartaal 4 van 2026"))
            #expect(subjects.contains("Klachten: directiebeoordeling van 2026"))
            #expect(subjects.contains("Klachten: directiebeoordeling van december 2026"))
        }
    }

    @Test func `what is still to come of days that are over comes next, and not what comes a month later`() async throws {
        try await Self.open { rehearsal in
            func next(_ kind: ReportKind) async throws -> Day {
                let (calendar, now) = (OfficeCalendar.standard(zone: .amsterdam), rehearsal.now)
                let moment = OfficeZone.amsterdam.moment(at: now)
                return try await rehearsal.records.read { snapshot in
                    let staff = Dictionary(uniqueKeysWithValues: try snapshot.allStaff().map { ($0.id, $0) })
                    let owed = ReportOffice.owed(try snapshot.reportOrders(), to: staff, on: moment.day)
                    return kind.nextDay(at: moment, isOwed: owed.contains(kind), on: calendar)
                }
            }
            rehearsal.clock.set(to: "2026-10-20", TimeOfDay(10))
            try await Self.order(rehearsal, [.digest: [SampleStaff.dirk.id]])
            #expect(try await next(.digest) == "2026-11-02")
            rehearsal.clock.set(to: "2026-11-01", TimeOfDay(11))
            #expect(try await next(.digest) == "2026-11-02", "on the Sunday before it comes")
            #expect(try await next(.month) == "2026-12-01", "which nobody asked for before")
            rehearsal.clock.set(to: "2026-11-02", TimeOfDay(8))
            #expect(try await next(.digest) == "2026-11-02", "before the office opens")
            rehearsal.clock.set(to: "2026-11-02", TimeOfDay(9))
            #expect(try await Self.office(rehearsal).send() == 1)
            #expect(try await next(.digest) == "2026-12-01")
            rehearsal.clock.set(to: "2026-12-01", TimeOfDay(17))
            #expect(try await next(.digest) == "2026-12-02", "no server ran all day")
            let now = rehearsal.now
            try await rehearsal.records.write { tx in
                var dirk = SampleStaff.dirk
                dirk.isMailed = false
                try tx.update(dirk, at: now)
            }
            #expect(try await next(.digest) == "2027-01-04", "who wants no mail is owed none")
        }
    }

    @Test func `of two nodes that send at once one does`() async throws {
        try await Self.open { rehearsal in
            rehearsal.clock.set(to: "2026-11-20", TimeOfDay(10))
            try await Self.order(rehearsal, [.digest: [SampleStaff.dirk.id, SampleStaff.mara.id]])
            rehearsal.clock.set(to: "2026-12-01", TimeOfDay(9))
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 { group.addTask { try await Self.office(rehearsal).send() } }
                return try await group.reduce(0, +)
            }
            #expect(counts == 2)
            #expect(try await Self.sent(rehearsal).count == 2)
        }
    }

    @Test func `after a stop of months the last days alone are told, and a mail that comes late still comes`() async throws {
        try await Self.open { rehearsal in
            rehearsal.clock.set(to: "2026-08-20", TimeOfDay(10))
            try await Self.order(rehearsal, [.digest: [SampleStaff.dirk.id]])
            rehearsal.clock.set(to: "2026-11-18", TimeOfDay(10))
            #expect(try await Self.office(rehearsal).send() == 1)
            #expect(try await Self.sent(rehearsal).map(\.subject) == ["Klachten in oktober 2026"])
        }
    }

    @Test func `what was taken back is not sent, and asking again brings nothing twice`() async throws {
        try await Self.open { rehearsal in
            let dirk = Set([SampleStaff.dirk.id])
            rehearsal.clock.set(to: "2026-11-20", TimeOfDay(10))
            try await Self.order(rehearsal, [.digest: dirk])
            rehearsal.clock.set(to: "2026-12-01", TimeOfDay(9))
            #expect(try await Self.office(rehearsal).send() == 1)
            try await Self.order(rehearsal, [:], seen: [.digest: dirk])
            rehearsal.clock.set(to: "2026-11-25", TimeOfDay(9))
            try await Self.order(rehearsal, [.digest: dirk])
            rehearsal.clock.set(to: "2026-12-03", TimeOfDay(9))
            #expect(try await Self.office(rehearsal).send() == 0)
            try await Self.order(rehearsal, [:], seen: [.digest: dirk])
            rehearsal.clock.set(to: "2027-01-04", TimeOfDay(9))
            #expect(try await Self.office(rehearsal).send() == 0)
        }
    }

    @Test func `who wants no mail, who left, and a house that sends none get nothing`() async throws {
        try await Postbox.open { postbox in
            let rehearsal = postbox.rehearsal
            rehearsal.clock.set(to: "2026-11-20", TimeOfDay(10))
            try await Self.order(rehearsal, [.digest: [SampleStaff.dirk.id, SampleStaff.mara.id]])
            rehearsal.clock.set(to: "2026-12-01", TimeOfDay(9))
            #expect(try await Self.office(rehearsal).send() == 0, "no mail set up")
            try await postbox.set { $0.sending = Self.server }
            let now = rehearsal.now
            try await rehearsal.records.write { tx in
                var (dirk, mara) = (SampleStaff.dirk, SampleStaff.mara)
                dirk.isMailed = false
                mara.isActive = false
                try tx.update(dirk, at: now)
                try tx.update(mara, at: now)
            }
            #expect(try await Self.office(rehearsal).send() == 0)
        }
    }

    @Test func `each is told what they may see`() async throws {
        try await Self.open { rehearsal in
            rehearsal.clock.set(to: "2026-11-20", TimeOfDay(10))
            try await rehearsal.register()
            try await rehearsal.register { $0.isConfidential = true }
            try await Self.order(rehearsal, [.digest: [SampleStaff.dirk.id, SampleStaff.mara.id]])
            rehearsal.clock.set(to: "2026-12-01", TimeOfDay(9))
            #expect(try await Self.office(rehearsal).send() == 2)
            let mails = try await Self.sent(rehearsal)
            func told(_ member: StaffMember) -> String? { mails.first { $0.staff == member.id }?.body }
            #expect(told(SampleStaff.dirk)?.contains("Ontvangen: 1 ") == true)
            #expect(told(SampleStaff.mara)?.contains("Ontvangen: 2 ") == true)
        }
    }

    @Test func `who may not read reports neither chooses nor is chosen, and who saves second is told`() async throws {
        try await Self.open { rehearsal in
            await #expect(throws: Refusal.notThere) {
                try await Self.order(rehearsal, [.digest: [SampleStaff.dirk.id]], by: SampleStaff.hassan)
            }
            await #expect(throws: Refusal.invalid([FieldProblem("review-year", .notSuitable)])) {
                try await Self.order(rehearsal, [.year: [SampleStaff.hassan.id]])
            }
            try await Self.order(rehearsal, [.digest: [SampleStaff.dirk.id]])
            await #expect(throws: Refusal.movedOn(seen: 0, now: 0)) {
                try await Self.order(rehearsal, [.year: [SampleStaff.mara.id]], by: SampleStaff.mara)
            }
        }
    }
}
