import Complaints
import Testing

struct InformingTests {
    private func waiting() throws -> Life {
        var life = try Life.atWork()
        life.facts.waitingLetters = [LetterID(5)]
        return life
    }

    @Test(arguments: [(InformedMeans.told, PromiseState.kept), (.handed, .kept), (.posted, .open)])
    func `telling it in person is also contact, posting it is not`(means: InformedMeans, state: PromiseState) throws {
        var life = try waiting()
        try life.perform(.informed(LetterID(5), by: means, at: nil), by: Desk.hassan)
        #expect(life.state(.firstContact) == state)
        #expect(life.complaint.phase == .inProgress)
    }

    @Test func `reading out the acknowledgement before anybody looks into it is not contact yet`() throws {
        var life = try Life()
        life.facts.waitingLetters = [LetterID(5)]
        try life.perform(.informed(LetterID(5), by: .told, at: nil), by: Desk.iris)
        #expect(life.state(.firstContact) == .open)
    }

    @Test func `a letter that does not wait, or a moment that can't be`() throws {
        let life = try waiting()
        #expect(life.refusal(of: .informed(LetterID(6), by: .told, at: nil), by: Desk.hassan) == "letter-not-waiting")
        let tomorrow = life.now.instant.adding(days: 1)
        #expect(life.problems(of: .informed(LetterID(5), by: .told, at: tomorrow), by: Desk.hassan) == ["at in-the-future"])
    }
}
