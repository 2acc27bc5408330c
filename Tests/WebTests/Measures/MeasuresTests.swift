import Casework
import Complaints
import Foundation
import HTTPTypes
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Measures on the desk` {
    private static let fields: [(String, String)] = [
        ("kind", "preventive"), ("title", "Twee servers"), ("problem", "Uitval door één server."), ("rootCause", "Geen reserve."),
        ("action", "Tweede server plaatsen."), ("owner", "\(SampleStaff.hassan.id.value)"), ("due", "18-12-2026"), ("cost", "1250"),
        ("about", "hosting"), ("wrong", ""), ("hope", "40"), ("lag", "0"), ("checkOn", "19-2-2027"),
    ]

    private static func raised(
        in site: SiteUnderTest, by member: StaffMember = SampleStaff.dirk, from numbers: String = ""
    ) async throws -> String {
        let answer = try await site.post("/maatregelen/nieuw", fields + [("klachten", numbers)], as: member)
        #expect(answer.status == .seeOther, "\(answer.text)")
        return String((answer.location ?? "").prefix { $0 != "?" })
    }

    @Test func `a director takes one from a complaint, which then shows it`() async throws {
        try await withSite { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let other = try await site.rehearsal.register()
            let form = try await site.get("/maatregelen/nieuw?klacht=\(complaint.number.formatted)", as: SampleStaff.dirk)
            #expect(form.status == .ok && form.text.contains(complaint.number.formatted))
            let path = try await Self.raised(in: site, from: "\(complaint.number.formatted), \(other.number.formatted)")
            let page = try await site.get(path, as: SampleStaff.dirk)
            #expect(page.text.contains("Twee servers") && page.text.contains("Geen reserve.") && page.text.contains("40% minder"))
            // Management reads lists, no files: the number is no link.
            #expect(page.text.contains(complaint.number.formatted) && !page.text.contains("/klachten/\(complaint.number.formatted)"))
            let file = try await site.get("/klachten/\(complaint.number.formatted)", as: SampleStaff.hassan)
            #expect(file.text.contains("href=\"\(path)\"") && !file.text.contains("/maatregelen/nieuw"))
        }
    }

    @Test func `days without a year are days to come`() async throws {
        try await withSite { site in
            let typed = Self.fields.map { ["due": ("due", "5 februari"), "checkOn": ("checkOn", "5-5")][$0.0] ?? $0 }
            let answer = try await site.post("/maatregelen/nieuw", typed, as: SampleStaff.dirk)
            #expect(answer.status == .seeOther, "\(answer.text)")
            let row = try #require(try await site.rehearsal.records.read { try $0.measures(in: Set(MeasurePhase.allCases)) }.first)
            #expect(row.due == Day(year: 2027, month: 2, day: 5))
        }
    }

    @Test func `the same form sent twice takes one measure, and one that was changed another`() async throws {
        try await withSite { site in
            let form = try await site.get("/maatregelen/nieuw", as: SampleStaff.dirk).text
            let parts = form.components(separatedBy: "name=\"submission\" value=\"")
            let key = String(try #require(parts.count == 2 ? parts.last : nil).prefix { $0 != "\"" })
            var places: [String?] = []
            for _ in 0..<3 {
                let answer = try await site.post("/maatregelen/nieuw", Self.fields + [("submission", key)], as: SampleStaff.dirk)
                #expect(answer.status == .seeOther, "\(answer.text)")
                places.append(answer.location)
            }
            #expect(Set(places).count == 1)
            let changed = Self.fields.map { $0.0 == "title" ? ("title", "Drie servers") : $0 }
            var others: [String?] = []
            for _ in 0..<2 {
                let other = try await site.post("/maatregelen/nieuw", changed + [("submission", key)], as: SampleStaff.dirk)
                #expect(other.status == .seeOther && other.location != places.first)
                others.append(other.location)
            }
            #expect(Set(others).count == 1, "the changed one too is taken once")
            let rows = try await site.rehearsal.records.read { try $0.measures(in: Set(MeasurePhase.allCases)) }
            #expect(rows.count == 2)
        }
    }

    @Test func `everything that is wrong with a plan is told at once, days and numbers too`() async throws {
        try await withSite { site in
            let fields = [("kind", "preventive"), ("due", "morgenvroeg"), ("checkOn", "31-2-2027"), ("klachten", "x"), ("cost", "duur")]
            let answer = try await site.post("/maatregelen/nieuw", fields, as: SampleStaff.dirk)
            #expect(answer.status == .unprocessableContent)
            for field in ["klachten", "title", "problem", "action", "owner", "due", "checkOn", "cost"] {
                #expect(answer.text.contains("href=\"#f-\(field)\""), "\(field)")
            }
        }
    }

    @Test func `confidential complaints count in no effect, whoever looks`() async throws {
        try await withSite { site in
            for isConfidential in [true, false] {
                try await site.rehearsal.register {
                    ($0.natureAbout, $0.natureWrong, $0.isConfidential) = ("hosting", "too-slow", isConfidential)
                }
            }
            let zero = Instant(milliseconds: 0)
            let check = EffectCheck(on: "2027-01-01", about: "hosting")
            #expect(try await site.rehearsal.records.read { try $0.receipts(check, abouts: ["hosting"], from: zero).count } == 1)
        }
    }

    @Test func `a signal that one comes from is settled by it`() async throws {
        try await withSite { site in
            let now = site.rehearsal.now
            let signal = KeptSignal(.spike, about: "hosting", week: "2026-11-09", found: 9, usual: 0...3, oneIn: 5000, at: now)
            try await site.rehearsal.records.write { try $0.keep(signal) }
            let answer = try await site.post("/maatregelen/nieuw", Self.fields + [("signaal", "\(signal.id)")], as: SampleStaff.dirk)
            #expect(answer.status == .seeOther, "\(answer.text)")
            let kept = try await site.rehearsal.records.read { try $0.keptSignal(signal.id) }
            #expect(kept?.state == .measure && kept?.changedBy == SampleStaff.dirk.actor.identity)
        }
    }

    @Test func `from its taking to the verdict, with a reminder in between`() async throws {
        try await withSite { site in
            try await Self.complaints(in: site)
            let path = try await Self.raised(in: site)
            #expect(!(try await site.get("/herinneringen", as: SampleStaff.hassan)).text.contains("Twee servers"))
            site.rehearsal.clock.set(to: "2026-12-14")
            #expect(try await site.get("/herinneringen", as: SampleStaff.hassan).text.contains("Twee servers"))
            let done = try await site.post(
                path + "/uitgevoerd", [("done", "14-12-2026"), ("note", "Draait."), ("gezien", "1")], as: SampleStaff.hassan)
            #expect(done.status == .seeOther, "\(done.text)")
            let early = try await site.get(path, as: SampleStaff.mara)
            #expect(early.text.contains("nog niet te zeggen") || early.text.contains("Nog niet te zeggen"))
            #expect(!early.text.contains("/effect\""))
            site.rehearsal.clock.set(to: "2027-02-19")
            #expect(try await site.get("/herinneringen", as: SampleStaff.mara).text.contains("Twee servers"))
            let due = try await site.get(path, as: SampleStaff.mara)
            #expect(due.text.contains("/effect\"") && due.text.contains("<svg class=\"plot\"") && due.text.contains("Klachten per week"))
            let board = try await site.get("/maatregelen", as: SampleStaff.mara).text
            #expect(board.contains("ma 14 dec 2026") && !board.contains("18 dec"), "when it was done, not when it was to be")
            let checked = try await site.post(path + "/effect", [("note", "Mooi."), ("gezien", "2")], as: SampleStaff.mara)
            #expect(checked.status == .seeOther, "\(checked.text)")
            let after = try await site.get(path, as: SampleStaff.mara)
            #expect(after.text.contains("Effectmeting: werkt") && !after.text.contains("werkt niet") && after.text.contains("Mooi."))
            #expect(try await site.get("/maatregelen", as: SampleStaff.aukje).text.contains("Twee servers"))
            #expect(after.text.contains("Zo is het op vr 19 feb gemeten en vastgelegd"), "what was recorded, and when")
            #expect(after.text.contains("ma 14 dec 2026"), "a day of another year has its year")
            // Half a year later the page says the same of the same weeks.
            site.rehearsal.clock.set(to: "2027-08-19")
            let late = try await site.get(path, as: SampleStaff.mara)
            func numbers(_ page: String) -> String? {
                page.components(separatedBy: "klachten in ").dropFirst().first.map { String($0.prefix(60)) }
            }
            #expect(numbers(late.text) != nil && numbers(late.text) == numbers(after.text))
        }
    }

    @Test func `one whose effect was measured and can't be told is no longer among those to be measured`() async throws {
        try await withSite { site in
            let path = try await Self.raised(in: site)
            site.rehearsal.clock.set(to: "2026-12-14")
            let done = try await site.post(path + "/uitgevoerd", [("done", "14-12-2026"), ("gezien", "1")], as: SampleStaff.hassan)
            #expect(done.status == .seeOther, "\(done.text)")
            let before = try await site.get("/maatregelen", as: SampleStaff.mara).text
            #expect(before.contains("effect nog te meten") && !before.contains("effect niet te zeggen"))
            site.rehearsal.clock.set(to: "2027-02-19")
            let checked = try await site.post(path + "/effect", [("note", ""), ("gezien", "2")], as: SampleStaff.mara)
            #expect(checked.status == .seeOther, "\(checked.text)")
            let after = try await site.get("/maatregelen", as: SampleStaff.mara).text
            #expect(after.contains("effect niet te zeggen") && !after.contains("effect nog te meten"))
        }
    }

    /// Four a week about hosting through the autumn, and none after the middle of December.
    private static func complaints(in site: SiteUnderTest) async throws {
        for week in 0..<16 {
            site.rehearsal.clock.set(to: Day("2026-08-03") + 7 * week)
            for _ in 0..<(week.isMultiple(of: 2) ? 3 : 5) {
                try await site.rehearsal.register { ($0.natureAbout, $0.natureWrong) = ("hosting", "unreachable") }
            }
        }
        site.rehearsal.clock.set(to: "2026-11-20")
        for week in 0..<3 {
            site.rehearsal.clock.set(to: Day("2026-11-23") + 7 * week)
            for _ in 0..<4 { try await site.rehearsal.register { ($0.natureAbout, $0.natureWrong) = ("hosting", "unreachable") } }
        }
        site.rehearsal.clock.set(to: "2026-11-20")
    }

    @Test func `what is wrong comes back with what to do, and nothing is lost`() async throws {
        try await withSite { site in
            let answer = try await site.post(
                "/maatregelen/nieuw", [("title", "Half plan"), ("klachten", "12"), ("due", "gisterochtend"), ("hope", "200")],
                as: SampleStaff.mara)
            #expect(answer.status == .unprocessableContent && answer.text.contains("Half plan"))
            #expect(answer.text.contains("Vul klachtnummers in"))
            let later = try await site.post("/maatregelen/nieuw", [("title", "Half plan"), ("due", "gisterochtend")], as: SampleStaff.mara)
            #expect(later.text.contains("Vul een datum in zoals 3-11-2026."))
            let last = try await site.post("/maatregelen/nieuw", [("title", "Half plan"), ("hope", "200")], as: SampleStaff.mara)
            #expect(last.text.contains("Vul een getal in van 5 tot en met 95.") && last.text.contains("Kies wie dit uitvoert."))
        }
    }

    @Test func `who may do what`() async throws {
        try await withSite { site in
            let path = try await Self.raised(in: site, by: SampleStaff.mara)
            for (member, status) in [(SampleStaff.iris, 404), (SampleStaff.joost, 200), (SampleStaff.aukje, 200), (SampleStaff.bo, 404)] {
                #expect(try await site.get(path, as: member).status.code == status, "\(member.name)")
            }
            #expect(try await site.post(path + "/stoppen", [("reason", "x")], as: SampleStaff.hassan).status == .notFound)
            #expect(try await site.post(path + "/notitie", [("text", "Besteld.")], as: SampleStaff.joost).status == .notFound)
            #expect(
                try await site.post(path + "/notitie", [("text", "Besteld."), ("gezien", "1")], as: SampleStaff.hassan).status == .seeOther)
            let late = try await site.post(path + "/stoppen", [("reason", "Te duur."), ("gezien", "1")], as: SampleStaff.dirk)
            #expect(late.status == .conflict && late.text.contains("Te duur."))
        }
    }

    @Test func `a complaint that the reader may not know of is counted and not named`() async throws {
        try await withSite { site in
            let secret = try await site.rehearsal.register(by: SampleStaff.mara.actor) { $0.isConfidential = true }
            let refused = try await site.post(
                "/maatregelen/nieuw", Self.fields + [("klachten", secret.number.formatted)], as: SampleStaff.dirk)
            #expect(refused.status == .unprocessableContent)
            // It looks like a number that is nobody's, whatever else is wrong.
            for number in [secret.number.formatted, "4827-1936-8"] {
                let answer = try await site.post("/maatregelen/nieuw", [("title", ""), ("klachten", number)], as: SampleStaff.dirk)
                #expect(answer.text.contains("Vul klachtnummers in") && answer.text.contains("Geef de maatregel een naam."), "\(number)")
            }
            let path = try await Self.raised(in: site, by: SampleStaff.mara, from: secret.number.formatted)
            let off = try await site.post(path + "/koppelen", [("weg", "complaint \(secret.id.value)")], as: SampleStaff.dirk)
            #expect(off.status == .unprocessableContent)
            let page = try await site.get(path, as: SampleStaff.dirk)
            #expect(!page.text.contains(secret.number.formatted) && page.text.contains("1 klacht buiten uw zicht"))
        }
    }
}
