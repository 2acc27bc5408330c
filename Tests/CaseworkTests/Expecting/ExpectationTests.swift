import Complaints
import Records
import Rehearsal
import Testing

@testable import Casework

struct ExpectationTests {
    private static let calendar = OfficeCalendar.standard(zone: .amsterdam)
    private static let now = CivilTime("2026-11-20", TimeOfDay(10, 15)).moment

    /// Received so many days ago and solved on a day, or not.
    private static func span(_ received: Day, solved: Day? = nil, left: Day? = nil) -> HandlingSpan {
        func instant(_ day: Day) -> Instant { CivilTime(day, TimeOfDay(12)).instant }
        return HandlingSpan(receivedAt: instant(received), resolvedAt: solved.map(instant), leftAt: left.map(instant))
    }

    private static func expectation(_ spans: [HandlingSpan]) -> Casework.Expectation? {
        Casework.Expectation(spans, isComparable: true, on: calendar, at: now)
    }

    @Test func `four of five were solved within so many working days`() {
        // From Monday 5 October: solved on Tuesday to the next Monday, twice each: 1, 2, 3, 4 and 5 working days.
        let days: [Day] = ["2026-10-06", "2026-10-07", "2026-10-08", "2026-10-09", "2026-10-12"]
        let spans = (days + days).map { Self.span("2026-10-05", solved: $0) }
        #expect(Self.expectation(spans) == Casework.Expectation(workingDays: 4, isComparable: true))
    }

    @Test func `what is open counts as taking at least so long, so that it never looks quicker than it is`() {
        let solved = Array(repeating: Self.span("2026-11-09", solved: "2026-11-11"), count: 8)
        let open = Array(repeating: Self.span("2026-11-02"), count: 3)
        #expect(
            Self.expectation(solved + [Self.span("2026-11-09", solved: "2026-11-11")] + [Self.span("2026-11-09", solved: "2026-11-11")])?
                .workingDays == 2)
        #expect(Self.expectation(solved + open) == nil, "fewer than four of five are solved, and nobody knows when they will be")
    }

    @Test func `with fewer than ten, or fewer than five solved, nothing is said`() {
        let solved = Array(repeating: Self.span("2026-11-09", solved: "2026-11-11"), count: 9)
        #expect(Self.expectation(solved) == nil)
        #expect(Self.expectation(solved + solved.prefix(1))?.workingDays == 2)
        let few = Array(solved.prefix(4)) + Array(repeating: Self.span("2026-11-19"), count: 8)
        #expect(Self.expectation(few) == nil)
        #expect(Self.expectation([]) == nil)
    }

    @Test func `solved the same day is within 1 working day`() {
        let spans = Array(repeating: Self.span("2026-11-09", solved: "2026-11-09"), count: 12)
        #expect(Self.expectation(spans)?.sentence(in: .dutch) == "4 van de 5 klachten zoals deze waren binnen 1 werkdag opgelost.")
    }

    @Test func `it is not said of what got more time than that, waits for its customer, or is looked at again`() async throws {
        try await withCaseOffice { rehearsal in
            let yaml = ProcedureDocument.standard.yaml.replacing(
                "    pauses: []\n    extension", with: "    pauses: [waiting-for-customer]\n    extension")
            _ = try await rehearsal.procedures.apply(ProcedureDocument(yaml: yaml), seen: 1, by: .system)
            rehearsal.clock.advance(seconds: 60)
            func holds(_ days: Int, _ complaint: Complaint) -> Bool {
                Casework.Expectation(workingDays: days, isComparable: false).holds(
                    for: complaint, at: OfficeZone.amsterdam.moment(at: rehearsal.now), on: Self.calendar)
            }
            let first = try await rehearsal.registerAtWork()
            #expect(holds(9, first))
            let ordinal = try #require(first.promises.first { $0.kind == .resolution }).ordinal
            let extended = try await rehearsal.perform(
                .extend(promise: ordinal, by: 5, reason: "Meer tijd."), on: first, by: SampleStaff.hassan)
            #expect(!holds(9, extended) && holds(15, extended), "fifteen working days is what it got")
            let other = try await rehearsal.registerAtWork()
            #expect(try await !holds(9, rehearsal.perform(.ask("Welke?"), on: other, by: SampleStaff.hassan)))
            let answered = try await rehearsal.perform(.receiveAnswer("Die.", through: .phone), on: other, by: SampleStaff.hassan)
            #expect(holds(9, answered))
            try await rehearsal.perform(.resolve(.sample()), on: other, by: SampleStaff.hassan)
            _ = try await rehearsal.office.perform(.reopen(reason: "Het is er weer."), on: other.id, by: .customer)
            let again = try await rehearsal.perform(.decideReopening(granted: true, reason: "Ja."), on: other, by: SampleStaff.mara)
            #expect(again.phase.isOpen && !holds(9, again))
            let begun = try await rehearsal.perform(.contact(.reached, at: nil, note: nil), on: again, by: SampleStaff.hassan)
            #expect(begun.phase == .inProgress && !holds(9, begun))
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `the letter and the page say it once there is enough, and not to who waits longer already`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            func lastLetter(_ complaint: Complaint) async throws -> String {
                try await rehearsal.records.read { try $0.letters(of: complaint.id).last?.content.body ?? "" }
            }
            let first = try await rehearsal.register()
            #expect(try await !lastLetter(first).contains("4 van de 5"))
            var solved: [Complaint] = []
            for _ in 0..<12 {
                solved.append(try await rehearsal.registerAtWork { ($0.natureAbout, $0.natureWrong) = ("billing", "wrong-amount") })
            }
            rehearsal.clock.set(to: "2026-11-24")
            for complaint in solved { try await rehearsal.perform(.resolve(.sample()), on: complaint, by: SampleStaff.hassan) }
            rehearsal.clock.set(to: "2026-11-25")
            let same = try await rehearsal.register { ($0.natureAbout, $0.natureWrong) = ("billing", "wrong-amount") }
            let body = try await lastLetter(same)
            #expect(body.contains("4 van de 5 klachten zoals deze waren binnen 2 werkdagen opgelost."))
            let house = rehearsal.office.house
            func expected(_ complaint: Complaint) async throws -> Casework.Expectation? {
                let now = OfficeZone.amsterdam.moment(at: rehearsal.now)
                return try await rehearsal.records.read { try house.expectation(for: complaint, in: $0, at: now) }
            }
            #expect(try await expected(same)?.isComparable == true)
            #expect(try await expected(first) == nil, "it has been open for longer than that")
            let id = try #require(solved.first).id
            let closed = try await rehearsal.records.read { try $0.complaint(id) }
            #expect(try await expected(#require(closed)) == nil)
        }
    }
}
