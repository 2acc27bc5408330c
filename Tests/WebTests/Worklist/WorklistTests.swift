import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

struct WorklistTests {
    @Test func `a list shows what it is about, who, where and how near the promise is`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register {
                $0.natureAbout = "workplace"
                $0.natureWrong = "too-slow"
                $0.customer.organisation = "Bakkerij De Kroon"
            }
            let page = try await site.get("/klachten?lijst=open")
            #expect(page.status == 200)
            for words in [
                complaint.number.formatted, "De mailserver ligt", "Anna de Vries", "Bakkerij De Kroon", "telefoon", "ontvangen",
                "nog 2 werkdagen",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(page.text.contains("href=\"\(Paths.file(complaint.number))\""))
        }
    }

    @Test(arguments: WorklistView.allCases) func `every view opens, and says why when it is empty`(view: WorklistView) async throws {
        try await StaffedSite.open { site in
            let page = try await site.get(Paths.worklist(view), as: SampleStaff.mara)
            #expect(page.status == 200)
            #expect(page.text.contains("class=\"empty\""))
            #expect(page.count("<h1>") == 1)
        }
    }

    @Test func `filters narrow together`() async throws {
        try await StaffedSite.open { site in
            let wanted = try await site.rehearsal.register {
                $0.channel = "letter"
                ($0.natureAbout, $0.natureWrong) = ("workplace", "too-slow")
                ($0.severity, $0.severityReasons) = ("serious", ["money"])
            }
            try await site.rehearsal.register { $0.channel = "letter" }
            try await site.rehearsal.register { ($0.natureAbout, $0.natureWrong) = ("workplace", "too-slow") }
            let query =
                "/klachten?kanaal=letter&over=workplace&mis=too-slow&ernst=serious&fase=received&telaat=nee&open=ja&van=20-11-2026&tot=vandaag"
            let page = try await site.get(query)
            #expect(page.status == 200)
            #expect(page.count("<li class=\"row\"") == 1)
            #expect(page.text.contains(wanted.number.formatted))
            let found1 = try await site.get(query + "&van=21-11-2026").count("<li class=\"row\"")
            #expect(found1 == 1, "the first of a name counts")
            #expect(try await site.get("/klachten?van=21-11-2026").text.contains("Geen klacht past hierbij"))
        }
    }

    @Test(arguments: [
        ("van=31-2-2026", "Vul een datum in"), ("tot=vroeger", "Vul een datum in"), ("fase=weg", "Kies een van de mogelijkheden"),
        ("behandelaar=niemand", "Kies een van de mogelijkheden"), ("lijst=geheim", "Kies een van de mogelijkheden"),
    ]) func `what can't be read is said at its field, and what was typed stays`(query: String, words: String) async throws {
        try await StaffedSite.open { site in
            let page = try await site.get("/klachten?\(query)")
            #expect(page.status == 422)
            #expect(page.text.contains("<title>Fout: "))
            #expect(page.text.contains(words))
            let found2 = try await site.get("/klachten.csv?\(query)").status
            #expect(found2 == 422)
        }
    }

    @Test func `pages hang together: each complaint once, in order, whatever the order`() async throws {
        try await StaffedSite.open { site in
            var numbers: Set<String> = []
            for index in 0..<113 {
                numbers.insert(try await site.rehearsal.register { $0.story = "Klacht \(index) over mail." }.number.formatted)
                if index % 3 == 0 { site.rehearsal.clock.advance(seconds: 60) }
            }
            let site = try await site.signedInAnew(SampleStaff.iris)
            for order in ["due", "newest", "oldest", "changed"] {
                var seen: [String] = []
                var next: String? = "/klachten?volgorde=\(order)"
                while let path = next {
                    let page = try await site.get(path)
                    seen += Self.numbers(in: page)
                    next = Self.link("next", in: page)
                }
                #expect(seen.count == 113, "\(order)")
                #expect(Set(seen) == numbers, "\(order)")
            }
            let first = try await site.get("/klachten?q=mail")
            let second = try await site.get(try #require(Self.link("next", in: first)))
            #expect(second.text.contains("51–100 · 113 klachten"))
        }
    }

    @Test func `an address that says more than there is leads to what there is`() async throws {
        try await StaffedSite.open { site in
            for _ in 0..<3 { try await site.rehearsal.register() }
            let first = try await site.get("/klachten?volgorde=newest&vanaf=151")
            #expect(Self.numbers(in: first).count == 3 && !first.text.contains("151–"))
            let all = WorklistCursor(rank: 0, place: .max, id: .max).text
            let page = try await site.get("/klachten?volgorde=newest&na=\(all)&vanaf=151")
            #expect(page.text.contains("1–3 · 3 klachten"))
            let behind = WorklistCursor(rank: 1, place: 0, id: 0).text
            for words in ["", "&q=vries"] {
                let beyond = try await site.get("/klachten?volgorde=newest&na=\(behind)&vanaf=151\(words)")
                #expect(beyond.status == 200 && beyond.text.contains("Verder is er niets") && !beyond.text.contains("151–"), "\(words)")
                #expect(beyond.text.contains("Naar het begin"))
            }
            let empty = try await site.get("/klachten?lijst=late&na=\(behind)")
            #expect(empty.text.contains("Niets is te laat"))
        }
    }

    @Test func `hits are marked where they stand`() async throws {
        try await StaffedSite.open { site in
            try await site.rehearsal.register { $0.story = "Weer mailstoringen in de coördinatie." }
            let page = try await site.get("/klachten?q=storing+vries+coordin")
            for hit in ["mailstoringen", "Vries", "coördinatie"] { #expect(page.text.contains("<mark>\(hit)</mark>"), "\(hit)") }
        }
    }

    @Test func `a hit further on is shown with where it stands, to whoever may read it`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(.note("De paardenbloem is teruggebracht."), on: complaint, by: SampleStaff.hassan)
            let page = try await site.get("/klachten?q=bloem", as: SampleStaff.mara)
            #expect(page.text.contains("in een notitie: De <mark>paardenbloem</mark> is teruggebracht."))
            #expect(try await site.get("/klachten?q=mailserver", as: SampleStaff.mara).text.contains("in een notitie") == false)
            #expect(try await site.get("/klachten?q=bloem", as: SampleStaff.dirk).text.contains("paardenbloem") == false)
            var input = ClassificationInput()
            input.aboutStaff = .staff(SampleStaff.joost.id)
            try await site.rehearsal.perform(.classify(input), on: complaint, by: SampleStaff.mara)
            #expect(try await site.get("/klachten?q=bloem", as: SampleStaff.joost).text.contains("paardenbloem") == false)
        }
    }

    @Test func `a search that is cut says so in both languages`() {
        #expect(SearchWords(say: Wording(.dutch)).cut(.hits).contains("meer dan 5.000 treffers"))
        #expect(SearchWords(say: Wording(.english)).cut(.hits).contains("more than 5,000 hits"))
        #expect(SearchWords(say: Wording(.dutch)).cut(.words).contains("meer letters"))
    }

    @Test func `a whole number leads straight to the file, for whoever may open it`() async throws {
        try await StaffedSite.open { site in
            let open = try await site.rehearsal.register()
            let hidden = try await site.rehearsal.register { $0.isConfidential = true }
            let spelled = open.number.formatted.replacingOccurrences(of: "-", with: "+")
            let found = try await site.get("/klachten?q=\(spelled)")
            #expect((found.status, found.location) == (303, Paths.file(open.number)))
            let kept = try await site.get("/klachten?q=\(hidden.number.digits)")
            #expect(kept.status == 200)
            #expect(kept.text.contains("Niets gevonden"))
            let found3 = try await site.get("/klachten?q=\(hidden.number.digits)", as: SampleStaff.mara).location
            #expect(found3 == Paths.file(hidden.number))
            #expect(try await site.get("/klachten?q=482719360").text.contains("negen cijfers die bij elkaar horen"))
        }
    }

    @Test func `confidential files and files about oneself are in nobody else's list`() async throws {
        try await StaffedSite.open { site in
            let hidden = try await site.rehearsal.register { $0.isConfidential = true }
            let about = try await site.rehearsal.register { $0.aboutStaff = SampleStaff.mara.id }
            for member in [SampleStaff.iris, SampleStaff.hassan, SampleStaff.aukje, SampleStaff.dirk] {
                for path in ["/klachten", "/klachten.csv", "/klachten-excel.csv", "/spring?q=anna"] {
                    #expect(!(try await site.get(path, as: member).text.contains(hidden.number.formatted)), "\(member.name) \(path)")
                }
            }
            let mara = try await site.get("/klachten", as: SampleStaff.mara)
            #expect(mara.text.contains(hidden.number.formatted))
            #expect(mara.text.contains("vertrouwelijk"))
            #expect(!mara.text.contains(about.number.formatted))
        }
    }

    @Test func `management reads every list without names, and opens no file`() async throws {
        try await StaffedSite.open { site in
            var work = RandomWork(site.rehearsal, seed: 7)
            try await work.run(complaints: 40, acts: 120)
            let site = try await site.signedInAnew(SampleStaff.dirk)
            let secrets = [
                "Vries", "Hof-Ünal", "Çelik", "Kroon", "Brien", "factuurklacht", "mailstoring", "binnen", "belde", "Back-up mislukt",
                "Bouwbedrijf", "@voorbeeld",
                "12345678",
            ]
            let paths =
                WorklistView.allCases.map { Paths.worklist($0) } + [
                    "/klachten.csv", "/klachten-excel.csv", "/spring?q=anna", "/overzicht", "/overzicht/signalen",
                    "/overzicht?periode=jaar", "/klachten?q=anna",
                    "/klachten?q=mailstoring",
                ]
            for path in paths {
                let page = try await site.get(path, as: SampleStaff.dirk)
                #expect(page.status == 200, "\(path)")
                for secret in secrets where !path.hasSuffix("=\(secret)") { #expect(!page.text.contains(secret), "\(path): \(secret)") }
                #expect(!page.text.contains("class=\"subject\"><a"), "\(path)")
            }
            #expect(try await site.get("/klachten?q=anna", as: SampleStaff.dirk).text.contains("heel klachtnummer"))
        }
    }

    @Test(arguments: [Paths.worklist, Paths.worklistCSV, Paths.worklistExcel, Paths.overview, Paths.signals])
    func `who reads no lists finds none`(
        path: String
    ) async throws {
        try await StaffedSite.open { site in
            for member in [SampleStaff.bo, SampleStaff.peter] {
                let found4 = try await site.get(path, as: member).status
                #expect(found4 == 404, "\(member.name)")
            }
            let stranger = try await site.get(path, as: nil)
            #expect(stranger.status == 303)
            #expect(stranger.location.hasPrefix(Paths.signIn))
        }
    }

    @Test func `naughty texts are shown as they are`() async throws {
        try await StaffedSite.open { site in
            for text in NaughtyText.all {
                try await site.rehearsal.register {
                    $0.customer.name = text
                    $0.customer.organisation = text
                    $0.story = text
                }
            }
            let page = try await site.get("/klachten")
            for text in NaughtyText.all { #expect(page.text.contains(NaughtyText.escaped(text)), "\(text)") }
            #expect(!page.text.contains("<script>alert"))
            #expect(!page.text.contains("<img"))
            for text in NaughtyText.all {
                let answer = try await site.get("/klachten?q=\(QueryText.encoded(text))&van=\(QueryText.encoded(text))")
                #expect(answer.text.contains(NaughtyText.escaped(text)), "\(text)")
                #expect(!answer.text.contains("<script>alert"))
            }
        }
    }

    @Test func `a huge question is answered`() async throws {
        try await StaffedSite.open { site in
            let long = String(repeating: "woord+", count: 5_000)
            let list = try await site.get("/klachten?q=\(long)")
            let jump = try await site.get("/spring?q=\(long)")
            #expect(list.status == 200)
            #expect(jump.status == 200)
        }
    }

    private static func numbers(in page: StaffedSite.Answer) -> [String] {
        page.text.components(separatedBy: "<span class=\"number\">").dropFirst().compactMap { $0.components(separatedBy: "<").first }
    }

    private static func link(_ relation: String, in page: StaffedSite.Answer) -> String? {
        page.text.components(separatedBy: "<a href=\"").dropFirst().first { $0.prefix { $0 != ">" }.contains("rel=\"\(relation)\"") }
            .flatMap { $0.components(separatedBy: "\"").first?.replacingOccurrences(of: "&amp;", with: "&") }
    }
}
