import Casework
import Complaints
import HTTPTypes
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Themes on the desk` {
    private static func made(_ title: String, in site: SiteUnderTest, by member: StaffMember = SampleStaff.mara) async throws -> String {
        let answer = try await site.post("/themas", [("title", title), ("words", "Wat gemeen is.")], as: member)
        #expect(answer.status == .seeOther, "\(answer.text)")
        return answer.location ?? ""
    }

    @Test func `complaints of different natures come together from a file and from a list, each once`() async throws {
        try await withSite { site in
            let one = try await site.rehearsal.registerAtWork { ($0.natureAbout, $0.natureWrong) = ("hosting", "unreachable") }
            let two = try await site.rehearsal.register { ($0.natureAbout, $0.natureWrong) = ("billing", "wrong-amount") }
            let path = try await Self.made("Verhuizing", in: site)
            let id = path.split(separator: "/").last.map(String.init) ?? ""
            let file = "/klachten/\(one.number.formatted)"
            for _ in 0..<2 {
                let added = try await site.post(
                    "/themas/toevoegen",
                    [("klacht", one.number.formatted), ("klacht", two.number.formatted), ("theme", id), ("terug", file)],
                    as: SampleStaff.hassan)
                #expect(added.status == .seeOther && added.location == file)
            }
            let page = try await site.get(path, as: SampleStaff.hassan)
            #expect(page.text.contains("2 klachten, over 2 onderwerpen") && page.text.contains(two.number.formatted))
            #expect(try await site.get(file, as: SampleStaff.hassan).text.contains("href=\"\(path)\""))
            let off = try await site.post(path + "/klachten", [("weg", one.number.formatted), ("terug", file)], as: SampleStaff.hassan)
            #expect(off.location == file)
            #expect(try await site.get(path, as: SampleStaff.hassan).text.contains("1 klacht"))
        }
    }

    @Test func `a list sends what was chosen to the choice of a theme`() async throws {
        try await withSite { site in
            let one = try await site.rehearsal.registerAtWork()
            let sent = try await site.get(
                "/klachten/samen?doe=theme&klacht=\(one.number.formatted)&terug=/klachten", as: SampleStaff.hassan)
            #expect(sent.status == .seeOther && sent.location?.hasPrefix("/themas/toevoegen?klacht=\(one.number.formatted)") == true)
            let new = try await site.post(
                "/themas/toevoegen", [("klacht", one.number.formatted), ("title", "Nieuw patroon")], as: SampleStaff.hassan)
            #expect(new.status == .seeOther)
            #expect(try await site.get("/themas", as: SampleStaff.aukje).text.contains("Nieuw patroon"))
        }
    }

    @Test func `a theme is where a measure can come from, and what it is judged by`() async throws {
        try await withSite { site in
            let one = try await site.rehearsal.register()
            let path = try await Self.made("Verhuizing", in: site)
            let id = path.split(separator: "/").last.map(String.init) ?? ""
            _ = try await site.post(path + "/klachten", [("klachten", one.number.formatted)], as: SampleStaff.mara)
            let form = try await site.get("/maatregelen/nieuw?thema=\(id)", as: SampleStaff.dirk)
            #expect(form.text.contains("komt uit het thema “Verhuizing”"))
            let taken = try await site.post(
                "/maatregelen/nieuw",
                [
                    ("kind", "corrective"), ("title", "Draaiboek"), ("problem", "Verhuizingen lopen uit."), ("action", "Draaiboek maken."),
                    ("owner", "\(SampleStaff.hassan.id.value)"), ("due", "18-12-2026"), ("checkOn", "19-2-2027"), ("theme", id),
                    ("thema", id),
                ], as: SampleStaff.dirk)
            #expect(taken.status == .seeOther, "\(taken.text)")
            #expect(try await site.get(path, as: SampleStaff.dirk).text.contains("Draaiboek"))
            let measure = try await site.get(taken.location ?? "", as: SampleStaff.dirk)
            #expect(measure.text.contains("Thema: Verhuizing") && measure.text.contains("alles, thema “Verhuizing”"))
        }
    }

    @Test func `without a name, with a name twice, and with numbers of nobody`() async throws {
        try await withSite { site in
            #expect(try await site.post("/themas", [("title", " ")], as: SampleStaff.mara).text.contains("Geef het thema een naam."))
            let path = try await Self.made("Verhuizing", in: site)
            let twice = try await site.post("/themas", [("title", "VERHUIZING")], as: SampleStaff.mara)
            #expect(twice.status == .unprocessableContent && twice.text.contains("Er is al een thema met deze naam."))
            let wrong = try await site.post(path + "/klachten", [("klachten", "12, 34")], as: SampleStaff.mara)
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("12, 34"))
            #expect(
                try await site.post("/themas/toevoegen", [("title", "x")], as: SampleStaff.mara).text.contains("Kies eerst een klacht."))
        }
    }

    @Test func `who may not know of a complaint neither sees nor adds it; auditors only look`() async throws {
        try await withSite { site in
            let secret = try await site.rehearsal.register(by: SampleStaff.mara.actor) { $0.isConfidential = true }
            let path = try await Self.made("Stil", in: site)
            #expect(
                try await site.post(path + "/klachten", [("klachten", secret.number.formatted)], as: SampleStaff.dirk).status
                    == .unprocessableContent)
            #expect(
                try await site.post(path + "/klachten", [("klachten", secret.number.formatted)], as: SampleStaff.mara).status == .seeOther)
            let page = try await site.get(path, as: SampleStaff.dirk)
            #expect(page.text.contains("0 klachten") && !page.text.contains(secret.number.formatted))
            for number in [secret.number.formatted, "4827-1936-8"] {
                let off = try await site.post(path + "/klachten", [("weg", number)], as: SampleStaff.dirk)
                #expect(off.status == .unprocessableContent, "\(number)")
            }
            #expect(try await site.get(path, as: SampleStaff.mara).text.contains(secret.number.formatted))
            #expect(
                try await site.post(path + "/klachten", [("klachten", secret.number.formatted)], as: SampleStaff.aukje).status == .notFound)
        }
    }

    @Test func `whoever saves second is told, and an ended theme is chosen no more`() async throws {
        try await withSite { site in
            let path = try await Self.made("Verhuizing", in: site)
            let ended = [("title", "Verhuizing 2026"), ("ended", "1"), ("gezien", "1")]
            #expect(try await site.post(path, ended, as: SampleStaff.mara).status == .seeOther)
            let second = try await site.post(path, [("title", "Anders"), ("gezien", "1")], as: SampleStaff.dirk)
            #expect(second.text.contains("intussen veranderd") && second.text.contains("Anders"))
            #expect(!(try await site.get("/themas/toevoegen", as: SampleStaff.mara)).text.contains("Verhuizing 2026"))
        }
    }

    @Test func `an ended theme takes no complaints, until it is in use again`() async throws {
        try await withSite { site in
            let number = try await site.rehearsal.register().number.formatted
            let path = try await Self.made("Verhuizing", in: site)
            let ended = [("title", "Verhuizing"), ("ended", "1"), ("gezien", "1")]
            #expect(try await site.post(path, ended, as: SampleStaff.mara).status == .seeOther)
            let refused = try await site.post(path + "/klachten", [("klachten", number)], as: SampleStaff.mara)
            #expect(refused.status == .unprocessableContent && refused.text.contains("Dit thema is beëindigd."), "\(refused.status)")
            #expect(try await site.post(path, [("title", "Verhuizing"), ("gezien", "2")], as: SampleStaff.mara).status == .seeOther)
            #expect(try await site.post(path + "/klachten", [("klachten", number)], as: SampleStaff.mara).status == .seeOther)
        }
    }

    @Test func `similar complaints stand beside the file with the words that match`() async throws {
        try await withSite { site in
            let story = "De koeling in het rekencentrum viel uit."
            let one = try await site.rehearsal.register { $0.story = story }
            let two = try await site.rehearsal.registerAtWork { $0.story = story }
            let file = try await site.get("/klachten/\(two.number.formatted)", as: SampleStaff.hassan)
            #expect(file.text.contains("Lijkt op") && file.text.contains(one.number.formatted) && file.text.contains("“rekencentrum”"))
            let page = try await site.get("/klachten/\(two.number.formatted)/vergelijkbaar", as: SampleStaff.hassan)
            #expect(page.text.contains(one.number.formatted) && page.text.contains("naar een thema"))
        }
    }
}
