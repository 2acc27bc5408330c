import Complaints
import Testing

struct ConductTests {
    private func conduct(_ life: Life) -> Conduct { Conduct(of: life.complaint, history: life.history, at: life.now.instant) }

    @Test func `done in time, each step names the entry that proves it`() throws {
        var life = try Life.atWork()
        try life.perform(.contact(.reached, at: nil, note: nil), by: Desk.hassan)
        #expect(conduct(life).isFollowed && !conduct(life).isFinished)
        try life.perform(.resolve(.one("upheld")), by: Desk.hassan)
        try life.perform(.close, by: Desk.hassan)
        let conduct = conduct(life)
        #expect(conduct.isFollowed && conduct.isFinished)
        #expect(conduct.steps.map(\.sequence) == [1, 2, 4, 5, 5, 6])
        #expect(conduct.steps.map(\.verdict) == [.done, .done, .inTime, .inTime, .done, .done])
        #expect(conduct.steps[2].by == .staff(StaffID(2)))
    }

    @Test func `what was taken back is neither done nor late`() throws {
        var life = try Life.atWork()
        #expect(!conduct(life).hasDropped)
        try life.perform(.withdraw(reason: "Laat maar."), by: .customer)
        #expect(conduct(life).isFollowed && conduct(life).isFinished && conduct(life).hasDropped)
        #expect(conduct(life).steps.map(\.verdict) == [.done, .done, .withdrawn, .withdrawn])
    }

    @Test func `what was broken, or met late, is said`() throws {
        var life = try Life.atWork()
        life.wait(until: "2026-11-25", 9)
        #expect(conduct(life).steps.map(\.verdict) == [.done, .done, .broken, .open] && !conduct(life).isFollowed)
        try life.perform(.contact(.reached, at: nil, note: nil), by: Desk.hassan)
        #expect(conduct(life).steps[2].verdict == .late && !conduct(life).isFollowed)
    }

    @Test func `what was undone proves nothing, and nobody who was assigned is a step that is open`() throws {
        var life = try Life()
        #expect(conduct(life).steps.map(\.verdict) == [.done, .open, .open, .open])
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        try life.perform(.undo(from: nil), by: Desk.mara)
        #expect(conduct(life).steps[1].verdict == .open)
    }
}
