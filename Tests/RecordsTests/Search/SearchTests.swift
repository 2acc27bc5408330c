import Complaints
import Records
import Rehearsal
import Testing

struct SearchTests {
    /// Query and document: what must be found, in whatever spelling it stands.
    @Test(
        arguments: EngineUnderTest.all,
        [
            ("klacht", "factuurklacht"), ("storing", "mailstoringen"), ("storing", "Storingen"), ("coordinator", "de coördinator belde"),
            ("COÖRDINATOR", "coordinatoren"), ("'s-Hertogenbosch", "in 's-Hertogenbosch"), ("s-hertogenbosch", "’s‑Hertogenbosch"),
            ("hertogenbosch", "'s-Hertogenbosch"), ("e-mail", "geen email"), ("email", "geen e-mail"), ("e-mail", "geen e-mails"),
            ("jan willem", "Jan-Willem"), ("Jan-Willem", "Jan Willem"), ("back-up", "backup mislukt"), ("fout", "factuurfouten"),
            ("tv", "de tv"),
            ("stor", "storing"), ("storing", "«storing…»"), ("ij", "IJssel"), ("mail webmail", "webmail"), ("100", "100% kwijt"),
            ("anna server", "server van Anna"), ("b", "optie b"), ("ç", "garcon: ç"), ("naam@voorbeeld.nl", "naam@voorbeeld.nl"),
            ("werkdag", "twee werkdagen"), ("werkdagen", "elke werkdag"), ("opgelost", "de oplossing"), ("oplossing", "niet opgelost"),
            ("brief", "twee brieven"), ("mailtje", "een mail"), ("foto", "foto's"), ("woord", "wachtwoordherstel"),
            ("afsluiten", "afgesloten"), ("storing in de mail", "mail: storing"), ("0612345678", "06-1234 5678"),
            ("1250", "€ 1.250,00"),
            ("1.250", "1250 euro"), ("storing", "het stoort"), ("storing", "gestoorde lijn"), ("nemen", "genomen"), ("betaling", "betaald"),
            ("reizen", "reisde"), ("wachten", "hij wachtte"), ("levering", "geleverd"), ("spreken", "gesproken"),
        ])
    func `it finds`(engine: EngineUnderTest, pair: (String, String)) async throws {
        try await engine.withOffice { rehearsal in
            try await rehearsal.register { $0.story = pair.1 }
            #expect(try await find(pair.0, rehearsal).count == 1, "\(pair.0) in \(pair.1)")
        }
    }

    @Test(
        arguments: EngineUnderTest.all,
        [
            ("ster", "gisteren"), ("acht", "klachten"), ("toring", "storingen zijn"), ("zzz", "zz"), ("b", "bestelling"),
            ("server printer", "alleen de server"), ("%", "100%"), ("_", "a_b"), ("*", "a*b"),
            ("uur", "factuur"), ("bon", "abonnement"), ("ander", "veranderen"), ("gas", "een gast"), ("zak", "een zaak"),
            ("ring", "de levering"),
            ("net", "kabinet"), ("de", "het"), ("storing", "te storten"), ("storing", "los gestort"), ("storing", "hij stort geld"),
        ])
    func `it does not find`(engine: EngineUnderTest, pair: (String, String)) async throws {
        try await engine.withOffice { rehearsal in
            try await rehearsal.register {
                $0.story = pair.1; $0.customer = PersonInput(name: "Piet", phone: "0201234567")
            }
            #expect(try await find(pair.0, rehearsal).isEmpty, "\(pair.0) in \(pair.1)")
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `an e-mail address finds whose it is, and not those that come near`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            var found: [String: ComplaintID] = [:]
            for address in ["jan.bakker@voorbeeld.nl", "jan@bakker.voorbeeld.nl", "jan.bakker2@voorbeeld.nl", "bakker.jan@voorbeeld.nl"] {
                found[address] = try await rehearsal.register { $0.customer = PersonInput(name: "Jan", email: address) }.id
            }
            let mention = try await rehearsal.register { $0.story = "Ik ben (Jan.Bakker@Voorbeeld.nl). Bel mij." }
            for (address, id) in found {
                let expected = address == "jan.bakker@voorbeeld.nl" ? [id, mention.id] : [id]
                #expect(Set(try await find(address, rehearsal)) == Set(expected), "\(address)")
            }
            // While it is being typed, and with another word.
            #expect(try await find("bakker.jan@voor", rehearsal) == [found["bakker.jan@voorbeeld.nl"]])
            #expect(try await find("bellen jan.bakker@voorbeeld.nl", rehearsal) == [mention.id])
            // An address that nobody has says what comes near.
            #expect(try await find("bakker.voorbeeld@jan.nl", rehearsal).count == 5)
        }
    }

