import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Files past the retention term` {
    private static let document = ProcedureDocument(
        yaml: ProcedureDocument.standard.yaml + """
            retention:
              - {outcome: upheld, keep: 60 months, reason: {nl: Voor de verzekeraar., en: For the insurer.}}
              - {keep: 24 months, reason: {nl: Om te leren., en: To learn.}}

            """)

    private static func closed(_ site: StaffedSite, _ finding: String) async throws -> Complaint {
        let complaint = try await site.rehearsal.registerAtWork()
        return try await site.rehearsal.perform(.resolve(.sample(finding)), .close, on: complaint, by: SampleStaff.hassan)
    }

    /// Two files closed on 20 November 2026, one of which is kept longer for its outcome, and a day on which the other is past its term.
    private static func later(_ site: StaffedSite, on day: Day) async throws -> (site: StaffedSite, short: Complaint, long: Complaint) {
        let door = site.rehearsal.procedures
        _ = try await door.apply(document, seen: 1, by: .system)
        let (short, long) = (try await closed(site, "informal"), try await closed(site, "upheld"))
        site.rehearsal.clock.set(to: day)
        return (try await site.signedInAnew(SampleStaff.mara), short, long)
    }

    @Test func `on the last day of its term a file is not listed, a day later it is, and one that is kept longer is not`() async throws {
        try await StaffedSite.open { site in
            let last = try await Self.later(site, on: "2028-11-20")
            let before = try await last.site.get(Paths.retention, as: SampleStaff.mara)
            #expect(before.status == 200 && before.text.contains("Geen dossier wacht op een besluit."))
            #expect(
                before.text.contains(
                    "24 maanden na het einde van de klacht (gesloten, ingetrokken, doorverwezen of samengevoegd). Om te leren."))
            site.rehearsal.clock.set(to: "2028-11-21")
            let after = try await site.signedInAnew(SampleStaff.mara).get(Paths.retention, as: SampleStaff.mara).text
            #expect(after.contains(last.short.number.formatted) && !after.contains(last.long.number.formatted))
        }
    }

    @Test func `kept longer, it stands in the file with the reason, and is asked again when that has passed`() async throws {
        try await StaffedSite.open { opened in
            let (site, short, _) = try await Self.later(opened, on: "2028-12-01")
            let fields = [("complaint", short.number.digits), ("decision", "keep"), ("through", "31-12-2028"), ("reason", "Zaak loopt.")]
            let done = try await site.post(Paths.retention, fields, as: SampleStaff.mara)
            #expect(done.status == 303)
            let page = try await site.get(done.location, as: SampleStaff.mara).text
            #expect(page.contains("Geen dossier wacht") && page.contains("langer bewaren, tot en met 31-12-2028"))
            #expect(page.contains("\(short.number.formatted): besloten om te bewaren tot en met zondag 31 december 2028."))
            #expect(!page.contains("notitie bewaard"))
            let history = try await site.rehearsal.records.read { try $0.history(of: short.id) }
            guard case .noted(let note) = history.last?.occurrence.event else {
                Issue.record("not in the file")
                return
            }
            #expect(note.text == "Bewaartermijn voorbij: langer bewaren, tot en met 31-12-2028. Zaak loopt.")
            #expect(try await site.rehearsal.records.read { try $0.prove() }.findings == [])
            let twice = try await site.post(Paths.retention, fields, as: SampleStaff.mara)
            #expect(twice.status == 422 && twice.text.contains("staat niet meer in de lijst"))
            site.rehearsal.clock.set(to: "2029-01-01")
            let again = try await site.signedInAnew(SampleStaff.mara).get(Paths.retention, as: SampleStaff.mara).text
            #expect(again.contains("name=\"complaint\"") && !again.contains("langer bewaren, tot en met"))
        }
    }

    @Test func `what may be erased is said so and stays as it is; a file that is reopened is no longer on the list`() async throws {
        try await StaffedSite.open { opened in
            let (site, short, long) = try await Self.later(opened, on: "2032-01-05")
            let erased = [("complaint", short.number.digits), ("decision", "erase"), ("through", ""), ("reason", "Voorbij.")]
            #expect(try await site.post(Paths.retention, erased, as: SampleStaff.mara).status == 303)
            let page = try await site.get(Paths.retention, as: SampleStaff.mara).text
            #expect(page.contains("Bekijk wat er gewist wordt") && page.contains(long.number.formatted))
            #expect(page.contains("\(short.number.formatted): besloten om te wissen."))
            #expect(try await site.rehearsal.records.read { try $0.complaint(short.id) }?.story.text != nil)
            try await site.rehearsal.perform(.undo(from: nil), on: short, by: SampleStaff.mara)
            let undone = try await site.get(Paths.retention, as: SampleStaff.mara).text
            #expect(undone.contains("Ongedaan gemaakt: besloten om te wissen.") && !undone.contains("staat weer in het formulier"))
            try await site.rehearsal.perform(
                .reopen(reason: "Toch."), .decideReopening(granted: true, reason: "Ja."), on: long, by: SampleStaff.mara)
            site.rehearsal.clock.advance(seconds: 20)
            #expect(try await !site.get(Paths.retention, as: SampleStaff.mara).text.contains(long.number.formatted))
        }
    }

    @Test func `several that are decided about in one go are told of and undone in one go`() async throws {
        try await StaffedSite.open { opened in
            let (site, short, long) = try await Self.later(opened, on: "2032-01-05")
            let both = [short, long].map { ("complaint", $0.number.digits) }
            let sent = both + [("decision", "erase"), ("through", ""), ("reason", "Voorbij.")]
            #expect(try await site.post(Paths.retention, sent, as: SampleStaff.mara).status == 303)
            let page = try await site.get(Paths.retention, as: SampleStaff.mara).text
            #expect(page.contains("2 klachten: besloten om te wissen.") && page.contains("Geen dossier wacht op een besluit."))
            let offer = try #require(try await site.rehearsal.records.read { try $0.undoOffer(to: SampleStaff.mara.id) })
            let undone = try await site.post(
                Paths.undo, [(UndoFields.together, "\(offer.id)"), (UndoFields.back, Paths.retention)], as: SampleStaff.mara)
            #expect(undone.status == 303)
            let after = try await site.get(Paths.retention, as: SampleStaff.mara)
            #expect(after.text.contains("Ongedaan gemaakt: besloten om te wissen. 2 klachten zijn weer als ervoor."))
            #expect(!after.text.contains("Bekijk wat er gewist wordt") && after.count("name=\"complaint\"") == 2)
        }
    }

    @Test func `what was withdrawn, referred or merged is listed too, from when it was`() async throws {
        try await StaffedSite.open { site in
            let rehearsal = site.rehearsal
            _ = try await rehearsal.procedures.apply(Self.document, seen: 1, by: .system)
            let (withdrawn, referred) = (try await rehearsal.registerAtWork(), try await rehearsal.registerAtWork())
            let (merged, open) = (try await rehearsal.register(), try await rehearsal.register())
            try await rehearsal.perform(.withdraw(reason: "Laat maar."), on: withdrawn, by: SampleStaff.hassan)
            try await rehearsal.perform(.refer(to: "KPN", reason: "Hun lijn."), on: referred, by: SampleStaff.hassan)
            try await rehearsal.perform(.duplicate(of: open.id), on: merged, by: SampleStaff.mara)
            rehearsal.clock.set(to: "2028-11-20")
            let before = try await site.signedInAnew(SampleStaff.mara).get(Paths.retention, as: SampleStaff.mara).text
            #expect(before.contains("Geen dossier wacht op een besluit."))
            rehearsal.clock.set(to: "2028-11-21")
            let later = try await site.signedInAnew(SampleStaff.mara)
            let page = try await later.get(Paths.retention, as: SampleStaff.mara).text
            for (complaint, words) in [(withdrawn, "ingetrokken"), (referred, "doorverwezen"), (merged, "samengevoegd")] {
                #expect(page.contains(complaint.number.formatted) && page.contains("\(words) 20-11-2026"), "\(words)")
            }
            #expect(!page.contains(open.number.formatted))
            let fields = [("complaint", withdrawn.number.digits), ("decision", "erase"), ("through", ""), ("reason", "Voorbij.")]
            #expect(try await later.post(Paths.retention, fields, as: SampleStaff.mara).status == 303)
            #expect(try await later.get(Paths.retention, as: SampleStaff.mara).count("Bekijk wat er gewist wordt") == 1)
        }
    }

    @Test func `to erase and to keep until a day contradict one another`() async throws {
        try await StaffedSite.open { opened in
            let (site, short, _) = try await Self.later(opened, on: "2028-12-01")
            let fields = [("complaint", short.number.digits), ("decision", "erase"), ("through", "31-12-2030"), ("reason", "Voorbij.")]
            let refused = try await site.post(Paths.retention, fields, as: SampleStaff.mara)
            #expect(refused.status == 422 && refused.text.contains("Kies langer bewaren, of laat de dag leeg."))
        }
    }

    @Test func `what may be erased can be kept after all, by its button`() async throws {
        try await StaffedSite.open { opened in
            let (site, short, _) = try await Self.later(opened, on: "2028-12-01")
            let erased = [("complaint", short.number.digits), ("decision", "erase"), ("through", ""), ("reason", "Voorbij.")]
            #expect(try await site.post(Paths.retention, erased, as: SampleStaff.mara).status == 303)
            let kept = [("complaint", short.number.digits), ("complaint", short.number.digits), (RetentionPage.back, "1")]
            let done = try await site.post(Paths.erasing, kept, as: SampleStaff.mara)
            #expect(done.status == 303)
            let page = try await site.get(done.location, as: SampleStaff.mara).text
            #expect(page.contains("Die worden niet gewist.") && !page.contains("Bekijk wat er gewist wordt"))
            #expect(page.contains("Leg besluit vast"))
        }
    }

    @Test func `what was decided to be erased is told beforehand, asks for a word, and is erased once`() async throws {
        try await StaffedSite.open { opened in
            let (site, short, long) = try await Self.later(opened, on: "2028-12-01")
            let mara = SampleStaff.mara
            let decide = [("complaint", short.number.digits), ("decision", "erase"), ("through", ""), ("reason", "Voorbij.")]
            #expect(try await site.post(Paths.retention, decide, as: mara).status == 303)
            let none = try await site.post(Paths.erasing, [("complaint", long.number.digits)], as: mara)
            #expect(none.status == 422 && none.text.contains("Kies een of meer dossiers uit “Mag worden gewist”"))
            let chosen = [("complaint", short.number.digits), ("complaint", long.number.digits)]
            let told = try await site.post(Paths.erasing, chosen, as: mara)
            #expect(told.status == 200 && told.text.contains("1 dossier: ") && told.text.contains("Dit kan niet ongedaan worden gemaakt."))
            #expect(told.text.contains("1 overgeslagen") && !told.text.contains("value=\"\(long.number.digits)\""))
            let wrong = try await site.post(Paths.erasing, chosen + [("word", "ja")], as: mara)
            #expect(wrong.status == 422 && wrong.text.contains("Typ het woord “wissen”, of ga terug."))
            #expect(try await site.rehearsal.records.read { try $0.complaint(short.id) }?.erasure == nil)
            let done = try await site.post(Paths.erasing, chosen + [("word", " Wissen ")], as: mara)
            #expect(done.status == 303 && done.location == "\(Paths.retention)?gewist=1")
            let page = try await site.get(done.location, as: mara).text
            #expect(page.contains("1 dossier is gewist.") && page.contains("gewist op 01-12-2028") && !page.contains("Bekijk wat er"))
            let file = try await site.get(Paths.file(short.number), as: mara)
            #expect(file.status == 200 && file.text.contains("Gewist: de bewaartermijn is voorbij") && !file.text.contains("Anna"))
            #expect(try await site.rehearsal.records.read { try $0.complaint(long.id) }?.erasure == nil)
            for member in [SampleStaff.dirk, SampleStaff.hassan, SampleStaff.aukje, SampleStaff.bo] {
                #expect(try await site.post(Paths.erasing, chosen, as: member).status != 200, "\(member.name)")
            }
        }
    }

    @Test func `a decision that is taken back with its note waits again`() async throws {
        try await StaffedSite.open { opened in
            let (site, short, _) = try await Self.later(opened, on: "2028-12-01")
            let erased = [("complaint", short.number.digits), ("decision", "erase"), ("through", ""), ("reason", "Voorbij.")]
            #expect(try await site.post(Paths.retention, erased, as: SampleStaff.mara).status == 303)
            #expect(try await site.get(Paths.retention, as: SampleStaff.mara).text.contains("Bekijk wat er gewist wordt"))
            try await site.rehearsal.perform(.undo(from: nil), on: short, by: SampleStaff.mara)
            let page = try await site.get(Paths.retention, as: SampleStaff.mara).text
            #expect(page.contains("name=\"complaint\"") && !page.contains("Bekijk wat er gewist wordt"))
        }
    }

    @Test func `of those who decide at once one does, and the file says so once`() async throws {
        try await StaffedSite.open { opened in
            let (site, short, _) = try await Self.later(opened, on: "2028-12-01")
            let (office, number) = (site.rehearsal.office, short.number)
            let decided = try await withThrowingTaskGroup(of: Bool.self) { group in
                for turn in 0..<8 {
                    group.addTask {
                        do {
                            try await office.decide(.erase, on: [number], note: "Weg \(turn).", by: SampleStaff.mara.actor)
                            return true
                        } catch is Refusal {
                            return false
                        }
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            let after = try await site.rehearsal.records.read { try $0.complaint(short.id) }
            #expect(decided == 1 && after?.sequence == short.sequence + 1)
        }
    }

    @Test func `what is missing is asked for, with what was typed; only the complaints manager decides`() async throws {
        try await StaffedSite.open { opened in
            let (site, short, _) = try await Self.later(opened, on: "2028-12-01")
            let empty = try await site.post(Paths.retention, [("reason", "Daarom.")], as: SampleStaff.mara)
            #expect(empty.status == 422 && empty.text.contains("Kies wat er met deze dossiers gebeurt.") && empty.text.contains("Daarom."))
            let none = try await site.post(Paths.retention, [("decision", "erase"), ("reason", "Daarom.")], as: SampleStaff.mara)
            #expect(none.status == 422 && none.text.contains("Kies een of meer dossiers."))
            let early = [("complaint", short.number.digits), ("decision", "keep"), ("through", "1-1-2020"), ("reason", "Zaak.")]
            #expect(try await site.post(Paths.retention, early, as: SampleStaff.mara).text.contains("Kies een dag die nog komt."))
            await #expect(throws: Refusal.notAllowed(.note)) {
                try await site.rehearsal.office.decide(.erase, on: [short.number], note: "Weg.", by: SampleStaff.hassan.actor)
            }
        }
    }
}
