import Casework
import Complaints
import Foundation
import Records
import Rehearsal

/// An office that is not perfect, at work for as long as a test says: calls come too late, files lie still, dates are extended, customers are
/// asked and answer late, somebody slips and takes it back. Promises are looked after by the watch itself, beside them, as while a server runs.
struct SimulatedYear {
    private struct Turn {
        let at: Instant
        let complaint: Int
        let by: Actor
        let commands: [ComplaintCommand]
    }

    private let rehearsal: RehearsalOffice
    private let watch: PromiseWatch
    private let zone: OfficeZone
    private var random: SeededGenerator
    private var turns: [Turn] = []
    private var ids: [Int: ComplaintID] = [:]
    private var inputs: [Int: RegistrationInput] = [:]
    private(set) var complaints: [ComplaintID] = []
    /// When the watch looked.
    private(set) var looks: [Instant] = []

    private static let handlers = [SampleStaff.hassan, SampleStaff.joost, SampleStaff.sanne]

    /// The company's clock and one by law, messages in between, something to do at once, and a clock that stands still.
    static var procedure: ProcedureDocument {
        let yaml = ProcedureDocument.standard.yaml
            .replacing("ends: [resolve]\n    starts: [receipt, reopening]\n    pauses: []", with: pausing)
            .replacing("\n# Who is reminded", with: "\(promises)\n# Who is reminded")
        return ProcedureDocument(yaml: yaml + immediate)
    }

    private static let pausing = "ends: [resolve]\n    starts: [receipt, reopening]\n    pauses: [waiting-for-customer]"
    private static let promises = """
          - {promise: progress, within: 5 working days}
          - {promise: statutory, within: 6 weeks, extension: {by: 4 weeks}, basis: {nl: Awb, en: Awb}}

        """
    private static let immediate = """
        immediate: [{reason: privacy, within: 72 hours, step: {nl: Meld het datalek, en: Report the breach}}]

        """

    init(_ rehearsal: RehearsalOffice, complaints: Int, from first: Day, days: Int, seed: UInt64) {
        (self.rehearsal, zone, random) = (rehearsal, .amsterdam, SeededGenerator(seed))
        watch = PromiseWatch(
            records: rehearsal.records, clock: rehearsal.clock.clock, house: rehearsal.office.house, changes: rehearsal.office.changes)
        for complaint in 0..<complaints { plan(complaint, on: first + number(0...days - 1)) }
        turns.sort { ($0.at, $0.complaint) < ($1.at, $1.complaint) }
    }

    /// Lets it all happen, and looks every so many minutes: by day, and more seldom by night.
    mutating func run(from first: Day, through last: Day, every minutes: Int) async throws {
        var (now, next) = (instant(first, 0, 0), 0)
        let end = instant(last, 23, 59)
        while now < end {
            while next < turns.count, turns[next].at <= now {
                rehearsal.clock.set(to: max(rehearsal.now, turns[next].at))
                try await take(turns[next])
                next += 1
            }
            rehearsal.clock.set(to: now)
            try await watch.look()
            looks.append(now)
            let isDay = (7..<19).contains(zone.moment(at: now).time.hour)
            now = now.adding(seconds: 60 * (isDay ? minutes : max(15, minutes)))
        }
    }

    private mutating func take(_ turn: Turn) async throws {
        do {
            if let input = inputs.removeValue(forKey: turn.complaint) {
                let id = try await rehearsal.office.register(input, by: turn.by).id
                ids[turn.complaint] = id
                complaints.append(id)
            } else if let id = ids[turn.complaint] {
                _ = try await rehearsal.office.perform(turn.commands, on: id, by: turn.by)
            }
        } catch is Refusal {
            // What can't be done any more is not done; that is part of an office at work.
        }
    }
}

// MARK: What happens to one complaint

