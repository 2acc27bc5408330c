import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Undoing on the desk` {
    private func fields(_ complaint: Complaint, from sequence: Int, back: String = "/klachten?lijst=late") -> [(String, String)] {
        [(UndoFields.number, complaint.number.formatted), (UndoFields.sequence, "\(sequence)"), (UndoFields.back, back)]
    }

    @Test func `every page of who did something offers to undo it, and of nobody else`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register()
            let number = complaint.number.formatted
            _ = try await site.post("/klachten/\(number)/assign", [("gezien", "1"), ("handler", "2")], as: SampleStaff.mara)
            for path in ["/klachten/\(number)", "/klachten?lijst=all", "/profiel", "/brieven", "/nergens"] where path != "/nergens" {
                let page = try await site.get(path, as: SampleStaff.mara).text
                #expect(page.contains("\(number): toegewezen aan Hassan El Amrani."), "\(path)")
                #expect(page.contains("data-key=\"z\"") && page.contains("data-undo=\"15000\""), "\(path)")
                #expect(page.contains("value=\"\(path.replacing("&", with: "&amp;"))\""), "\(path)")
                #expect(try await !site.get("/klachten?lijst=all", as: SampleStaff.sanne).text.contains("Ongedaan maken"))
            }
            site.rehearsal.clock.advance(seconds: 12)
            #expect(try await site.get("/profiel", as: SampleStaff.mara).text.contains("data-undo=\"3000\""))
            site.rehearsal.clock.advance(seconds: 3)
            #expect(try await !site.get("/profiel", as: SampleStaff.mara).text.contains("Ongedaan maken"))
        }
    }

    @Test func `pressed, one is back where one was and reads what is as it was`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register()
            try await site.rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            let answer = try await site.post(Paths.undo, fields(complaint, from: 2), as: SampleStaff.mara)
            #expect(answer.status == 303 && answer.location == "/klachten?lijst=late")
            let page = try await site.get("/klachten?lijst=late", as: SampleStaff.mara).text
            #expect(page.contains("Ongedaan gemaakt: toegewezen aan Hassan El Amrani. "))
            #expect(page.contains("\(complaint.number.formatted) is weer ontvangen en niet toegewezen."))
            #expect(!page.contains("Ongedaan maken</"))
            let file = try await site.get("/klachten/\(complaint.number.formatted)", as: SampleStaff.mara).text
            #expect(file.contains("Ongedaan gemaakt: “Toegewezen aan Hassan El Amrani”</span>"))
            #expect(file.contains("class=\"entry act undone\"") && file.contains(">ongedaan gemaakt<"))
            site.rehearsal.clock.advance(seconds: 15)
            #expect(try await !site.get("/klachten?lijst=late", as: SampleStaff.mara).text.contains("Ongedaan gemaakt"))
        }
    }

    @Test func `of a file that one may not read, it says what one undid and not how it stands`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register { $0.isConfidential = true }
            try await site.rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            try await site.rehearsal.perform(
                .consult(SampleStaff.iris.id, question: "Wat zei de klant?", due: "2026-11-30"), on: complaint, by: SampleStaff.hassan)
            try await site.rehearsal.perform(.contribute(to: 1, "Hij belde twee keer."), on: complaint, by: SampleStaff.iris)
            try await site.rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.iris)
            let page = try await site.get("/profiel", as: SampleStaff.iris).text
            #expect(page.contains("Ongedaan gemaakt") && !page.contains("Hassan"))
        }
    }

    @Test func `the way back says no more that something was done`() async throws {
        #expect(ReturnPath.withoutFlash("/klachten/4827-1936-8?gedaan=assign") == "/klachten/4827-1936-8")
        #expect(ReturnPath.withoutFlash("/klachten?lijst=all&gedaan=x&q=a%20b") == "/klachten?lijst=all&q=a%20b")
        #expect(ReturnPath.withoutFlash("/klachten") == "/klachten")
    }

    @Test func `too late, overtaken, somebody else's: a page says so and leads back`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register()
            try await site.rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            let other = try await site.post(Paths.undo, fields(complaint, from: 2), as: SampleStaff.iris)
            #expect(other.status == 409 && other.text.contains("Een ander deed dit."))
            #expect(other.text.contains("href=\"/klachten?lijst=late\""))
            try await site.rehearsal.perform(.note("Ik kijk ernaar."), on: complaint, by: SampleStaff.iris)
            let overtaken = try await site.post(Paths.undo, fields(complaint, from: 2), as: SampleStaff.mara)
            #expect(overtaken.status == 409 && overtaken.text.contains("intussen iets anders gebeurd"))
            site.rehearsal.clock.advance(seconds: 15)
            let late = try await site.post(Paths.undo, fields(complaint, from: 3), as: SampleStaff.iris)
            #expect(late.status == 409 && late.text.contains("die tijd is voorbij"))
        }
    }

    @Test func `what was refused is offered no more, there and on the next page`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register()
            try await site.rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            try await site.rehearsal.perform(.note("Ik kijk ernaar."), on: complaint, by: SampleStaff.iris)
            #expect(try await site.get("/profiel", as: SampleStaff.mara).count("class=\"undo\"") == 1)
            let refused = try await site.post(Paths.undo, fields(complaint, from: 2), as: SampleStaff.mara)
            #expect(refused.status == 409 && refused.count("class=\"undo\"") == 0)
            #expect(try await site.get("/profiel", as: SampleStaff.mara).count("class=\"undo\"") == 0)
        }
    }

    @Test func `from a page that came of a form one gets back to the page of that form`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            site.rehearsal.clock.advance(seconds: 60)
            try await site.rehearsal.perform(.note("Gebeld."), on: complaint, by: SampleStaff.hassan)
            let wrong = try await site.post(Paths.act("note", complaint.number), [("text", " ")], as: SampleStaff.hassan)
            #expect(wrong.status == 422)
            #expect(wrong.count("name=\"\(UndoFields.back)\" value=\"\(Paths.file(complaint.number))\"") == 1)
        }
    }

    @Test func `a letter that was taken back is said so, and not where the file stands`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            site.rehearsal.clock.advance(seconds: 60)
            try await site.rehearsal.perform(.answer("Tot morgen."), on: complaint, by: SampleStaff.hassan)
            _ = try await site.post(Paths.undo, fields(complaint, from: 4), as: SampleStaff.hassan)
            let page = try await site.get("/profiel", as: SampleStaff.hassan).text
            #expect(page.contains("Ongedaan gemaakt: bericht aan de klant. Wat u schreef staat weer in het formulier."))
            #expect(!page.contains("is weer"))
        }
    }

    @Test func `what was handed on twice is with the one before again`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register()
            try await site.rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            site.rehearsal.clock.advance(seconds: 60)
            try await site.rehearsal.perform(.assign(to: SampleStaff.joost.id, reason: "Werkdruk."), on: complaint, by: SampleStaff.mara)
            _ = try await site.post(Paths.undo, fields(complaint, from: 3), as: SampleStaff.mara)
            let page = try await site.get("/profiel", as: SampleStaff.mara).text
            #expect(page.contains("is weer toegewezen aan Hassan El Amrani."))
        }
    }

    @Test func `a page says that something was done only when it was, by who reads it, and stands`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register()
            let path = Paths.file(complaint.number)
            let words = "De klacht is toegewezen."
            #expect(try await site.get("\(path)?gedaan=resolve", as: SampleStaff.mara).count("class=\"notice good flash\"") == 0)
            try await site.rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            #expect(try await site.get("\(path)?gedaan=assign", as: SampleStaff.mara).count(words) == 1)
            #expect(try await site.get("\(path)?gedaan=assign", as: SampleStaff.iris).count(words) == 0)
            #expect(try await site.get("\(path)?gedaan=register", as: SampleStaff.iris).count("Geregistreerd.") == 1)
            try await site.rehearsal.perform(.undo(from: 2), on: complaint, by: SampleStaff.mara)
            #expect(try await site.get("\(path)?gedaan=assign", as: SampleStaff.mara).count(words) == 0)
        }
    }

    @Test func `what is not there, or not for you, is not there`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register { $0.isConfidential = true }
            try await site.rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            for member in [SampleStaff.iris, SampleStaff.joost, SampleStaff.bo] {
                #expect(try await site.post(Paths.undo, fields(complaint, from: 2), as: member).status == 404)
            }
            #expect(try await site.post(Paths.undo, [(UndoFields.number, "1000-0000-0"), (UndoFields.sequence, "2")]).status == 404)
            #expect(try await site.post(Paths.undo, fields(complaint, from: 2), as: SampleStaff.mara, token: "other").status == 403)
            let elsewhere = try await site.post(
                Paths.undo, fields(complaint, from: 2, back: "https://elders.invalid/"), as: SampleStaff.mara)
            #expect(elsewhere.status == 303 && elsewhere.location == Paths.home)
        }
    }

    @Test func `what was written and taken back stands in its form again`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            site.rehearsal.clock.advance(seconds: 60)
            try await site.rehearsal.perform(.answer("Tot morgen, tien uur."), on: complaint, by: SampleStaff.hassan)
            let answer = try await site.post(Paths.undo, fields(complaint, from: 4), as: SampleStaff.hassan)
            #expect(answer.status == 303)
            let page = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan).text
            #expect(page.contains("Tot morgen, tien uur.</textarea>"))
        }
    }

    /// Every act with words: what its form holds, and by whom it is sent.
    private static let forms: [(act: String, fields: [(String, String)], member: StaffMember)] = [
        (
            "resolve",
            [
                ("finding", "partly-upheld"), ("cause", "process"), ("remedy.text", "Korting"), ("remedy.amount", "12,50"),
                ("answer", "Wij vergoeden het."),
            ], SampleStaff.hassan
        ),
        ("contact", [("outcome", "voicemail"), ("note", "Ingesproken."), ("day", ""), ("time", "")], SampleStaff.hassan),
        (
            "consult", [("colleague", "\(SampleStaff.peter.id.value)"), ("question", "Wat zei u?"), ("due", "30-11-2026")],
            SampleStaff.hassan
        ),
        ("refer", [("to", "KPN"), ("reason", "Het is hun lijn.")], SampleStaff.hassan),
        (
            "correct", [("customer.name", "Anders Heten"), ("customer.phone", "0612345678"), ("story", "Een ander verhaal.")],
            SampleStaff.mara
        ),
        ("receive-answer", [("text", "Hij belde."), ("channel", "counter")], SampleStaff.iris),
        ("withdraw", [("reason", "Laat maar.")], SampleStaff.iris),
        ("return", [("reason", "Te druk.")], SampleStaff.hassan),
    ]

    @Test(arguments: 0..<8) func `every field of a form that was sent and taken back is filled in again`(index: Int) async throws {
        let (name, fields, member) = Self.forms[index]
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork {
                $0.natureAbout = NatureLists.starter.about.first?.code
                $0.natureWrong = NatureLists.starter.wrong.first?.code
            }
            site.rehearsal.clock.advance(seconds: 60)
            let act = try #require(Act(rawValue: name))
            let sent = try await site.post(
                Paths.act(act.rawValue, complaint.number), fields + [("gezien", "\(complaint.sequence)")], as: member)
            #expect(sent.status == 303, "\(name)")
            let undone = try await site.post(
                Paths.undo, self.fields(complaint, from: complaint.sequence + 1), as: member)
            #expect(undone.status == 303, "\(name)")
            let place = try #require(DraftSlots.place(of: act, on: complaint.id, by: member.id))
            let draft = try #require(try await site.rehearsal.records.read { try $0.draft(at: place) }.flatMap { Draft($0) })
            for (field, value) in fields { #expect(draft[field] == value, "\(name) \(field)") }
            #expect(draft["gezien"] == nil)
            let page = try await site.get(Paths.file(complaint.number), as: member).text
            for (_, value) in fields where value.count > 7 { #expect(page.contains(value), "\(name) \(value)") }
        }
    }

    @Test func `a contribution that was taken back stands in its form again`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let asked = try await site.rehearsal.perform(
                .consult(SampleStaff.peter.id, question: "Wat zei u?", due: "2026-11-25"), on: complaint, by: SampleStaff.hassan)
            let path = Paths.contribution(1, complaint.number)
            _ = try await site.post(path, [("text", "Ik zei niets.")], as: SampleStaff.peter)
            let undone = try await site.post(Paths.undo, fields(complaint, from: asked.sequence + 1), as: SampleStaff.peter)
            #expect(undone.status == 303)
            #expect(try await site.get(path, as: SampleStaff.peter).text.contains("Ik zei niets.</textarea>"))
        }
    }

    @Test func `a held letter can be read, but neither printed nor handed over; an undone one says so`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register()
            try await site.rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            let letter = try #require(try await site.rehearsal.records.read { try $0.letters(of: complaint.id) }.last)
            let path = Paths.letter(letter.id, complaint.number)
            let held = try await site.get(path, as: SampleStaff.mara).text
            #expect(
                held.contains("Over <span data-left=\"\">15</span> s staat hij klaar") && held.contains("data-soon=\"15300\"")
                    && held.contains("class=\"letter no-print\"") && !held.contains(">Gedaan<"))
            #expect(try await site.post(path, [], as: SampleStaff.mara).status == 404)
            #expect(try await !site.get("/brieven", as: SampleStaff.mara).text.contains(path))
            try await site.rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.mara)
            site.rehearsal.clock.advance(seconds: 60)
            let undone = try await site.get(path, as: SampleStaff.mara).text
            #expect(undone.contains("ongedaan gemaakt") && undone.contains("no-print") && !undone.contains(">Gedaan<"))
            #expect(try await !site.get("/brieven", as: SampleStaff.mara).text.contains(path))
        }
    }

    @Test func `a file that was undone is named, and can no longer be opened`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            site.rehearsal.clock.advance(seconds: 60)
            let document = Document(digest: "ab", size: 1, name: Passage("verkeerd.pdf"), isFromCustomer: false)
            try await site.rehearsal.perform(.attach(document), on: complaint, by: SampleStaff.iris)
            try await site.rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.iris)
            let page = try await site.get(Paths.file(complaint.number)).text
            #expect(page.contains("verkeerd.pdf") && !page.contains(Paths.document(1, complaint.number)))
            #expect(try await site.get(Paths.document(1, complaint.number)).status == 404)
        }
    }
}
