import Casework
import Complaints
import Rehearsal
import Testing

@testable import Web

struct `Dates that explain themselves` {
    private static let calendar = OfficeCalendar.standard(zone: .amsterdam)

    private static func explain(
        _ day: Day, _ time: TimeOfDay, _ rule: DeadlineRule, _ language: Language = .dutch, _ change: (inout Promise) -> Void = { _ in }
    )
        -> String
    {
        let start = CivilTime(day, time).instant
        var promise = Promise(
            ordinal: 1, kind: .firstContact, rule: rule, procedureVersion: 1, calendarVersion: 1, start: start, due: start)
        change(&promise)
        return Wording(language).explanation(of: promise, on: calendar)
    }

    @Test func `step by step, with what does not count`() {
        #expect(
            Self.explain("2026-04-24", TimeOfDay(17, 40), .workingDays(2))
                == "ontvangen vr 24 april 2026, 17:40 → werkdag 1: di 28 april (za, zo en Koningsdag ma 27 april tellen niet) → werkdag 2: wo 29 april, 17:00"
        )
        #expect(
            Self.explain("2026-11-20", TimeOfDay(10), .workingDays(1), .english)
                == "received Fri 20 November 2026, 10:00 → working day 1: Mon 23 November (Sat and Sun do not count), 17:00")
    }

    @Test func `where it ends in another year than it began, the year is said`() {
        #expect(Self.explain("2026-11-27", TimeOfDay(10), .weeks(6)).hasSuffix("→ 6 weken: vr 8 januari 2027"))
        #expect(
            Self.explain("2026-12-30", TimeOfDay(10), .workingDays(2)).hasSuffix(
                "→ werkdag 1: do 31 december → werkdag 2: ma 4 januari 2027 (Nieuwjaarsdag vr 1 januari, za en zo tellen niet), 17:00"))
    }

    @Test func `days on which the clock stood still are named`() {
        let words = Self.explain("2026-11-20", TimeOfDay(10), .workingDays(3)) { promise in
            promise.pauses = [
                PausedTime(from: CivilTime("2026-11-23", TimeOfDay(9)).instant, until: CivilTime("2026-11-25", TimeOfDay(9)).instant)
            ]
        }
        #expect(words.contains("2 werkdagen wachten op u") && words.hasSuffix("17:00"))
    }

    @Test func `a statutory term says how it moved on, hours say the hour`() {
        let words = Self.explain("2026-11-14", TimeOfDay(12), .weeks(6))
        #expect(words.contains("6 weken: za 26 december → opgeschoven naar ma 28 december, 23:59") && words.contains("tweede kerstdag"))
        #expect(Self.explain("2026-11-14", TimeOfDay(12), .hours(72)).hasSuffix("72 uur: di 17 november, 12:00"))
    }
}
