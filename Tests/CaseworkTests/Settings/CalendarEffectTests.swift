import Casework
import Complaints
import Records
import Rehearsal
import Testing

struct CalendarEffectTests {
    private static let before = OfficeCalendar.standard(zone: .amsterdam)

    private static func calendar(_ days: [ClosingDay] = [], closes: TimeOfDay = TimeOfDay(17), late: Bool = false) throws -> OfficeCalendar
    {
        try OfficeCalendar(
            version: 0, zone: .amsterdam, closes: closes, closingDays: days, lateArrivalsCountFromNextWorkingDay: late)
    }

    private static func effect(_ calendar: OfficeCalendar, _ rehearsal: RehearsalOffice) async throws -> CalendarEffect {
        let now = rehearsal.now
        return try await rehearsal.records.read { try CalendarEffect(of: calendar, after: before, at: now, in: $0) }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a closing day shows which promises would have been for later, and which end on it`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            for _ in 0..<2 { try await rehearsal.register() }
            let effect = try await Self.effect(try Self.calendar([ClosingDay("2026-11-24", "Verhuizing")]), rehearsal)
            // First contact of Friday 20 November is due on Tuesday 24, a solution on Friday 4 December.
            let lines = effect.lines.map {
                [$0.kind.rawValue, "\($0.count)", Self.day($0.due).iso, Self.day($0.would).iso, "\($0.isClosedThen)"]
            }
            #expect(
                lines == [
                    ["first-contact", "2", "2026-11-24", "2026-11-25", "true"], ["resolution", "2", "2026-12-04", "2026-12-07", "false"],
                ])
            #expect(effect.looked == 4 && !effect.isCut)
        }
    }

    @Test func `earlier closing leaves a promise at an hour at which nobody is there`() async throws {
        try await withCaseOffice { rehearsal in
            try await rehearsal.register()
            let effect = try await Self.effect(try Self.calendar(closes: TimeOfDay(16)), rehearsal)
            #expect(effect.count { $0.would < $0.due && $0.isClosedThen } == 2)
        }
    }

    @Test func `what was promised by hand for a day keeps that day by any calendar, and is named where the office is closed then`()
        async throws
    {
        try await withCaseOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork()
            try await rehearsal.perform(
                .promise("Ik bel u.", due: "2026-11-24"), .promise("En zaterdag weer.", due: "2026-11-28"), on: complaint,
                by: SampleStaff.hassan)
            func byHand(_ calendar: OfficeCalendar) async throws -> [CalendarEffect.Line] {
                try await Self.effect(calendar, rehearsal).lines.filter { $0.kind == .byHand }
            }
            #expect(try await byHand(try Self.calendar([ClosingDay("2026-11-23", "Uitje")])) == [])
            let closed = try await byHand(try Self.calendar([ClosingDay("2026-11-24", "Verhuizing")]))
            #expect(
                closed.map { [$0.due, $0.would].map(Self.day) } == [["2026-11-24", "2026-11-24"]] && closed.allSatisfy(\.isClosedThen))
            let earlier = try await byHand(try Self.calendar(closes: TimeOfDay(16)))
            #expect(earlier.count == 1 && earlier.allSatisfy { $0.would == $0.due && $0.isClosedThen }, "Saturday it was closed before")
        }
    }

    @Test func `what changes nothing for them has no line, nor what is kept or passed`() async throws {
        try await withCaseOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork()
            #expect(try await Self.effect(try Self.calendar([ClosingDay("2027-05-07", "Brug")]), rehearsal).lines == [])
            try await rehearsal.perform(.contact(.reached, at: nil, note: nil), on: complaint, by: SampleStaff.hassan)
            let moved = try Self.calendar([ClosingDay("2026-11-23", "Uitje")])
            #expect(try await Self.effect(moved, rehearsal).lines.map(\.kind) == [.resolution])
            rehearsal.clock.set(to: "2026-12-05")
            #expect(try await Self.effect(moved, rehearsal).lines == [])
        }
    }

    @Test func `a term of hours runs on while the office is closed, and has no line for that`() async throws {
        try await withCaseOffice { rehearsal in
            let step = "immediate: [{reason: privacy, within: 96 hours, step: {nl: Meld het, en: Report it}}]\n"
            _ = try await rehearsal.procedures.apply(ProcedureDocument(yaml: ProcedureDocument.standard.yaml + step), seen: 1, by: .system)
            rehearsal.clock.advance(seconds: 60)
            let complaint = try await rehearsal.register { ($0.severity, $0.severityReasons) = ("serious", ["privacy"]) }
            let hours = try #require(complaint.promises.first { $0.kind == .immediate })
            #expect(Self.day(hours.due) == "2026-11-24")
            let effect = try await Self.effect(try Self.calendar([ClosingDay("2026-11-24", "Verhuizing")]), rehearsal)
            #expect(effect.looked == complaint.promises.count && effect.lines.allSatisfy { $0.kind != .immediate })
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a saved closing day moves no promise, and brings its reminder before it`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork()
            let watch = PromiseWatch(
                records: rehearsal.records, clock: rehearsal.clock.clock, house: rehearsal.office.house, changes: rehearsal.office.changes)
            try await watch.look()
            let input = CalendarInput(
                zone: "Europe/Amsterdam", weekdays: [1, 2, 3, 4, 5], opens: "9:00", closes: "17:00", goodFridayIsFree: true,
                liberationDayIsFree: true, lateArrivalsCountFromNextWorkingDay: false, closingDays: "24-11-2026 Uitje")
            try await SettingsOffice(records: rehearsal.records, clock: rehearsal.clock.clock).change(
                input, seen: 0, by: SampleStaff.bo.actor)
            let after = try #require(try await rehearsal.records.read { try $0.complaint(complaint.id) })
            #expect(after.promises == complaint.promises)
            // The last opening before it is due is on Monday now: the manager hears of it then, and not on a day on which nobody is there.
            rehearsal.clock.set(to: "2026-11-23", TimeOfDay(9))
            try await watch.look()
            let told = try await rehearsal.records.read { try $0.reminders(about: complaint.id) }
            #expect(told.map(\.step) == [0])
        }
    }

    @Test func `a clock that goes on is counted by the calendar it was promised on`() async throws {
        try await withCaseOffice { rehearsal in
            let yaml = ProcedureDocument.standard.yaml.replacing(
                "    pauses: []\n    extension", with: "    pauses: [waiting-for-customer]\n    extension")
            _ = try await rehearsal.procedures.apply(ProcedureDocument(yaml: yaml), seen: 1, by: .system)
            rehearsal.clock.advance(seconds: 60)
            let complaint = try await rehearsal.registerAtWork()
            try await rehearsal.perform(.ask("Welke factuur?"), on: complaint, by: SampleStaff.hassan)
            let input = CalendarInput(
                zone: "Europe/Amsterdam", weekdays: [1, 2, 3, 4, 5], opens: "9:00", closes: "17:00", goodFridayIsFree: true,
                liberationDayIsFree: true, lateArrivalsCountFromNextWorkingDay: false, closingDays: "02-12-2026 Uitje")
            try await SettingsOffice(records: rehearsal.records, clock: rehearsal.clock.clock).change(
                input, seen: 0, by: SampleStaff.bo.actor)
            rehearsal.clock.set(to: "2026-11-24")
            let after = try await rehearsal.perform(.receiveAnswer("Die van mei.", through: .email), on: complaint, by: SampleStaff.hassan)
            let promise = try #require(after.promises.first { $0.kind == .resolution })
            // Two working days of standing still, and not a third for the outing.
            #expect(Self.day(promise.due) == "2026-12-08" && promise.calendarVersion == 1)
        }
    }

    private static func day(_ instant: Instant) -> Day { OfficeZone.amsterdam.moment(at: instant).day }
}
