import Analysis
import Testing

struct FlowTests {
    @Test func `moments are counted by weekday and hour`() {
        let table = WeekTable([
            (weekday: 0, hour: 9), (weekday: 0, hour: 9), (weekday: 6, hour: 23), (weekday: 7, hour: 1), (weekday: 1, hour: 24),
        ])
        #expect(table.counts[0][9] == 2 && table.counts[6][23] == 1 && table.total == 3)
        #expect(table.byWeekday == [2, 0, 0, 0, 0, 0, 1] && table.byHour[9] == 2)
    }

    @Test func `what is open falls into bands of age`() throws {
        let backlog = try Backlog(ages: [0, 2, 3, 10, 11, 20, 21, 60, 61, 500, -1])
        #expect(backlog.bands.map(\.count) == [2, 1, 1, 2, 2, 2] && backlog.total == 10)
        #expect(backlog.bands.map(\.from) == [0, 3, 6, 11, 21, 61] && backlog.bands.map(\.through) == [2, 5, 10, 20, 60, nil])
        #expect(try Backlog(ages: []).total == 0)
    }

    @Test func `bands must rise`() {
        #expect(throws: AnalysisRefusal.setting("starts")) { try Backlog(ages: [], starts: [3, 3]) }
        #expect(throws: AnalysisRefusal.empty) { try Backlog(ages: [], starts: []) }
    }

    @Test func `what is open is what comes in times how long it stays`() throws {
        let steady = try LittlesLaw(open: 40, arrivals: 120, days: 30, daysInHouse: 10)
        #expect(steady.expectedOpen == 40 && steady.ratio == 1 && steady.isSteady)
        #expect(try !LittlesLaw(open: 80, arrivals: 120, days: 30, daysInHouse: 10).isSteady)
        let none = try LittlesLaw(open: 0, arrivals: 0, days: 30, daysInHouse: 0)
        #expect(none.ratio == nil && none.isSteady)
    }

    @Test func `no days and no numbers are refused`() {
        #expect(throws: AnalysisRefusal.undetermined) { try LittlesLaw(open: 1, arrivals: 1, days: 0, daysInHouse: 1) }
        #expect(throws: AnalysisRefusal.negative(at: 0)) { try LittlesLaw(open: -1, arrivals: 1, days: 1, daysInHouse: 1) }
        #expect(throws: AnalysisRefusal.notFinite(at: 2)) { try LittlesLaw(open: 1, arrivals: 1, days: 1, daysInHouse: .nan) }
    }
}
