import Complaints
import Testing

/// Courses of acts drawn at random, each now and then undone at once: after an undoing the complaint is what it was.
struct RandomUndoingTests {
    private static let actors: [Actor] = [
        Desk.iris, Desk.hassan, Desk.hassan, Desk.joost, Desk.mara, Desk.mara, Desk.peter, .customer, Actor(.token(1), roles: [.manager]),
    ]

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `after an undoing nothing is different, whatever was done and whatever came before`(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        var life = try Life { $0.grievances = seed % 3 == 0 ? ["Een", "Twee"] : [] }
        life.facts.duplicateChain = [ComplaintID(8)]
        life.facts.waitingLetters = [LetterID(5)]
        for _ in 0..<60 {
            life.wait(milliseconds: Int64.random(in: 0...100_000_000, using: &random))
            let actor = Self.actors.randomElement(using: &random) ?? Desk.mara
            let before = life.complaint
            let possible = before.possibleActs(for: actor).subtracting([.undo, .register]).sorted { $0.rawValue < $1.rawValue }
            guard let act = possible.randomElement(using: &random), let command = AnyAct.command(act, life, actor),
                (try? life.perform(command, by: actor)) != nil
            else { continue }
            guard Int.random(in: 0..<3, using: &random) == 0 else { continue }
            life.wait(milliseconds: Int64.random(in: 0..<15_000, using: &random))
            if actor == .customer {
                #expect(life.refusal(of: .undo(from: nil), by: actor) != nil)
            } else {
                try life.perform(.undo(from: nil), by: actor)
                #expect(life.complaint.likeBefore == before.likeBefore, "\(act)")
                #expect(life.complaint.sequence == life.history.count)
                #expect(life.complaint.changedAt == life.now.instant)
            }
            // What grew act by act is what all of it amounts to.
            #expect(Complaint(id: life.complaint.id, history: life.history) == life.complaint)
        }
    }
}
