import Complaints
import Records
import Rehearsal
import Testing

/// Lists against the same lists worked out the slow way, from the folded complaints, over houses drawn at random.
struct WorklistTests {
    private static let readers: [Actor] = [
        SampleStaff.iris.actor, SampleStaff.hassan.actor, SampleStaff.mara.actor, SampleStaff.dirk.actor, SampleStaff.peter.actor,
        Actor(.token(1), roles: [.auditor]),
    ]

    @Test(arguments: EngineUnderTest.all, [31, 32] as [UInt64])
    func `every view holds what its words say, for every reader`(engine: EngineUnderTest, seed: UInt64) async throws {
        try await withHouse(engine, seed) { rehearsal, complaints in
            for actor in Self.readers {
                let reader = rehearsal.reader(actor)
                for view in WorklistView.allCases {
                    var filter = WorklistFilter()
                    filter.view = view
                    let expected = complaints.filter { sees($0, actor) && holds(view, $0, actor, reader) }
                    try await expectList(filter, reader, rehearsal, Set(expected.map(\.id)), "\(view)")
                }
            }
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `every filter narrows to what it names`(engine: EngineUnderTest) async throws {
        try await withHouse(engine, 33) { rehearsal, complaints in
            let reader = rehearsal.reader(SampleStaff.mara.actor)
            let visible = complaints.filter { sees($0, SampleStaff.mara.actor) }
            func check(_ change: (inout WorklistFilter) -> Void, _ holds: (Complaint) -> Bool) async throws {
                var filter = WorklistFilter()
                change(&filter)
                try await expectList(filter, reader, rehearsal, Set(visible.filter(holds).map(\.id)), "\(filter)")
            }
            for phase in Phase.allCases { try await check({ $0.phase = phase }) { $0.phase == phase } }
            for channel in Channel.allCases { try await check({ $0.channel = channel }) { $0.channel == channel } }
            for finding in Finding.allCases { try await check({ $0.outcome = finding }) { $0.outcome == finding } }
            try await check({ $0.about = "" }) { $0.nature == nil }
            try await check({ $0.about = "billing" }) { $0.nature?.about == "billing" }
            try await check({ $0.wrong = "too-slow" }) { $0.nature?.wrong == "too-slow" }
            try await check({ $0.severity = .serious }) { $0.severity == .serious }
            try await check({ $0.handler = SampleStaff.joost.id }) { $0.handler == SampleStaff.joost.id }
            try await check({ $0.isOpen = false }) { !$0.phase.isOpen }
            try await check({ $0.isLate = true }) { $0.isLate(at: reader.now) }
            try await check({ $0.isLate = false }) { !$0.isLate(at: reader.now) }
            let middle = rehearsal.now.adding(days: -4)
            try await check({ $0.receivedFrom = middle }) { $0.receivedAt >= middle }
            try await check({ $0.receivedBefore = middle }) { $0.receivedAt < middle }
            try await check({ $0.resolvedFrom = middle }) { $0.resolvedAt.map { $0 >= middle } ?? false }
            try await check({ $0.resolvedBefore = middle }) { $0.resolvedAt.map { $0 < middle } ?? false }
        }
    }

    @Test(arguments: EngineUnderTest.all, WorklistFilter.Order.allCases)
    func `pages hang together in every order: no row lost or doubled over ties`(engine: EngineUnderTest, order: WorklistFilter.Order)
        async throws
    {
        try await engine.withOffice { rehearsal in
            for number in 0..<23 {
                if number % 5 == 0 { rehearsal.clock.advance(days: 1) }
                try await rehearsal.register { $0.customer.name = number % 3 == 0 ? "Anna de Vries" : "Bo de Vries-Anna" }
            }
            let reader = rehearsal.reader(SampleStaff.mara.actor)
            for words in ["", "Anna de Vries"] {
                var filter = WorklistFilter()
                filter.order = order
                filter.words = words
                let whole = try await rehearsal.records.read { [filter] in try $0.worklist(filter, for: reader, limit: 200) }
                #expect(whole.next == nil)
                #expect(whole.rows.count == 23)
                for limit in [1, 4, 23] {
                    var rows: [WorklistRow] = []
                    var cursor: WorklistCursor?
                    repeat {
                        let page = try await rehearsal.records.read { [filter, cursor] in
                            try $0.worklist(filter, for: reader, limit: limit, after: cursor.flatMap { WorklistCursor($0.text) })
                        }
                        rows += page.rows
                        cursor = page.next
                    } while cursor != nil && rows.count < 100
                    #expect(rows.map(\.id) == whole.rows.map(\.id))
                }
                #expect(isOrdered(words.isEmpty ? whole.rows : Array(whole.rows.prefix(8)), order))
            }
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `what was promised by hand stands in the lists after the complaint was solved too, until it is kept`(engine: EngineUnderTest)
        async throws
    {
        try await engine.withOffice { rehearsal in
            let open = try await rehearsal.registerAtWork()
            let complaint = try await rehearsal.registerAtWork()
            var input = ResolutionInput()
            input.finding = "informal"
            let solved = try await rehearsal.perform(
                .promise("Monteur langs.", due: "2026-11-23"), .resolve(input), on: complaint, by: SampleStaff.hassan)
            func holding(_ view: WorklistView, _ order: WorklistFilter.Order = .due) async throws -> [ComplaintID] {
                var filter = WorklistFilter()
                (filter.view, filter.order) = (view, order)
                let reader = rehearsal.reader(SampleStaff.hassan.actor)
                let (rows, count) = try await rehearsal.records.read { [filter] in
                    (try $0.worklist(filter, for: reader, limit: 9).rows, try $0.worklistCount(filter, for: reader))
                }
                #expect(rows.count == count)
                return rows.map(\.id)
            }
            for order in WorklistFilter.Order.allCases { #expect(Set(try await holding(.mine, order)) == [open.id, complaint.id]) }
            #expect(try await holding(.mine) == [open.id, complaint.id], "what is open stands first")
            #expect(try await holding(.open) == [open.id])
            rehearsal.clock.set(to: "2026-11-23")
            #expect(try await holding(.today).contains(complaint.id))
            rehearsal.clock.set(to: "2026-11-24")
            #expect(try await holding(.late).contains(complaint.id))
            #expect(try await !holding(.today).contains(complaint.id))
            let ordinal = try #require(solved.owedByHand).ordinal
            try await rehearsal.perform(.keepPromise(ordinal, at: nil, note: nil), on: complaint, by: SampleStaff.hassan)
            #expect(try await holding(.mine) == [open.id])
            #expect(try await !holding(.late).contains(complaint.id))
        }
    }

    @Test func `a cursor that nobody gave out is not one`() {
        for text in ["", "1", "1.2", "1.2.3.4", "a.b.c", "1..2", "0.99999999999999999999.1"] { #expect(WorklistCursor(text) == nil) }
        #expect(WorklistCursor("0.-5.7") == WorklistCursor(rank: 0, place: -5, id: 7))
    }

    @Test(arguments: EngineUnderTest.all, [41, 42] as [UInt64])
    func `every number of the overview is the length of the list behind it`(engine: EngineUnderTest, seed: UInt64) async throws {
        try await withHouse(engine, seed) { rehearsal, _ in
            for actor in [SampleStaff.dirk.actor, SampleStaff.mara.actor] {
                let reader = rehearsal.reader(actor)
                let period = Span(from: rehearsal.now.adding(days: -25), before: rehearsal.now.adding(days: 1))
                let earlier = Span(from: rehearsal.now.adding(days: -90), before: period.from)
                let overview = try await rehearsal.records.read { try $0.overview(of: period, months: [earlier, period], for: reader) }
                func count(_ change: (inout WorklistFilter) -> Void) async throws -> Int {
                    var filter = WorklistFilter()
                    change(&filter)
                    return try await rehearsal.records.read { [filter] in try $0.worklistCount(filter, for: reader) }
                }
                func received(_ filter: inout WorklistFilter) {
                    (filter.receivedFrom, filter.receivedBefore, filter.isCounted) = (period.from, period.before, true)
                }
                #expect(overview.received == (try await count(received)))
                #expect(overview.open == (try await count { $0.isOpen = true }))
                #expect(overview.late == (try await count { $0.isLate = true }))
                #expect(overview.resolved == (try await count { ($0.resolvedFrom, $0.resolvedBefore) = (period.from, period.before) }))
                for share in overview.byAbout {
                    #expect(
                        share.count
                            == (try await count {
                                received(&$0); $0.about = share.code ?? ""
                            }))
                }
                for share in overview.byWrong {
                    #expect(
                        share.count
                            == (try await count {
                                received(&$0); $0.wrong = share.code ?? ""
                            }))
                }
                for share in overview.byChannel {
                    #expect(
                        share.count
                            == (try await count {
                                received(&$0); $0.channel = share.code.flatMap { Channel(rawValue: $0) }
                            }))
                }
                #expect(overview.byChannel.map(\.count).reduce(0, +) == overview.received)
                #expect(overview.byAbout.map(\.count).reduce(0, +) == overview.received)
                #expect(overview.months.last?.received == overview.received)
                #expect(overview.received > 0 && overview.open > 0)
            }
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `what is asked of a colleague is on their desk, counted alike, until it is answered or about them`(engine: EngineUnderTest)
        async throws
    {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork()
            try await rehearsal.perform(
                .consult(SampleStaff.joost.id, question: "Later?", due: "2026-11-25"), on: complaint, by: SampleStaff.hassan)
            try await rehearsal.perform(
                .consult(SampleStaff.joost.id, question: "Eerst?", due: "2026-11-23"), on: complaint, by: SampleStaff.hassan)
            let rows = try await rehearsal.records.read { try $0.openConsultations(of: SampleStaff.joost.id) }
            #expect(rows.map(\.question) == ["Eerst?", "Later?"])
            #expect(try await rehearsal.records.read { try $0.openConsultationCount(of: SampleStaff.joost.id) } == 2)
            try await rehearsal.perform(.contribute(to: 2, "Zo."), on: complaint, by: SampleStaff.joost)
            #expect(try await rehearsal.records.read { try $0.openConsultations(of: SampleStaff.joost.id) }.map(\.consultation) == [1])
            var input = ClassificationInput()
            input.aboutStaff = .staff(SampleStaff.joost.id)
            try await rehearsal.perform(.classify(input), on: complaint, by: SampleStaff.mara)
            #expect(try await rehearsal.records.read { try $0.openConsultations(of: SampleStaff.joost.id) } == [])
            #expect(try await rehearsal.records.read { try $0.openConsultationCount(of: SampleStaff.joost.id) } == 0)
        }
    }

    // The slow way.

    private func withHouse(_ engine: EngineUnderTest, _ seed: UInt64, _ body: (RehearsalOffice, [Complaint]) async throws -> Void)
        async throws
    {
        try await engine.withOffice { rehearsal in
            var work = RandomWork(rehearsal, seed: seed)
            try await work.run(complaints: 60, acts: 400)
            var complaints: [Complaint] = []
            for id in work.ids { complaints.append(try #require(try await rehearsal.records.read { try $0.complaint(id) })) }
            try await body(rehearsal, complaints)
        }
    }

    private func expectList(
        _ filter: WorklistFilter, _ reader: WorklistReader, _ rehearsal: RehearsalOffice, _ expected: Set<ComplaintID>, _ comment: String
    ) async throws {
        let found = try await rehearsal.records.read { try $0.worklist(filter, for: reader, limit: 200) }.rows.map(\.id)
        #expect(Set(found) == expected, "\(comment)")
        #expect(found.count == expected.count)
        #expect(try await rehearsal.records.read { try $0.worklistCount(filter, for: reader) } == expected.count)
    }

    /// Lists are read by those who read files, and by management without names.
    private func sees(_ complaint: Complaint, _ actor: Actor) -> Bool {
        if let staff = actor.staff, staff == complaint.aboutStaff { return false }
        if actor.has(.manager) || (actor.staff != nil && actor.staff == complaint.handler) { return true }
        return !complaint.isConfidential && actor.hasAny(of: [.intake, .handler, .auditor, .management])
    }

    private func holds(_ view: WorklistView, _ complaint: Complaint, _ actor: Actor, _ reader: WorklistReader) -> Bool {
        let isMine = actor.staff != nil && complaint.handler == actor.staff
        let owed = complaint.promises.filter { $0.isOutstanding && (complaint.phase.isOpen ? !$0.isWaiting : $0.kind == .byHand) }
        let due = owed.map(\.due).min()
        switch view {
        case .mine: return isMine && (complaint.phase.isOpen || due != nil)
        case .new: return isMine && [.assigned, .reopened].contains(complaint.phase)
        case .unassigned: return complaint.handler == nil && complaint.phase.isOpen
        case .today: return due.map { $0 >= reader.now && $0 < reader.endOfToday } ?? false
        case .late: return due.map { $0 < reader.now } ?? false
        case .waiting: return complaint.phase == .waitingForCustomer
        case .reaction: return complaint.awaitsReaction
        case .reopening: return complaint.reopeningRequest != nil
        case .open: return complaint.phase.isOpen
        case .all: return true
        }
    }

    private func isOrdered(_ rows: [WorklistRow], _ order: WorklistFilter.Order) -> Bool {
        zip(rows, rows.dropFirst()).allSatisfy { first, second in
            switch order {
            case .due: (first.nextDue ?? first.receivedAt) <= (second.nextDue ?? second.receivedAt)
            case .newest: first.receivedAt >= second.receivedAt
            case .oldest: first.receivedAt <= second.receivedAt
            case .changed: first.changedAt >= second.changedAt
            }
        }
    }
}
