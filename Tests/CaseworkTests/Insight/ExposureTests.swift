import Casework
import Complaints
import Records
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

    @Test func `a number is spread over its days, and days that are not known have none`() throws {
        let table = ExposureTable(try read("2026-09;3000\n2026-10;3100"))
        #expect(table.amount(over: DayRange(first: Self.today - 50, last: Self.today - 44)) == 700)
        #expect(table.amount(over: DayRange(first: Self.today - 52, last: Self.today - 49)) == 400)
        #expect(table.amount(over: DayRange(first: Self.today - 22, last: Self.today - 16)) == 0)
        #expect(ExposureTable([]).amount(over: DayRange(first: Self.today, last: Self.today)) == 0)
    }
}
