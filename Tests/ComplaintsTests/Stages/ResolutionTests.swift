import Complaints
import Testing

struct ResolutionTests {
    @Test func `one finding counts for every point, or each has its own`() throws {
        var life = try Life.atWork { $0.grievances = ["Storing", "Factuur"] }
        try life.perform(.resolve(.one("partly-upheld")), by: Desk.hassan)
        #expect(life.complaint.grievances.map(\.finding) == [.partlyUpheld, .partlyUpheld])
        life = try Life.atWork { $0.grievances = ["Storing", "Factuur"] }
        try life.perform(.resolve(.each(["1": "not-upheld", "2": "upheld"])), by: Desk.hassan)
        #expect(life.complaint.grievances.map(\.finding) == [.notUpheld, .upheld])
        #expect(life.complaint.outcome == .upheld)
        #expect(life.complaint.phase == .resolved)
        #expect(life.state(.resolution) == .kept)
    }

    @Test func `cause and remedy, in words and in money`() throws {
        var life = try Life.atWork()
        var input = ResolutionInput.one("upheld")
        input.cause = "Techniek"
        input.remedyText = "Een maand gratis"
        input.remedyAmount = "1.234,50"
        try life.perform(.resolve(input), by: Desk.hassan)
        #expect(life.complaint.cause == .technology)
        #expect(life.complaint.remedy?.amount == Money(cents: 123_450))
    }

    @Test func `a solution after its due moment leaves the promise broken, met then`() throws {
        var life = try Life.atWork()
        life.wait(until: "2026-12-07", 9)
        try life.perform(.resolve(.one("upheld")), by: Desk.hassan)
        #expect(life.state(.resolution) == .broken)
        #expect(life.promise(.resolution)?.metAt == life.now.instant)
    }

    @Test func `findings that are missing, unknown, too few or of points that are not there`() throws {
        let life = try Life.atWork { $0.grievances = ["Storing", "Factuur"] }
        #expect(life.problems(of: .resolve(.one(nil)), by: Desk.hassan) == ["finding missing"])
        #expect(life.problems(of: .resolve(.one("gegrond")), by: Desk.hassan) == ["finding unknown"])
        #expect(life.problems(of: .resolve(.each(["1": "upheld"])), by: Desk.hassan) == ["findings.2 missing"])
        #expect(
            life.problems(of: .resolve(.each(["1": "upheld", "2": "upheld", "3": "upheld"])), by: Desk.hassan) == ["findings.3 unknown"])
        var input = ResolutionInput.one("upheld")
        input.cause = "pech"
        input.remedyAmount = "veel"
        #expect(life.problems(of: .resolve(input), by: Desk.hassan) == ["cause unknown", "remedy.amount not-an-amount"])
    }

    @Test func `the nature other is never final`() throws {
        let life = try Life.atWork {
            $0.natureAbout = "billing"; $0.natureWrong = "other"
        }
        #expect(life.refusal(of: .resolve(.one("upheld")), by: Desk.hassan) == "nature-not-final")
    }

    @Test func `without a handler only an informal solution is recorded`() throws {
        var life = try Life()
        #expect(life.refusal(of: .resolve(.one("upheld")), by: Desk.mara) == "not-possible-now")
        #expect(life.refusal(of: .resolve(.one("upheld")), by: Desk.iris) == "not-there")
        try life.perform(.resolve(.one("informal")), by: Desk.iris)
        #expect(life.complaint.phase == .resolved)
    }

    @Test func `once there is a handler customer service solves nothing any more, and sees no button for it`() throws {
        let life = try Life.atWork()
        #expect(life.refusal(of: .resolve(.one("informal")), by: Desk.iris) == "not-there")
        #expect(!life.complaint.possibleActs(for: Desk.iris).contains(.resolve))
    }
}
