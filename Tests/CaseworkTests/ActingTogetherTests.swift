import Casework
import Complaints
import Records
import Rehearsal
import Testing

/// "Bulk with a dry-run line and one undo."
struct ActingTogetherTests {
    private let assign = TogetherAct.assign(to: SampleStaff.hassan.id)
    private let mara = SampleStaff.mara.actor

    private func numbers(_ count: Int, _ rehearsal: RehearsalOffice) async throws -> [ComplaintNumber] {
        var numbers: [ComplaintNumber] = []
        for _ in 0..<count { numbers.append(try await rehearsal.register().number) }
        return numbers
    }

    private func complaint(_ number: ComplaintNumber, _ rehearsal: RehearsalOffice) async throws -> Complaint {
        try #require(
            try await rehearsal.records.read { snapshot in try snapshot.complaintID(of: number).flatMap { try snapshot.complaint($0) } })
    }

    private func chosen(_ report: TogetherReport) -> [(number: ComplaintNumber, seen: Int)] {
        report.done.map { ($0.number, $0.sequence) }
    }

    private func offer(_ rehearsal: RehearsalOffice) async throws -> UndoOffer {
        try #require(try await rehearsal.records.read { try $0.undoOffer(to: SampleStaff.mara.id) })
    }

    @Test(arguments: EngineUnderTest.all)
    func `what is foreseen happens, and is undone in one`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let numbers = try await numbers(12, rehearsal)
            let foreseen = try await rehearsal.office.foresee(assign, on: numbers, by: mara)
            #expect(foreseen.done.map(\.number) == numbers && foreseen.letters == 12 && foreseen.skipped.isEmpty)
            #expect(try await complaint(numbers[0], rehearsal).sequence == 1)

            let report = try await rehearsal.office.carryOut(assign, on: chosen(foreseen), by: mara, submission: "a")
            #expect(report.done.count == 12 && report.letters == 12)
            for number in numbers { #expect(try await complaint(number, rehearsal).handler == SampleStaff.hassan.id) }
            let offer = try await offer(rehearsal)
            #expect(offer.act == .assign && offer.complaints == 12 && offer.single == nil && offer.colleague == SampleStaff.hassan.id)

            rehearsal.clock.advance(seconds: 14)
            let undone = try await rehearsal.office.undo(offer.id, by: mara)
            #expect(undone.done.count == 12 && undone.skipped.isEmpty)
            for number in numbers { #expect(try await complaint(number, rehearsal).phase == .received) }
            rehearsal.clock.advance(seconds: 60)
            let now = rehearsal.now
            let waiting = try await rehearsal.records.read { try $0.waitingLetters(for: Visibility(mara), at: now) }
            #expect(waiting.allSatisfy { $0.letter.content.kind == "received" })
            #expect(try await rehearsal.records.read { try $0.prove() }.findings == [])
            await #expect(throws: Refusal.cannotUndo(.undoneAlready)) { try await rehearsal.office.undo(offer.id, by: mara) }
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a file in which the customer waits for an answer is not closed with the others`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            var resolved: [Complaint] = []
            for _ in 0..<2 {
                let complaint = try await rehearsal.register()
                var input = ResolutionInput()
                input.finding = "informal"
                resolved.append(try await rehearsal.perform(.resolve(input), on: complaint, by: SampleStaff.mara))
            }
            let foreseen = try await rehearsal.office.foresee(.close, on: resolved.map(\.number), by: mara)
            #expect(foreseen.done.count == 2)
            try await rehearsal.perform(.receiveAnswer("Het is nog stuk.", through: .phone), on: resolved[0], by: SampleStaff.iris)
            let again = try await rehearsal.office.foresee(.close, on: resolved.map(\.number), by: mara)
            #expect(again.done.map(\.number) == [resolved[1].number] && again.skipped.map(\.refusal) == [.reactionWaits])
            let seen = [resolved[0].sequence + 1, resolved[1].sequence]
            let report = try await rehearsal.office.carryOut(
                .close, on: zip(resolved, seen).map { ($0.number, $1) }, by: mara, submission: "x")
            #expect(report.done.map(\.number) == [resolved[1].number] && report.skipped.map(\.refusal) == [.reactionWaits])
            let other = try await rehearsal.office.foresee(.close, on: [resolved[0].number], by: SampleStaff.joost.actor)
            #expect(other.skipped.map(\.refusal) == [.notAllowed(.close)])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `each that is left alone has its reason`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let plain = try await rehearsal.register().number
            let closed = try await rehearsal.register { $0.firstCallSolution = ResolutionInput() }.number
            let about = try await rehearsal.register { $0.aboutStaff = SampleStaff.hassan.id }.number
            let mine = try await rehearsal.registerAtWork().number
            let hidden = try await rehearsal.register { $0.aboutStaff = SampleStaff.mara.id }.number
            let nobody = try #require(ComplaintNumber(parsing: "482719368"))
            let report = try await rehearsal.office.foresee(
                assign, on: [plain, closed, about, mine, hidden, nobody, plain], by: mara)
            #expect(report.done.map(\.number) == [plain])
            #expect(
                report.skipped.map(\.refusal) == [
                    .notNow(.assign, .resolved, called: Bilingual("Opgelost", "Resolved")),
                    .invalid([FieldProblem("handler", .notSuitable)]),
                    .invalid([FieldProblem("handler", .itself)]), .notThere, .notThere,
                ])
            #expect(report.skipped.suffix(2).allSatisfy { $0.customer == nil })
            let closing = try await rehearsal.office.foresee(.close, on: [closed, mine], by: SampleStaff.joost.actor)
            #expect(closing.skipped.map(\.refusal) == [.notAllowed(.close), .notAllowed(.close)])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `what has changed since it was looked at is left alone and told`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let numbers = try await numbers(3, rehearsal)
            let foreseen = try await rehearsal.office.foresee(assign, on: numbers, by: mara)
            let other = try await complaint(numbers[1], rehearsal)
            try await rehearsal.perform(.assign(to: SampleStaff.joost.id), on: other, by: SampleStaff.sanne)
            let report = try await rehearsal.office.carryOut(assign, on: chosen(foreseen), by: mara, submission: "a")
            #expect(report.done.map(\.number) == [numbers[0], numbers[2]])
            #expect(report.skipped.map(\.refusal) == [.movedOn(seen: 1, now: 2)])
            #expect(try await complaint(numbers[1], rehearsal).handler == SampleStaff.joost.id)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `sent twice, also at once, it is done once`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let numbers = try await numbers(5, rehearsal)
            let foreseen = try await rehearsal.office.foresee(assign, on: numbers, by: mara)
            let chosen = chosen(foreseen)
            let reports = try await withThrowingTaskGroup(of: TogetherReport.self) { group in
                for _ in 0..<4 {
                    group.addTask { try await rehearsal.office.carryOut(assign, on: chosen, by: mara, submission: "same") }
                }
                return try await group.reduce(into: [TogetherReport]()) { $0.append($1) }
            }
            #expect(reports.count { $0.wasDoneBefore } == 3)
            // The others did nothing, and tell what the first did.
            #expect(reports.allSatisfy { $0.done.map(\.number) == numbers && $0.skipped.isEmpty })
            for number in numbers { #expect(try await complaint(number, rehearsal).sequence == 2) }
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `two people at once: whoever comes second is told, and nothing is done twice`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let numbers = try await numbers(6, rehearsal)
            let chosen = chosen(try await rehearsal.office.foresee(assign, on: numbers, by: mara))
            async let first = rehearsal.office.carryOut(assign, on: chosen, by: mara, submission: "a")
            async let second = rehearsal.office.carryOut(
                .assign(to: SampleStaff.joost.id), on: chosen, by: SampleStaff.sanne.actor, submission: "b")
            let reports = try await [first, second]
            #expect(reports.map(\.done.count).sorted() == [0, 6])
            #expect(reports.map(\.skipped.count).sorted() == [0, 6])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `what somebody else touched meanwhile stays, the rest is undone`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let numbers = try await numbers(3, rehearsal)
            let foreseen = try await rehearsal.office.foresee(assign, on: numbers, by: mara)
            _ = try await rehearsal.office.carryOut(assign, on: chosen(foreseen), by: mara, submission: "a")
            let touched = try await complaint(numbers[2], rehearsal)
            try await rehearsal.perform(.accept, on: touched, by: SampleStaff.hassan)
            let report = try await rehearsal.office.undo(offer(rehearsal).id, by: mara)
            #expect(Set(report.done.map(\.number)) == Set(numbers.prefix(2)))
            #expect(report.skipped.map(\.number) == [numbers[2]] && report.skipped.map(\.refusal) == [.cannotUndo(.overtaken)])
            #expect(try await complaint(numbers[2], rehearsal).phase == .inProgress)
            #expect(try await offer(rehearsal).outcome?.restored == 2)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `too late, nothing of it is undone; somebody else's, there is nothing to undo`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let numbers = try await numbers(2, rehearsal)
            let foreseen = try await rehearsal.office.foresee(assign, on: numbers, by: mara)
            _ = try await rehearsal.office.carryOut(assign, on: chosen(foreseen), by: mara, submission: "a")
            let id = try await offer(rehearsal).id
            await #expect(throws: Refusal.cannotUndo(.nothingToUndo)) { try await rehearsal.office.undo(id, by: SampleStaff.sanne.actor) }
            rehearsal.clock.advance(seconds: 15)
            let report = try await rehearsal.office.undo(id, by: mara)
            #expect(report.done.isEmpty && report.skipped.map(\.refusal) == [.cannotUndo(.tooLate), .cannotUndo(.tooLate)])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `more than two hundred, or none, is refused`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            var random = SystemRandomNumberGenerator()
            let many = (0..<201).map { _ in ComplaintNumber(random: &random) }
            await #expect(throws: Refusal.invalid([FieldProblem("complaints", .tooMany(limit: 200))])) {
                try await rehearsal.office.foresee(assign, on: many, by: mara)
            }
            await #expect(throws: Refusal.invalid([FieldProblem("complaints", .missing)])) {
                try await rehearsal.office.foresee(assign, on: [], by: mara)
            }
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `when one can't be written, none is`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let numbers = try await numbers(3, rehearsal)
            let foreseen = try await rehearsal.office.foresee(assign, on: numbers, by: mara)
            try await rehearsal.records.write { tx in
                _ = try tx.execute("CREATE UNIQUE INDEX one_assigned ON complaint (phase) WHERE phase = 'assigned'")
            }
            await #expect(throws: DatabaseFault.self) {
                try await rehearsal.office.carryOut(assign, on: chosen(foreseen), by: mara, submission: "a")
            }
            for number in numbers { #expect(try await complaint(number, rehearsal).sequence == 1) }
            #expect(try await rehearsal.records.read { try $0.undoOffer(to: SampleStaff.mara.id) } == nil)
        }
    }
}
