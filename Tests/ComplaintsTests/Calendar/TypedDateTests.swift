import Complaints
import Testing

@Suite struct TypedDateTests {
    /// A Tuesday.
    let today: Day = "2026-11-24"

    static let understood: [(text: String, day: Day)] = [
        ("3-11-2026", "2026-11-03"), ("03-11-2026", "2026-11-03"), ("03/11/26", "2026-11-03"), ("3.11.2026", "2026-11-03"),
        ("3 11 2026", "2026-11-03"), (" 3\u{2011}11\u{2013}2026\n", "2026-11-03"), ("2026-11-03", "2026-11-03"),
        ("3-11", "2026-11-03"), ("24-11", "2026-11-24"), ("25-11", "2025-11-25"), ("31/12", "2025-12-31"),
        ("3 november 2026", "2026-11-03"), ("3 nov", "2026-11-03"), ("3 NOV. '26", "2026-11-03"), ("1 maart", "2026-03-01"),
        ("1 mrt 2025", "2025-03-01"), ("12 december", "2025-12-12"), ("3 October 2026", "2026-10-03"),
        ("dinsdag 3 november 2026", "2026-11-03"), ("di 3-11", "2026-11-03"), ("Tuesday, 3 November 2026", "2026-11-03"),
        ("vandaag", "2026-11-24"), ("Today", "2026-11-24"), ("gisteren", "2026-11-23"), ("YESTERDAY", "2026-11-23"),
        ("eergisteren", "2026-11-22"), ("morgen", "2026-11-25"), ("overmorgen", "2026-11-26"),
        ("maandag", "2026-11-23"), ("dinsdag", "2026-11-17"), ("wo", "2026-11-18"), ("Friday", "2026-11-20"),
        ("afgelopen zaterdag", "2026-11-21"), ("1-1-99", "1999-01-01"), ("1-1-46", "2046-01-01"), ("1-1-47", "1947-01-01"),
        ("29-2-2028", "2028-02-29"),
    ]

    @Test(arguments: understood)
    func `a date is understood as people type it`(text: String, day: Day) throws {
        #expect(try Day(typed: text, today: today) == day)
    }

    @Test(
        arguments: [
            ("5 december", "2026-12-05"), ("5 dec", "2026-12-05"), ("5-12", "2026-12-05"), ("24-11", "2026-11-24"), ("3-11", "2027-11-03"),
            ("zaterdag 5 december", "2026-12-05"), ("vrijdag", "2026-11-27"), ("maandag", "2026-11-30"), ("morgen", "2026-11-25"),
            ("3-11-2026", "2026-11-03"),
        ] as [(String, Day)])
    func `of what is going to happen the day ahead is meant`(text: String, day: Day) throws {
        #expect(try Day(typed: text, today: today, isAhead: true) == day)
    }

    @Test func `the day of the week that it is today may be either, so it is asked which`() {
        #expect(throws: TypedDateProblem.whichDay) { try Day(typed: "dinsdag", today: today, isAhead: true) }
    }

    @Test func `without a year 29 February is looked for this year and last year`() throws {
        #expect(try Day(typed: "29-2", today: "2028-03-01") == "2028-02-29")
        #expect(try Day(typed: "29-2", today: "2029-03-01") == "2028-02-29")
        #expect(throws: TypedDateProblem.noSuchDay) { try Day(typed: "29-2", today: today) }
    }

    @Test(arguments: ["", "   ", "\n", "--"])
    func `nothing typed is no date`(text: String) {
        #expect(throws: TypedDateProblem.empty) { try Day(typed: text, today: today) }
    }

    @Test(arguments: ["31-4-2026", "30 februari 2026", "2026-13-01", "0-1-2026", "maandag 3 november 2026", "1-1-0000"])
    func `a day that does not exist is refused`(text: String) {
        #expect(throws: TypedDateProblem.noSuchDay) { try Day(typed: text, today: today) }
    }

    @Test(arguments: [
        "vorige week", "Last week", "deze maand", "vorige maandag", "last Friday", "afgelopen week", "weekend", "volgende week",
    ])
    func `a stretch of days asks which day it was`(text: String) {
        #expect(throws: TypedDateProblem.whichDay) { try Day(typed: text, today: today) }
    }

    @Test(arguments: [
        "3", "2026", "20261103", "3-11-2026 14:05", "3-11-2026-4", "drie november", "3 brumaire", "november", "2026-11", "3-11-026",
        "3-11-2026\u{0}", "३-११-२०२६", "vorige eeuw", "99999999999999999999", "🎄", "3–11–2026 of zo", "maandag dinsdag",
    ])
    func `anything else is no date`(text: String) {
        #expect(throws: TypedDateProblem.notADate) { try Day(typed: text, today: today) }
    }

    @Test func `a very long text is no date`() {
        #expect(throws: TypedDateProblem.notADate) { try Day(typed: String(repeating: "1-", count: 1_000_000), today: today) }
    }
}
