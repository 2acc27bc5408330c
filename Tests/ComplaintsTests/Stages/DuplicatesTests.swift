import Complaints
import Testing

struct DuplicatesTests {
    private func marked() throws -> Life {
        var life = try Life.atWork()
        life.facts.duplicateChain = [ComplaintID(8)]
        life.wait(until: "2026-11-23", 9)
        try life.perform(.duplicate(of: ComplaintID(8)), by: Desk.iris)
        return life
    }

    @Test func `a duplicate rests and is owed nothing`() throws {
        let life = try marked()
        #expect(life.complaint.phase == .duplicate)
        #expect(life.complaint.duplicateOf == ComplaintID(8))
        #expect(life.state(.firstContact) == .withdrawn)
        #expect(life.state(.resolution) == .withdrawn)
    }

    @Test func `undone, it stands where it stood and is owed what it was owed, by the same dates`() throws {
        var life = try marked()
        life.wait(until: "2026-11-25", 9)
        try life.perform(.notDuplicate, by: Desk.iris)
        #expect(life.complaint.phase == .inProgress)
        #expect(life.complaint.duplicateOf == nil)
        #expect(life.state(.firstContact) == .broken)
        #expect(life.state(.resolution) == .open)
        #expect(life.due(.resolution) == "2026-12-04")
    }

    @Test func `what was met before stays met`() throws {
        var life = try Life.atWork()
        try life.perform(.contact(.reached, at: nil, note: nil), by: Desk.hassan)
        life.facts.duplicateChain = [ComplaintID(8)]
        try life.perform(.duplicate(of: ComplaintID(8)), by: Desk.iris)
        #expect(life.state(.firstContact) == .kept)
        try life.perform(.notDuplicate, by: Desk.iris)
        #expect(life.state(.firstContact) == .kept)
    }

    @Test func `not of itself, of nothing, of what is not there, or in a circle`() throws {
        var life = try Life.atWork()
        #expect(life.problems(of: .duplicate(of: nil), by: Desk.iris) == ["of unknown"])
        #expect(life.problems(of: .duplicate(of: ComplaintID(7)), by: Desk.iris) == ["of itself"])
        #expect(life.problems(of: .duplicate(of: ComplaintID(8)), by: Desk.iris) == ["of unknown"])
        life.facts.duplicateChain = [ComplaintID(8), ComplaintID(9), ComplaintID(7)]
        #expect(life.refusal(of: .duplicate(of: ComplaintID(8)), by: Desk.iris) == "duplicate-in-circle")
    }

    @Test func `only a duplicate is undone`() throws {
        #expect(try Life.atWork().refusal(of: .notDuplicate, by: Desk.iris) == "not-possible-now")
    }
}
