import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Several complaints at once` {
    private func numbers(_ count: Int, _ site: StaffedSite) async throws -> [String] {
        var numbers: [String] = []
        for _ in 0..<count { numbers.append(try await site.rehearsal.register().number.formatted) }
        return numbers
    }

    private func foreseen(
        _ numbers: [String], _ site: StaffedSite, as member: StaffMember = SampleStaff.mara, doing act: String = "assign&handler=2"
    )
        async throws -> StaffedSite.Answer
    {
        try await site.get(
            "/klachten/samen?doe=\(act)&terug=%2Fklachten&" + numbers.map { "klacht=\($0)" }.joined(separator: "&"), as: member)
    }

    /// The hidden fields of the form that carries it out.
    private func fields(_ page: String) -> [(String, String)] {
        let form = page.components(separatedBy: "action=\"/klachten/samen\"").last?.components(separatedBy: "</form>").first ?? ""
        return form.components(separatedBy: "<input ").dropFirst().compactMap { input in
            guard let name = attribute("name", input), let value = attribute("value", input), name != FormTokens.field else { return nil }
            return (name, value)
        }
    }

    private func attribute(_ name: String, _ text: String) -> String? {
        text.components(separatedBy: " \(name)=\"").dropFirst().first?.components(separatedBy: "\"").first
            ?? text.components(separatedBy: "\(name)=\"").dropFirst().first?.components(separatedBy: "\"").first
    }

    @Test func `rows can be chosen by who can do something to several, and by nobody else`() async throws {
        try await StaffedSite.open { site in
            let number = try await numbers(1, site)[0]
            for (member, expected) in [
                (SampleStaff.mara, true), (SampleStaff.hassan, true), (SampleStaff.iris, false), (SampleStaff.dirk, false),
            ] {
                let page = try await site.get("/klachten?lijst=all", as: member).text
                #expect(page.contains("name=\"klacht\" value=\"\(number)\"") == expected, "\(member.name)")
                #expect(page.contains("data-whole") == expected)
            }
            #expect(try await !site.get("/klachten?lijst=all", as: SampleStaff.hassan).text.contains("Wijs toe…"))
        }
    }

    @Test func `first one line says what will happen, then it happens, and one button undoes it`() async throws {
        try await StaffedSite.open { site in
            let chosen = try await numbers(3, site)
            let page = try await foreseen(chosen, site)
            #expect(page.status == 200)
            #expect(page.text.contains("3 klachten worden toegewezen aan Hassan El Amrani; 3 klanten krijgen een brief."))
            let done = try await site.post(Paths.together, fields(page.text), as: SampleStaff.mara)
            #expect(done.status == 303 && done.location == "/klachten")
            let list = try await site.get("/klachten", as: SampleStaff.mara).text
            #expect(list.contains("3 klachten toegewezen aan Hassan El Amrani."))
            let again = try await site.post(Paths.together, fields(page.text), as: SampleStaff.mara)
            #expect(again.status == 303)
            let offer = try #require(try await site.rehearsal.records.read { try $0.undoOffer(to: SampleStaff.mara.id) })
            let undone = try await site.post(Paths.undo, [("samen", "\(offer.id)"), ("terug", "/klachten")], as: SampleStaff.mara)
            #expect(undone.status == 303 && undone.location == "/klachten")
            #expect(try await site.get("/klachten", as: SampleStaff.mara).text.contains("3 klachten zijn weer als ervoor."))
        }
    }

    @Test func `without scripts the whole page is chosen by one tick`() async throws {
        try await StaffedSite.open { site in
            let chosen = try await numbers(2, site)
            let page = chosen.map { $0.replacing("-", with: "") }.joined(separator: ".")
            let answer = try await site.get("/klachten/samen?doe=assign&handler=2&alles=1&pagina=\(page)", as: SampleStaff.mara)
            #expect(answer.text.contains("2 klachten worden toegewezen"))
        }
    }

    @Test func `what is skipped is named with its reason, what one may not see without a name`() async throws {
        try await StaffedSite.open { site in
            let plain = try await numbers(1, site)
            let work = try await site.rehearsal.registerAtWork().number.formatted
            let hidden = try await site.rehearsal.register { $0.aboutStaff = SampleStaff.mara.id }.number.formatted
            let page = try await foreseen(plain + [work, hidden], site).text
            #expect(page.contains("1 klacht wordt toegewezen aan Hassan El Amrani; 1 klant krijgt een brief; 2 overgeslagen."))
            #expect(page.contains("is al van deze behandelaar") && page.contains("vertrouwelijk, of niet voor u"))
            #expect(!page.contains("href=\"/klachten/\(hidden)\""))
            let closing = try await foreseen([work], site, as: SampleStaff.joost, doing: "close").text
            #expect(closing.contains("Hier verandert niets door: 1 klacht overgeslagen.") && !closing.contains("Welke 0"))
            #expect(closing.contains("dit mag alleen de behandelaar") && !closing.contains("data-key=\"u\""))
        }
    }

    @Test func `what somebody promised by hand keeps its file open, and is named among what is skipped`() async throws {
        try await StaffedSite.open { site in
            let (plain, owed) = (try await site.rehearsal.registerAtWork(), try await site.rehearsal.registerAtWork())
            try await site.rehearsal.perform(.resolve(.sample()), on: plain, by: SampleStaff.hassan)
            try await site.rehearsal.perform(
                .promise("Monteur langs.", due: "2026-11-27"), .resolve(.sample()), on: owed, by: SampleStaff.hassan)
            let chosen = [plain, owed].map(\.number.formatted)
            let page = try await foreseen(chosen, site, as: SampleStaff.hassan, doing: "close").text
            #expect(page.contains("1 klacht wordt gesloten; ") && page.contains("; 1 overgeslagen."))
            #expect(page.contains("een toezegging aan de klant staat nog open"))
            _ = try await site.post(Paths.together, fields(page), as: SampleStaff.hassan)
            let phases = try await site.rehearsal.records.read { snapshot in
                try [plain, owed].map { try snapshot.complaint($0.id)?.phase }
            }
            #expect(phases == [.closed, .resolved])
        }
    }

    @Test func `what changed between looking and doing is told, and the rest is done`() async throws {
        try await StaffedSite.open { site in
            let chosen = try await numbers(2, site)
            let page = try await foreseen(chosen, site)
            _ = try await site.post("/klachten/\(chosen[0])/note", [("text", "Wacht even.")])
            let answer = try await site.post(Paths.together, fields(page.text), as: SampleStaff.mara)
            #expect(answer.status == 200 && answer.text.contains("1 klacht is toegewezen aan Hassan El Amrani; 1 overgeslagen."))
            #expect(answer.text.contains("intussen gewijzigd"))
        }
    }

    @Test func `nothing chosen, nobody chosen, or too much: the page says what to do`() async throws {
        try await StaffedSite.open { site in
            let number = try await numbers(1, site)
            let nothing = try await foreseen([], site)
            #expect(nothing.status == 422 && nothing.text.contains("Kies eerst een of meer klachten"))
            let nobody = try await foreseen(number, site, doing: "assign")
            #expect(nobody.status == 422 && nobody.text.contains("Kies een behandelaar.") && nobody.text.contains("value=\"\(number[0])\""))
            let unknown = try await foreseen(number, site, doing: "erase")
            #expect(unknown.status == 422)
            for fields in [
                [], [("doe", "close"), ("klacht", number[0])], [("doe", "close"), ("klacht", "\(number[0]).1")],
            ] {
                #expect(try await site.post(Paths.together, fields, as: SampleStaff.mara).status == 400)
            }
        }
    }

    @Test func `handing over asks why, once for all of them, and the file says so`() async throws {
        try await StaffedSite.open { site in
            let work = try await site.rehearsal.registerAtWork()
            let plain = try await numbers(1, site)
            let page = try await foreseen(plain + [work.number.formatted], site, doing: "assign&handler=3")
            #expect(page.text.contains("Waarom overdragen?") && page.text.contains("Belangenverstrengeling"))
            #expect(try await !foreseen(plain, site, doing: "assign&handler=3").text.contains("Waarom overdragen?"))
            let sent = fields(page.text).filter { $0.0 != TogetherFields.reasonNote }
            for chosen in ["", HandoverReason.other.rawValue, "zork"] {
                let lacking = try await site.post(Paths.together, sent + [(TogetherFields.reason, chosen)], as: SampleStaff.mara)
                #expect(
                    lacking.status == 422 && lacking.text.contains("Kies waarom") && lacking.text.contains("2 klachten worden toegewezen"))
            }
            let done = try await site.post(
                Paths.together, sent + [(TogetherFields.reason, "skill"), (TogetherFields.reasonNote, "Kent glasvezel.")],
                as: SampleStaff.mara)
            #expect(done.status == 303)
            let history = try await site.rehearsal.records.read { try $0.history(of: work.id) }
            guard case .assigned(SampleStaff.joost.id, let reason?) = history.last?.occurrence.event else {
                Issue.record("not handed over with a reason")
                return
            }
            #expect(reason.text == "Kennis van het onderwerp: Kent glasvezel.")
        }
    }

    @Test func `what a colleague assigned meanwhile is left with whoever has it`() async throws {
        try await StaffedSite.open { site in
            let work = try await site.rehearsal.registerAtWork()
            let plain = try await numbers(2, site)
            let alone = fields(try await foreseen([plain[0]], site, doing: "assign&handler=3").text)
            let both = fields(try await foreseen([plain[1], work.number.formatted], site, doing: "assign&handler=3").text)
            for number in plain {
                let manager = SampleStaff.sanne
                let given = try await site.post("/klachten/\(number)/assign", [("handler", "\(SampleStaff.hassan.id.value)")], as: manager)
                #expect(given.status == 303)
            }
            let answer = try await site.post(Paths.together, alone, as: SampleStaff.mara)
            #expect(answer.status == 200 && answer.text.contains("intussen gewijzigd"))
            let asked = try await site.post(Paths.together, both, as: SampleStaff.mara)
            #expect(asked.status == 422 && asked.text.contains("Kies waarom"))
            let again = fields(asked.text).filter { ![TogetherFields.reason, TogetherFields.reasonNote].contains($0.0) }
            let done = try await site.post(Paths.together, again + [(TogetherFields.reason, "load")], as: SampleStaff.mara)
            #expect(done.status == 200 && done.text.contains("intussen gewijzigd") && done.text.contains("1 klacht is toegewezen"))
        }
    }

    @Test func `sent twice, the second tells what the first did and left alone`() async throws {
        try await StaffedSite.open { site in
            let chosen = try await numbers(2, site)
            let page = try await foreseen(chosen, site)
            _ = try await site.post("/klachten/\(chosen[0])/note", [("text", "Wacht even.")])
            let first = try await site.post(Paths.together, fields(page.text), as: SampleStaff.mara)
            let second = try await site.post(Paths.together, fields(page.text), as: SampleStaff.mara)
            #expect(first.status == 200 && second.status == 200)
            #expect(second.text.contains("1 klacht is toegewezen aan Hassan El Amrani; 1 overgeslagen."))
        }
    }

    @Test func `a stamp holds good for what was looked at, and for who looked`() async throws {
        try await StaffedSite.open { site in
            let chosen = try await numbers(3, site)
            let sent = fields(try await foreseen(Array(chosen.prefix(2)), site).text)
            let others = sent.map { $0.1.hasPrefix(chosen[0]) ? ($0.0, "\(chosen[2]).1") : $0 }
            for (form, member) in [(others, SampleStaff.mara), (sent, SampleStaff.sanne)] {
                let answer = try await site.post(Paths.together, form, as: member)
                #expect(answer.status == 422 && answer.text.contains("Er is niets gedaan; kies opnieuw in de lijst."))
            }
            #expect(try await site.post(Paths.together, sent, as: SampleStaff.mara).status == 303)
        }
    }

    @Test func `forms of other sessions and people without a part in it get nowhere`() async throws {
        try await StaffedSite.open { site in
            let page = try await foreseen(numbers(1, site), site)
            #expect(try await site.post(Paths.together, fields(page.text), as: SampleStaff.iris).status == 404)
            #expect(try await site.post(Paths.together, fields(page.text), as: SampleStaff.mara, token: "x").status == 403)
        }
    }
}
