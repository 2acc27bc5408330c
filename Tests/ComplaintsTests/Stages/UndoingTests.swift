import Complaints
import Testing

/// "Undo instead of 'are you sure?': status, assignment and bulk can be undone."
struct UndoingTests {
    private static let joost = StaffID(3)

    @Test func `an assignment is taken back by who made it, and it is as if it had not been made`() throws {
        var life = try Life()
        let before = life.complaint
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        #expect(life.complaint.phase == .assigned)
        let undone = try life.perform(.undo(from: 2), by: Desk.mara)
        #expect(undone == [Occurrence(.undone(from: before.sequence + 1))])
        #expect(life.complaint.likeBefore == before.likeBefore)
        #expect(life.complaint.handler == nil)
        #expect(life.complaint.sequence == 3)
    }

    @Test func `it can be undone until fifteen seconds have passed, to the millisecond`() throws {
        var life = try Life()
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        life.wait(milliseconds: 14_999)
        #expect(life.refusal(of: .undo(from: nil), by: Desk.mara) == nil)
        life.wait(milliseconds: 1)
        #expect(life.refusal(of: .undo(from: nil), by: Desk.mara) == "undo-too-late")
        life.wait(milliseconds: 1)
        #expect(life.refusal(of: .undo(from: 2), by: Desk.mara) == "undo-too-late")
        #expect(life.refusal(of: .undo(from: nil), by: Desk.mara) == "undo-too-late")
    }

    @Test func `what somebody else did is theirs to undo`() throws {
        var life = try Life.atWork()
        #expect(life.refusal(of: .undo(from: nil), by: Desk.mara) == "undo-overtaken")
        life.wait(milliseconds: 60_000)
        #expect(life.refusal(of: .undo(from: nil), by: Desk.mara) == "undo-not-yours")
        #expect(life.refusal(of: .undo(from: 3), by: Desk.mara) == "undo-not-yours")
        #expect(life.refusal(of: .undo(from: nil), by: Desk.iris) == "undo-not-yours")
        // Whoever has no part in this file learns nothing of it.
        #expect(life.refusal(of: .undo(from: nil), by: Desk.joost) == "not-there")
        #expect(life.refusal(of: .undo(from: nil), by: Actor(.staff(StaffID(6)), roles: [.auditor])) == "not-there")
        #expect(life.refusal(of: .undo(from: nil), by: Desk.peter) == "not-there")
    }

    @Test func `a token undoes what it did, and not what another did with the same roles`() throws {
        var life = try Life()
        let (one, other) = (Actor(.token(1), roles: [.manager]), Actor(.token(2), roles: [.manager]))
        try life.perform(.assign(to: StaffID(2)), by: one)
        #expect(life.refusal(of: .undo(from: nil), by: other) == "undo-not-yours")
        try life.perform(.undo(from: nil), by: one)
        #expect(life.complaint.phase == .received)
    }