    @Test func `an address is no word that begins like a name`() {
        let words = SearchText.indexed("jan@voorbeeld.nl").split(separator: " ")
        #expect(words.count == 4 && words.filter { $0.hasPrefix("jan") } == ["jan"])
    }

    @Test(arguments: EngineUnderTest.all)
    func `a number is found in any spelling, by its parts, and before what only mentions it`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.register()
            rehearsal.clock.advance(days: 1)
            let mention = try await rehearsal.register { $0.story = "Zie ook \(complaint.number.formatted)." }
            let digits = complaint.number.digits
            for spelling in [complaint.number.formatted, digits, " \(digits.prefix(4)) \(digits.dropFirst(4)) "] {
                #expect(try await find(spelling, rehearsal).first == complaint.id, "\(spelling)")
            }
            #expect(try await find(complaint.number.formatted, rehearsal) == [complaint.id, mention.id])
            #expect(try await find(String(complaint.number.formatted.prefix(9)), rehearsal).contains(complaint.id))
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a customer number or telephone number that looks like a complaint's is found all the same`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.register {
                $0.customer = PersonInput(name: "Anna", customerNumber: "482719368", phone: "06 12345678")
            }
            for query in ["482719368", "0612345678", "06 12345678", "06-12 34 56 78", "+31 6 12345678", "12345678"] {
                #expect(try await find(query, rehearsal) == [complaint.id], "\(query)")
            }
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `an exact name comes first, then what is newest`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            var ids: [ComplaintID] = []
            for name in ["Zoë Çelik", "Jan Bos", "Zoe Celik-Bos", "ZOE CELIK"] {
                rehearsal.clock.advance(days: 1)
                ids.append(
                    try await rehearsal.register {
                        $0.customer.name = name; $0.story = "Zoe Celik belde."
                    }.id)
            }
            #expect(try await find("zoë  çelik", rehearsal) == [ids[3], ids[0], ids[2], ids[1]])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `words may stand in different entries, and every kind of text is found`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork {
                $0.customer.organisation = "Bakkerij De Kroon"; $0.customer.address = "Markt 1, Utrecht"
            }
            try await rehearsal.perform(.note("Zonnebloem"), .ask("Paardenbloem?"), on: complaint, by: SampleStaff.hassan)
            try await rehearsal.perform(.resolve(.sample(answer: "Klaproos")), on: complaint, by: SampleStaff.hassan)
            for query in ["kroon", "utrecht", "mailserver zonnebloem klaproos", "paardenbloem de kroon", "anna@voorbeeld.invalid"] {
                #expect(try await find(query, rehearsal) == [complaint.id], "\(query)")
            }
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `signs that mean something to the engine are only signs`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            try await rehearsal.register()
            let queries = [
                "\"", "'", "''", "\"mail", "mail\"", "mail*", "mail%", "_ail", "(", ")", "mail AND", "OR", "NOT mail", "NEAR(a b)",
                "folded:mail", "^mail",
                "mail -server", "\\", "[a-z]", "?", "\u{0}", "a\u{0}b", "💥", "\u{301}", String(repeating: "x", count: 10_000),
                String(repeating: "ab ", count: 5_000), String(repeating: "a-", count: 5_000), String(repeating: "\"", count: 999),
            ]
            for query in queries { _ = try await find(query, rehearsal) }
            #expect(try await find("mail*", rehearsal).count == 1)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `nobody finds what they may not see, and management finds no names`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let open = try await rehearsal.register()
            let secret = try await rehearsal.register { $0.isConfidential = true }
            let aboutMara = try await rehearsal.register { $0.aboutStaff = SampleStaff.mara.id }
            try await rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: secret, by: SampleStaff.mara)
            let expected: [(Actor, Set<ComplaintID>)] = [
                (SampleStaff.iris.actor, [open.id, aboutMara.id]), (SampleStaff.hassan.actor, [open.id, secret.id, aboutMara.id]),
                (SampleStaff.joost.actor, [open.id, aboutMara.id]), (SampleStaff.mara.actor, [open.id, secret.id]),
                (SampleStaff.aukje.actor, [open.id, aboutMara.id]), (SampleStaff.dirk.actor, []), (SampleStaff.bo.actor, []),
                (SampleStaff.peter.actor, []), (Actor(.token(1), roles: [.manager]), [open.id, secret.id, aboutMara.id]),
            ]
            for (actor, ids) in expected {
                for query in ["Anna de Vries", "mailserver"] { #expect(Set(try await find(query, rehearsal, actor)) == ids) }
            }
            #expect(try await find(open.number.formatted, rehearsal, SampleStaff.dirk.actor) == [open.id])
            #expect(try await find(secret.number.formatted, rehearsal, SampleStaff.dirk.actor) == [])
            let reader = rehearsal.reader(SampleStaff.dirk.actor)
            let rows = try await rehearsal.records.read { try $0.worklist(WorklistFilter(), for: reader, limit: 10) }.rows
            #expect(rows.count == 2)
            #expect(rows.allSatisfy { $0.customerName == nil && $0.organisation == nil && $0.opening == nil })
        }
    }

    @Test(arguments: EngineUnderTest.all, [1, 7, 40])
    func `hits of years come page by page, the newest first, none lost and none twice`(engine: EngineUnderTest, size: Int) async throws {
        try await engine.withOffice { rehearsal in
            rehearsal.clock.advance(days: 4000)
            var ids: [ComplaintID] = []
            for days in [0, 900, 1, 380, 0, 0, 5, 90, 12, 12, 3, 99, 1, 0, 0, 2, 40, 61, 0, 1] {
                rehearsal.clock.advance(days: days)
                ids.insert(try await rehearsal.register { $0.story = "De olifant is weg." }.id, at: 0)
                try await rehearsal.register { $0.story = "De giraf is weg." }
            }
            for pause in [0, 100, 1000] {
                rehearsal.clock.advance(days: pause)
                var filter = WorklistFilter()
                filter.words = "olifant"
                let reader = rehearsal.reader(SampleStaff.mara.actor)
                var found: [ComplaintID] = []
                var cursor: WorklistCursor?
                repeat {
                    let page = try await rehearsal.records.read { [filter, cursor] in
                        try $0.worklist(filter, for: reader, limit: size, after: cursor)
                    }
                    found += page.rows.map(\.id)
                    cursor = page.next
                } while cursor != nil
                #expect(found == ids)
                for most in [1, 4, 19, 20, 1000] {
                    let count = try await rehearsal.records.read { [filter] in try $0.worklistCount(filter, for: reader, upTo: most) }
                    #expect(count == min(most, 20))
                    let both = try await rehearsal.records.read { [filter] in
                        try $0.worklist(filter, for: reader, limit: size, after: nil, countedUpTo: most)
                    }
                    #expect(both.page.rows.map(\.id) == Array(ids.prefix(size)) && both.count == min(most, 20))
                }
            }
        }
    }

    @Test(arguments: EngineUnderTest.all, [Int64.min, -1, 0, Int64.max])
    func `behind a place that no hit has come those that are older`(engine: EngineUnderTest, place: Int64) async throws {
        try await engine.withOffice { rehearsal in
            let id = try await rehearsal.register { $0.story = "De olifant is weg." }.id
            var filter = WorklistFilter()
            filter.words = "olifant"
            let (reader, cursor) = (rehearsal.reader(SampleStaff.mara.actor), WorklistCursor(rank: 1, place: place, id: place))
            let page = try await rehearsal.records.read { [filter] in try $0.worklist(filter, for: reader, limit: 5, after: cursor) }
            #expect(page.rows.map(\.id) == (place > 0 ? [id] : []))
        }
    }

    private func find(_ words: String, _ rehearsal: RehearsalOffice, _ actor: Actor = SampleStaff.mara.actor) async throws -> [ComplaintID]
    {
        var filter = WorklistFilter()
        filter.words = words
        let reader = rehearsal.reader(actor)
        return try await rehearsal.records.read { [filter] in try $0.worklist(filter, for: reader, limit: 50) }.rows.map(\.id)
    }
}
