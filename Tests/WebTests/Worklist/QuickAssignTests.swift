import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Assigning as proposed` {
    private func button(for complaint: Complaint, to member: StaffMember) -> String {
        "\(complaint.number.digits).\(complaint.sequence).\(member.id.value)"
    }

    @Test func `the board and the list of what nobody handles propose who has the least work, and one press assigns`() async throws {
        try await StaffedSite.open { site in
            // Hassan has one, Sanne none: Joost goes first by name.
            try await site.rehearsal.registerAtWork()
            let complaint = try await site.rehearsal.register()
            let value = button(for: complaint, to: SampleStaff.joost)
            for path in ["/bord", "/klachten?lijst=unassigned"] {
                let page = try await site.get(path, as: SampleStaff.mara).text
                #expect(page.contains("value=\"\(value)\""), "\(path)")
                #expect(page.contains("Wijs toe aan Joost Visser"))
            }
            #expect(try await !site.get("/klachten?lijst=unassigned", as: SampleStaff.iris).text.contains("data-deed"))
            let done = try await site.post(
                Paths.quickAssign, [("wie", value), ("terug", "/klachten?lijst=unassigned")], as: SampleStaff.mara)
            #expect(done.status == 303 && done.location == "/klachten?lijst=unassigned")
            let after = try #require(try await site.rehearsal.records.read { try $0.complaint(complaint.id) })
            #expect(after.handler == SampleStaff.joost.id)
            // And it can be undone.
            #expect(try await site.get("/bord", as: SampleStaff.mara).text.contains("toegewezen aan Joost Visser"))
        }
    }

    @Test func `handing over from who is away says why in the file`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            _ = try await site.workplace.accounts.noteAbsence(
                AbsenceInput(staff: SampleStaff.hassan.id, first: "2026-11-20", last: "2026-11-27", replacement: nil), in: .amsterdam,
                by: SampleStaff.mara.actor)
            let file = try await site.get(Paths.file(complaint.number), as: SampleStaff.mara).text
            #expect(file.contains("Hassan El Amrani is afwezig tot en met") && file.contains("<option value=\"away\" selected"))
            let away = try await site.get(Paths.away, as: SampleStaff.mara).text
            #expect(!away.contains("Draag ze over"), "to nobody, where nobody was named")
            let value = button(for: complaint, to: SampleStaff.joost)
            #expect(try await site.post(Paths.quickAssign, [("wie", value)], as: SampleStaff.mara).location == "/bord")
            let history = try await site.rehearsal.records.read { try $0.history(of: complaint.id) }
            guard case .assigned(SampleStaff.joost.id, let reason?) = history.last?.occurrence.event else {
                Issue.record("not handed over with a reason")
                return
            }
            #expect(reason.text?.contains("Hassan El Amrani is afwezig tot en met") == true)
            #expect(try await site.get(Paths.file(complaint.number), as: SampleStaff.mara).text.contains("is afwezig tot en met"))
        }
    }

    @Test func `what is due today or on the next working day is handed over by one key too`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            for (day, part) in [(Day("2026-11-23"), "board-next"), ("2026-11-24", "board-today")] {
                site.rehearsal.clock.set(to: day)
                let site = try await site.signedInAnew(SampleStaff.mara)
                let page = try await site.get(Paths.board, as: SampleStaff.mara).text
                let section = page.components(separatedBy: "id=\"\(part)\"").last?.components(separatedBy: "</section>").first ?? ""
                #expect(section.contains(complaint.number.formatted) && section.contains("Draag over aan Joost Visser"), "\(part)")
            }
        }
    }

    @Test func `a file that waits for the customer too long stands on the board, among reminders and in its next step`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(
                .contact(.reached, at: nil, note: nil), .ask("Welke factuur?"), on: complaint, by: SampleStaff.hassan)
            for (day, isLeft) in [(Day("2026-11-27"), false), ("2026-11-30", true)] {
                site.rehearsal.clock.set(to: day)
                let site = try await site.signedInAnew(SampleStaff.mara)
                let board = try await site.get(Paths.board, as: SampleStaff.mara).text
                func part(_ id: String) throws -> String {
                    try #require(board.components(separatedBy: "id=\"\(id)\"").dropFirst().first).components(separatedBy: "</section>")[0]
                }
                let waiting = try part("board-waiting")
                #expect(waiting.contains("Wacht al 5 werkdagen op de klant") && waiting.contains(complaint.number.formatted) == isLeft)
                #expect(try !part("board-silent").contains(complaint.number.formatted))
                let handler = try await site.signedInAnew(SampleStaff.hassan)
                #expect(
                    try await handler.get(Paths.reminders, as: SampleStaff.hassan).text.contains("Wacht al 5 werkdagen op de klant")
                        == isLeft)
                #expect(
                    try await handler.get(Paths.file(complaint.number), as: SampleStaff.hassan).text.contains(
                        "De klant zwijgt al 5 werkdagen")
                        == isLeft)
            }
        }
    }

    /// Whether the file stands among what this reader is reminded of because it waits too long; the rail counts it if it does.
    private func isTold(of complaint: Complaint, _ member: StaffMember, _ site: StaffedSite) async throws -> Bool {
        // Numbers of the rail are remembered for a few seconds.
        site.rehearsal.clock.advance(seconds: 10)
        let answer = try await site.signedInAnew(member).get(Paths.reminders, as: member)
        func after(_ mark: String, until end: String) -> String {
            answer.text.components(separatedBy: mark).dropFirst().first?.components(separatedBy: end).first ?? ""
        }
        let isListed = after("id=\"waiting\"", until: "</section>").contains(complaint.number.formatted)
        #expect(after("href=\"\(Paths.reminders)\"", until: "</a>").contains("class=\"count late\">1</span>") == isListed, "\(member.name)")
        return isListed
    }

    @Test func `a file that waits too long counts in the rail, and is told the manager where its handler is away or gone`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(
                .contact(.reached, at: nil, note: nil), .ask("Welke factuur?"), on: complaint, by: SampleStaff.hassan)
            site.rehearsal.clock.set(to: "2026-11-30")
            #expect(try await isTold(of: complaint, SampleStaff.hassan, site))
            #expect(try await !isTold(of: complaint, SampleStaff.mara, site), "it is his to do")
            #expect(try await !isTold(of: complaint, SampleStaff.dirk, site))
            let absence = AbsenceInput(staff: SampleStaff.hassan.id, first: "2026-11-30", last: "2026-12-04", replacement: nil)
            let noted = try await site.workplace.accounts.noteAbsence(absence, in: .amsterdam, by: SampleStaff.mara.actor)
            #expect(try await isTold(of: complaint, SampleStaff.mara, site))
            _ = try await site.workplace.accounts.endAbsence(noted.id, by: SampleStaff.mara.actor)
            let gone = StaffInput(name: "Hassan El Amrani", email: SampleStaff.hassan.email.text, roles: [.handler])
            _ = try await site.workplace.accounts.changeMember(
                SampleStaff.hassan.id, to: gone, isActive: false, leavingFiles: true, by: SampleStaff.bo.actor)
            #expect(try await isTold(of: complaint, SampleStaff.mara, site))
        }
    }

    @Test func `why it goes to another is one of the choices, or what the page proposed`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let path = Paths.act("assign", complaint.number)
            func fields(_ reason: String, note: String = "") -> [(String, String)] {
                [
                    ("handler", "\(SampleStaff.joost.id.value)"), ("reason", reason), ("reasonNote", note),
                    ("gezien", "\(complaint.sequence)"),
                ]
            }
            let forged = try await site.post(path, fields("zork"), as: SampleStaff.mara)
            #expect(
                forged.status == 422 && forged.text.contains("Kies een van de mogelijkheden.") && forged.text.contains("value=\"zork\""))
            for note in ["", "–", "\u{2060}"] {
                let empty = try await site.post(path, fields(HandoverReason.other.rawValue, note: note), as: SampleStaff.mara)
                #expect(empty.status == 422 && empty.text.contains("Schrijf op waarom."), "\(note)")
            }
            #expect(try await site.post(path, fields("Verdeling van het werk."), as: SampleStaff.mara).status == 303)
        }
    }

    @Test func `whoever is away is marked wherever a handler is chosen, and is not said to have the least to do`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.register()
            _ = try await site.workplace.accounts.noteAbsence(
                AbsenceInput(staff: SampleStaff.joost.id, first: "2026-11-20", last: "2026-11-27", replacement: nil), in: .amsterdam,
                by: SampleStaff.mara.actor)
            let choice = "\(TogetherFields.act)=\(TogetherFields.assign)&\(TogetherFields.complaint)=\(complaint.number.digits)"
            for path in [Paths.file(complaint.number), "/klachten?lijst=open", "/bord", "\(Paths.together)?\(choice)"] {
                let page = try await site.get(path, as: SampleStaff.mara).text
                #expect(page.contains("Joost Visser (afwezig tot en met vr 27 nov"), "\(path)")
                #expect(!page.contains("Sanne Smit (afwezig"), "\(path)")
            }
            #expect(try await site.get("/bord", as: SampleStaff.mara).text.contains("Sanne Smit heeft nu het minste werk."))
        }
    }

    @Test func `a file that moved on is not assigned, and nobody else than a manager assigns`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register()
            let value = button(for: complaint, to: SampleStaff.joost)
            #expect(try await site.post(Paths.quickAssign, [("wie", value)], as: SampleStaff.iris).status == 404)
            #expect(try await site.post(Paths.quickAssign, [("wie", value)], as: SampleStaff.hassan).status == 404)
            #expect(try await site.post(Paths.quickAssign, [("wie", "\(complaint.number.digits).1")], as: SampleStaff.mara).status == 400)
            #expect(try await site.post(Paths.quickAssign, [("wie", value), ("rol", "x")], as: SampleStaff.mara).status == 422)
            try await site.rehearsal.perform(.note("Gebeld."), on: complaint, by: SampleStaff.iris)
            let stale = try await site.post(Paths.quickAssign, [("wie", value)], as: SampleStaff.mara)
            #expect(stale.status == 409 && stale.text.contains("Dit dossier is intussen bijgewerkt"))
        }
    }

    @Test func `whom it is about is never proposed, nor taken from a forged button`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register { $0.aboutStaff = SampleStaff.hassan.id }
            #expect(try await site.get("/bord", as: SampleStaff.mara).text.contains("Wijs toe aan Joost Visser"))
            let forged = try await site.post(
                Paths.quickAssign, [("wie", button(for: complaint, to: SampleStaff.hassan))], as: SampleStaff.mara)
            #expect(forged.status == 422 && forged.text.contains("over wie de klacht niet gaat"))
        }
    }

    @Test func `a handler is offered other handlers to stand in, and a manager everybody who handles complaints`() async throws {
        try await StaffedSite.open { site async throws in
            func choices(_ member: StaffMember) async throws -> [StaffMember] {
                let text = try await site.get(Paths.away, as: member).text
                let behind = try #require(text.components(separatedBy: "name=\"replacement\"").dropFirst().first)
                let list = behind.components(separatedBy: "</select>")[0]
                return SampleStaff.all.filter { list.contains("value=\"\($0.id.value)\"") }
            }
            #expect(try await choices(SampleStaff.hassan).map(\.id) == [SampleStaff.joost, SampleStaff.sanne].map(\.id))
            #expect(try await choices(SampleStaff.mara).map(\.id) == [1, 2, 3, 4, 8].map { StaffID($0) })
        }
    }

    @Test func `somebody who is away is noted, proposed no more, and comes back`() async throws {
        try await StaffedSite.open { site in
            try await site.rehearsal.registerAtWork()
            let noted = try await site.post(
                Paths.away, [("staff", "2"), ("first", "20-11-2026"), ("last", "27-11-2026"), ("replacement", "3")], as: SampleStaff.mara)
            #expect(noted.location.hasPrefix("/afwezigheid?bewaard="))
            let page = try await site.get(Paths.away, as: SampleStaff.mara).text
            #expect(page.contains("1 open klacht op dit bureau") && page.contains("Draag ze over aan Joost Visser"))
            #expect(try await site.get("/bord", as: SampleStaff.mara).text.contains("vervanger: Joost Visser"))
            #expect(try await site.get(Paths.away, as: SampleStaff.joost).text.contains("Vervanger: Joost Visser."))
            let wrong = try await site.post(Paths.away, [("first", "morgen is te laat"), ("last", "")], as: SampleStaff.hassan)
            #expect(wrong.status == 422 && wrong.text.contains("Vul een dag in zoals 24-12-2026."))
            let id = try #require(page.components(separatedBy: "/afwezigheid/").dropFirst().first?.components(separatedBy: "/einde").first)
            #expect(try await site.post("/afwezigheid/\(id)/einde", [], as: SampleStaff.joost).status == 404)
            #expect(try await site.post("/afwezigheid/\(id)/einde", [], as: SampleStaff.hassan).status == 303)
            #expect(try await site.get(Paths.away, as: SampleStaff.mara).text.contains("Niemand is afwezig, nu of later."))
        }
    }
}
