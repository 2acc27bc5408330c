import Complaints
import Testing

struct CorrespondenceTests {
    @Test func `a question makes us wait for the customer, the answer ends the waiting`() throws {
        var life = try Life.atWork()
        try life.perform(.ask("Welke factuur?"), by: Desk.hassan)
        #expect(life.complaint.phase == .waitingForCustomer)
        #expect(!life.complaint.awaitsReaction)
        try life.perform(.receiveAnswer("Die van mei.", through: .web), by: .customer)
        #expect(life.complaint.phase == .inProgress)
        #expect(life.complaint.awaitsReaction)
    }

    @Test func `an answer that customer service writes down asks for a reaction too`() throws {
        var life = try Life.atWork()
        try life.perform(.receiveAnswer("Hij belde: die van mei.", through: .phone), by: Desk.iris)
        #expect(life.complaint.awaitsReaction)
        try life.perform(.answer("Dank u."), by: Desk.hassan)
        #expect(!life.complaint.awaitsReaction)
    }

    @Test func `only what reaches the customer answers to what they said`() throws {
        var life = try Life.atWork()
        try life.perform(.receiveAnswer("Waar blijft u?", through: .web), by: .customer)
        try life.perform(.note("Gelezen."), by: Desk.hassan)
        for outcome in [ContactOutcome.voicemail, .noAnswer, .wrongNumber] {
            try life.perform(.contact(outcome, at: nil, note: nil), by: Desk.hassan)
            #expect(life.complaint.awaitsReaction, "\(outcome)")
        }
        for outcome in [ContactOutcome.reached, .messageSent] {
            var other = life
            try other.perform(.contact(outcome, at: nil, note: nil), by: Desk.hassan)
            #expect(!other.complaint.awaitsReaction, "\(outcome)")
        }
        try life.perform(.return(reason: "Ziek."), by: Desk.hassan)
        try life.perform(.assign(to: StaffID(3)), by: Desk.mara)
        try life.perform(.accept, by: Desk.joost)
        #expect(life.complaint.awaitsReaction)
    }

    @Test func `what a customer says after the end is answered without reopening, and promises nothing that nobody watches`() throws {
        var (withdrawn, referred) = (try Life.atWork(), try Life.atWork())
        try withdrawn.perform(.withdraw(reason: "Het werkt weer."), by: Desk.iris)
        try referred.perform(.refer(to: "De leverancier", reason: "Hun storing."), by: Desk.hassan)
        for life in [try Life.closed(), withdrawn, referred] {
            var life = life
            let phase = life.complaint.phase
            try life.perform(.receiveAnswer("Waar is mijn factuur?", through: .web), by: .customer)
            #expect(life.refusal(of: .answer("Die komt.", hearsAgainBy: "2026-11-27"), by: Desk.hassan) == "not-possible-now")
            #expect(life.refusal(of: .answer("Die komt."), by: Desk.joost) == "not-there")
            try life.perform(.answer("Die gaat vandaag op de post."), by: Desk.hassan)
            #expect(!life.complaint.awaitsReaction && life.complaint.phase == phase, "\(phase)")
        }
    }

    @Test func `whoever withdraws waits for no answer, until they say something more`() throws {
        var life = try Life.atWork()
        try life.perform(.receiveAnswer("Waar blijft u?", through: .web), by: .customer)
        try life.perform(.withdraw(reason: "Het werkt weer."), by: .customer)
        #expect(!life.complaint.awaitsReaction)
        try life.perform(.receiveAnswer("Toch nog een vraag.", through: .web), by: .customer)
        #expect(life.complaint.awaitsReaction)
    }

    @Test func `where nothing is to be done any more, a note can say that no answer is needed`() throws {
        var life = try Life.closed()
        try life.perform(.receiveAnswer("Dank u.", through: .web), by: .customer)
        #expect(life.complaint.awaitsReaction)
        try life.perform(.note("Gelezen, er is niets meer te doen."), by: Desk.hassan)
        #expect(!life.complaint.awaitsReaction)
    }

    @Test func `a solution is proposed and can still be talked about`() throws {
        var life = try Life.atWork()
        try life.perform(.propose("Een maand gratis."), by: Desk.hassan)
        #expect(life.complaint.phase == .solutionProposed)
        try life.perform(.receiveAnswer("Goed.", through: .phone), by: Desk.iris)
        #expect(life.complaint.phase == .solutionProposed)
    }

    @Test func `a note changes nothing but the file`() throws {
        var life = try Life.closed()
        let before = life.complaint
        try life.perform(.note("Nagebeld."), by: Desk.iris)
        #expect(life.complaint.phase == before.phase)
        #expect(life.complaint.promises == before.promises)
        #expect(life.complaint.sequence == before.sequence + 1)
    }

    @Test func `dashes, points and signs that nobody sees are no words of ours; a customer's are taken as they came`() throws {
        let life = try Life.atWork()
        for text in ["–", "...", "?!", "\u{2060}", "\u{200B}\u{2060}", "\u{301}", "\u{3164}", "\u{FFA0}", "\u{2800}", "\u{FFFC}"] {
            #expect(life.problems(of: .note(text), by: Desk.hassan) == ["text missing"], "\(text)")
            #expect(life.problems(of: .answer(text), by: Desk.hassan) == ["text missing"])
            #expect(life.problems(of: .return(reason: text), by: Desk.hassan) == ["reason missing"])
            #expect(life.problems(of: .refer(to: "KPN", reason: text), by: Desk.hassan) == ["reason missing"])
            #expect(life.problems(of: .extend(promise: 2, by: 1, reason: text), by: Desk.hassan) == ["reason missing"])
        }
        for text in ["?", "👍", "OK", "٣"] {
            #expect(life.problems(of: .receiveAnswer(text, through: .email), by: .customer) == [])
            if text != "?" { #expect(life.problems(of: .answer(text), by: Desk.hassan) == []) }
        }
        var closed = life
        try closed.perform(.resolve(.one("upheld")), by: Desk.hassan)
        try closed.perform(.close, by: Desk.hassan)
        #expect(closed.problems(of: .reopen(reason: "?"), by: .customer) == [])
        #expect(closed.problems(of: .reopen(reason: "?"), by: Desk.hassan) == ["reason missing"])
    }

    @Test func `texts are needed and have a limit`() throws {
        let life = try Life.atWork()
        let long = String(repeating: "x", count: 20_001)
        for text in ["", " \n\t", "\u{FEFF}"] {
            #expect(life.problems(of: .note(text), by: Desk.hassan) == ["text missing"])
            #expect(life.problems(of: .ask(text), by: Desk.hassan) == ["text missing"])
            #expect(life.problems(of: .answer(text), by: Desk.hassan) == ["text missing"])
            #expect(life.problems(of: .propose(text), by: Desk.hassan) == ["text missing"])
            #expect(life.problems(of: .receiveAnswer(text, through: .email), by: Desk.hassan) == ["text missing"])
        }
        #expect(life.problems(of: .note(long), by: Desk.hassan) == ["text too-long"])
        #expect(life.problems(of: .note(String(long.dropLast())), by: Desk.hassan) == [])
    }
}