extension SimulatedYear {
    private mutating func plan(_ complaint: Int, on day: Day) {
        let isCustomer = percent(30)
        let at = isCustomer ? instant(day, number(0...23), number(0...59)) : instant(day, number(9...16), number(0...59))
        var input = RegistrationInput.sample()
        if percent(8) { input.received = .instant(at.adding(seconds: -number(3_600...1_700_000))) }
        inputs[complaint] = input
        turns.append(Turn(at: at, complaint: complaint, by: isCustomer ? .customer : SampleStaff.iris.actor, commands: []))

        let handler = Self.handlers[number(0...2)]
        var course = Course(from: at)
        if percent(6) { course.add(hours: number(0...30), SampleStaff.mara.actor, privacy) }
        if percent(94) { course.add(hours: number(0...60), SampleStaff.mara.actor, .assign(to: handler.id)) }
        if percent(90) { course.add(hours: number(0...20), handler.actor, .accept) }
        for _ in 0..<number(0...2) { course.add(hours: number(1...20), handler.actor, .contact(.noAnswer, at: nil, note: nil)) }
        if percent(85) { course.add(hours: number(0...60), handler.actor, .contact(.reached, at: nil, note: nil)) }
        if percent(20) { course.add(hours: number(1...50), handler.actor, .promise("Ik bel u.", due: day + number(3...9))) }
        if percent(12) { course.add(hours: number(20...90), handler.actor, .keepPromise(nil, at: nil, note: nil)) }
        for _ in 0..<number(0...3) { course.add(hours: number(30...150), handler.actor, .answer("Wij zijn er nog mee bezig.")) }
        if percent(25) {
            course.add(hours: number(1...100), handler.actor, .ask("Welke factuur?"))
            if percent(85) { course.add(hours: number(2...300), .customer, .receiveAnswer("Die van mei.", through: .email)) }
        }
        if percent(20) {
            course.add(hours: number(1...120), handler.actor, .extend(promise: 2, by: number(1...10), reason: "Onderzoek."))
        }
        if percent(88) { finish(&course, handler.actor) }
        turns += course.turns.map { Turn(at: $0.at, complaint: complaint, by: $0.by, commands: [$0.command]) }
    }

    private mutating func finish(_ course: inout Course, _ handler: Actor) {
        if percent(4) { return course.add(hours: number(1...300), .customer, .withdraw(reason: "Laat maar.")) }
        course.add(hours: number(1...500), handler, .resolve(.sample("informal")))
        if percent(5) { course.add(seconds: 5, handler, .undo(from: nil)) }
        if percent(80) { course.add(hours: number(20...200), handler, .close) }
        guard percent(12) else { return }
        var rating = RatingInput(asked: course.last, reached: course.last)
        (rating.solution, rating.treatment, rating.mayContact) = ("dissatisfied", "somewhat", true)
        course.add(hours: number(1...200), .customer, .rate(rating))
        let decision = ComplaintCommand.decideReopening(granted: percent(60), reason: "Daarom.")
        if percent(85) { course.add(hours: number(5...160), SampleStaff.mara.actor, decision) }
        if percent(60) { course.add(hours: number(5...160), handler, .contact(.reached, at: nil, note: nil)) }
        if percent(60) { course.add(hours: number(5...300), handler, .resolve(.sample("upheld"))) }
    }

    private var privacy: ComplaintCommand {
        var input = ClassificationInput()
        (input.severity, input.reasons) = ("serious", ["privacy"])
        return .classify(input)
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func percent(_ chance: Int) -> Bool { number(1...100) <= chance }

    private func instant(_ day: Day, _ hour: Int, _ minute: Int) -> Instant {
        zone.instant(of: CivilTime(day, TimeOfDay(hour, minute)))
    }
}

/// What is done with one complaint, one thing after another.
private struct Course {
    private(set) var last: Instant
    private(set) var turns: [(at: Instant, by: Actor, command: ComplaintCommand)] = []

    init(from instant: Instant) { last = instant }

    mutating func add(hours: Int, _ actor: Actor, _ command: ComplaintCommand) { add(seconds: hours * 3600 + 90, actor, command) }

    mutating func add(seconds: Int, _ actor: Actor, _ command: ComplaintCommand) {
        last = last.adding(seconds: seconds)
        turns.append((last, actor, command))
    }
}
