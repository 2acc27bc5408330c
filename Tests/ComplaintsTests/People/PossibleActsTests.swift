import Complaints
import Testing

/// What may be done is answered twice, by `possibleActs` for the buttons and by `decide` for the deed: over histories drawn at
/// random both answers are the same.
struct PossibleActsTests {
    private static let actors: [Actor] = [
        Desk.iris, Desk.hassan, Desk.joost, Desk.mara, Desk.peter, .customer, Actor(.staff(StaffID(6)), roles: [.auditor]),
        Actor(.staff(StaffID(7)), roles: [.administrator, .intake]), Actor(.token(1), roles: [.manager]),
        Actor(.token(2), roles: [.handler]),
    ]

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `an act is possible exactly when it is not refused for who asks or for the phase`(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        var life = try Life {
            $0.isConfidential = seed % 5 == 0
            $0.aboutStaff = seed % 7 == 0 ? StaffID(1) : nil
            $0.grievances = seed % 3 == 0 ? ["Een", "Twee"] : []
        }
        life.facts.duplicateChain = [ComplaintID(8)]
        life.facts.waitingLetters = [LetterID(5)]
        for _ in 0..<40 {
            for actor in Self.actors { compare(life, actor) }
            life.now = OfficeZone.amsterdam.moment(
                at: life.now.instant.adding(seconds: Int.random(in: Bool.random(using: &random) ? 60...200_000 : 0...14, using: &random)))
            let actor = Self.actors.randomElement(using: &random) ?? Desk.mara
            let acts = life.complaint.possibleActs(for: actor).sorted { $0.rawValue < $1.rawValue }
            guard let act = acts.randomElement(using: &random), let command = AnyAct.command(act, life, actor) else { continue }
            do { try life.perform(command, by: actor) } catch let refusal as Refusal { #expect(!isForbidding(refusal), "\(act)") }
        }
    }

    private func compare(_ life: Life, _ actor: Actor) {
        let possible = life.complaint.possibleActs(for: actor)
        for act in Act.allCases {
            guard let command = AnyAct.command(act, life, actor) else { continue }
            var isForbidden = false
            var facts = life.facts
            facts.history = life.history
            do { _ = try life.complaint.decide(command, by: actor, at: life.now, with: facts) } catch {
                isForbidden = isForbidding(error)
            }
            #expect(possible.contains(act) == !isForbidden, "\(act) by \(actor.identity) in \(life.complaint.phase)")
        }
    }

    private func isForbidding(_ refusal: Refusal) -> Bool {
        switch refusal {
        case .notAllowed, .notNow, .notThere: true
        // Only that the time has passed is not known beforehand.
        case .cannotUndo(let obstacle): obstacle != .tooLate
        default: false
        }
    }
}
