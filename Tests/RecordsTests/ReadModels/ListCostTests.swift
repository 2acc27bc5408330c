import Complaints
import Records
import RecordsOnSQLite
import Rehearsal
import Testing

/// What reading costs does not grow with the house: by SQLite's own counters.
@Suite(.serialized, .enabled(if: EngineUnderTest.current.isSQLite))
struct ListCostTests {
    private static let sizes = [300, 6000]

    @Test func `no list walks a whole table, at any size of house, with any filter, in any order`() async throws {
        try await withHouse(6000) { rehearsal in
            for actor in [SampleStaff.mara.actor, SampleStaff.hassan.actor, SampleStaff.dirk.actor] {
                for filter in Self.filters {
                    let list = try await effort(rehearsal, actor) { _ = try $0.worklist(filter, for: $1, limit: 200) }
                    // What hardly anything narrows begins at the end of an index, and goes no further than it shows, past the open ones.
                    #expect(list.fullScanSteps <= 500, "\(filter)")
                    #expect(list.rows <= 230, "\(filter)")
                    let count = try await effort(rehearsal, actor) { _ = try $0.worklistCount(filter, for: $1) }
                    #expect(count.fullScanSteps <= 1300, "counting \(filter)")
                }
            }
        }
    }

    @Test func `nor do the overview, known customers, somebody's complaints, letters and what is asked`() async throws {
        try await withHouse(6000) { rehearsal in
            for (name, reading) in Self.others(rehearsal) {
                let effort = try await effort(rehearsal, SampleStaff.mara.actor, reading)
                #expect(effort.fullScanSteps == 0, "\(name)")
                #expect(effort.rows <= 201, "\(name): \(effort.rows)")
            }
        }
    }

    @Test func `who has how much to do is read from the open complaints alone`() async throws {
        try await withHouse(6000) { rehearsal in
            let effort = try await effort(rehearsal, SampleStaff.mara.actor) { _ = try $0.loads(for: $1) }
            #expect(effort.fullScanSteps <= 250)
        }
    }

    @Test func `a look at 100,000 open promises reads those that fall due and no others`() async throws {
        try await withCaseOffice { rehearsal in
            let (now, due) = (rehearsal.now, 120)
            _ = try await rehearsal.records.write { tx in
                try tx.execute(
                    """
                    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
                    INSERT INTO promise (complaint_id, ordinal, kind, start_at, due_at, watch_at)
                    SELECT i, 1, 'resolution', 0, ?, CASE WHEN i % 800 = 0 AND i <= 96000 THEN ? - i ELSE ? + i END FROM n
                    """, .integer(now.milliseconds), .integer(now.milliseconds), .integer(now.milliseconds))
            }
            let effort = try await effort(rehearsal, SampleStaff.mara.actor) { snapshot, reader in
                let found = try snapshot.promisesToWatch(through: reader.now, limit: 500)
                #expect(found.count == due)
            }
            #expect(effort.rows <= 2 * due + 100 && effort.fullScanSteps == 0)
            #expect(effort.operations <= 100 * (due + 10), "\(effort)")
        }
    }

