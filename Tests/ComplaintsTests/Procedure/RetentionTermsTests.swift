import Complaints
import Testing

struct RetentionTermsTests {
    @Test(
        arguments: [
            ("2026-01-15", 24, "2024-01-15"), ("2028-02-29", 24, "2026-02-28"), ("2026-03-31", 1, "2026-02-28"),
            ("2026-01-01", 1, "2025-12-01"),
            ("2026-12-31", 12, "2025-12-31"),
        ] as [(String, Int, String)])
    func `months back, to the last day where the month is shorter`(day: String, months: Int, expected: String) throws {
        #expect(try #require(Day(iso: day)).back(months: months).iso == expected)
    }

    @Test func `keeping needs a day that is still to come, and everything a reason`() throws {
        let today: Day = "2026-11-20"
        func input(_ decision: String, _ through: String, _ reason: String, _ complaints: [ComplaintNumber]) -> RetentionInput {
            RetentionInput(decision: decision, through: through, reason: reason, complaints: complaints)
        }
        let one = [try #require(ComplaintNumber(parsing: "9992-5887-6"))]
        func problems(_ decision: String, _ through: String, _ reason: String, _ complaints: [ComplaintNumber]? = nil) -> [String] {
            do { _ = try input(decision, through, reason, complaints ?? one).checked(today: today) } catch {
                return error.problems
            }
            return []
        }
        #expect(problems("", "", "") == ["decision missing", "reason missing"])
        #expect(problems("burn", "", "Weg.") == ["decision unknown"])
        #expect(problems("keep", "", "Zaak loopt.") == ["through missing"])
        #expect(problems("keep", "20-11-2026", "Zaak loopt.") == ["through too-early"])
        #expect(problems("keep", "1-1-2040", "Zaak loopt.") == ["through too-late"])
        #expect(problems("keep", "straks", "Zaak loopt.") == ["through malformed"])
        #expect(problems("", "", "", []) == ["decision missing", "reason missing", "complaint missing"])
        let kept = try input("keep", "31-12-2027", "Zaak loopt.", one).checked(today: today)
        #expect(kept.decision == .keep(through: "2027-12-31") && kept.reason == "Zaak loopt.")
        #expect(try input("erase", "", "Voorbij.", one).checked(today: today).decision == .erase)
    }
}