    @Test(arguments: [Desk.iris, Desk.mara, .customer])
    func `nothing is undone once something else has happened in the file, whoever did it`(other: Actor) throws {
        var life = try Life()
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        try life.perform(.receiveAnswer("Nog iets.", through: .web), by: other)
        #expect(life.refusal(of: .undo(from: 2), by: Desk.mara) == "undo-overtaken")
        if other != Desk.mara { #expect(life.refusal(of: .undo(from: nil), by: Desk.mara) == "undo-overtaken") }
        #expect(life.complaint.handler == StaffID(2))
    }

    @Test func `an undoing is not undone, and nothing is undone twice`() throws {
        var life = try Life()
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        try life.perform(.undo(from: 2), by: Desk.mara)
        #expect(life.refusal(of: .undo(from: 2), by: Desk.mara) == "undone-already")
        #expect(life.refusal(of: .undo(from: nil), by: Desk.mara) == "undone-already")
        #expect(life.refusal(of: .undo(from: 3), by: Desk.mara) == "nothing-to-undo")
        #expect(life.refusal(of: .undo(from: nil), by: Desk.iris) == "nothing-to-undo")
    }

    @Test func `a registration and what the customer did can't be undone by anybody`() throws {
        var life = try Life()
        #expect(life.refusal(of: .undo(from: nil), by: Desk.iris) == "nothing-to-undo")
        #expect(life.refusal(of: .undo(from: 1), by: Desk.iris) == "nothing-to-undo")
        #expect(life.refusal(of: .undo(from: 12), by: Desk.iris) == "nothing-to-undo")
        let solved = try Life { $0.firstCallSolution = ResolutionInput() }
        #expect(solved.refusal(of: .undo(from: nil), by: Desk.iris) == "nothing-to-undo")
        try life.perform(.withdraw(reason: ""), by: .customer)
        #expect(life.refusal(of: .undo(from: nil), by: .customer) == "nothing-to-undo")
        #expect(life.refusal(of: .undo(from: 2), by: Desk.mara) == "nothing-to-undo")
    }

    @Test func `who has seen another state than there is undoes nothing`() throws {
        var life = try Life()
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        #expect(life.refusal(of: .undo(from: nil), by: Desk.mara, seen: 1) == "moved-on")
        #expect(life.refusal(of: .undo(from: nil), by: Desk.mara, seen: 2) == nil)
    }

    @Test func `a letter that the customer has already is not taken back`() throws {
        var life = try Life()
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        life.facts.handedOver = [2]
        #expect(life.refusal(of: .undo(from: nil), by: Desk.mara) == "letter-handed-over")
        life.facts.handedOver = [1]
        #expect(life.refusal(of: .undo(from: nil), by: Desk.mara) == nil)
    }

    @Test func `who gave a file back takes it up again, though it is nobody's by then`() throws {
        var life = try Life.atWork()
        let before = life.complaint
        try life.perform(.return(reason: "Te druk."), by: Desk.hassan)
        #expect(life.complaint.possibleActs(for: Desk.hassan) == [.undo])
        try life.perform(.undo(from: nil), by: Desk.hassan)
        #expect(life.complaint.likeBefore == before.likeBefore)
    }

    @Test func `who hid a file from themselves by a slip brings it back, and only in time`() throws {
        var life = try Life()
        var input = ClassificationInput()
        input.isConfidential = true
        try life.perform(.classify(input), by: Desk.iris)
        #expect(!life.complaint.isVisible(to: Desk.iris))
        #expect(life.complaint.possibleActs(for: Desk.iris) == [.undo])
        var late = life
        late.wait(milliseconds: 15_000)
        #expect(late.refusal(of: .undo(from: nil), by: Desk.iris) == "undo-too-late")
        try life.perform(.undo(from: nil), by: Desk.iris)
        #expect(life.complaint.isVisible(to: Desk.iris))
    }

    @Test func `who may no longer do it may no longer undo it`() throws {
        var life = try Life()
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        #expect(life.refusal(of: .undo(from: nil), by: Actor(Desk.mara.identity, roles: [.intake])) == "not-there")
    }

    @Test func `promises that an act met, withdrew or made are as they were`() throws {
        var life = try Life.atWork()
        let atWork = life.complaint
        try life.perform(.resolve(.one("upheld")), by: Desk.hassan)
        #expect(life.state(.resolution) == .kept)
        try life.perform(.undo(from: nil), by: Desk.hassan)
        #expect(life.complaint.likeBefore == atWork.likeBefore)
        #expect(life.state(.resolution) == .open)

        try life.perform(.resolve(.one("upheld")), by: Desk.hassan)
        try life.perform(.reopen(reason: "Niet goed."), by: .customer)
        let asked = life.complaint
        try life.perform(.decideReopening(granted: true, reason: "Ja."), by: Desk.mara)
        #expect(life.complaint.promises.count == 4)
        try life.perform(.undo(from: nil), by: Desk.mara)
        #expect(life.complaint.likeBefore == asked.likeBefore)
        #expect(life.complaint.awaitsReaction)
    }

    @Test func `files that came in one go are one act`() throws {
        var life = try Life()
        let before = life.complaint
        life.wait(milliseconds: 5000)
        for name in ["a", "b", "c"] {
            try life.perform(.attach(Document(digest: name, size: 1, name: Passage(name), isFromCustomer: false)), by: Desk.iris)
        }
        #expect(life.refusal(of: .undo(from: 3), by: Desk.iris) == "undo-overtaken")
        try life.perform(.undo(from: nil), by: Desk.iris)
        #expect(life.complaint.likeBefore == before.likeBefore)
        #expect(life.complaint.documents.isEmpty)
        #expect(Set(life.history.undoings.keys) == [2, 3, 4])
    }

    @Test func `a consultation that was undone is asked of nobody, and the next one has its number`() throws {
        var life = try Life.atWork()
        try life.perform(.consult(StaffID(9), question: "Hoe?", due: life.now.day), by: Desk.hassan)
        try life.perform(.undo(from: nil), by: Desk.hassan)
        #expect(life.complaint.possibleActs(for: Desk.peter).isEmpty)
        try life.perform(.consult(StaffID(9), question: "Hoe dan?", due: life.now.day), by: Desk.hassan)
        #expect(life.complaint.consultations.map(\.id) == [1])
    }

    @Test func `a merging that was undone may be made again, and splitting finds the phase before it`() throws {
        var life = try Life.atWork()
        life.facts.duplicateChain = [ComplaintID(8)]
        let before = life.complaint
        try life.perform(.duplicate(of: ComplaintID(8)), by: Desk.hassan)
        try life.perform(.notDuplicate, by: Desk.hassan)
        try life.perform(.undo(from: nil), by: Desk.hassan)
        #expect(life.complaint.phase == .duplicate)
        try life.perform(.notDuplicate, by: Desk.hassan)
        #expect(life.complaint.phase == before.phase)
        #expect(life.complaint.promises.map(\.isOutstanding) == before.promises.map(\.isOutstanding))
    }
}

extension Complaint {
    /// Without what tells only that something happened: a complaint after an undoing equals the one before.
    var likeBefore: [AnyHashable] {
        [
            id, number, phase, channel, receivedAt, registeredAt, registeredBy, customer, representative, story, grievances, nature,
            severity,
            severityReasons, isConfidential, aboutStaff, handler, promises, consultations, documents, cause, remedy, resolvedAt, closedAt,
            reopeningRequest, duplicateOf, awaitsReaction,
        ]
    }
}