    @Test func `a page takes as many rows, and about as much work, in a large house as in a small one`() async throws {
        var efforts: [Int: [StatementEffort]] = [:]
        for size in Self.sizes {
            try await withHouse(size) { rehearsal in
                for filter in Self.everyday {
                    efforts[size, default: []].append(
                        try await effort(rehearsal, SampleStaff.mara.actor) { _ = try $0.worklist(filter, for: $1, limit: 20) })
                }
            }
        }
        let (small, large) = (try #require(efforts[300]), try #require(efforts[6000]))
        for (filter, (small, large)) in zip(Self.everyday, zip(small, large)) {
            #expect(large.rows == small.rows, "\(filter)")
            #expect(Double(large.operations) <= 1.5 * Double(small.operations), "\(filter)")
        }
    }

    @Test func `with a filter no more than 5,000 hits are looked at, and the page says so`() async throws {
        try await withHouse(6000) { rehearsal in
            var filter = WorklistFilter()
            (filter.words, filter.severity) = ("klacht", .critical)
            let reader = rehearsal.reader(Actor(.token(1), roles: [.manager]))
            let page = try await rehearsal.records.read { [filter] in try $0.worklist(filter, for: reader, limit: 200) }
            #expect(page.cut == .hits)
            #expect(page.rows.count == WorklistLimits.mostHits / 50)
            #expect(page.rows.first?.id == ComplaintID(6000))
            filter.severity = nil
            let all = try await rehearsal.records.read { [filter] in try $0.worklist(filter, for: reader, limit: 200) }
            #expect(all.cut == nil)
            filter.words = "storing"
            filter.order = .due
            let few = try await rehearsal.records.read { [filter] in try $0.worklist(filter, for: reader, limit: 10) }
            #expect(few.cut == nil)
        }
    }

    // MARK: What is read

    private static func filter(_ change: (inout WorklistFilter) -> Void) -> WorklistFilter {
        var filter = WorklistFilter()
        change(&filter)
        return filter
    }

    private static let everyday: [WorklistFilter] =
        [WorklistView.open, .late, .unassigned, .mine].map { view in filter { ($0.view, $0.order) = (view, .due) } }
        + WorklistFilter.Order.allCases.map { order in filter { $0.order = order } }
        + [
            filter { ($0.words, $0.order) = ("storing", .newest) }, filter { $0.words = "klacht" }, filter { $0.words = "anna de vries" },
            filter { $0.words = "klacht storing" }, filter { $0.channel = .phone }, filter { $0.about = "hosting" },
            filter { $0.phase = .closed }, filter { $0.view = .waiting },
        ]

    private static let filters: [WorklistFilter] = WorklistView.allCases.flatMap { view in
        WorklistFilter.Order.allCases.flatMap { order in
            narrowed.map { narrow in
                var filter = narrow
                (filter.view, filter.order) = (view, order)
                return filter
            }
        }
    }

    private static let narrowed: [WorklistFilter] =
        ["", "storing", "zeldzaam klacht", "anna de vries", "klacht", "niemand"].map { words in filter { $0.words = words } } + [
            filter { $0.phase = .inProgress }, filter { $0.handler = StaffID(2) }, filter { $0.channel = .phone },
            filter { $0.about = "hosting" }, filter { $0.about = "" }, filter { $0.wrong = "slow" }, filter { $0.severity = .critical },
            filter { $0.outcome = .upheld }, filter { $0.team = "" }, filter { $0.isLate = true }, filter { $0.isLate = false },
            filter { $0.isOpen = true },
            filter { $0.isOpen = false }, filter { $0.receivedFrom = Instant(milliseconds: 1_780_000_000_000) },
            filter { $0.receivedBefore = Instant(milliseconds: 1_780_000_000_000) },
            filter { $0.resolvedFrom = Instant(milliseconds: 1_780_000_000_000) }, filter { $0.hasHandler = false },
            filter { ($0.words, $0.channel) = ("klacht", .phone) }, filter { ($0.words, $0.isLate) = ("storing", true) },
        ]

    private typealias Reading = @Sendable (Snapshot, WorklistReader) throws -> Void

    private static func others(_ rehearsal: RehearsalOffice) -> [(String, Reading)] {
        let now = rehearsal.now
        let month = Span(from: now.adding(days: -30), before: now)
        let year = (0..<12).map { Span(from: now.adding(days: -30 * ($0 + 1)), before: now.adding(days: -30 * $0)) }
        return [
            ("overview", { _ = try $0.overview(of: month, months: year, for: $1) }),
            ("customers by name", { _ = try $0.customers(matching: "anna vr", for: $1.visibility) }),
            ("customers by number", { _ = try $0.customers(matching: "061234", for: $1.visibility) }),
            ("customer by address", { _ = try $0.customer(with: "anna5@voorbeeld.invalid", for: $1.visibility) }),
            (
                "their complaints",
                { snapshot, reader in
                    let person = Person(
                        name: "Anna de Vries", email: try EmailAddress(parsing: "anna5@voorbeeld.invalid"), language: .dutch)
                    _ = try snapshot.complaints(of: person, for: reader.visibility)
                }
            ),
            ("letters", { _ = try $0.waitingLetters(for: $1.visibility, at: $1.now) }),
            ("number of letters", { _ = try $0.waitingLetterCount(for: $1.visibility, at: $1.now) }),
            ("asked of me", { _ = (try $0.openConsultations(of: StaffID(2)), try $0.openConsultationCount(of: StaffID(2)), $1) }),
            ("promises to watch", { _ = (try $0.promisesToWatch(through: $1.now, limit: 100), $1) }),
            ("reminders", { _ = try $0.reminders(for: $1, .init(handlers: [StaffID(2)], roles: .manager), limit: 100) }),
            ("number of reminders", { _ = try $0.reminderCount(for: $1, .init(handlers: [StaffID(2)], roles: .manager)) }),
            ("silent", { _ = try $0.silentComplaints(since: $1.now, for: $1, limit: 15) }),
            ("promises due in a month", { _ = (try $0.promisesDue(in: month), $1) }),
            ("due", { _ = try $0.complaintsDue(in: month, for: $1, limit: 15) }),
            ("promises", { _ = (try $0.promises(of: (1...50).map { ComplaintID($0) }), $1) }),
            ("excerpts", { _ = (try $0.excerpts(of: (1...50).map { ComplaintID($0) }, for: "storing"), $1) }),
        ]
    }

    private func withHouse(_ size: Int, _ body: (RehearsalOffice) async throws -> Void) async throws {
        try await withCaseOffice { rehearsal in
            try await LargeHouse.fill(size, rehearsal)
            try await body(rehearsal)
        }
    }

    private func effort(_ rehearsal: RehearsalOffice, _ actor: Actor, _ reading: @escaping Reading) async throws -> StatementEffort {
        let reader = rehearsal.reader(actor)
        return try await rehearsal.records.read { snapshot in
            try reading(snapshot, reader)
            return try #require(snapshot.connection as? SQLiteConnection).effort
        }
    }
}
