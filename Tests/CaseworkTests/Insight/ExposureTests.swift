import Casework
import Complaints
import Records
import Rehearsal
import Testing

struct ExposureTests {
    private static let today: Day = Day(year: 2026, month: 11, day: 20) ?? Day(number: 0)

    private func read(_ text: String) throws -> [Exposure] { try ExposureInput(unit: .customers, text: text).checked(today: Self.today) }

    @Test(arguments: ["2026-10;1250", "10-2026;1.250", "oktober 2026\t1250", "maand;aantal\n2026-10;1 250\n"])
    func `a month is read as people write it`(text: String) throws {
        let found = try read(text)
        #expect(found.count == 1 && found[0].amount == 1250)
        #expect(found[0].first.iso == "2026-10-01" && found[0].last.iso == "2026-10-31")
    }

    @Test func `days are read, and zero is a number`() throws {
        #expect(try read("1-10-2026;7-10-2026;0") == [Exposure(first: Self.today - 50, last: Self.today - 44, amount: 0)])
    }

    @Test(arguments: [
        "2026-13;5", "2026-10;veel", "2026-10;-4", "2026-10;12.5", "2026-10;1.25.000", "2026-10;1250\n2026-10;1300",
        "7-10-2026;1-10-2026;4", "zomaar", "",
    ])
    func `what can't be read is refused`(text: String) {
        #expect(throws: Refusal.self) { try read(text) }
    }

    @Test func `the line that can't be read is named`() {
        #expect(throws: Refusal.invalid([FieldProblem("lines.2", .malformed)])) { try read("2026-09;12\n2026-10;x") }
    }

    @Test func `a number that was tried once never takes the place of a series that is kept up`() throws {
        func months(_ year: Int, _ months: ClosedRange<Int>) throws -> [Exposure] {
            try read(months.map { "\(year)-\($0);1000" }.joined(separator: "\n"))
        }
        func unit(_ known: [ExposureUnit: [Exposure]]) -> ExposureUnit? { ExposureTable.unit(of: known) }
        #expect(try unit([:]) == nil && unit([.customers: [], .tickets: months(2026, 3...3)]) == .tickets)
        #expect(try unit([.customers: months(2026, 3...3), .orders: months(2026, 1...10)]) == .orders)
        #expect(try unit([.customers: months(2026, 9...9), .orders: months(2026, 9...9)]) == .customers)
        // Numbers of one kind that come in a month before those of the other change nothing.
        #expect(try unit([.customers: months(2026, 1...9), .orders: months(2026, 2...10)]) == .customers)
        let old = try months(2024, 1...12) + months(2025, 1...12)
        #expect(try unit([.customers: old, .orders: months(2026, 1...10)]) == .orders, "customers are no longer counted")
    }

    @Test func `what is known is replaced whole, and refused where a part would be left of which nobody said how much`() throws {
        func overlap(_ text: String, _ known: String) throws -> [Exposure] {
            try ExposureInput(unit: .customers, text: text).checked(today: Self.today, known: read(known))
        }
        let year = "1-1-2026;31-12-2026;12000"
        let months = (1...12).map { "2026-\($0);1000" }.joined(separator: "\n")
        #expect(try overlap("2026-10;1300", "2026-10;1250").count == 1)
        #expect(try overlap(months, year).count == 12)
        #expect(try overlap(year, months).count == 1)
        #expect(try overlap("2026-11;1000", "2026-10;1250").count == 1)
        let days = FieldProblem.Reason.overlaps("2026-01-01", "2026-12-31")
        #expect(throws: Refusal.invalid([FieldProblem("lines.2", days)])) { try overlap("2025-12;9\n2026-10;1250", year) }
        #expect(throws: Refusal.self) { try overlap("5-10-2026;12-10-2026;300", "2026-10;1250") }
    }

    @Test func `a number is spread over its days, and days that are not known have none`() throws {
        let table = ExposureTable(try read("2026-09;3000\n2026-10;3100"))
        #expect(table.amount(over: DayRange(first: Self.today - 50, last: Self.today - 44)) == 700)
        #expect(table.amount(over: DayRange(first: Self.today - 52, last: Self.today - 49)) == 400)
        #expect(table.amount(over: DayRange(first: Self.today - 22, last: Self.today - 16)) == 0)
        #expect(ExposureTable([]).amount(over: DayRange(first: Self.today, last: Self.today)) == 0)
    }
}
